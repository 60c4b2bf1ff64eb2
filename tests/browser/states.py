"""Every page in every state that looks different, and how a person gets there."""

import re
from collections.abc import Iterator

from playwright.sync_api import FilePayload, Locator, expect

from dashboard.i18n import OWN_NAME
from tests.browser.furnished import (
    COMPLETE,
    FRESH,
    FULL,
    GRADED,
    KESTREL,
    LATER,
    LUMEN,
    NOTHING_APPLIES,
    PROVISIONAL,
    RATED_BEFORE,
    STAGES,
    TORN,
    UNPUBLISHED,
    WORKED,
)
from tests.browser.outside_steps import enter_a_scan, pick_a_company, pick_a_product
from tests.browser.respondent import Respondent, settled
from tests.browser.state import DRAWN, State, Step
from tests.browser.waiting import wait_until


def states() -> Iterator[State]:
    yield from _overview()
    yield from _assess()
    yield from _results()
    yield from _plan()
    yield from _workshop()
    yield from _compare()
    yield from _outside()
    yield from _library()
    yield from _portfolio()
    yield from _peers()


def _overview() -> Iterator[State]:
    yield State("overview empty", "/", without_data=True)
    yield State("overview", "/")
    yield State("overview demo", "/", then=_choose_the_demo)
    yield State("overview language menu", "/", then=_open_languages, without_data=True)
    yield State("overview new brand", "/", then=_open("New brand"), without_data=True)
    yield State("overview new brand refused", "/", then=_send_without_name, without_data=True)
    yield State("overview import", "/", then=_open("Import files"), without_data=True)
    yield State("overview import refused", "/", then=_send_a_broken_file, without_data=True)
    yield State("overview new wave", "/", then=_open("New wave"))
    yield State("overview wave menu", "/", then=_open_menu(".st-key-wave-menu"))


def _assess() -> Iterator[State]:
    yield State("assess nothing there", "/assess", without_data=True)
    yield State("assess none chosen", "/assess")
    yield State("assess first", "/assess", FRESH, "VE1")
    yield State("assess answered", "/assess", WORKED, "VE1")
    yield State("assess last wave", "/assess", LATER, "VE1")
    yield State("assess shared condition", "/assess", FRESH, "DU2")
    yield State("assess shared reason", "/assess", FRESH, "DU2", then=_does_not_apply)
    yield State("assess reason asked", "/assess", FRESH, "VE3", then=_ask_for_a_reason)
    yield State("assess reason given", "/assess", WORKED, "VE3")
    for panel in ("Evidence and note", "Why it matters", "History"):
        name = f"assess {panel.lower()}"
        yield State(name, "/assess", GRADED, "VE1", then=_open_panel("VE1.1", panel))
    yield State("assess last time", "/assess", LATER, "VE1", then=_open_panel("VE1.1", "Last time"))
    yield State("assess in practice", "/assess", FRESH, "VE1", then=_open_case)
    yield State("assess conflict", "/assess", TORN, "VE1", then=_answer_at_once)
    yield State("assess closed", "/assess", COMPLETE, "VE1")
    yield State("assess other questionnaire", "/assess", NOTHING_APPLIES)
    yield State("review all open", "/assess", FRESH, "review")
    yield State("review", "/assess", WORKED, "review")
    yield State("review complete", "/assess", COMPLETE, "review")


def _results() -> Iterator[State]:
    yield State("results none chosen", "/results")
    yield State("results nothing there", "/results", without_data=True)
    for of in (WORKED, FRESH, GRADED, PROVISIONAL, UNPUBLISHED, NOTHING_APPLIES, COMPLETE):
        yield State(f"results {of}", "/results", of)
    yield State("results report", "/results", WORKED, then=_open("Report"))
    yield State("results look", "/results", WORKED, then=_open_look)


def _plan() -> Iterator[State]:
    yield State("plan", "/plan", WORKED)
    yield State("plan tried", "/plan", WORKED, then=_press_key("try-best", "trial-over"))
    yield State("plan saved", "/plan", COMPLETE, then=_press_key("save-best", "plan-ics"))
    yield State("plan empty", "/plan", UNPUBLISHED)


def _workshop() -> Iterator[State]:
    yield State("workshop nothing there", "/workshop", without_data=True)
    yield State("workshop list", "/workshop")
    for stage in STAGES:
        yield State(f"workshop {stage}", "/workshop", workshop=stage)
    yield State("workshop presented", "/workshop", workshop="revealed", then=_present_an_item)


def _compare() -> Iterator[State]:
    yield State("compare nothing there", "/compare", without_data=True)
    yield State("compare two waves", "/compare", COMPLETE)
    yield State("compare three brands", "/compare", beside=(COMPLETE, KESTREL, LUMEN))
    yield State("compare within noise", "/compare", beside=(RATED_BEFORE, "closed", WORKED))


def _outside() -> Iterator[State]:
    yield State("outside trackers", "/outside", then=enter_a_scan)
    yield State("outside policies", "/outside?source=policies", then=pick_a_product)
    yield State("outside disclosure", "/outside?source=disclosure", then=pick_a_company)


def _library() -> Iterator[State]:
    yield State("library", "/library")
    yield State("library question", "/library", then=_open_a_question)
    yield State("library nothing found", "/library", then=_search_in_vain)
    for name in ("Method", "Cases", "Sources", "Glossary"):
        yield State(f"library {name.lower()}", "/library", then=_choose_part(name))


def _portfolio() -> Iterator[State]:
    yield State("overview brand chosen", "/", then=_choose_a_brand_in_the_map)
    yield State("overview set target", "/", then=_open("Set a target"))


