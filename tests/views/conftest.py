"""Every page test finds an empty database, and a tab in which nobody was before."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.settings import Settings
from tests.builders import FERRY_LINES
from tests.stores import emptied
from tests.views.instruments import edit, next_ferry_line, without_dimension
from tests.views.material import read_settings_again


@pytest.fixture(scope="session")
def pages_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the database of all page tests is."""
    yield tmp_path_factory.mktemp("pages")
    bootstrap.reset()


@pytest.fixture(autouse=True)
def empty_store(pages_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests before set or corrected is forgotten; what they had open stays open."""
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(pages_folder))
    settings = Settings.from_environment(os.environ)
    corrected = bootstrap.get_public_url() != settings.public_url
    if corrected or bootstrap.get_settings() != settings:
        read_settings_again()
    emptied(bootstrap.get_store())


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a database that this test alone uses, and may spoil."""
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path))
    read_settings_again()
    yield tmp_path
    bootstrap.reset()


@pytest.fixture(autouse=True)
def own_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page runs as `__main__` and stays it; processes that later tests spawn would run it too."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def ferry_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second questionnaire, of another shape, beside the shipped one."""
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(FERRY_LINES))
    read_settings_again()


@pytest.fixture
def two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ferry line's questionnaire, and a version with a question worded anew and a weight."""
    crossing = next_ferry_line(tmp_path, monkeypatch) / "crossing.yaml"
    edit(crossing, "on deck?", "on every deck?")
    edit(crossing, "weight: 2", "weight: 3")


@pytest.fixture
def without_lost_and_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ferry line's questionnaire, and a version in which its last dimension is gone."""
    without_dimension(next_ferry_line(tmp_path, monkeypatch) / "crossing.yaml", "CR3")
