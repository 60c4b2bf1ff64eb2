"""What every page does for whoever reads it: its theme, its top, its place after a reload."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.inspection import GROUND, Theme
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.browser.states import states
from tests.browser.walks import Visit

PAGES = ("library", "overview", "results worked", "assess answered")
"""Each address says at least what the one before it said."""
INK: dict[Theme, str] = {"light": "rgb(16, 21, 30)", "dark": "rgb(240, 237, 230)"}


@pytest.mark.parametrize("theme", [pytest.param("light", marks=pytest.mark.variant), "dark"])
def test_every_page_has_the_colours_of_its_theme(
    open_page: OpenPage, furnished: Furnished, theme: Theme
) -> None:
    by_name = {state.name: state for state in states()}
    start = by_name[PAGES[0]].address(furnished, "en")
    visit = Visit(open_page(start, dark=theme == "dark"), furnished, start)

    for name in PAGES:
        page = visit.lead_to(by_name[name], "en").page
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUND[theme])
        expect(page.locator("h1").first).to_have_css("color", INK[theme])
        for label in page.locator(".stPlotlyChart .yaxislayer-above text").all():
            expect(label).to_have_css("fill", INK[theme])


@pytest.mark.parametrize("size", [pytest.param(DESKTOP, marks=pytest.mark.variant), PHONE])
def test_the_first_page_begins_at_its_top_and_what_it_leads_to_at_its_title(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int]
) -> None:
    start = f"{furnished.server.url}/results?lang=en&assessment={furnished.ids[WORKED]}"
    someone = Respondent(settled(open_page(start, size=size)))
    assert scrolled(someone.page) == 0

    link = someone.page.locator("[class*=st-key-gap-] button").last
    link.scroll_into_view_if_needed()
    link.click()
    expect(someone.title).to_be_focused()
    assert "/assess" in someone.page.url
    assert scrolled(someone.page) == 0

    someone.go_on()
    expect(someone.title).to_be_focused()
    assert scrolled(someone.page) == 0


def test_what_was_done_far_down_the_list_is_said_where_it_is_seen(
    open_page: OpenPage, furnished: Furnished
) -> None:
    page = settled(open_page(f"{furnished.server.url}/?lang=en", size=PHONE))
    page.locator("[class*=st-key-brand-menu-] button").last.click()
    page.get_by_role("menuitem", name="Archive").click()

    undo = page.locator(".st-key-undo-last button")
    expect(undo).to_be_in_viewport()
    undo.click()
    expect(undo).to_have_count(0)


def test_a_reload_and_the_way_back_of_the_browser_keep_the_place(
    open_page: OpenPage, furnished: Furnished
) -> None:
    start = f"{furnished.server.url}/results?lang=en&assessment={furnished.ids[WORKED]}"
    someone = Respondent(settled(open_page(start)))
    someone.page.reload()
    expect_the_worked_brand(someone)
    someone.page.get_by_role("navigation").get_by_role("link", name="Library").click()
    expect(someone.title).to_have_text("36 questions in 3 pillars")
    someone.page.get_by_role("radio", name="Sources").press("Space")
    expect(someone.title).to_have_text("What the questions rest on")

    someone.page.go_back()
    expect(someone.title).to_have_text("36 questions in 3 pillars")
    someone.page.go_back()

    expect_the_worked_brand(someone)


def scrolled(page: Page) -> float:
    """Pixels by which the page is scrolled down, once it stands still."""
    settled(page)
    page.wait_for_timeout(200)
    found: float = page.get_by_test_id("stMain").evaluate("main => main.scrollTop")
    return found
