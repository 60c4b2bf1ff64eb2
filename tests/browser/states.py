"""Every page in every state that looks different.

States of one address stand in an order in which each can be reached from the one before.
"""

from collections.abc import Iterator

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
from tests.browser.state import State
from tests.browser.steps import (
    answer_at_once,
    ask_for_a_reason,
    choose_a_brand_in_the_map,
    choose_part,
    choose_the_demo,
    does_not_apply,
    open_a_question,
    open_case,
    open_dialog,
    open_languages,
    open_look,
    open_menu,
    open_panel,
    present_an_item,
    press_key,
    search_in_vain,
    send_a_broken_file,
    send_without_name,
)


def states() -> Iterator[State]:
    yield from _overview()
    yield from _assess()
    yield from _results()
    yield from _plan()
    yield from _workshop()
    yield from _compare()
    yield from _outside()
    yield from _library()
    yield from _peers()


def _overview() -> Iterator[State]:
    yield State("overview empty", "/", without_data=True)
    yield State("overview language menu", "/", then=open_languages, without_data=True)
    yield State(
        "overview new brand", "/", then=open_dialog("New brand"), without_data=True, variant=True
    )
    yield State("overview new brand refused", "/", then=send_without_name, without_data=True)
    yield State(
        "overview import", "/", then=open_dialog("Import files"), without_data=True, variant=True
    )
    yield State("overview import refused", "/", then=send_a_broken_file, without_data=True)
    yield State("overview", "/")
    yield State("overview new wave", "/", then=open_dialog("New wave"))
    yield State("overview wave menu", "/", then=open_menu(".st-key-wave-menu"))
    yield State("overview set target", "/", then=open_dialog("Set a target"))
    yield State("overview demo", "/", then=choose_the_demo, variant=True)
    yield State("overview brand chosen", "/", then=choose_a_brand_in_the_map)


def _assess() -> Iterator[State]:
    yield State("assess nothing there", "/assess", without_data=True)
    yield State("assess none chosen", "/assess", variant=True)
    yield State("assess first", "/assess", FRESH, "VE1")
    yield State("assess answered", "/assess", WORKED, "VE1")
    yield State("assess last wave", "/assess", LATER, "VE1")
    yield State("assess shared condition", "/assess", FRESH, "DU2", variant=True)
    yield State("assess shared reason", "/assess", FRESH, "DU2", then=does_not_apply)
    yield State("assess reason asked", "/assess", FRESH, "VE3", then=ask_for_a_reason)
    yield State("assess reason given", "/assess", WORKED, "VE3", variant=True)
    for panel in ("Evidence and note", "Why it matters", "History"):
        name = f"assess {panel.lower()}"
        yield State(name, "/assess", GRADED, "VE1", then=open_panel("VE1.1", panel))
    yield State("assess last time", "/assess", LATER, "VE1", then=open_panel("VE1.1", "Last time"))
    yield State("assess in practice", "/assess", FRESH, "VE1", then=open_case)
    yield State("assess conflict", "/assess", TORN, "VE1", then=answer_at_once)
    yield State("assess closed", "/assess", COMPLETE, "VE1")
    yield State("assess other questionnaire", "/assess", NOTHING_APPLIES, variant=True)
    yield State("review all open", "/assess", FRESH, "review", variant=True)
    yield State("review", "/assess", WORKED, "review")
    yield State("review complete", "/assess", COMPLETE, "review")


def _results() -> Iterator[State]:
    yield State("results none chosen", "/results", variant=True)
    yield State("results nothing there", "/results", without_data=True, variant=True)
    for of in (WORKED, GRADED, UNPUBLISHED):
        yield State(f"results {of}", "/results", of)
    for of in (FRESH, PROVISIONAL, NOTHING_APPLIES, COMPLETE):
        yield State(f"results {of}", "/results", of, variant=True)
    yield State("results report", "/results", WORKED, then=open_dialog("Report"))
    yield State("results look", "/results", WORKED, then=open_look)


def _plan() -> Iterator[State]:
    yield State("plan", "/plan", WORKED)
    yield State("plan tried", "/plan", WORKED, then=press_key("try-best", "trial-over"))
    yield State("plan saved", "/plan", COMPLETE, then=press_key("save-best", "plan-ics"))
    yield State("plan empty", "/plan", UNPUBLISHED, variant=True)


def _workshop() -> Iterator[State]:
    yield State("workshop nothing there", "/workshop", without_data=True, variant=True)
    yield State("workshop list", "/workshop")
    for stage in STAGES:
        yield State(f"workshop {stage}", "/workshop", workshop=stage)
    yield State("workshop presented", "/workshop", workshop="revealed", then=present_an_item)


def _compare() -> Iterator[State]:
    yield State("compare nothing there", "/compare", without_data=True, variant=True)
    yield State("compare two waves", "/compare", COMPLETE)
    yield State("compare three brands", "/compare", beside=(COMPLETE, KESTREL, LUMEN))
    yield State("compare within noise", "/compare", beside=(RATED_BEFORE, "closed", WORKED))


def _outside() -> Iterator[State]:
    yield State("outside trackers", "/outside", then=enter_a_scan)
    yield State("outside policies", "/outside?source=policies", then=pick_a_product)
    yield State("outside disclosure", "/outside?source=disclosure", then=pick_a_company)


def _library() -> Iterator[State]:
    yield State("library", "/library")
    yield State("library question", "/library", then=open_a_question)
    yield State("library nothing found", "/library", then=search_in_vain, variant=True)
    for name in ("Method", "Cases", "Sources", "Glossary"):
        variant = name == "Sources"
        yield State(f"library {name.lower()}", "/library", then=choose_part(name), variant=variant)


def _peers() -> Iterator[State]:
    yield State("peers made up", "/peers", KESTREL)
    yield State("peers without a benchmark", "/peers", WORKED)
    yield State("peers asked for at completion", "/assess", FULL, dimension="review")