# How to get there


def _present_an_item(someone: Respondent) -> None:
    someone.page.locator("[class*=st-key-present-]").get_by_role("button").first.click()
    someone.page.locator(".st-key-to-list").wait_for()


def _press_key(key: str, brings: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.page.locator(f".st-key-{key}").get_by_role("button").click()
        someone.page.locator(f".st-key-{brings}").wait_for()

    return step


def _choose_a_brand_in_the_map(someone: Respondent) -> None:
    """The second row: whatever brand the card shows before, this one is not the demo's newest."""
    _choose_the_demo(someone)
    settled(someone.page)
    wait_until(someone.page, DRAWN)
    chart = someone.page.get_by_test_id("stPlotlyChart").first
    chart.locator(".scatterlayer .point").nth(13).click(force=True)
    expect(someone.page).to_have_url(re.compile("brand="))


def _choose(group: Locator, label: str) -> None:
    group.get_by_test_id("stRadioOption").filter(has_text=label).click()
    expect(group.get_by_role("radio", name=label)).to_be_checked()


def _choose_the_demo(someone: Respondent) -> None:
    t = someone.t
    group = someone.page.get_by_role("radiogroup", name=t("Workspace"))
    _choose(group, t("Demo workspace"))
    expect(someone.page.get_by_text(t("Remove the demo data"))).to_be_visible()


def _open_languages(someone: Respondent) -> None:
    someone.button(OWN_NAME[someone.lang]).click()
    expect(someone.page.get_by_role("menu")).to_be_visible()


def _open(label: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.button(someone.t(label)).first.click()
        expect(someone.page.get_by_role("dialog")).to_be_visible()

    return step


def _open_look(someone: Respondent) -> None:
    _open("Report")(someone)
    dialog = someone.page.get_by_role("dialog")
    dialog.get_by_text(someone.t("Name, logo and colours")).click()
    expect(dialog.get_by_text(someone.t("Headings and rules")).first).to_be_visible()
    dialog.get_by_role("button", name=someone.t("Save")).scroll_into_view_if_needed()


def _send_without_name(someone: Respondent) -> None:
    _open("New brand")(someone)
    someone.press_in_dialog(someone.t("Create and begin"))
    expect(someone.page.get_by_role("alert")).to_be_visible()


def _send_a_broken_file(someone: Respondent) -> None:
    _open("Import files")(someone)
    broken = FilePayload(name="broken.json", mimeType="application/json", buffer=b"{}")
    someone.page.locator("input[type=file]").set_input_files(broken)
    expect(someone.page.get_by_text("broken.json")).to_be_visible()
    someone.press_in_dialog(someone.t("Import"))
    expect(someone.page.get_by_role("alert")).to_be_visible()


def _open_menu(place: str) -> Step:
    def step(someone: Respondent) -> None:
        someone.page.locator(f"[class*='{place[1:]}']").first.get_by_role("button").click()
        expect(someone.page.get_by_role("menu")).to_be_visible()

    return step


def _does_not_apply(someone: Respondent) -> None:
    t = someone.t
    group = someone.page.get_by_role("radiogroup", name=t("Does this dimension apply?"))
    _choose(group, t("It does not apply to us"))
    expect(someone.page.get_by_label(t("Why does it not apply?"))).to_be_visible()


def _ask_for_a_reason(someone: Respondent) -> None:
    someone.choose("VE3.3", "NA")
    expect(someone.page.get_by_label(someone.t("Why does it not apply?"))).to_be_visible()


def _open_panel(item_id: str, label: str) -> Step:
    def step(someone: Respondent) -> None:
        card = someone.card(item_id)
        blocks = card.get_by_test_id("stElementContainer").count()
        card.get_by_role("button", name=someone.t(label), exact=True).click()
        expect(card.get_by_test_id("stElementContainer").nth(blocks)).to_be_visible()

    return step


def _open_case(someone: Respondent) -> None:
    case = someone.page.locator("details").first
    case.locator("summary").click()
    expect(case.locator("p").last).to_be_visible()


def _answer_at_once(someone: Respondent) -> None:
    """Another tab answers first."""
    levels = [level for level in (1, 2, 3) if not someone.option("VE1.1", level).is_checked()]
    tab = someone.page.context.new_page()
    tab.goto(someone.page.url)
    other = Respondent(settled(tab), someone.lang)
    other.answer("VE1.1", levels[0])
    tab.close()
    someone.choose("VE1.1", levels[1])
    expect(someone.button(someone.t("Use mine"))).to_be_visible()


def _open_a_question(someone: Respondent) -> None:
    question = someone.page.locator("[class*='st-key-library-data-trust']").first
    question.locator("summary").click()
    expect(question.locator("table").first).to_be_visible()


def _search_in_vain(someone: Respondent) -> None:
    field = someone.page.get_by_label(someone.t("Search the questions"))
    field.fill("zzz")
    field.press("Enter")
    expect(someone.page.get_by_text(someone.t("Show all questions"))).to_be_visible()


def _choose_part(name: str) -> Step:
    def step(someone: Respondent) -> None:
        group = someone.page.get_by_role("radiogroup", name=someone.t("Part of the library"))
        before = someone.title.inner_text()
        _choose(group, someone.t(name))
        expect(someone.title).not_to_have_text(before)

    return step


def _peers() -> Iterator[State]:
    yield State("peers made up", "/peers", KESTREL)
    yield State("peers without a benchmark", "/peers", WORKED)
    yield State("peers asked for at completion", "/assess", FULL, dimension="review")
