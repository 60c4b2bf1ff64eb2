"""Assessment files for the load: as many brands as asked for, empty or fully answered."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import yaml

from tests.perf.candour import PROJECT, run

QUESTIONNAIRE = PROJECT / "questionnaires" / "data-trust" / "1.0.0"
REFERENCE = "data-trust@1.0.0"
LEVELS = 5
SEED = 20260101

Sheet = dict[str, object]


@cache
def dimensions() -> dict[str, tuple[str, ...]]:
    """Return each dimension's items, in the order of the questionnaire."""
    instrument = yaml.safe_load((QUESTIONNAIRE / "instrument.yaml").read_text(encoding="utf-8"))
    pillars = [
        yaml.safe_load((QUESTIONNAIRE / name).read_text(encoding="utf-8"))
        for name in instrument["pillars"]
    ]
    return {
        dimension["id"]: tuple(item["id"] for item in dimension["items"])
        for pillar in pillars
        for dimension in pillar["dimensions"]
    }


def empty_sheet(number: int) -> Sheet:
    """Return an assessment nobody has answered."""
    return {
        "format": "candour.assessment/1",
        "questionnaire": REFERENCE,
        "brand": {"name": f"Measured brand {number:04}"},
        "wave": "2026-Q1",
        "answers": {},
    }


def full_sheet(number: int) -> Sheet:
    """Return an assessment with every question answered, graded and noted."""
    random = Random(SEED + number)
    items = [item for group in dimensions().values() for item in group]
    return {**empty_sheet(number), "answers": {item: _answer(random) for item in items}}


def write_sheets(folder: Path, sheets: Sequence[Sheet]) -> list[Path]:
    """Write one file an assessment and return the paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(_written(folder, sheets))


def imported(folder: Path, sheets: Sequence[Sheet], *, database: str | None = None) -> list[str]:
    """Import the assessments through the command line and return their IDs in order."""
    paths = write_sheets(folder / "sheets", sheets)
    printed = run(folder, "import", *(str(path) for path in paths), database=database).split()
    if len(printed) != len(paths):
        raise ValueError(f"import of {len(paths)} files printed {len(printed)} IDs")
    return printed


def _written(folder: Path, sheets: Sequence[Sheet]) -> Iterator[Path]:
    for number, sheet in enumerate(sheets):
        path = folder / f"{number:04}.json"
        path.write_text(json.dumps(sheet, ensure_ascii=False), encoding="utf-8")
        yield path


def _answer(random: Random) -> dict[str, object]:
    return {
        "level": random.randint(1, LEVELS),
        "evidence": random.randint(0, 3),
        "note": "Seen in the sign-up form and its change log.",
    }
