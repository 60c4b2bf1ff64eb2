"""Each page by itself: small, plain, in one language, and in the one that was asked for."""

import re
from typing import Final

import pytest

from dashboard.domain.workshop import Setup, Stage
from tests.phone import Answered
from tests.web.browser import Browser, form_of
from tests.web.host import Host

FIRST_PAGE_BYTES: Final = 14 * 1024
EVERYTHING: Final = Setup(
    dimensions=("VE1", "DU3", "ST4"), langs=("en", "zh"), roles=("Legal", "法务"), note="x" * 500
)
MAY_NOT_APPLY: Final = Setup(dimensions=("DU3", "ST4"), langs=("en", "zh"))


def every_page(host: Host, phone: Browser) -> list[Answered]:
    """One of each kind."""
    workshop = host.workshop(MAY_NOT_APPLY)
    home = f"/join/{workshop.code}"
    pages = [phone.get("/join"), phone.get("/join/x"), phone.get(home)]
    pages.append(phone.joins(workshop.code))
    pages.append(phone.press(pages[-1], {"DU3.1": "not_applicable"}))
    pages += [phone.get(f"{home}/{step}") for step in ("review", "nothing", "d/XX")]
    pages.append(phone.follow(phone.press(phone.get(f"{home}/review"))))
    pages.append(phone.post(home, {}))
    host.leads(workshop, Stage.LOCKED)
    return [*pages, phone.get(home)]


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_every_page_is_small_plain_and_in_one_language(host: Host, lang: str) -> None:
    for shown in every_page(host, host.phone(**{"Accept-Language": lang})):
        where = shown.address
        assert len(shown.body) <= FIRST_PAGE_BYTES, where
        assert shown.text.startswith(f'<!DOCTYPE html>\n<html lang="{lang}" dir="ltr">'), where
        assert not re.search(r"<script|javascript:|\son\w+=|https?://|<link[^>]+css", shown.text)
        headings = re.findall(r"<h(\d)", shown.text)
        assert (headings[0], headings.count("1")) == ("1", 1), where
        ids = re.findall(r'\sid="([^"]+)"', shown.text)
        assert len(ids) == len(set(ids)), where
        described = re.findall(r'(?:for|aria-describedby)="([^"]+)"', shown.text)
        assert {one for names in described for one in names.split()} <= set(ids), where


def test_the_first_page_fits_into_one_flight_with_its_headers(host: Host) -> None:
    workshop, phone = host.workshop(EVERYTHING), host.phone()

    pages = [phone.get(f"/join/{workshop.code}?lang={lang}") for lang in ("en", "zh")]

    for shown in pages:
        head = sum(len(name) + len(value) + 4 for name, value in shown.headers.items())
        assert head + len(shown.body) <= FIRST_PAGE_BYTES


@pytest.mark.parametrize(
    ("header", "query", "expected"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "", "zh-CN"),
        ("en-GB,zh;q=0.5", "", "en"),
        ("fr,de", "", "en"),
        ("", "", "en"),
        ("en", "?lang=zh", "zh-CN"),
        ("zh", "?lang=en", "en"),
        ("zh", "?lang=xx", "zh-CN"),
    ],
)
def test_the_language_is_the_address_s_else_the_phone_s(
    host: Host, header: str, query: str, expected: str
) -> None:
    shown = host.phone(**{"Accept-Language": header}).get(f"/join/{host.workshop().code}{query}")

    assert f'<html lang="{expected}"' in shown.text


def test_a_chosen_language_stays_and_switching_keeps_page_and_answers(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    page = phone.joins(workshop.code)

    switched = phone.follow(phone.press(page, {"ST3.1": "4"}, go="zh"))

    assert switched.address.startswith(page.address)
    assert '<html lang="zh-CN"' in switched.text
    assert form_of(switched).fields["ST3.1"] == "4"
    assert "我不清楚" in switched.text
    after = phone.follow(phone.press(switched, go="next"))
    assert '<html lang="zh-CN"' in after.text
    assert phone.token == phone.cookie.partition("=")[2].removesuffix(".zh")


def test_a_workshop_in_one_language_offers_no_other(host: Host) -> None:
    only = Setup(dimensions=("ST4",), langs=("zh",))

    shown = host.phone().get(f"/join/{host.workshop(only).code}?lang=en")

    assert '<html lang="zh-CN"' in shown.text
    assert "English" not in shown.text
