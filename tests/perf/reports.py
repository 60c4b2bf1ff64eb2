"""Reports: the time of each format, and whether hundreds of them leave memory as it was."""

import gc
import time
from pathlib import Path
from statistics import median
from typing import Final

import psutil

from dashboard.reports.formats import Form, Format
from dashboard.reports.rendering import Choice, render
from tests.builders import worked_brand
from tests.perf.effort import Effort
from tests.perf.report import Figure, Rule
from tests.reports.material import report

LIMITS: Final = {
    "PDF, one page": (Choice(Format.PDF), 0.5),
    "PDF, everything": (Choice(Format.PDF, Form.FULL), 0.5),
    "PPTX": (Choice(Format.PPTX), 1.5),
    "XLSX": (Choice(Format.XLSX), 1.0),
    "JSON": (Choice(Format.JSON), 0.1),
}
"""Seconds."""
WARM: Final = 500
"""Reports after which caches and the heap are full: over the thousand after them nothing grows."""
MANY: Final = 500
GROWTH: Final = 20
"""MB over so many reports."""


def measure(effort: Effort, folder: Path) -> list[Figure]:
    del folder
    repeats = max(effort.starts, 3)
    figures = [
        Figure(f"report as {name}", _seconds(choice, repeats), "s", rule=Rule.AT_MOST, limit=limit)
        for name, (choice, limit) in LIMITS.items()
    ]
    return [*figures, _growth()]


def _seconds(choice: Choice, repeats: int) -> float:
    """The middle of several, each of another brand, after two that fill the caches."""
    return median([_timed(choice, n) for n in range(repeats + 2)][2:])


def _timed(choice: Choice, n: int) -> float:
    start = time.perf_counter()
    _made(choice, n)
    return time.perf_counter() - start


def _made(choice: Choice, n: int) -> bytes:
    lang = "zh" if n % 2 else "en"
    before = worked_brand(VE1_1=1 + n % 5)
    return render(
        report(worked_brand(ST1_1=1 + n % 5), before=before, brand=f"Brand {n}", lang=lang), choice
    )


def _growth() -> Figure:
    """How much memory `MANY` reports of all formats leave behind."""
    choices = [choice for choice, _ in LIMITS.values()]
    for n in range(WARM):
        _made(choices[n % len(choices)], n)
    before = _memory()
    for n in range(MANY):
        _made(choices[n % len(choices)], n)
    grown = max(_memory() - before, 0)
    return Figure(f"memory after {MANY} reports", grown, "MB", rule=Rule.AT_MOST, limit=GROWTH)


def _memory() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6
