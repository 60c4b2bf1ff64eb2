"""The one place where settings, catalogue and store are wired together, each made once a process.

Ask here, never construct: two stores in one process would be two pools and two migrations.
"""

import os
import threading
from functools import cache
from mmap import PAGESIZE, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.settings import DATABASE_URL, PROJECT, Settings, SettingsError

if TYPE_CHECKING:
    from dashboard.catalog import Catalog
    from dashboard.domain.problem import Problem
    from dashboard.services.acting import Acting
    from dashboard.store.store import Store

QUESTIONNAIRES: Final = PROJECT / "questionnaires"
NOTHING: Final = b"\0"

# A cache alone would let two first callers build two values; whoever comes second must wait.
_making = threading.RLock()
_corrected: Final = mmap(-1, PAGESIZE)
"""Where Candour answers with two processes, both have this memory in common."""
_first_process: Final = os.getpid()


class CannotStart(Exception):
    """What keeps Candour from working at all, in words for the person who started it."""


def get_settings() -> Settings:
    """The settings of this process, read from its environment at the first call."""
    with _making:
        return _settings()


def get_catalog() -> "Catalog":
    """The questionnaires of the project and of the folders named in the settings."""
    with _making:
        return _catalog(questionnaire_folders(get_settings()))


def get_store() -> "Store":
    """The open database, brought to this version's tables at the first call."""
    with _making:
        return _store()


def get_acting(catalog: "Catalog | None" = None) -> "Acting":
    """The local user, about to act on this process's store; on another catalogue if given."""
    from dashboard.services.acting import Acting, utc_now  # noqa: PLC0415
    from dashboard.services.people import local_user  # noqa: PLC0415

    store = get_store()
    return Acting(store, catalog or get_catalog(), local_user(store, utc_now()))


def get_public_url() -> str | None:
    """The start of join links: as somebody corrected it on a page, else as it is set."""
    corrected = _corrected[:].partition(NOTHING)[0].decode()
    return corrected or get_settings().public_url


def correct_public_url(url: str) -> None:
    """Begin join links so until Candour ends; the setting lasts longer."""
    _corrected[:] = url.encode().ljust(len(_corrected), NOTHING)


def reset() -> None:
    """Close and forget what the environment decides; the next call asks it anew."""
    with _making:
        if _store.cache_info().currsize:
            _store().close()
        for made in (_store, _settings):
            made.cache_clear()
        if os.getpid() == _first_process:  # which may go on where the second one ends
            _corrected[:] = NOTHING * len(_corrected)


def questionnaire_folders(settings: Settings) -> tuple[Path, ...]:
    """Where questionnaires are searched, the project's own first."""
    return (QUESTIONNAIRES, *settings.questionnaire_folders)


@cache
def _settings() -> Settings:
    try:
        return Settings.from_environment(os.environ)
    except SettingsError as problem:
        raise CannotStart(str(problem)) from problem


# The heavy modules are imported when their value is first asked for: `--help` needs none of them.
@cache
def _catalog(folders: tuple[Path, ...]) -> "Catalog":
    from dashboard.catalog import Catalog  # noqa: PLC0415
    from dashboard.domain.problem import Refused  # noqa: PLC0415

    try:
        return Catalog.load(folders)
    except Refused as refused:
        raise CannotStart(_unusable(refused.problems)) from refused


@cache
def _store() -> "Store":
    from dashboard.store.errors import StoreError  # noqa: PLC0415
    from dashboard.store.store import Store  # noqa: PLC0415

    settings = get_settings()
    try:
        if DATABASE_URL not in settings.given:
            settings.data_dir.mkdir(parents=True, exist_ok=True)
        return Store.open(settings.database_url)
    except OSError as problem:
        place = problem.filename or settings.data_dir
        raise CannotStart(f"cannot use {place}: {problem.strerror}") from problem
    except StoreError as problem:
        raise CannotStart(str(problem)) from problem


def _unusable(problems: tuple["Problem", ...]) -> str:
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{problems[0]}{more}; `python -m dashboard check` lists everything"
