"""A narrow screen and a finger: the drawer gives way to the page, and no tap is lost."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.page_language import ARRIVAL, SCRIPTS
from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.furnished import document, imported
from tests.browser.respondent import ARRIVAL_MS, REASON, Respondent, settled
from tests.browser.waiting import wait_until
from tests.browser.watching import Watch
from tests.browser.windows import Kind, Windows
from tests.running_server import RunningServer

WIDTH: Final = 360
HEIGHT: Final = 780
HERE, NEXT = "VE3", "VE4"
ITEM, OTHER_ITEM = "VE3.3", "VE3.2"
"""The last question before the way on may be left out with a reason."""
MOST: Final = 12
"""Assessments that the tests here need."""
NOTE: Final = "Note"
TYPED: Final = {NOTE: "Asked the legal department.", "Links, one per line": "https://a.example/b"}

OpenPhone = Callable[[str], Page]


@pytest.fixture(scope="module")
def new_address(server: RunningServer) -> Callable[[], str]:
    """Each time the address of an assessment that no other test knows."""
    brands = [f"Brand on a phone {number}" for number in range(MOST)]
    sheets = {brand: document(brand, {ITEM: 2, OTHER_ITEM: 3}) for brand in brands}
    unused = iter(imported(server.data_dir.parent, sheets).values())
    return lambda: f"{server.url}/assess?assessment={next(unused)}"


@pytest.fixture
def open_phone(windows: Windows) -> Iterator[OpenPhone]:
    """Opens addresses on one phone, which remembers the drawer; its pages have to behave."""
    watches: list[Watch] = []
    kind, size = Kind("en-GB", touched=True), (WIDTH, HEIGHT)
    with ExitStack() as closing:
        first = windows.lend(kind, size=size)
        closing.callback(windows.take_back, first, kind)

        def open_it(url: str) -> Page:
            page = first
            if watches:
                page = first.context.new_page()
                page.set_viewport_size({"width": size[0], "height": size[1]})
            watches.append(Watch(url))
            closing.enter_context(watches[-1].over(page))
            page.goto(url)
            return settled(page)

        yield open_it
    assert [problem for watch in watches for problem in watch.problems] == []


def test_a_drawer_that_was_left_open_is_closed_at_the_next_load(
    open_phone: OpenPhone, new_address: Callable[[], str]
) -> None:
    address = new_address()
    page = open_phone(address)
    expect_closed(page)
    open_drawer(page)

    expect_closed(open_phone(address))


def test_the_drawer_makes_way_for_what_was_chosen_in_it(
    open_phone: OpenPhone, new_address: Callable[[], str]
) -> None:
    """For a dimension, even for the one that is shown already, and for another page."""
    someone = Respondent(open_phone(new_address()))
    for chosen in (NEXT, NEXT):
        open_drawer(someone.page)
        way_to(someone.page, chosen).tap()

        someone.expect_dimension(chosen)
        expect_closed(someone.page)
        expect(someone.title).to_be_focused()

    open_drawer(someone.page)
    someone.page.get_by_test_id("stSidebarNavLink").filter(has_text="Library").tap()

    expect(someone.title).to_contain_text("36 questions")
    expect_closed(someone.page)


def test_a_wide_screen_keeps_the_dimensions_in_sight(
    open_page: OpenPage, new_address: Callable[[], str]
) -> None:
    someone = Respondent(settled(open_page(new_address())))
    expect(way_to(someone.page, NEXT)).to_be_in_viewport()
    way_to(someone.page, NEXT).click()

    someone.expect_dimension(NEXT)
    expect(someone.title).to_be_focused()
    expect(way_to(someone.page, NEXT)).to_be_in_viewport()


def test_a_window_that_is_narrow_for_a_while_has_its_dimensions_back(
    open_page: OpenPage, new_address: Callable[[], str]
) -> None:
    """What the page closed by itself is not what the reader wanted for good."""
    someone = Respondent(settled(open_page(new_address(), size=(WIDTH, HEIGHT))))
    open_drawer(someone.page)
    way_to(someone.page, NEXT).click()
    expect_closed(someone.page)
    someone.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})

    expect(way_to(someone.page, NEXT)).to_be_in_viewport()


def test_an_open_dialog_keeps_the_focus_when_the_page_below_it_arrives(
    open_phone: OpenPhone, server: RunningServer
) -> None:
    someone = Respondent(open_phone(server.url))
    someone.button("New brand").tap()
    name = someone.page.get_by_role("textbox", name="Name of the brand")
    name.focus()
    left = someone.page.evaluate(
        f"""var left = 0;
        addEventListener("focusout", () => left++);
        window.candourPlace = "elsewhere";
        {SCRIPTS[ARRIVAL]}
        left"""
    )

    assert left == 0
    expect(name).to_be_focused()


@pytest.mark.parametrize("label", TYPED)
def test_a_tap_on_the_way_on_straight_from_typing_leads_on(
    open_phone: OpenPhone, new_address: Callable[[], str], label: str
) -> None:
    someone = Respondent(open_phone(f"{new_address()}&dimension={HERE}"))
    type_into(someone, label)
    way_on(someone.page).tap()

    someone.expect_dimension(NEXT)
    someone.go_back()
    someone.expect_dimension(HERE)
    expect(someone.page.get_by_role("textbox", name=label)).to_have_value(TYPED[label])


@pytest.mark.parametrize("typed", ["note", pytest.param("reason", marks=pytest.mark.variant)])
def test_a_tap_on_another_page_straight_from_typing_leads_there(
    open_phone: OpenPhone, new_address: Callable[[], str], typed: str
) -> None:
    """On a tablet, where the pages stand at the top."""
    someone = Respondent(open_phone(f"{new_address()}&dimension={HERE}"))
    someone.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    if typed == "note":
        type_into(someone, NOTE)
    else:
        give_reason(someone)
    someone.page.get_by_role("link", name="Results").tap()

    expect(someone.title).to_have_text("Not enough answers for a score yet", timeout=ARRIVAL_MS)
    expect(someone.page).to_have_url(re.compile("/results"))
    someone.page.get_by_role("link", name="Assess").tap()
    expect(someone.option(ITEM, 2 if typed == "note" else "NA")).to_be_checked()
    field = "Note" if typed == "note" else "Why does it not apply?"
    written = TYPED[NOTE] if typed == "note" else REASON["en"]
    expect(someone.page.get_by_role("textbox", name=field)).to_have_value(written)


def test_a_tap_on_the_way_on_straight_from_a_reason_leads_on(
    open_phone: OpenPhone, new_address: Callable[[], str]
) -> None:
    someone = Respondent(open_phone(f"{new_address()}&dimension={HERE}"))
    give_reason(someone)
    way_on(someone.page).tap()

    someone.expect_dimension(NEXT)
    someone.go_back()
    someone.expect_saved(ITEM, "NA")


def test_a_tap_into_another_question_straight_from_typing_counts(
    open_phone: OpenPhone, new_address: Callable[[], str]
) -> None:
    someone = Respondent(open_phone(f"{new_address()}&dimension={HERE}"))
    type_into(someone, NOTE)
    someone.options(OTHER_ITEM).get_by_test_id("stRadioOption").nth(4).tap()

    someone.expect_saved(OTHER_ITEM, 5)
    expect(someone.card(ITEM).get_by_text("Note saved")).to_be_visible()

    someone.page.get_by_role("textbox", name=NOTE).fill("And another word.")
    someone.panel(OTHER_ITEM, "Why it matters").tap()

    why = someone.questionnaire.items_by_id[OTHER_ITEM].why_it_matters
    assert why is not None
    expect(someone.card(OTHER_ITEM).get_by_text(why.get("en"))).to_be_visible()


def type_into(someone: Respondent, label: str) -> None:
    """Into a field of the last question; the focus stays there."""
    someone.panel(ITEM, "Evidence and note").tap()
    someone.page.get_by_role("textbox", name=label).fill(TYPED[label])


def give_reason(someone: Respondent) -> None:
    """Why the last question does not apply; the focus stays there."""
    someone.choose(ITEM, "NA")
    someone.page.get_by_role("textbox", name="Why does it not apply?").fill(REASON["en"])


def way_on(page: Page) -> Locator:
    return page.locator(".st-key-next").get_by_role("button")


def way_to(page: Page, dimension: str) -> Locator:
    return page.locator(f".st-key-to-{dimension}").get_by_role("button")


def open_drawer(page: Page) -> None:
    wait_until(page, "window.candourPlace")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")


def expect_closed(page: Page) -> None:
    drawer = page.get_by_test_id("stSidebar")
    expect(drawer).to_have_attribute("data-collapsed", "true")
    expect(drawer).not_to_be_in_viewport()
