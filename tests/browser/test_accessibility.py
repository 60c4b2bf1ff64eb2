"""Everybody can use every page: axe-core and the browser's own reckoning, state by state."""

from itertools import cycle

import pytest

from dashboard.domain.text import LANGS, Lang
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import (
    axe_problems,
    beyond_the_window,
    everything_wrong,
    resize,
    wrong_in_the_dark,
)
from tests.browser.respondent import Respondent
from tests.browser.states import State, states
from tests.chromium import REBOUND

OVERLAY = "[role=dialog], [role=menu]"
IN_TURN: tuple[tuple[State, Lang], ...] = tuple(zip(states(), cycle(LANGS), strict=False))
"""Every state in one language, and every page in both."""


@pytest.mark.parametrize(
    ("state", "lang"), [pytest.param(*one, id=f"{one[0].name} {one[1]}") for one in IN_TURN]
)
def test_no_state_of_a_page_shuts_anybody_out(
    open_page: OpenPage, furnished: Furnished, state: State, lang: Lang
) -> None:
    page = open_page(state.address(furnished, lang), size=PHONE)
    state.reach(Respondent(page, lang))
    wrong = [f"phone: {line}" for line in everything_wrong(page)]
    shown = page.locator(OVERLAY).count()

    resize(page, *DESKTOP)
    wrong += [f"desktop: {line}" for line in everything_wrong(page)]
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
