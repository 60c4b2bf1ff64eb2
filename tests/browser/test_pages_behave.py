"""What every page does for whoever reads it: its theme, its top, its place after a reload."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import FRESH, WORKED, Furnished
from tests.browser.inspection import GROUND, Theme
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.browser.state import State
from tests.browser.states import states

PAGES = ("overview", "assess answered", "results worked", "library")
INK: dict[Theme, str] = {"light": "rgb(16, 21, 30)", "dark": "rgb(240, 237, 230)"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", [state for state in states() if state.name in PAGES], ids=lambda state: state.name
)
def test_a_page_has_the_colours_of_its_theme(
    open_page: OpenPage, furnished: Furnished, state: State, theme: Theme
) -> None:
    page = open_page(state.address(furnished, "en"), dark=theme == "dark")
    state.reach(Respondent(page))

    expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUND[theme])
    expect(page.locator("h1").first).to_have_css("color", INK[theme])
    for label in page.locator(".stPlotlyChart .yaxislayer-above text").all():
        expect(label).to_have_css("fill", INK[theme])


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_next_dimension_begins_at_its_title(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int]
) -> None:
    someone = Respondent(open_page(address(furnished, "assess", FRESH), size=size))
    someone.expect_dimension("VE1")

    someone.press_next()

    someone.expect_dimension("VE2")
    expect(someone.title).to_be_focused()
    assert scrolled(someone.page) == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_first_page_begins_at_its_top(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int]
) -> None:
    page = settled(open_page(address(furnished, "results", WORKED), size=size))

    assert scrolled(page) == 0


def test_a_page_that_another_one_leads_to_begins_at_its_title(
    open_page: OpenPage, furnished: Furnished
) -> None:
    someone = Respondent(settled(open_page(address(furnished, "results", WORKED))))
    link = someone.page.locator("[class*=st-key-gap-] button").last
    link.scroll_into_view_if_needed()

    link.click()

    expect(someone.title).to_be_focused()
    assert "/assess" in someone.page.url
    assert scrolled(someone.page) == 0


def test_a_reload_and_the_way_back_of_the_browser_keep_the_place(
    open_page: OpenPage, furnished: Furnished
) -> None:
    someone = Respondent(settled(open_page(address(furnished, "results", WORKED))))
    someone.page.reload()
    expect_the_worked_brand(someone)
    someone.page.get_by_role("navigation").get_by_role("link", name="Library").click()
    expect(someone.title).to_have_text("36 questions in 3 pillars")

    someone.page.go_back()

    expect_the_worked_brand(someone)


def address(furnished: Furnished, path: str, of: str) -> str:
    return f"{furnished.server.url}/{path}?lang=en&assessment={furnished.ids[of]}"


def scrolled(page: Page) -> float:
    """Pixels by which the page is scrolled down, once it stands still."""
    settled(page)
    page.wait_for_timeout(200)
    found: float = page.get_by_test_id("stMain").evaluate("main => main.scrollTop")
    return found
