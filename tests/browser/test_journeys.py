"""From the empty start to the finding, as a person walks it; and two who walk at once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.domain.text import Lang
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.respondent import WORKED_BRAND, Respondent, settled
from tests.browser.typist import Typist
from tests.builders import Short
from tests.running_server import RunningServer

LOCALE: dict[Lang, str] = {"en": "en-GB", "zh": "zh-CN"}
DIMENSIONS = tuple(f"{pillar}{n}" for pillar in ("VE", "DU", "ST") for n in range(1, 5))
HEADLINE: dict[Lang, str] = {
    "en": "No plan for a data leak holds you at Developing",
    "zh": "发展",
}
FIGURES = {"Overall": 41, "VE": 55, "DU": 47, "ST": 35}


@pytest.fixture(scope="module")
def server(start_server: Callable[..., RunningServer]) -> RunningServer:
    return start_server()


def expect_the_worked_brand(someone: Respondent) -> None:
    """The words and the numbers that the method works out for it."""
    expect(someone.title).to_contain_text(HEADLINE[someone.lang], timeout=20_000)
    metrics = someone.page.get_by_test_id("stMetric")
    expect(metrics).to_have_count(4)
    shown = [
        re.findall(r"\d+", metric.get_by_test_id("stMetricDelta").inner_text())[0]
        for metric in metrics.all()
    ]
    assert shown == ["41", "55", "47", "35"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_brand_is_walked_from_nothing_to_its_finding(
    open_page: OpenPage, server: RunningServer, lang: Lang
) -> None:
    page = settled(open_page(server.url, locale=LOCALE[lang]))
    someone = Respondent(page, lang)
    someone.begin(f"Worked brand {lang}")

    someone.walk(WORKED_BRAND, *DIMENSIONS[:5])
    link = page.url
    page.reload()

    someone.expect_dimension("DU2")
    assert someone.answered() == 15

    elsewhere = Respondent(open_page(link, locale=LOCALE[lang], size=PHONE), lang)
    elsewhere.walk(WORKED_BRAND, *DIMENSIONS[5:])
    expect(elsewhere.title).to_contain_text("1")
    elsewhere.press(elsewhere.t("Complete"))
    expect(elsewhere.title).to_have_text(elsewhere.t("This assessment is complete"))
    elsewhere.press(elsewhere.t("See the results"))

    expect_the_worked_brand(elsewhere)


def test_a_keyboard_alone_is_enough_from_nothing_to_the_finding(
    open_page: OpenPage, server: RunningServer
) -> None:
    someone = Typist(settled(open_page(server.url)))

    someone.begin("Brand by keyboard")
    someone.walk(WORKED_BRAND, *DIMENSIONS)
    someone.press(someone.t("Complete"))
    expect(someone.title).to_have_text("This assessment is complete")
    someone.press(someone.t("See the results"))

    expect_the_worked_brand(someone)


def test_answers_stand_across_languages_and_a_reload(
    open_page: OpenPage, server: RunningServer
) -> None:
    someone = Respondent(settled(open_page(server.url)))
    someone.begin("Brand in two languages")
    shorts: dict[str, Short] = {"VE1.1": 4, "VE1.2": "DK", "VE1.3": 2}
    for item_id, short in shorts.items():
        someone.answer(item_id, short)

    someone.speak("zh")
    someone.page.locator(".st-key-to-VE2").get_by_role("button").click()
    someone.expect_dimension("VE2")
    someone.answer("VE2.1", 3)
    someone.speak("en")
    someone.page.reload()

    someone.expect_dimension("VE2")
    someone.expect_saved("VE2.1", 3)
    someone.page.locator(".st-key-back").get_by_role("button").click()
    someone.expect_dimension("VE1")
    for item_id, short in shorts.items():
        someone.expect_saved(item_id, short)
    assert someone.answered() == 4


def test_the_second_of_two_sees_both_values_and_chooses(
    open_page: OpenPage, server: RunningServer
) -> None:
    first = Respondent(settled(open_page(server.url)))
    first.begin("Brand of two")
    second = Respondent(settled(open_page(first.page.url, locale="zh-CN")))

    first.answer("VE1.1", 2)
    second.choose("VE1.1", 4)
    conflict = second.badge("VE1.1", "Somebody else answered this meanwhile")

    expect(conflict).to_be_visible()
    card = second.card("VE1.1")
    for level in (2, 4):
        expect(card.get_by_text(second.text_of("VE1.1", level))).to_have_count(2)
    expect(second.option("VE1.1", 2)).to_be_checked()

    second.press(second.t("Use mine"))
    expect(conflict).to_be_hidden()
    second.expect_saved("VE1.1", 4)

    first.choose("VE1.1", 5)
    first.press(first.t("Keep theirs"))
    first.expect_saved("VE1.1", 4)
