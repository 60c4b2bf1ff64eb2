"""The slides of what bears on the result: one finding and one table each, the rest in the notes."""

from collections.abc import Iterator
from typing import Final

from dashboard.reports.further import Told
from dashboard.reports.lines import in_one_line
from dashboard.reports.slides.deck import Deck
from dashboard.reports.slides.table import Column, table_slides

MOST_ROWS: Final = 10
"""More cannot be read in a room."""
LONGEST_CELL: Final = 60
"""Signs; a name that is longer stands in the notes as a whole."""


def add_told(deck: Deck, told: Told) -> None:
    """A slide of its own; what people wrote may be of any length, and stands in the notes."""
    whole = sum(column.share for column in told.columns)
    columns = [
        Column(one.head, one.share / whole, right=one.right, strong=n == 0)
        for n, one in enumerate(told.columns)
    ]
    rows = [[shortened(cell) for cell in row] for row in told.rows[: _shown(told)]]
    if more := len(told.rows) - len(rows):
        said = deck.facts.t.plural("and {n} more, in the notes", "and {n} more, in the notes", more)
        rows.append([said, *[""] * (len(columns) - 1)])
    table_slides(deck, told.finding, "\n".join(_notes(deck, told)), columns, rows)


def _shown(told: Told) -> int:
    """How many rows; where some are left out, one line says so."""
    return len(told.rows) if len(told.rows) <= MOST_ROWS else MOST_ROWS - 1


def shortened(text: str) -> str:
    """In one line.

    >>> len(shortened("an owner " * 20)), shortened("Legal\\nand privacy")
    (60, 'Legal and privacy')
    """
    line = in_one_line(text)
    return line if len(line) <= LONGEST_CELL else f"{line[: LONGEST_CELL - 1]}…"


def _notes(deck: Deck, told: Told) -> Iterator[str]:
    """What the slide leaves out: further rows, what has to be said, and what people wrote."""
    t = deck.facts.t
    yield from told.below
    for n, row in enumerate(told.rows):
        if n >= _shown(told) or any(shortened(cell) != cell for cell in row):
            yield " · ".join(row)
    for name, text in told.prose:
        yield t("{name}: {text}", name=name, text=text)
