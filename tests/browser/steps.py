"""How a person gets to what a page shows only when asked."""

import re

from playwright.sync_api import FilePayload, Locator, expect

from dashboard.i18n import OWN_NAME
from tests.browser.respondent import Respondent, settled
from tests.browser.state import DRAWN, Step
from tests.browser.waiting import wait_until


def present_an_item(someone: Respondent) -> None:
    someone.page.locator("[class*=st-key-present-]").get_by_role("button").first.click()
    someone.page.locator(".st-key-to-list").wait_for()


def press_key(key: str, brings: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.page.locator(f".st-key-{key}").get_by_role("button").click()
        someone.page.locator(f".st-key-{brings}").wait_for()

    return step


def choose_a_brand_in_the_map(someone: Respondent) -> None:
    """The second row: whatever brand the card shows before, this one is not the demo's newest."""
    choose_the_demo(someone)
    settled(someone.page)
    wait_until(someone.page, DRAWN)
    chart = someone.page.get_by_test_id("stPlotlyChart").first
    chart.locator(".scatterlayer .point").nth(13).click(force=True)
    expect(someone.page).to_have_url(re.compile("brand="))


def _choose(group: Locator, label: str) -> None:
    group.get_by_test_id("stRadioOption").filter(has_text=label).click()
    expect(group.get_by_role("radio", name=label)).to_be_checked()


def choose_the_demo(someone: Respondent) -> None:
    t = someone.t
    group = someone.page.get_by_role("radiogroup", name=t("Workspace"))
    _choose(group, t("Demo workspace"))
    expect(someone.page.get_by_text(t("Remove the demo data"))).to_be_visible()


def open_languages(someone: Respondent) -> None:
    someone.button(OWN_NAME[someone.lang]).click()
    expect(someone.page.get_by_role("menu")).to_be_visible()


def open_dialog(label: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.button(someone.t(label)).first.click()
        expect(someone.page.get_by_role("dialog")).to_be_visible()

    return step


def open_look(someone: Respondent) -> None:
    open_dialog("Report")(someone)
    dialog = someone.page.get_by_role("dialog")
    dialog.get_by_text(someone.t("Name, logo and colours")).click()
    expect(dialog.get_by_text(someone.t("Headings and rules")).first).to_be_visible()
    dialog.get_by_role("button", name=someone.t("Save")).scroll_into_view_if_needed()


def send_without_name(someone: Respondent) -> None:
    open_dialog("New brand")(someone)
    someone.press_in_dialog(someone.t("Create and begin"))
    expect(someone.page.get_by_role("alert")).to_be_visible()


def send_a_broken_file(someone: Respondent) -> None:
    open_dialog("Import files")(someone)
    broken = FilePayload(name="broken.json", mimeType="application/json", buffer=b"{}")
    someone.page.locator("input[type=file]").set_input_files(broken)
    expect(someone.page.get_by_text("broken.json")).to_be_visible()
    someone.press_in_dialog(someone.t("Import"))
    expect(someone.page.get_by_role("alert")).to_be_visible()


def open_menu(place: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.page.locator(f"[class*='{place[1:]}']").first.get_by_role("button").click()
        expect(someone.page.get_by_role("menu")).to_be_visible()

    return step


def does_not_apply(someone: Respondent) -> None:
    t = someone.t
    group = someone.page.get_by_role("radiogroup", name=t("Does this dimension apply?"))
    _choose(group, t("It does not apply to us"))
    expect(someone.page.get_by_label(t("Why does it not apply?"))).to_be_visible()


def ask_for_a_reason(someone: Respondent) -> None:
    someone.choose("VE3.3", "NA")
    expect(someone.page.get_by_label(someone.t("Why does it not apply?"))).to_be_visible()


def open_panel(item_id: str, label: str) -> Step:
    def step(someone: Respondent) -> None:
        panel = someone.panel(item_id, someone.t(label))
        panel.click()
        expect(panel).to_be_checked()

    return step


def open_case(someone: Respondent) -> None:
    case = someone.page.locator("details").first
    case.locator("summary").click()
    expect(case.locator("p").last).to_be_visible()


def answer_at_once(someone: Respondent) -> None:
    """Another tab answers first."""
    levels = [level for level in (1, 2, 3) if not someone.option("VE1.1", level).is_checked()]
    tab = someone.page.context.new_page()
    tab.goto(someone.page.url)
    other = Respondent(settled(tab), someone.lang)
    other.answer("VE1.1", levels[0])
    tab.close()
    someone.choose("VE1.1", levels[1])
    expect(someone.button(someone.t("Use mine"))).to_be_visible()


def open_a_question(someone: Respondent) -> None:
    question = someone.page.locator("[class*='st-key-library-data-trust']").first
    question.locator("summary").click()
    expect(question.locator("table").first).to_be_visible()


def search_in_vain(someone: Respondent) -> None:
    field = someone.page.get_by_label(someone.t("Search the questions"))
    field.fill("zzz")
    field.press("Enter")
    expect(someone.page.get_by_text(someone.t("Show all questions"))).to_be_visible()


def choose_part(name: str) -> Step:
    def step(someone: Respondent) -> None:
        group = someone.page.get_by_role("radiogroup", name=someone.t("Part of the library"))
        before = someone.title.inner_text()
        _choose(group, someone.t(name))
        expect(someone.title).not_to_have_text(before)

    return step
