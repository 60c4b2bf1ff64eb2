"""English and Chinese: the same place, the same answers, and no word of the other language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG
from tests.browser.conftest import OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.builders import Short
from tests.running_server import RunningServer

TITLES: dict[Lang, dict[str, str]] = {
    "en": {
        "/": "Overview",
        "/assess": "Assess",
        "/results": "Results",
        "/plan": "Plan",
        "/workshop": "Workshop",
        "/compare": "Compare",
        "/outside": "Outside evidence",
        "/library": "Library",
    },
    "zh": {
        "/": "总览",
        "/assess": "评估",
        "/results": "结果",
        "/plan": "计划",
        "/workshop": "研讨会",
        "/compare": "比较",
        "/outside": "外部证据",
        "/library": "资料库",
    },
}


@pytest.fixture(scope="module")
def server(start_server: Callable[..., RunningServer]) -> RunningServer:
    return start_server()


def test_answers_stand_across_languages_and_a_reload(
    open_page: OpenPage, server: RunningServer
) -> None:
    someone = Respondent(settled(open_page(server.url)))
    someone.begin("Brand in two languages")
    shorts: dict[str, Short] = {"VE1.1": 4, "VE1.2": "DK", "VE1.3": 2}
    for item_id, short in shorts.items():
        someone.answer(item_id, short)

    someone.speak("zh")
    someone.answer("VE1.2", 3)
    someone.go_on()
    someone.answer("VE2.1", 3)
    someone.speak("en")
    someone.page.reload()

    someone.expect_dimension("VE2")
    someone.expect_saved("VE2.1", 3)
    someone.go_back()
    for item_id, short in (shorts | {"VE1.2": 3}).items():
        someone.expect_saved(item_id, short)
    assert someone.answered() == 4


def test_the_switch_keeps_the_place_and_the_address_says_the_language(
    open_page: OpenPage, furnished: Furnished
) -> None:
    address = f"{furnished.server.url}/results?assessment={furnished.ids[WORKED]}&lang=en"
    someone = Respondent(settled(open_page(address)))
    expect_the_worked_brand(someone)

    someone.speak("zh")

    expect_the_worked_brand(someone)
    assert "lang=zh" in someone.page.url
    assert f"assessment={furnished.ids[WORKED]}" in someone.page.url


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_says_its_name_and_language(
    open_page: OpenPage, furnished: Furnished, lang: Lang
) -> None:
    page = open_page(f"{furnished.server.url}/?lang={lang}")
    for path, title in TITLES[lang].items():
        page.goto(f"{furnished.server.url}{path}?lang={lang}")

        expect(page).to_have_title(f"{title} · Candour", timeout=20_000)
        expect(settled(page).locator("html")).to_have_attribute("lang", HTML_LANG[lang])


def test_links_of_the_navigation_keep_the_language_and_the_assessment(
    open_page: OpenPage, furnished: Furnished
) -> None:
    address = f"{furnished.server.url}/results?assessment={furnished.ids[WORKED]}&lang=zh"
    someone = Respondent(settled(open_page(address, locale="en-GB")), "zh")

    someone.page.get_by_role("navigation").get_by_role("link", name="评估").click()

    someone.expect_dimension("VE1")
    assert "lang=zh" in someone.page.url
    assert f"assessment={furnished.ids[WORKED]}" in someone.page.url
