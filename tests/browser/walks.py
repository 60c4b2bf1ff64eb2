"""Walks: states that one load of the app leads to, one after another.

All name the same things in their addresses: what one leaves unsaid would stay as another said it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page, expect

from dashboard.domain.text import Lang
from tests.browser.furnished import Furnished
from tests.browser.respondent import Respondent
from tests.browser.state import State
from tests.browser.states import states
from tests.browser.waiting import wait_until

LONGEST: Final = 7
"""Longer ones would leave one of two workers without work at the end."""
OVERLAY: Final = "[role=dialog], [role=menu]"
"""What lies over a page until it is closed."""

GO: Final = """address => {
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
"""As the way back of the browser leads to another place: without a new load."""
PLACE: Final = """() => `${document.documentElement.lang}
  ${document.querySelector('[data-place]')?.dataset.place}`"""
"""Which page this is, and in which language; each run of the app says it anew."""


def walks() -> Iterator[tuple[State, ...]]:
    """Every state in one of them."""
    together: dict[object, list[State]] = defaultdict(list)
    for state in states():
        together[state.sort].append(state)
    for alike in together.values():
        for first in range(0, len(alike), LONGEST):
            yield tuple(alike[first : first + LONGEST])


@dataclass
class Visit:
    """Somebody who is led from state to state; `address` is that of the page as it was opened."""

    page: Page
    furnished: Furnished
    address: str

    def lead_to(self, state: State, lang: Lang) -> Respondent:
        close_what_lies_over(self.page)
        address = state.address(self.furnished, lang)
        if address != self.address:
            go_to(self.page, address)
            self.address = address
        someone = Respondent(self.page, lang)
        state.reach(someone)
        return someone


def close_what_lies_over(page: Page) -> None:
    overlay = page.locator(OVERLAY)
    if overlay.count():
        page.keyboard.press("Escape")
    expect(overlay).to_have_count(0)


def go_to(page: Page, address: str) -> None:
    """Lead the app to another of its places."""
    before = page.evaluate(PLACE)
    page.evaluate(GO, address)
    wait_until(page, f"before => ({PLACE})() !== before", before)
