"""Answers that a questionnaire, changed since, does not know any more are named where a file leaves
them out."""

import shutil
from pathlib import Path

import pytest

from dashboard import bootstrap
from tests.commands.conftest import Candour, WriteFile

MINIMAL = Path(__file__).parents[2] / "docs/examples/minimal-questionnaire"


def search(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(folder))
    bootstrap.reset()


def test_an_export_names_what_it_leaves_out(
    run: Candour, write: WriteFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(
        questionnaire="newsletter@1.0.0",
        answers={"N1.1": {"level": 3}, "N1.2": {"level": 3, "note": "keep me"}},
    )
    changed = shutil.copytree(MINIMAL, tmp_path / "changed")
    sending = changed / "newsletter/1.0.0/sending.yaml"
    sending.write_text(sending.read_text("utf-8").replace("id: N1.2", "id: N1.3"), "utf-8")
    search(MINIMAL, monkeypatch)
    id_ = run("import", file).stdout.strip()
    assert run("export", id_, "--out", tmp_path / "whole.json").stderr == ""

    search(changed, monkeypatch)
    result = run("export", id_, "--out", tmp_path / "rest.json")

    assert result.exit_code == 0
    assert result.stderr.endswith("the answers to N1.2\n")
