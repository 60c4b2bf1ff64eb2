"""Tables on slides: as large as they fit, in the template's colours, with a head.

No word is broken and no row is cut: what has no room on one slide goes on on the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Pt

from dashboard.reports.slides.area import Area
from dashboard.reports.slides.deck import Deck
from dashboard.reports.slides.element import child
from dashboard.reports.slides.measure import BOLD, PT, line_of, longest, rows_of, width_of

SIZES: Final = (18, 16, 14, 13, 12, 11)
SMALL: Final = (10, 9, 8)
"""Only where a row has no slide to itself at a larger size."""
HEAD: Final = 0.85
"""Size of the head in that of the rows."""
MOST_AIR: Final = 1.45
"""How much higher than its text a row may become where there is room."""
PADDING: Final = int(Pt(7))
SPARE: Final = int(Pt(1.5))
"""Beside a text that fills its column: programs round widths, and break it where they lose any."""
APART: Final = 3
"""Times the padding, where words follow figures that end at their right."""
ABOVE: Final = 0.35
"""Between a text and the lines above and below it, in the size of its letters."""
SHORT: Final = 16
"""Signs up to which a text had better stay in one row."""
LARGE: Final = 13
"""At more than this, names and short texts take two rows at most."""
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


@dataclass(frozen=True)
class Setting:
    """How a table is set so that it fits."""

    size: float
    widths: Sequence[int]
    heights: Sequence[int]
    """Of the head and each row, without air."""


def table_slides(
    deck: Deck, title: str, notes: str, columns: Sequence[Column], rows: Rows, *, alt: str = ""
) -> None:
    """One slide, or as many as the rows need to be read."""
    parts = list(_pages(columns, rows, deck.area))
    size = min(_setting(columns, part, deck.area).size for part in parts)
    t = deck.facts.t
    for n, part in enumerate(parts, start=1):
        one = title
        if len(parts) > 1:
            one = t("{title} ({n} of {all})", title=title, n=n, all=len(parts))
        slide = deck.bare(one, notes)
        add_table(deck, slide, columns, part, deck.area, alt=alt or title, most=size)


def add_table(
    deck: Deck,
    slide: Slide,
    columns: Sequence[Column],
    rows: Rows,
    area: Area,
    *,
    alt: str,
    most: float = SIZES[0],
) -> None:
    """`rows` that would not fit at the smallest size are set at it; callers give few."""
    setting = _setting(columns, rows, area, most=most)
    air = min(MOST_AIR, max(area.height / sum(setting.heights), 1))
    heights = [int(height * air) for height in setting.heights]
    place = (Emu(area.left), Emu(area.top), Emu(area.width), Emu(sum(heights)))
    frame = slide.shapes.add_table(len(rows) + 1, len(columns), *place)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    table = frame.table
    frame._element.find(f".//{qn('a:tableStyleId')}").text = PLAIN_STYLE
    for n, width in enumerate(setting.widths):
        table.columns[n].width = Emu(width)
    for n, height in enumerate(heights):
        table.rows[n].height = Emu(height)
    for n, row in enumerate((_heads(columns), *rows)):
        for at, column in enumerate(columns):
            cell = table.cell(n, at)
            cell.margin_left = Emu(_before(columns, at))
            _fill(deck, cell, row[at], column, setting.size, head=n == 0)


def _pages(columns: Sequence[Column], rows: Rows, area: Area) -> Iterator[Rows]:
    """As few parts as can be read, all about as long."""
    for count in range(1, len(rows) + 1):
        each = ceil(len(rows) / count)
        parts = [rows[start : start + each] for start in range(0, len(rows), each)]
        if all(_fits(columns, part, area) for part in parts) or count == len(rows):
            yield from parts
            return
    if not rows:
        yield rows


def _fits(columns: Sequence[Column], rows: Rows, area: Area) -> bool:
    return _setting(columns, rows, area).size >= SIZES[-1]


def _setting(
    columns: Sequence[Column], rows: Rows, area: Area, *, most: float = SIZES[0]
) -> Setting:
    """The largest at which every word is whole and the rows fit; else the smallest there is."""
    every = (_heads(columns), *rows)
    for size in (one for one in (*SIZES, *SMALL) if one <= most):
        for whole in (True, False):
            widths = _widths(columns, rows, area.width, size, whole=whole)
            if widths is None:
                continue
            heights = _heights(columns, every, widths, size)
            if sum(heights) <= area.height and _is_even(columns, rows, widths, size):
                return Setting(size, widths, heights)
    widths = [int(area.width * column.share) for column in columns]
    return Setting(SMALL[-1], widths, _heights(columns, every, widths, SMALL[-1]))


def _is_even(columns: Sequence[Column], rows: Rows, widths: Sequence[int], size: float) -> bool:
    """No name and no date stands as a tower beside short cells."""
    return size <= LARGE or all(
        rows_of(row[at], _room(columns, widths, at), size * column.breadth) <= 2
        for at, column in enumerate(columns)
        for row in rows
        if column.strong or len(row[at]) <= SHORT
    )


def _room(columns: Sequence[Column], widths: Sequence[int], at: int) -> int:
    return widths[at] - PADDING - SPARE - _before(columns, at)


def _heads(columns: Sequence[Column]) -> list[str]:
    return [column.head for column in columns]


def _before(columns: Sequence[Column], at: int) -> int:
    """The padding left of a column."""
    follows = at > 0 and columns[at - 1].right and not columns[at].right
    return PADDING * APART if follows else PADDING


def _widths(
    columns: Sequence[Column], rows: Rows, width: int, size: float, *, whole: bool
) -> list[int] | None:
    """By their shares, but none narrower than its widest word; None if that is not possible.

    `whole` keeps short texts, such as dates, in one row as well. What a column does not need for
    one row each goes to those that do.
    """
    least = [_least(columns, rows, at, size, whole=whole) for at in range(len(columns))]
    if sum(least) > width:
        return None
    most = [_width(columns, rows, at, size, width_of) for at in range(len(columns))]
    wanted = [max(width * column.share, low) for column, low in zip(columns, least, strict=True)]
    wanted = [min(want, high) for want, high in zip(wanted, most, strict=True)]
    if (left := width - sum(wanted)) > 0:
        short = [high > want for want, high in zip(wanted, most, strict=True)]
        takes = short if any(short) else [True] * len(columns)
        whole_share = sum(c.share for c, take in zip(columns, takes, strict=True) if take)
        return [
            int(want + left * column.share * take / whole_share)
            for want, column, take in zip(wanted, columns, takes, strict=True)
        ]
    slack = sum(wanted) - sum(least)
    give = -left / slack if slack > 0 else 0.0
    return [int(want - give * (want - low)) for want, low in zip(wanted, least, strict=True)]


def _least(columns: Sequence[Column], rows: Rows, at: int, size: float, *, whole: bool) -> int:
    def measure(text: str, letters: float) -> int:
        return (width_of if whole and len(text) <= SHORT else longest)(text, letters)

    return _width(columns, rows, at, size, measure)


def _width(
    columns: Sequence[Column],
    rows: Rows,
    at: int,
    size: float,
    measure: Callable[[str, float], int],
) -> int:
    """Of a column, by what its texts measure."""
    column = columns[at]
    cells = [measure(row[at], size * column.breadth) for row in rows]
    widest = max(measure(column.head, size * HEAD * BOLD), *cells, 0)
    return widest + PADDING + SPARE + _before(columns, at)


def _heights(
    columns: Sequence[Column], every: Rows, widths: Sequence[int], size: float
) -> list[int]:
    return [_height(columns, row, widths, size, head=n == 0) for n, row in enumerate(every)]


def _height(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int], size: float, *, head: bool
) -> int:
    highest = 0.0
    for at, (text, column) in enumerate(zip(row, columns, strict=True)):
        letters = size * (HEAD * BOLD if head else column.breadth)
        lines = rows_of(text, _room(columns, widths, at), letters)
        highest = max(highest, lines * line_of(text))
    return int((highest * (HEAD if head else 1) + 2 * ABOVE) * size * PT)


def _fill(deck: Deck, cell: _Cell, text: str, column: Column, size: float, *, head: bool) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_right = Emu(PADDING)
    cell.margin_top = cell.margin_bottom = Emu(int(ABOVE * size * PT))
    bold = head or column.strong
    letters = size * (HEAD if head else 1)
    deck.write(cell.text_frame, [text], letters, bold=bold, ink=deck.paint.ink)
    if column.right:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _underline(deck, cell, strong=head)


def _underline(deck: Deck, cell: _Cell, *, strong: bool) -> None:
    """A line below the cell, in the template's own colours."""
    line = child(cell._tc.get_or_add_tcPr(), "a:lnB", w="12700" if strong else "6350")
    shade = deck.paint.ink if strong else deck.paint.quiet
    shade.fill(child(line, "a:solidFill"))
