"""Copies of the ferry line's questionnaire with other weights, another α or more conditions."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import FERRY_LINE
from tests.views.material import read_settings_again


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
    return yaml.safe_load((FERRY_LINE / name).read_text("utf-8"))


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
