"""An executive's three minutes: from the start page to why, to peers, to the next step.

Nothing is answered on the way, and each way back leads to where one came from.
"""

import re

import pytest
from playwright.sync_api import expect

from dashboard.domain.text import Lang
from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.inspection import beyond_the_window
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.browser.test_phone import open_drawer

SMALL_PHONE = (390, 844)
FIRST_STEP = "ST4.1"
"""The critical question that holds the worked brand back."""


@pytest.mark.parametrize(("size", "lang"), [(DESKTOP, "zh"), (SMALL_PHONE, "en")])
def test_from_the_start_page_to_why_to_peers_and_to_the_next_step(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int], lang: Lang
) -> None:
    start = f"{furnished.server.url}/?lang={lang}&assessment={furnished.ids[WORKED]}"
    someone = Respondent(settled(open_page(start, size=size)), lang)

    _follow(someone, "card-why", "/results")
    expect_the_worked_brand(someone)
    why = someone.page.get_by_role("heading", name=someone.t("Why this number"))
    why.scroll_into_view_if_needed()
    expect(why).to_be_visible()
    assert beyond_the_window(someone.page) == []
    _go_back(someone, start)

    _follow(someone, f"peers-{furnished.ids[WORKED]}", "/peers")
    expect(someone.title).to_be_visible()
    assert beyond_the_window(someone.page) == []
    _go_back(someone, start)

    _follow(someone, f"step-{FIRST_STEP}", "/assess")
    expect(someone.page).to_have_url(re.compile("dimension=ST4"))
    _go_back(someone, start)

    _go_to(someone, someone.t("Outside evidence"), narrow=size == SMALL_PHONE)
    expect(someone.page.get_by_text("CC BY 4.0").first).to_be_visible()
    assert beyond_the_window(someone.page) == []


def _follow(someone: Respondent, key: str, path: str) -> None:
    """Press what the card offers."""
    button = someone.page.locator(f".st-key-{key.replace('.', '-')}").get_by_role("button")
    button.scroll_into_view_if_needed()
    button.click()
    expect(someone.page).to_have_url(re.compile(path))
    settled(someone.page)


def _go_back(someone: Respondent, start: str) -> None:
    """As the browser does it: the card is that of the same brand."""
    someone.page.go_back()
    expect(someone.page).to_have_url(re.compile(re.escape(start.partition("?")[0]) + r"\?"))
    expect(settled(someone.page).locator(".st-key-card-why")).to_be_visible()


def _go_to(someone: Respondent, page: str, *, narrow: bool) -> None:
    """By the navigation: at the top, or in the drawer of a narrow screen."""
    if narrow:
        # A drawer that is opened before the page has come to rest is shut again by it.
        settled(someone.page)
        open_drawer(someone.page)
    someone.page.get_by_role("link", name=page).click()
    settled(someone.page)
