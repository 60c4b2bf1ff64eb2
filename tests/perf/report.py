"""Figures beside their comparison and limit: the table on the terminal and the file for machines.

Of several runs the worst counts, that is the one nearest to or furthest beyond its limit.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from tests.perf.effort import Effort


class Rule(Enum):
    """How a limit reads: of the figure alone, or against its comparison."""

    AT_MOST = "≤ {limit:g} {unit}"
    TIMES = "≤ {limit:g} ×"
    MORE = "≤ {limit:g} {unit} more"


@dataclass(frozen=True)
class Figure:
    """One measured number, what it is compared with, and what it must not exceed."""

    name: str
    value: float
    unit: str
    beside: str = ""
    beside_value: float | None = None
    rule: Rule | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return the figure as a multiple of its comparison."""
        return self.value / self.beside_value if self.beside_value else None

    @property
    def strain(self) -> float:
        """Return how much of the limit is used; above 1 it is broken."""
        if self.rule is None or self.limit is None:
            return 0.0
        return self._judged(self.rule) / self.limit

    @property
    def verdict(self) -> str:
        """Return pass or FAIL, or a dash where nothing is asked."""
        if self.rule is None:
            return "-"
        return "pass" if self.strain <= 1 else "FAIL"

    def _judged(self, rule: Rule) -> float:
        if rule is Rule.AT_MOST:
            return self.value
        if self.beside_value is None:
            raise ValueError(f"{self.name}: a limit {rule.name} needs a comparison")
        if rule is Rule.TIMES:
            return self.value / self.beside_value
        return self.value - self.beside_value


class Measure(Protocol):
    """One measure, run in a folder of its own."""

    def __call__(self, effort: Effort, folder: Path) -> list[Figure]:
        """Measure once and return the figures."""
        ...


def worst(figures: Iterable[Figure]) -> list[Figure]:
    """Return of each figure the one of the worst run, in the order of first appearance.

    Without a limit the largest value counts as the worst.
    """
    chosen: dict[str, Figure] = {}
    for figure in figures:
        known = chosen.setdefault(figure.name, figure)
        if (figure.strain, figure.value) > (known.strain, known.value):
            chosen[figure.name] = figure
    return list(chosen.values())


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table of plain text."""
    header = ("measure", "figure", "beside it", "ratio", "limit", "")
    rows = [header, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
             for row in rows]  # fmt: skip
    rule = "  ".join("-" * width for width in widths)
    return "\n".join(line.rstrip() for line in [lines[0], rule, *lines[1:]])


def write(path: Path, *, effort: Effort, figures: Sequence[Figure]) -> None:
    """Write every run's figures and the worst of them as JSON."""
    document = {
        "effort": asdict(effort),
        "worst": [_record(figure) for figure in worst(figures)],
        "all": [_record(figure) for figure in figures],
    }
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _row(figure: Figure) -> tuple[str, ...]:
    beside = ""
    if figure.beside_value is not None:
        beside = f"{_number(figure.beside_value)} {figure.unit}  {figure.beside}"
    ratio = f"{figure.ratio:.2f} ×" if figure.ratio is not None else ""
    limit = figure.rule.value.format(limit=figure.limit, unit=figure.unit) if figure.rule else ""
    value = f"{_number(figure.value)} {figure.unit}"
    return (figure.name, value, beside, ratio, limit, figure.verdict)


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _record(figure: Figure) -> dict[str, object]:
    rule = figure.rule.name.lower() if figure.rule else None
    return {**asdict(figure), "rule": rule, "ratio": figure.ratio, "verdict": figure.verdict}
