"""Copies of the ferry line's questionnaire: other weights, another α, more conditions, versions."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import FERRY_LINE
from tests.views.material import read_settings_again

FERRY_LINE_NEXT = "ferry-line@1.1.0"


def next_ferry_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions that are alike, for the app to find; the folder of the newer one, to change."""
    root = folder / "questionnaires" / "ferry-line"
    for version in ("1.0.0", "1.1.0"):
        shutil.copytree(FERRY_LINE, root / version)
    edit(root / "1.1.0" / "instrument.yaml", "version: 1.0.0", "version: 1.1.0")
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(root.parent))
    read_settings_again()
    return root / "1.1.0"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def without_dimension(path: Path, dimension_id: str) -> None:
    """Take a dimension out of a pillar's file."""
    pillar = _read_at(path)
    pillar["dimensions"] = [one for one in pillar["dimensions"] if one["id"] != dimension_id]
    _write(path, pillar)


def ferry_line_with(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    imbalance: float = 0.25,
    weights: tuple[float, float] = (1, 2),
    all_may_not_apply: bool = False,
    effort: float = 2.5,
) -> None:
    """Write a copy and let the app find it.

    `weights` are those of its two pillars, `effort` is that of its only action.
    """
    copy = folder / "copies" / "ferry-line" / "1.0.0"
    copy.mkdir(parents=True)
    instrument = _read("instrument.yaml")
    instrument["scoring"]["imbalance"] = imbalance
    _write(copy / "instrument.yaml", instrument)
    for name, weight in zip(("booking.yaml", "crossing.yaml"), weights, strict=True):
        pillar = _read(name) | {"weight": weight}
        for item in (item for part in pillar["dimensions"] for item in part["items"]):
            if all_may_not_apply:
                item["not_applicable"] = {"en": "We have no ships.", "zh": "我们没有船。"}
            for action in item.get("next_actions", ()):
                action["effort"] = effort
        _write(copy / name, pillar)
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(folder / "copies"))
    read_settings_again()


def _read(name: str) -> Any:
    return _read_at(FERRY_LINE / name)


def _read_at(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
