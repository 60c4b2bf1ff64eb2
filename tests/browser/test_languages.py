"""English and Chinese: the same place, the same answers, and no word of the other language."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.furnished import LONG_NAME, NOTE, WHY, WORKED, Furnished
from tests.browser.inspection import out_of_place
from tests.browser.respondent import REASON, Respondent, expect_the_worked_brand, settled
from tests.browser.states import State, states
from tests.builders import Short
from tests.running_server import RunningServer

TITLES: dict[Lang, dict[str, str]] = {
    "en": {
        "/": "Overview",
        "/assess": "Assess",
        "/results": "Results",
        "/workshop": "Workshop",
        "/library": "Library",
    },
    "zh": {
        "/": "总览",
        "/assess": "评估",
        "/results": "结果",
        "/workshop": "研讨会",
        "/library": "资料库",
    },
}
SENTENCE = re.compile(r"[A-Za-z’']{2,}(?: [A-Za-z’'“”]+){2,}")
"""Three Latin words in a row: no name, no unit, no abbreviation."""
IN_TWO_LANGUAGES = {
    "overview empty",
    "overview demo",
    "overview new brand refused",
    "overview set target",
    "assess shared reason",
    "assess evidence and note",
    "assess history",
    "assess last time",
    "review",
    "results complete",
    "results graded",
    "results unpublished",
    "workshop nothing there",
    "workshop collecting",
    "workshop revealed",
    "workshop closed",
}
OURS = "[data-testid=stMain], [data-testid=stSidebarUserContent], [role=dialog], [role=menu]"
"""All but Streamlit's own words: the link that skips to the content speaks English alone."""
TYPED = (LONG_NAME, REASON["en"], NOTE, WHY)
"""What people wrote stays in their language."""


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


@pytest.mark.parametrize(
    "state",
    [state for state in states() if state.name in IN_TWO_LANGUAGES],
    ids=lambda state: state.name,
)
def test_a_chinese_page_says_nothing_in_english_and_fits_a_phone(
    open_page: OpenPage, furnished: Furnished, state: State
) -> None:
    page = open_page(state.address(furnished, "zh"), locale="zh-CN", size=PHONE)
    state.reach(Respondent(page, "zh"))

    shown = "\n".join(page.locator(OURS).all_inner_texts())
    foreign = [line for line in shown.splitlines() if SENTENCE.search(line)]
    assert [line for line in foreign if not any(text in line for text in TYPED)] == []
    assert out_of_place(page) == []
