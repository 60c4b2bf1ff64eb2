"""What no page of ours sends is refused with a page, and nothing of it is stored."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.phone import Answered
from tests.web.browser import Browser, form_of
from tests.web.host import Host
from tests.web.raw_http import ask


@pytest.mark.parametrize(
    "change",
    [
        {"ST4.1": "0"},
        {"ST4.1": "6"},
        {"ST4.1": "01"},
        {"ST4.1": "٣"},
        {"ST4.1": "level"},
        {"ST4.1": "not_applicable", "ST4.1:reason": "None."},
        {"ST3.1": "1"},
        {"VE1.1": "1"},
        {"unknown": "1"},
        {"ST4.2:reason": ""},
        {"go": "away"},
        {"go": "fr"},
        {"role": "Legal"},
    ],
)
def test_what_the_page_did_not_offer_is_refused_and_nothing_of_it_stored(
    host: Host, page: tuple[Browser, Answered], change: dict[str, str]
) -> None:
    phone, first = page
    shown = phone.get(first.address.replace("ST3", "ST4"))

    refused = phone.press(shown, {"ST4.3": "2"} | change)

    assert refused.status == 400
    assert "nothing of it is stored" in refused.text
    assert f'href="/join/{shown.address.split("/")[2]}"' in refused.text
    assert not host.has_ratings(phone)


def test_a_role_that_is_not_offered_is_refused(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()

    refused = phone.press(phone.get(f"/join/{workshop.code}"), {"role": "Janitor"})

    assert refused.status == 400
    assert host.joined(workshop) == 0


@pytest.mark.parametrize(
    "more",
    [
        b"&ST3.1=1&ST3.1=2",
        b"&ST3.1=%ff%fe",
        b"&ST3.1=\xff",
        b"&ST3.1",
        b"&" * 3,
        b"&a=1" * 2_000,
        b"&x" + b"=" * 9,
        b"&\x00=1",
    ],
)
def test_a_body_that_is_no_form_of_ours_is_refused(
    host: Host, page: tuple[Browser, Answered], more: bytes
) -> None:
    phone, shown = page

    refused = phone.send(shown.address, urlencode(form_of(shown).fields).encode() + more)

    assert refused.status == 400
    assert not host.has_ratings(phone)


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", ""])
def test_only_forms_are_read(host: Host, page: tuple[Browser, Answered], kind: str) -> None:
    phone, shown = page
    body = urlencode(form_of(shown).fields | {"ST3.1": "1"}).encode()

    refused = phone.send(shown.address, body, Content_Type=kind)

    assert refused.status == 415
    assert not host.has_ratings(phone)


def pieces(size: int) -> Iterator[bytes]:
    """A body whose length is not said beforehand."""
    yield from (b"x" * 1024 for _ in range(size // 1024))


def test_a_body_is_read_to_its_limit_and_no_further(
    host: Host, page: tuple[Browser, Answered]
) -> None:
    phone, shown = page
    whole = urlencode(form_of(shown).fields | {"ST3.1": "1"}).encode()

    told = phone.send(shown.address, whole + b"&a=" + b"x" * 66_000)
    untold = phone.send(shown.address, pieces(68 * 1024))
    unread = ask(
        phone.port,
        shown.address,
        "Content-Length: 1000000000",
        "Content-Type: application/x-www-form-urlencoded",
        method="POST",
        body=b"x" * 70_000,
    )

    assert (told.status, untold.status, unread.status) == (413, 413, 413)
    assert not host.has_ratings(phone)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_do_nothing(host: Host, method: str) -> None:
    workshop, phone = host.workshop(), host.phone()

    assert phone.ask(method, f"/join/{workshop.code}", headers={}).status == 405
    assert host.joined(workshop) == 0


def test_no_refusal_left_a_traceback(host: Host, page: tuple[Browser, Answered]) -> None:
    phone, shown = page

    phone.press(shown, {"ST3.1": "9"})
    phone.send(shown.address, b"\xff")

    assert "Traceback" not in host.server.log
