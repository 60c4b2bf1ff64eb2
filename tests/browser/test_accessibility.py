"""Everybody can use every page: axe-core and the browser's own reckoning, state by state."""

from itertools import cycle

import pytest

from dashboard.domain.text import Lang
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import (
    axe_problems,
    beyond_the_window,
    out_of_place,
    resize,
    without_name,
    without_words,
    wrong_in_the_dark,
)
from tests.browser.languages import english_sentences, expect_language
from tests.browser.respondent import Respondent
from tests.browser.state import State
from tests.browser.states import states
from tests.chromium import REBOUND

OVERLAY = "[role=dialog], [role=menu]"
Size = tuple[int, int]
WAYS: tuple[tuple[Lang, Size, Size], ...] = (
    ("en", PHONE, DESKTOP),
    ("zh", DESKTOP, PHONE),
    ("en", DESKTOP, PHONE),
    ("zh", PHONE, DESKTOP),
)
ALL = tuple(states())
NEW_PAGES = {state.path.partition("?")[0]: state.name for state in reversed(ALL)}
AT_NIGHT = {*NEW_PAGES.values(), *(state.name for n, state in enumerate(ALL) if n // len(WAYS) % 2)}
"""Colours differ by what a page is made of, not by its data: half of the states, and every page."""
IN_TURN = [(state, *way) for state, way in zip(ALL, cycle(WAYS), strict=False)]
"""Every state in one language, begun on one screen and ended on another; every page in all ways."""


QUOTING = ("/library", "/outside")
"""Pages with titles of works in their own language, and the glossary in both."""


@pytest.mark.parametrize(
    ("state", "lang", "first", "second"),
    [pytest.param(*one, id=f"{one[0].name} {one[1]} {one[2][0]}") for one in IN_TURN],
)
def test_no_state_of_a_page_shuts_anybody_out(
    open_page: OpenPage,
    furnished: Furnished,
    state: State,
    lang: Lang,
    first: Size,
    second: Size,
) -> None:
    """All rules on the first screen, in the light; colours on the other, at night."""
    page = open_page(state.address(furnished, lang), size=first)
    state.reach(Respondent(page, lang))
    expect_language(page, state.path, lang)
    wrong = [*axe_problems(page), *without_words(page), *without_name(page), *out_of_place(page)]
    if lang == "zh" and not state.path.startswith(QUOTING):
        wrong += english_sentences(page)
    shown = page.locator(OVERLAY).count()

    resize(page, *second)
    wrong += [f"at {second[0]}: {line}" for line in out_of_place(page)]
    if state.name in AT_NIGHT:
        wrong += wrong_in_the_dark(page)
    assert page.locator(OVERLAY).count() == shown
    assert wrong == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_refusal_of_strangers_shuts_nobody_out(
    open_page: OpenPage, furnished: Furnished, size: tuple[int, int], *, dark: bool
) -> None:
    url = f"http://{REBOUND}:{furnished.server.port}/"
    page = open_page(url, dark=dark, size=size, watched=False)

    assert axe_problems(page) == []
    assert beyond_the_window(page) == []
