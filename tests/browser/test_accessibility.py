"""Everybody can use every page: axe-core and the browser's own reckoning, state by state."""

from itertools import cycle

import pytest
from playwright.sync_api import Page

from dashboard.domain.text import Lang
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import (
    ALL_RULES,
    WITHOUT_COLOURS,
    axe_problems,
    out_of_place,
    resize,
    switch_theme,
    without_name,
    without_words,
    wrong_in_the_dark,
)
from tests.browser.languages import english_sentences, expect_language
from tests.browser.respondent import Respondent
from tests.browser.state import State, stay
from tests.browser.walks import OVERLAY, Visit, walks

Size = tuple[int, int]
Way = tuple[Lang, Size, Size]
WAYS: tuple[Way, ...] = (
    ("en", PHONE, DESKTOP),
    ("en", DESKTOP, PHONE),
    ("zh", PHONE, DESKTOP),
    ("zh", DESKTOP, PHONE),
)
IN_TURN = [tuple(zip(walk, ways, strict=False)) for ways in [cycle(WAYS)] for walk in walks()]
"""Every state in one language and on both screens; every page in both languages."""
ALL = [state for walk in IN_TURN for state, _ in walk]
NEW_PAGES = {
    state.path.partition("?")[0]: state.name for state in reversed(ALL) if not state.variant
}
BY_DAY, AT_NIGHT = (
    {
        *NEW_PAGES.values(),
        *(state.name for state in ALL if state.then is not stay),
        *(state.name for n, state in enumerate(ALL) if n // len(WAYS) % 2 == half),
    }
    for half in (0, 1)
)
"""Colours differ by what a page is made of, not by its data: every page and whatever a step brings
are looked at by day and at night, the other states half by day and half at night."""
QUOTING = ("/library", "/outside")
"""Pages with titles of works in their own language, and the glossary in both."""


@pytest.mark.parametrize(
    "walk",
    [
        pytest.param(walk, id=first.name, marks=[pytest.mark.variant] if first.variant else ())
        for walk in IN_TURN
        for first, _ in walk[:1]
    ],
)
def test_no_state_of_a_page_shuts_anybody_out(
    open_page: OpenPage,
    furnished: Furnished,
    subtests: pytest.Subtests,
    walk: tuple[tuple[State, Way], ...],
) -> None:
    """All rules on one screen, by day; then what another screen and the night can spoil."""
    state, (lang, screen, _) = walk[0]
    address = state.address(furnished, lang)
    visit = Visit(open_page(address, size=screen), furnished, address)
    for state, (lang, screen, other) in walk:
        with subtests.test(f"{state.name} {lang} {screen[0]}"):
            light_up(visit.page, screen)
            someone = visit.lead_to(state, lang)
            wrong = wrong_in_the_light(someone, state, colours=state.name in BY_DAY)
            wrong += wrong_elsewhere(visit.page, other, at_night=state.name in AT_NIGHT)
            assert wrong == []


def light_up(page: Page, size: Size) -> None:
    resize(page, *size)
    switch_theme(page, "light")


def wrong_in_the_light(someone: Respondent, state: State, *, colours: bool) -> list[str]:
    page = someone.page
    expect_language(page, state.path, someone.lang)
    wrong = axe_problems(page, ALL_RULES if colours else WITHOUT_COLOURS)
    wrong += [*without_words(page), *without_name(page), *out_of_place(page)]
    if someone.lang == "zh" and not state.path.startswith(QUOTING):
        wrong += english_sentences(page)
    return wrong


def wrong_elsewhere(page: Page, size: Size, *, at_night: bool) -> list[str]:
    """Whatever lies over the page has to stay there."""
    shown = page.locator(OVERLAY).count()
    resize(page, *size)
    wrong = [f"at {size[0]}: {line}" for line in out_of_place(page)]
    if at_night:
        wrong += wrong_in_the_dark(page)
    assert page.locator(OVERLAY).count() == shown
    return wrong
