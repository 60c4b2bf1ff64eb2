"""Real servers in a real Chromium. A page that misbehaves fails its test when it is closed."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final, Protocol

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.furnished import Furnished, furnishing
from tests.browser.watching import Watch
from tests.browser.windows import Kind, Windows
from tests.running_server import RunningServer, serving

DESKTOP: Final = (1280, 800)
PHONE: Final = (360, 740)


class OpenPage(Protocol):
    def __call__(
        self,
        url: str,
        *,
        locale: str = "en-GB",
        dark: bool = False,
        size: tuple[int, int] = DESKTOP,
        watched: bool = True,
    ) -> Page: ...


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """For tests that begin brands of their own, and mind no others."""
    with serving(tmp_path_factory.mktemp("served")) as started:
        yield started


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A server with assessments in every state, to be looked at."""
    with furnishing(tmp_path_factory.mktemp("furnished")) as rooms:
        yield rooms


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Opens an address in a window of its own; a watched page has to behave until the test ends."""
    watches: list[Watch] = []
    with ExitStack() as closing:

        def open_it(
            url: str,
            *,
            locale: str = "en-GB",
            dark: bool = False,
            size: tuple[int, int] = DESKTOP,
            watched: bool = True,
        ) -> Page:
            kind = Kind(locale)
            page = windows.lend(kind, dark=dark, size=size)
            closing.callback(windows.take_back, page, kind)
            if watched:
                watches.append(Watch(url))
                closing.enter_context(watches[-1].over(page))
            page.goto(url)
            return page

        yield open_it
    assert [problem for watch in watches for problem in watch.problems] == []
