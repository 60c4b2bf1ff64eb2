"""What the store holds after a load, read back through the product's own export."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.perf.candour import run


class AnswerLostError(Exception):
    """The store holds something else than what was sent last."""


def compare(folder: Path, sent: Mapping[str, Mapping[str, int]]) -> None:
    """Refuse unless every assessment holds the levels sent last, and no others."""
    differing = {
        identity: (dict(levels), found)
        for identity, levels in sent.items()
        if (found := _stored_levels(folder, identity)) != levels
    }
    if differing:
        raise AnswerLostError(f"sent and stored differ in {len(differing)}: {differing}")


def _stored_levels(folder: Path, identity: str) -> dict[str, int]:
    target = folder / "exported.json"
    target.unlink(missing_ok=True)
    run(folder, "export", identity, "--out", str(target))
    sheet = json.loads(target.read_text(encoding="utf-8"))
    return {item: answer["level"] for item, answer in sheet["answers"].items()}
