"""What all tests share: a clean environment, and the programs that some of them need.

A test whose program is missing is skipped with a line on how to get it. With CANDOUR_REQUIRE_ALL=1
it fails instead: a machine that is meant to run everything cannot skip anything unseen.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from dashboard.settings import NAMES
from tests.chromium import NO_BROWSER, found_chromium, running_chromium
from tests.examples import WHOLE
from tests.libreoffice import NO_LIBREOFFICE, found_libreoffice

# How long one example takes says more about the machine than about the code; `make perf` measures.
# Every run tries other examples; `make prove` tries as many at once as a property is stated for.
settings.register_profile("candour", deadline=None, max_examples=30)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.register_profile("whole", deadline=None, max_examples=WHOLE)
settings.load_profile("candour")

pytest_plugins = ("tests.postgres", "tests.stores")

POSTGRES_PROGRAMS: Final = ("initdb", "pg_ctl", "postgres")
POSTGRES_FOLDERS: Final = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
NO_POSTGRES: Final = (
    "no PostgreSQL server found: install it (Debian: apt-get install postgresql) "
    "or name the folder of initdb in CANDOUR_POSTGRES"
)
NO_NAMESPACE: Final = (
    "no network namespace can be made: run as root with the program ip (Debian: iproute2)"
)
SERVERS: Final = frozenset({"server", "host", "besieged", "trial", "other_machine"})
"""Fixtures for which the whole app is started as a process of its own."""
HOW_TO_GET: Final = (NO_BROWSER, NO_POSTGRES, NO_NAMESPACE, NO_LIBREOFFICE)


@pytest.fixture(autouse=True, scope="session")
def no_settings_from_outside() -> None:
    """No test sees the settings of the person who runs it."""
    for name in NAMES:
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    if path := found_chromium():
        return path
    raise missing(NO_BROWSER)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The browser of all tests: Playwright allows one driver in a process."""
    with running_chromium(chromium) as running:
        yield running


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of a LibreOffice."""
    if path := found_libreoffice():
        return path
    raise missing(NO_LIBREOFFICE)


@pytest.fixture(scope="session")
def postgres_programs() -> Path:
    """The folder of a PostgreSQL server's programs."""
    if folder := found_postgres():
        return folder
    raise missing(NO_POSTGRES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses a program is marked so that `make quick` can leave it out."""
    for item in items:
        used = set(getattr(item, "fixturenames", ()))
        if "chromium" in used:
            item.add_marker(pytest.mark.browser)
        if "postgres_programs" in used:
            item.add_marker(pytest.mark.postgres)
        if used & SERVERS:
            item.add_marker(pytest.mark.slow)


def missing(how_to_get: str) -> BaseException:
    """What skips the test that needs this, or fails it where nothing may be skipped."""
    if os.environ.get("CANDOUR_REQUIRE_ALL") == "1":
        reason = f"{how_to_get} (CANDOUR_REQUIRE_ALL=1 forbids to skip)"
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(how_to_get)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line each what was not tested, and how to have it tested."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    for how_to_get in HOW_TO_GET:
        count = sum(how_to_get in reason for reason in skipped)
        if count:
            terminalreporter.write_line(f"{count} tests skipped: {how_to_get}", yellow=True)


def found_postgres() -> Path | None:
    """The first folder that holds a PostgreSQL server's programs, the newest before older ones."""
    for folder in _postgres_folders():
        if all((folder / program).exists() for program in POSTGRES_PROGRAMS):
            return folder
    return None


def _postgres_folders() -> Iterator[Path]:
    if named := os.environ.get("CANDOUR_POSTGRES"):
        yield Path(named)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    for pattern in POSTGRES_FOLDERS:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
