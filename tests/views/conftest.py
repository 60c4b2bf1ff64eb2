"""Every page test has a database of its own, in an empty folder, and nothing drawn before."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from dashboard import bootstrap
from tests.builders import FERRY_LINES
from tests.views.instruments import edit, next_ferry_line, without_dimension
from tests.views.material import read_settings_again


@pytest.fixture(autouse=True)
def own_store(
    tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The folder of the database that all tabs of one test share."""
    shutil.copy(empty_database, tmp_path)
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path))
    read_settings_again()
    st.cache_resource.clear()
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
