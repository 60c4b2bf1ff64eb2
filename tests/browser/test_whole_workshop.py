"""A whole workshop as a room lives it: one facilitator, five phones, and what it comes to."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.domain.text import Lang
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.furnished import command
from tests.browser.participant import Participant
from tests.browser.respondent import DIMENSIONS, Respondent, settled
from tests.browser.watching import REPORT_BREACHES, Watch
from tests.builders import DK, Short, data_trust
from tests.running_server import RunningServer

ITEMS: Final = tuple(data_trust().items_by_id)
ROLES: Final = ("Legal", "Marketing")
WITHOUT_PLAN, UNKNOWN = "ST4.1", "VE2.2"
USUAL: Final[tuple[tuple[Short, ...], ...]] = ((3, 3, 3, 3, 4), (2, 2, 3, 2, 2), (4, 4, 4, 4, 4))
"""What the five rate the items in turn, and below what is not usual."""
UNUSUAL: Final[dict[str, tuple[Short, ...]]] = {
    WITHOUT_PLAN: (1, 5, 3, 1, 5),
    UNKNOWN: (DK, 3, DK, DK, 4),
}
CLOSES_WITH: Final[dict[str, int]] = {
    **{item: (3, 2, 4)[number % 3] for number, item in enumerate(ITEMS) if item != UNKNOWN},
    WITHOUT_PLAN: 1,
}
"""The lower medians, and the level on which the room agrees. `UNKNOWN` stays unknown."""
BECAUSE: Final = "Nobody in the room has seen a plan."


def ratings(person: int) -> dict[str, Short]:
    usual = {item: USUAL[number % 3][person] for number, item in enumerate(ITEMS)}
    return usual | {item: given[person] for item, given in UNUSUAL.items()}


@pytest.fixture
def open_phone(browser: Browser, server: RunningServer) -> Iterator[Callable[..., Page]]:
    """A phone of its own with what it remembers; its pages have to behave."""
    watch = Watch(server.url)
    with ExitStack() as closing:

        def open_it(locale: str, *, scripts: bool = True) -> Page:
            phone = browser.new_context(
                locale=locale,
                java_script_enabled=scripts,
                viewport={"width": PHONE[0], "height": PHONE[1]},
            )
            phone.add_init_script(REPORT_BREACHES)
            closing.callback(phone.close)
            page = phone.new_page()
            closing.enter_context(watch.over(page))
            return page

        yield open_it
    assert watch.problems == []


def test_a_room_rates_disagrees_agrees_and_leaves_with_an_assessment(
    open_page: OpenPage, open_phone: Callable[..., Page], server: RunningServer
) -> None:
    facilitator = Respondent(settled(open_page(server.url)))
    code = opened_workshop(facilitator)

    room: list[tuple[Page, Lang]] = [
        (open_phone("en-GB"), "en"),
        (open_phone("zh-CN"), "zh"),
        (open_phone("en-GB", scripts=False), "en"),
        (open_phone("en-GB"), "en"),
        (open_phone("en-GB"), "en"),
    ]
    for person, (page, lang) in enumerate(room):
        someone = Participant(page, lang)
        someone.join(server.url, code, role=ROLES[person % 2])
        someone.rate(DIMENSIONS[0], ratings(person))
    expect(heading(facilitator, "5 of 10 joined, 0 finished")).to_be_visible()
    expect(facilitator.page.get_by_text("5 of 5 through")).to_have_count(1)

    leaver, lang = room[-1]
    leaver.goto("about:blank")
    leaver.goto(f"{server.url}/join/{code}")
    for person, (page, lang) in enumerate(room):
        someone = Participant(page, lang)
        for dimension in DIMENSIONS[1:]:
            someone.rate_at_once(dimension, ratings(person))
        someone.finish()
    expect(heading(facilitator, "5 of 10 joined, 5 finished")).to_be_visible()

    facilitator.press("Lock the ratings")
    facilitator.press("Reveal")
    agree_where_the_room_differs(facilitator)
    facilitator.press("Close and take over the levels")
    facilitator.press_in_dialog("Close it")
    expect(facilitator.title).to_have_text("The assessment has the levels of the room")
    assert "The workshop is over" in leaver.request.get(f"{server.url}/join/{code}").text()

    facilitator.press("See the results")
    expect(facilitator.title).to_have_text("No plan for a data leak holds you at Developing")
    expect_levels(facilitator.page, server)


def opened_workshop(facilitator: Respondent) -> str:
    """From a new brand to a workshop that collects; the code that is on the screen."""
    facilitator.begin("Room brand")
    page = facilitator.page
    page.get_by_role("navigation").get_by_role("link", name="Workshop").click()
    facilitator.press("Open a workshop")
    page.get_by_role("button", name="0 of 36 answered").click()
    facilitator.type_into("Roles, one a line (optional)", "\n".join(ROLES))
    facilitator.press("Prepare the workshop")
    facilitator.press("Start collecting")
    expect(facilitator.title).to_have_text(re.compile(r"^\w{4}-\w{4}$"))
    return facilitator.title.inner_text()


def agree_where_the_room_differs(facilitator: Respondent) -> None:
    """One item is contested: it is shown to the room by itself, and the room settles it."""
    expect(facilitator.title).to_have_text("Agreed on 34 of 36 items; 1 is contested")
    facilitator.press("Discuss the contested items")
    question = data_trust().items_by_id[WITHOUT_PLAN].question.en
    expect(facilitator.title).to_have_text(question)
    choices = facilitator.page.get_by_role("radiogroup", name="We agree on")
    choices.get_by_test_id("stRadioOption").first.click()
    facilitator.type_into("Because", BECAUSE)
    facilitator.press("Agree and go on")
    expect(facilitator.title).not_to_have_text(question)
    facilitator.press("To the list")
    expect(facilitator.page.get_by_text("1 item is agreed upon by the room.")).to_be_visible()


def heading(someone: Respondent, text: str) -> Locator:
    return someone.page.get_by_role("heading", name=text)


def expect_levels(page: Page, server: RunningServer) -> None:
    """The assessment as its file says it: the levels, and where they come from."""
    found = re.search(r"assessment=([\w-]+)", page.url)
    assert found
    out = server.data_dir.parent / "room.json"
    command(server.data_dir.parent, "export", found[1], "--out", str(out))
    answers = json.loads(out.read_text(encoding="utf-8"))["answers"]
    levels = {item: one["level"] for item, one in answers.items() if "level" in one}
    assert levels == CLOSES_WITH
    assert answers[UNKNOWN]["state"] == "dont_know"
    assert answers[WITHOUT_PLAN]["note"] == (
        f"Agreed in the workshop. 5 rated, levels 1 to 5. Reason: {BECAUSE}"
    )
