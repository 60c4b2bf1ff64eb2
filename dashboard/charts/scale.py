"""The scale under horizontal figures: a strip of bands with their names, and where each begins.

How wide a figure will be is known to the browser alone, so what must not collide is worked out
for the narrowest one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dashboard.charts.frame import SMALL_TEXT, TEXT, Part
from dashboard.charts.ink import EDGE, INK, LINE, MUTED, band_fill
from dashboard.charts.lettering import shown, width, wrapped
from dashboard.charts.rows import Row, numbered, why_no_score
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang

ROW: Final = 36
"""Height of a row, in pixels, as are all lengths here."""
NAME_WIDTH: Final = 19
NAME_LINES: Final = 3
NAME_LINE: Final = 16
STRIP: Final = 7
BAND_LINE: Final = 15
ABOVE: Final = 24
"""Between the rows and the top edge, before any line of band names."""
BELOW: Final = 4
COLUMN: Final = 34
"""Right of the scale, for a number or a short word in each row, unless a figure needs more."""
ASIDE: Final = 0.22
"""How far bounds and words move apart in a row that has no mark, as a share of the row."""
LENGTH: Final = 199
"""From score 0 to the right edge where a figure is 326 wide and its names are long."""
LETTER: Final = 6.0
GAP: Final = 4


@dataclass(frozen=True)
class BandLabel:
    name: str
    at: float
    anchor: str
    line: int
    """From 0, the lowest."""


@dataclass(frozen=True)
class Scale:
    """Everything of a horizontal figure but its marks; row n of the figure stands at y = n."""

    shapes: tuple[Part, ...]
    annotations: tuple[Part, ...]
    xaxis: Part
    yaxis: Part
    height: int
    margin: dict[str, int]


def scale(
    questionnaire: Questionnaire,
    rows: Sequence[Row],
    lang: Lang,
    *,
    beyond: float = 0,
    column: int = COLUMN,
    row: int = ROW,
) -> Scale:
    """Lay out the rows; `beyond` is the room for marks at 0 and at 100, in points."""
    names = [_row_name(row, lang, numbered=numbered(rows)) for row in rows]
    lines = max(name.count("<br>") + 1 for name in names)
    depth = max(row, lines * NAME_LINE + 6) * len(rows)
    labels = tuple(band_labels(questionnaire, lang, beyond=beyond, column=column))
    top = ABOVE + BAND_LINE * (1 + max(label.line for label in labels))
    strip_top = 1 + STRIP / depth
    return Scale(
        shapes=(*_thresholds(questionnaire), *_strip(questionnaire, strip_top)),
        annotations=tuple(_band_name(label, strip_top) for label in labels),
        xaxis={
            "range": [-beyond, 100 + beyond],
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "ticks": "",
        },
        yaxis=row_axis(names),
        height=depth + top + BELOW,
        margin={"l": 4, "r": column, "t": top, "b": BELOW},
    )


def row_axis(names: list[str]) -> Part:
    """One row a name, the first on top."""
    return {
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "tickfont": {"size": 12.5, "color": INK},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }


def _row_name(row: Row, lang: Lang, *, numbered: bool) -> str:
    """A dimension's name beside its row, with the number that the rose shows for it."""
    number = f"{row.number} " if numbered else ""
    title = row.dimension.title.get(lang)
    return number + wrapped(title, NAME_WIDTH - len(number), most=NAME_LINES)


def in_column(position: int, text: str, *, quiet: bool = False, column: int = COLUMN) -> Part:
    """A number or word at the right end of a row, so that all stand in one column."""
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "xshift": column - 2,
        "y": position,
        "text": text if quiet else f"<b>{text}</b>",
        "showarrow": False,
        "font": {"size": SMALL_TEXT if quiet else TEXT, "color": MUTED if quiet else INK},
    }


def no_mark(row: Row, lang: Lang, *, aside: bool = False, position: int | None = None) -> Part:
    """The words that stand where a row has no mark; `aside` leaves room for its bounds below.

    A row stands at its number unless the figure gives it another position.
    """
    place = row.number - 1 if position is None else position
    return {
        "x": 0,
        "xanchor": "left",
        "y": place - (ASIDE if aside else 0),
        "text": shown(why_no_score(row, lang)),
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": MUTED},
    }


def band_labels(
    questionnaire: Questionnaire, lang: Lang, *, beyond: float = 0, column: int = COLUMN
) -> Iterator[BandLabel]:
    """Put each band's name over its stretch, on the lowest line where it hits no other."""
    point = (LENGTH - column) / (100 + 2 * beyond)
    ends: list[float] = []
    for key, start, end in _stretches(questionnaire):
        name = questionnaire.band(key).name.get(lang)
        half = width(name) * LETTER / 2
        middle = (start + end) / 2
        last = middle * point + half > 100 * point + column
        left = 100 * point - 2 * half if last else middle * point - half
        line = next((n for n, taken in enumerate(ends) if taken + GAP <= left), len(ends))
        ends[line : line + 1] = [left + 2 * half]
        at, anchor = (100.0, "right") if last else (middle, "center")
        yield BandLabel(name=name, at=at, anchor=anchor, line=line)


def _stretches(questionnaire: Questionnaire) -> Iterator[tuple[str, float, float]]:
    """Each band with where it begins and ends; below the first threshold is the first band."""
    bands = questionnaire.scoring.bands
    starts = [0.0, *(band.from_score for band in bands[1:]), 100.0]
    for band, (start, end) in zip(bands, pairwise(starts), strict=True):
        yield band.key, start, end


def _strip(questionnaire: Questionnaire, top: float) -> Iterator[Part]:
    stretches = list(_stretches(questionnaire))
    for position, (_, start, end) in enumerate(stretches):
        yield {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": start,
            "x1": end,
            "y0": 1,
            "y1": top,
            "fillcolor": band_fill(position, len(stretches)),
            "line": {"color": EDGE, "width": 0.5},
            "layer": "below",
        }


def _thresholds(questionnaire: Questionnaire) -> Iterator[Part]:
    for band in questionnaire.scoring.bands[1:]:
        yield {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": band.from_score,
            "x1": band.from_score,
            "y0": 0,
            "y1": 1,
            "line": {"color": LINE, "width": 1},
            "layer": "below",
        }


def _band_name(label: BandLabel, strip_top: float) -> Part:
    return {
        "xref": "x",
        "yref": "paper",
        "x": label.at,
        "xanchor": label.anchor,
        "xshift": 0,
        "y": strip_top,
        "yanchor": "bottom",
        "yshift": 2 + BAND_LINE * label.line,
        "text": shown(label.name),
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": MUTED},
    }
