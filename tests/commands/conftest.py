"""The command line in an empty folder, with a data folder of its own."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import bootstrap
from dashboard.cli import candour
from dashboard.services import demo

Candour = Callable[..., Result]
WriteFile = Callable[..., Path]


@pytest.fixture
def run_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Candour]:
    """Run a command in this process; whatever it does not refuse by itself fails the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / "data"))
    bootstrap.reset()

    def call(*words: object) -> Result:
        runner = CliRunner()
        return runner.invoke(candour, [str(word) for word in words], catch_exceptions=False)

    yield call
    bootstrap.reset()


@pytest.fixture
def run(run_anew: Candour, tmp_path: Path, empty_database: Path) -> Candour:
    """The same where Candour was at work before: its tables are there."""
    (tmp_path / "data").mkdir()
    shutil.copy(empty_database, tmp_path / "data")
    return run_anew


@pytest.fixture
def worked_brand() -> Path:
    """The assessment file of the method's worked brand."""
    return demo.FOLDER / "northwind-outfitters-2026-q4.json"


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    """Write an assessment file with one answer; keywords replace its fields."""

    def written(name: str = "alder.json", **fields: object) -> Path:
        document = {
            "format": "candour.assessment/1",
            "questionnaire": "data-trust@1.0.0",
            "brand": {"name": "Alder Teas"},
            "wave": "2026-Q4",
            "answers": {"VE1.1": {"level": 4}},
        }
        path = tmp_path / name
        path.write_text(json.dumps(document | fields), encoding="utf-8")
        return path

    return written
