"""One CSV file as lines of text, each with its number; every fault with the line and the column."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from dashboard.domain.problem import Problem
from dashboard.domain.text import clean
from dashboard.domain.wording import words_of

MAX_BYTES = 2_000_000


class Unreadable(ValueError):
    """There is no table in the file; says why."""


class Cells(BaseModel):
    """What is needed of one line; other columns may stand beside it."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


Needed = TypeVar("Needed", bound=Cells)


@dataclass(frozen=True)
class Line:
    number: int
    cells: tuple[str, ...]


@dataclass
class CsvTable:
    file: Path
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    problems: list[Problem] = field(default_factory=list)

    def fault(self, message: str, line: Line | None = None, column: str = "") -> None:
        number = line.number if line else None
        self.problems.append(Problem(file=self.file, line=number, path=column, message=message))

    def column(self, name: str) -> list[tuple[Line, str]]:
        place = self.columns.index(name)
        return [(line, line.cells[place]) for line in self.lines]

    def check_once(self, *names: str) -> None:
        """No two lines say the same in these columns together."""
        seen: dict[tuple[str, ...], Line] = {}
        for found in zip(*map(self.column, names), strict=True):
            line, key = found[0][0], tuple(cell for _, cell in found)
            before = seen.setdefault(key, line)
            if before is not line:
                message = f"{' '.join(key)} stands in line {before.number} already"
                self.fault(message, line, names[-1])

    def rows(self, model: type[Needed]) -> Iterator[tuple[Line, Needed]]:
        """Every line that the model can be made of; what is wrong with the others is noted."""
        for line in self.lines:
            try:
                yield line, model.model_validate(dict(zip(self.columns, line.cells, strict=True)))
            except ValidationError as error:
                for detail in error.errors():
                    column = str(detail["loc"][0]) if detail["loc"] else ""
                    self.fault(str(words_of(detail)), line, column)


def read_table(file: Path) -> CsvTable:
    """Read a table; `Unreadable`, with the reason, if it is no table at all."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB")
        with file.open(encoding="utf-8-sig", newline="") as opened:
            head, *lines = _lines(opened)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        words = f"is not UTF-8 text (byte {error.start}): save it in that encoding"
        raise Unreadable(words) from error
    except csv.Error as error:
        raise Unreadable(f"cannot be read: {error}") from error
    return _table(file, head, lines)


def _lines(opened: Iterable[str]) -> list[Line]:
    reader = csv.reader(opened, strict=True)
    lines = [Line(reader.line_num, tuple(cells)) for cells in reader]
    if not lines:
        raise Unreadable("is empty: its first line names the columns")
    return lines


def _table(file: Path, head: Line, lines: Sequence[Line]) -> CsvTable:
    """Keep the lines that fit the first one, and name those that do not."""
    width = len(head.cells)
    table = CsvTable(file, head.cells, tuple(one for one in lines if len(one.cells) == width))
    for name in sorted({name for name in head.cells if head.cells.count(name) > 1}):
        table.fault("is the name of two columns", head, name)
    for line in lines:
        if len(line.cells) != width:
            table.fault(f"has {len(line.cells)} values for {width} columns", line)
        elif words := _unfit(line):
            table.fault(words, line)
    return table


def _unfit(line: Line) -> str:
    try:
        for cell in line.cells:
            clean(cell)
    except ValueError as error:
        return str(error)
    return ""
