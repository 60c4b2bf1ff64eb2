"""From the empty start to the finding, as a person walks it; and two who walk at once."""

from playwright.sync_api import expect

from dashboard.domain.text import Lang
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.respondent import (
    DIMENSIONS,
    REASON,
    WORKED_BRAND,
    Respondent,
    expect_the_worked_brand,
    settled,
)
from tests.running_server import RunningServer


def test_a_brand_is_walked_from_nothing_to_its_finding(
    open_page: OpenPage, server: RunningServer
) -> None:
    """Half on one device, half by the link on another; the browser's language decides."""
    lang: Lang = "zh"
    someone = Respondent(settled(open_page(server.url, locale="zh-CN")), lang)
    someone.begin("Brand on two devices")
    someone.walk(WORKED_BRAND, *DIMENSIONS[:5])
    someone.page.reload()

    someone.expect_dimension("DU2")
    assert someone.answered() == 15
    someone.go_back()
    for item_id in ("DU1.1", "DU1.2", "DU1.3"):
        someone.expect_saved(item_id, WORKED_BRAND[item_id])
    someone.go_on()

    elsewhere = Respondent(open_page(someone.page.url, size=PHONE), lang)
    elsewhere.walk(WORKED_BRAND, *DIMENSIONS[5:])
    t = elsewhere.t
    expect(elsewhere.title).to_have_text(
        t.plural(
            "{n} question is answered “I don't know”",
            "{n} questions are answered “I don't know”",
            1,
        )
    )
    expect(elsewhere.page.get_by_text(REASON[lang])).to_be_visible()
    elsewhere.press(t("Complete as it is"))
    expect(elsewhere.title).to_have_text(t("This assessment is complete"))
    elsewhere.press(t("See the results"))

    expect_the_worked_brand(elsewhere)


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
