"""An executive's three minutes: from the start page to why, to what to do, to what others measured.

Nothing is answered on the way, and each way back leads to where one came from.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.inspection import beyond_the_window
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.browser.test_phone import open_drawer

SMALL_PHONE = (390, 844)


@pytest.mark.parametrize("size", [DESKTOP, SMALL_PHONE])
def test_from_the_start_page_to_why_to_the_next_step_and_to_outside_evidence(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int]
) -> None:
    start = f"{furnished.server.url}/?lang=en"
    someone = Respondent(settled(open_page(start, size=size)))
    _open_results(someone, furnished.ids[WORKED])
    expect_the_worked_brand(someone)

    why = someone.page.get_by_role("heading", name="Why this number")
    why.scroll_into_view_if_needed()
    expect(someone.page.get_by_role("heading", name="What each band asks")).to_be_visible()
    assert beyond_the_window(someone.page) == []
    someone.press("The method")
    expect(someone.title).to_have_text("How Candour gets from answers to a result")
    _go_back(someone)

    someone.page.locator("[class*=st-key-go-]").first.get_by_role("button").click()
    expect(someone.page).to_have_url(re.compile("/assess"))
    settled(someone.page)
    _go_back(someone)

    _go_to(someone, "Outside evidence", narrow=size == SMALL_PHONE)
    expect(someone.title).to_contain_text("trackers")
    expect(someone.page.get_by_text("CC BY 4.0").first).to_be_visible()
    assert beyond_the_window(someone.page) == []


def _open_results(someone: Respondent, assessment: str) -> None:
    button = someone.page.locator(f".st-key-results-{assessment}").get_by_role("button")
    button.scroll_into_view_if_needed()
    button.click()
    expect(someone.page).to_have_url(re.compile("/results"))
    settled(someone.page)


def _go_back(someone: Respondent) -> None:
    """As the browser does it; the finding stands there as before."""
    someone.page.go_back()
    expect(someone.page).to_have_url(re.compile("/results"))
    expect_the_worked_brand(Respondent(settled(someone.page)))


def _go_to(someone: Respondent, page: str, *, narrow: bool) -> None:
    """By the navigation: at the top, or in the drawer of a narrow screen."""
    if narrow:
        open_drawer(someone.page)
    someone.page.get_by_role("link", name=page).click()
    settled(someone.page)
