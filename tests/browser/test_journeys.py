"""To the finding on two devices, as a person walks there; and two who answer at once."""

from typing import Final

from playwright.sync_api import expect

from dashboard.domain.text import Lang
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.furnished import document, imported
from tests.browser.respondent import (
    DIMENSIONS,
    REASON,
    WORKED_BRAND,
    Respondent,
    expect_the_worked_brand,
    settled,
)
from tests.running_server import RunningServer

HERE: Final = "VE3"
ELSEWHERE: Final = DIMENSIONS[7:]
LEFT: Final = (HERE, *ELSEWHERE)
"""What is not answered yet; among it what does not apply, and what nobody knows."""


def test_an_assessment_is_continued_on_two_devices_to_its_finding(
    open_page: OpenPage, server: RunningServer
) -> None:
    """The browser's language decides. The keyboard's test begins with nothing."""
    lang: Lang = "zh"
    someone = Respondent(open_page(half_answered(server), locale="zh-CN"), lang)
    someone.walk(WORKED_BRAND, HERE)
    someone.page.reload()

    someone.expect_dimension("VE4")
    assert someone.answered() == 21
    someone.go_back()
    for item_id in ("VE3.1", "VE3.2", "VE3.3"):
        someone.expect_saved(item_id, WORKED_BRAND[item_id])

    link = someone.page.url.replace(f"dimension={HERE}", f"dimension={ELSEWHERE[0]}")
    elsewhere = Respondent(open_page(link, size=PHONE), lang)
    elsewhere.walk(WORKED_BRAND, *ELSEWHERE)
    t = elsewhere.t
    expect(elsewhere.title).to_have_text(
        t.plural("{n} question is open", "{n} questions are open", 1)
    )
    expect(elsewhere.page.get_by_text(REASON[lang])).to_be_visible()
    elsewhere.press(t("Complete as it is"))
    expect(elsewhere.title).to_have_text(t("This assessment is complete"))
    elsewhere.press(t("See the results"))

    expect_the_worked_brand(elsewhere)


def half_answered(server: RunningServer) -> str:
    """Where to answer the rest; eighteen answers are there."""
    there = {item: short for item, short in WORKED_BRAND.items() if item[:3] not in LEFT}
    sheet = document("Brand on two devices", there)
    (assessment,) = imported(server.data_dir.parent, {"it": sheet}).values()
    return f"{server.url}/assess?assessment={assessment}&dimension={HERE}"


def test_the_second_of_two_sees_both_values_and_chooses(
    open_page: OpenPage, server: RunningServer
) -> None:
    first = Respondent(settled(open_page(server.url)))
    first.begin("Brand of two")
    second = Respondent(settled(open_page(first.page.url)))

    first.answer("VE1.1", 2)
    second.choose("VE1.1", 4)

    conflict = second.card("VE1.1").get_by_text("Somebody else answered this meanwhile")
    expect(conflict).to_be_visible()
    for level in (2, 4):
        both = second.card("VE1.1").get_by_text(second.text_of("VE1.1", level))
        expect(both).to_have_count(2)
    expect(second.option("VE1.1", 2)).to_be_checked()
    expect(second.badge("VE1.1", "Saved")).to_be_hidden()

    second.press("Use mine")
    second.expect_saved("VE1.1", 4)
    expect(conflict).to_be_hidden()

    first.choose("VE1.1", 5)
    first.press("Keep theirs")
    first.expect_saved("VE1.1", 4)
