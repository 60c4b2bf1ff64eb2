"""Tables on slides: as large as they fit, in the template's colours, with a head."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Pt

from dashboard.reports.slides.deck import LINE, PT, Deck, rows_of
from dashboard.reports.slides.template import Area

SIZES: Final = (18, 16, 14, 13, 12, 11, 10, 9, 8)
MOST_AIR: Final = 1.45
"""How much higher than its text a row may become where there is room."""
BOLD: Final = 1.1
"""How much wider bold letters are."""
PADDING: Final = int(Pt(7))
PLAIN_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
""" "No Style, No Grid": the lines are our own, the colours the template's."""


@dataclass(frozen=True)
class Column:
    head: str
    share: float
    """Of the table's width; all shares together are 1."""
    right: bool = False
    strong: bool = False

    @property
    def breadth(self) -> float:
        return BOLD if self.strong else 1.0


Rows = Sequence[Sequence[str]]


def add_table(
    deck: Deck, slide: Slide, columns: Sequence[Column], rows: Rows, area: Area, *, alt: str
) -> None:
    """`rows` that would not fit at the smallest size are set at it; callers give few."""
    size = _size(columns, rows, area)
    tight = [_height(columns, row, area.width, size) for row in (_heads(columns), *rows)]
    air = min(MOST_AIR, max(area.height / sum(tight), 1))
    heights = [int(height * air) for height in tight]
    frame = slide.shapes.add_table(
        len(rows) + 1,
        len(columns),
        Emu(area.left),
        Emu(area.top),
        Emu(area.width),
        Emu(sum(heights)),
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    table = frame.table
    frame._element.find(f".//{qn('a:tableStyleId')}").text = PLAIN_STYLE
    for n, column in enumerate(columns):
        table.columns[n].width = Emu(int(area.width * column.share))
    for n, height in enumerate(heights):
        table.rows[n].height = Emu(height)
    for n, row in enumerate((_heads(columns), *rows)):
        for at, column in enumerate(columns):
            _fill(deck, table.cell(n, at), row[at], column, size, head=n == 0)


def _heads(columns: Sequence[Column]) -> list[str]:
    return [column.head for column in columns]


def _size(columns: Sequence[Column], rows: Rows, area: Area) -> float:
    for size in SIZES:
        every = (_heads(columns), *rows)
        if sum(_height(columns, row, area.width, size) for row in every) <= area.height:
            return size
    return SIZES[-1]


def _height(columns: Sequence[Column], row: Sequence[str], width: int, size: float) -> int:
    lines = max(
        rows_of(text, int(width * column.share) - 2 * PADDING, size * column.breadth)
        for text, column in zip(row, columns, strict=True)
    )
    return int(lines * LINE * size * PT) + PADDING


def _fill(deck: Deck, cell: _Cell, text: str, column: Column, size: float, *, head: bool) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Emu(PADDING)
    cell.margin_top = cell.margin_bottom = Emu(PADDING // 2)
    bold = head or column.strong
    deck.write(cell.text_frame, [text], size * (0.85 if head else 1), bold=bold)
    if column.right:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _underline(cell, strong=head)


def _underline(cell: _Cell, *, strong: bool) -> None:
    """A line below the cell, in the template's own colours."""
    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": "12700" if strong else "6350"})
    fill = line.makeelement(qn("a:solidFill"), {})
    colour = fill.makeelement(qn("a:schemeClr"), {"val": "tx1" if strong else "bg1"})
    if not strong:
        colour.append(colour.makeelement(qn("a:lumMod"), {"val": "75000"}))
    fill.append(colour)
    line.append(fill)
    properties.append(line)
