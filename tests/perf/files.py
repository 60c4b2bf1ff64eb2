"""Scoring many files: the start of the command line is paid once, so each file may cost little."""

import time
from pathlib import Path

from tests.perf.assessments import full_sheet, write_sheets
from tests.perf.candour import run
from tests.perf.effort import Effort
from tests.perf.report import Figure, Rule

MORE_SECONDS = 2.0


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Score many files and one, each in a process of its own."""
    paths = write_sheets(folder / "scored", [full_sheet(number) for number in range(effort.files)])
    _seconds(folder, paths[:1])
    one = _seconds(folder, paths[:1])
    many = _seconds(folder, paths)
    name = f"score of {effort.files} files"
    return [Figure(name, many, "s", "one file", one, Rule.MORE, MORE_SECONDS)]


def _seconds(folder: Path, paths: list[Path]) -> float:
    begun = time.perf_counter()
    run(folder, "score", *(str(path) for path in paths))
    return time.perf_counter() - begun
