"""The portfolio: a row a brand, a column a pillar and one for the whole, each cell its band.

A cell says its band and its integer in words; its fill only repeats them. What cannot be scored
has no fill, a dotted edge, and words for why.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.frame import HOVER, HOVER_WIDTH, SMALL_TEXT, Part, figure
from dashboard.charts.ink import CLEAR, EDGE, INK, MUTED, band_fill, band_ink
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.portfolio import BrandRow, Cell, cells_of, columns_of
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang
from dashboard.i18n import words

ROW: Final = 74
"""Height of a row, in pixels, as are all lengths here."""
HALF_WIDTH: Final = 0.49
HALF_HEIGHT: Final = 0.44
NAME_WIDTH: Final = 10
NAME_LINES: Final = 3
NAMES: Final = 64
"""What brand names take on the left."""
NARROWEST: Final = 294
"""In a card on a screen of 360 pixels."""
LETTER: Final = 5.4
BOLD_LETTER: Final = 5.8
"""Widths of a letter of this size, about."""
HEAD_LINE: Final = 14
HEAD_LINES: Final = 2
CELL_TEXT: Final = 11
CELL_LINES: Final = 2
TARGET_SIZE: Final = 56
"""Side of the invisible square that answers to the pointer; on a wide screen its reach adds."""
REACH: Final = 40


def heat_map(
    questionnaire: Questionnaire,
    rows: Sequence[BrandRow],
    lang: Lang,
    *,
    on_card: int | None = None,
) -> go.Figure:
    """Draw every brand's cells. Point n of the trace is the nth cell, read row by row.

    `on_card` is the row of the brand that is shown beside the figure: its name is bold.
    """
    grid = [cells_of(questionnaire, row, lang) for row in rows]
    columns = columns_of(questionnaire, lang)
    heads = [wrapped(name, _letters(len(columns), LETTER), most=HEAD_LINES) for name in columns]
    top = HEAD_LINE * (1 + max(head.count("<br>") for head in heads)) + 10
    return figure(
        [_pointed_at(rows, columns, grid)],
        height=ROW * len(rows) + top,
        margin={"l": NAMES, "r": 2, "t": top, "b": 0},
        hoverdistance=REACH,
        xaxis=_axis([-0.5, len(columns) - 0.5]),
        yaxis=_axis([len(rows) - 0.5, -0.5]) | _names(rows, on_card),
        shapes=[_rectangle(x, y, cell) for y, row in enumerate(grid) for x, cell in enumerate(row)],
        annotations=[
            *(_head(x, head) for x, head in enumerate(heads)),
            *(
                _lettering(x, y, cell, len(columns))
                for y, row in enumerate(grid)
                for x, cell in enumerate(row)
            ),
        ],
    )


def describe_heat_map(questionnaire: Questionnaire, rows: Sequence[BrandRow], lang: Lang) -> str:
    """Say what `heat_map` draws from the same values."""
    t = words(lang)
    columns = columns_of(questionnaire, lang)

    def told(row: BrandRow) -> Iterator[str]:
        cells = cells_of(questionnaire, row, lang)
        for name, cell in zip(columns, cells, strict=True):
            yield description.COMMA[lang].join([name, *cell.facts])

    return description.sentences(
        lang,
        [
            t.plural(
                "Heat map of {n} brand by pillar; every cell says its band.",
                "Heat map of {n} brands by pillar; every cell says its band.",
                len(rows),
            ),
            *(
                t(
                    "{pillar}: {values}.",
                    pillar=row.name,
                    values=description.SEMICOLON[lang].join(told(row)),
                )
                for row in rows
            ),
            description.bands(questionnaire, lang),
        ],
    )


def _letters(columns: int, letter: float) -> int:
    """How many letters of a width fit side by side in a cell of the narrowest figure."""
    return max(int((NARROWEST - NAMES) / columns * 2 * HALF_WIDTH / letter), 4)


def _axis(limits: list[float]) -> Part:
    return {
        "range": limits,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "ticks": "",
        "fixedrange": True,
    }


def _names(rows: Sequence[BrandRow], on_card: int | None) -> Part:
    names = [wrapped(row.name, NAME_WIDTH, most=NAME_LINES) for row in rows]
    return {
        "showticklabels": True,
        "tickvals": list(range(len(rows))),
        "ticktext": [f"<b>{name}</b>" if n == on_card else name for n, name in enumerate(names)],
        "tickfont": {"size": SMALL_TEXT, "color": INK},
    }


def _rectangle(x: int, y: int, cell: Cell) -> Part:
    filled = cell.place is not None
    return {
        "type": "rect",
        "x0": x - HALF_WIDTH,
        "x1": x + HALF_WIDTH,
        "y0": y - HALF_HEIGHT,
        "y1": y + HALF_HEIGHT,
        "fillcolor": CLEAR if cell.place is None else band_fill(*cell.place),
        "line": {"color": EDGE, "width": 1, "dash": "solid" if filled else "dot"},
        "layer": "below",
    }


def _lettering(x: int, y: int, cell: Cell, columns: int) -> Part:
    letters = _letters(columns, LETTER if cell.place is None else BOLD_LETTER)
    word = wrapped(cell.word, letters, most=CELL_LINES + (cell.place is None))
    lines = [f"<b>{word}</b>" if cell.place is not None else word]
    if cell.below:
        lines.append(shown(cell.below))
    return {
        "x": x,
        "y": y,
        "text": "<br>".join(lines),
        "showarrow": False,
        "font": {
            "size": CELL_TEXT,
            "color": MUTED if cell.place is None else band_ink(*cell.place),
        },
    }


def _head(x: int, name: str) -> Part:
    return {
        "x": x,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "text": name,
        "showarrow": False,
        "font": {"size": CELL_TEXT, "color": INK},
    }


def _pointed_at(
    rows: Sequence[BrandRow], columns: Sequence[str], grid: Sequence[Sequence[Cell]]
) -> Part:
    places = [(x, y) for y, row in enumerate(grid) for x, _ in enumerate(row)]
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "marker": {"symbol": "square", "size": TARGET_SIZE, "opacity": 0, "color": EDGE},
        "selected": unseen,
        "unselected": unseen,
        "customdata": [
            [
                wrapped(f"{rows[y].name} · {columns[x]}", HOVER_WIDTH),
                wrapped(" · ".join(grid[y][x].facts), HOVER_WIDTH),
            ]
            for x, y in places
        ],
        "hovertemplate": HOVER,
    }
