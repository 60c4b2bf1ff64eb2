"""An executive's three minutes: from the start page to why, to peers, to the next step.

Nothing is answered on the way, and each way back leads to where one came from.
"""

import re

from playwright.sync_api import expect

from dashboard.domain.text import Lang
from tests.browser.conftest import OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.inspection import beyond_the_window
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.browser.test_phone import open_drawer

SMALL_PHONE = (390, 844)
FIRST_STEP = "ST4.1"
"""The critical question that holds the worked brand back."""


def test_from_the_start_page_to_why_and_to_peers(open_page: OpenPage, furnished: Furnished) -> None:
    start = _start(furnished, "zh")
    someone = Respondent(settled(open_page(start)), "zh")

    _follow(someone, "card-why", "/results")
    expect_the_worked_brand(someone)
    why = someone.page.get_by_role("heading", name=someone.t("Why this number"))
    why.scroll_into_view_if_needed()
    expect(why).to_be_visible()
    _go_back(someone, start)

    _follow(someone, f"peers-{furnished.ids[WORKED]}", "/peers")
    expect(someone.title).to_be_visible()
    _go_back(someone, start)


def test_from_the_start_page_to_the_next_step_and_to_outside_evidence_on_a_phone(
    open_page: OpenPage, furnished: Furnished
) -> None:
    start = _start(furnished, "en")
    someone = Respondent(settled(open_page(start, size=SMALL_PHONE)))

    _follow(someone, f"step-{FIRST_STEP}", "/assess")
    expect(someone.page).to_have_url(re.compile("dimension=ST4"))
    _go_back(someone, start)

    settled(someone.page)
    # A drawer that is opened before the page has come to rest is shut again by it.
    open_drawer(someone.page)
    someone.page.get_by_role("link", name="Outside evidence").click()
    expect(settled(someone.page).get_by_text("CC BY 4.0").first).to_be_visible()
    assert beyond_the_window(someone.page) == []


def _start(furnished: Furnished, lang: Lang) -> str:
    return f"{furnished.server.url}/?lang={lang}&assessment={furnished.ids[WORKED]}"


def _follow(someone: Respondent, key: str, path: str) -> None:
    """Press what the card offers; what it leads to fits the window."""
    button = someone.page.locator(f".st-key-{key.replace('.', '-')}").get_by_role("button")
    button.scroll_into_view_if_needed()
    button.click()
    expect(someone.page).to_have_url(re.compile(path))
    assert beyond_the_window(settled(someone.page)) == []


def _go_back(someone: Respondent, start: str) -> None:
    """As the browser does it: the card is that of the same brand."""
    someone.page.go_back()
    expect(someone.page).to_have_url(re.compile(re.escape(start.partition("?")[0]) + r"\?"))
    expect(settled(someone.page).locator(".st-key-card-why")).to_be_visible()
