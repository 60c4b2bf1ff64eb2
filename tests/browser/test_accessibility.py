"""Everybody can use every page: axe-core and the browser's own reckoning, state by state."""

from urllib.parse import urljoin

import pytest

from dashboard.domain.text import Lang
from tests.browser.conftest import DESKTOP, PHONE, REBOUND, OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import (
    GROUND,
    axe_problems,
    beyond_the_window,
    cut,
    everything_wrong,
    narrow,
    switch_theme,
)
from tests.browser.respondent import Respondent
from tests.browser.states import State, states

VIEWS: tuple[tuple[tuple[int, int], Lang], ...] = ((DESKTOP, "en"), (PHONE, "zh"))
"""Every width and every language once; words of both are measured on the phone besides."""


@pytest.mark.parametrize("state", list(states()), ids=lambda state: state.name)
def test_no_state_of_a_page_shuts_anybody_out(
    open_page: OpenPage, furnished: Furnished, state: State
) -> None:
    page = open_page(urljoin(state.address(furnished, "en"), "/health"))
    wrong: list[str] = []
    for (width, height), lang in VIEWS:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(state.address(furnished, lang))
        state.reach(Respondent(page, lang))
        for theme in GROUND:
            switch_theme(page, theme)
            wrong += [f"{width} {lang} {theme}: {line}" for line in everything_wrong(page)]
        narrow(page, *PHONE)
        wrong += [f"narrowed {lang}: {line}" for line in (*beyond_the_window(page), *cut(page))]

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
