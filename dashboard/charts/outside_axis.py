"""The ground under figures of outside evidence: an axis of their own with its unit, and a mark.

No strip of bands and no colour of a pillar ever stands in them: they are on no scale of ours.
"""

import math
from collections.abc import Iterator
from typing import Final

from dashboard.charts.frame import SMALL_TEXT, TEXT, Part
from dashboard.charts.ink import ACCENT, LINE, MUTED, PAPER
from dashboard.charts.lettering import shown, wrapped

MOST_STEPS: Final = 6
STEPS: Final = (1, 2, 2.5, 5, 10)
CASING: Final = 5
MARK_LINE: Final = 20
"""Above a figure, for the words of the mark, in pixels."""
UNIT_LINE: Final = 42
"""Below a figure, for ticks and unit."""
UNIT_WIDTH: Final = 46
MIDDLE: Final = 0.55
"""A mark further right than this share of the axis has its words on its left."""


def step_for(top: float) -> float:
    """The round step that divides an axis up to `top` into six parts at most."""
    power = 10.0 ** math.floor(math.log10(top / MOST_STEPS))
    return next(power * step for step in STEPS if top / (power * step) <= MOST_STEPS)


def axis(top: float, *, room: float = 1.0) -> Part:
    """An axis from 0 to `top`, `room` times as long."""
    step = step_for(top)
    ticks = [n * step for n in range(math.floor(top / step) + 1)]
    return {
        "range": [0, top * room],
        "tickvals": ticks,
        "ticktext": [number(tick) for tick in ticks],
        "tickfont": {"size": SMALL_TEXT, "color": MUTED},
        "ticks": "",
        "gridcolor": LINE,
        "showgrid": True,
        "zeroline": False,
        "fixedrange": True,
    }


def number(value: float) -> str:
    """At most one decimal, and none that is 0; thousands apart: 10,000 or 17.5."""
    return f"{_tenths(value):,.1f}".removesuffix(".0")


def decimal(value: float) -> str:
    """One decimal, also one that is 0: for ratings, which have more of them."""
    return f"{_tenths(value):.1f}"


def _tenths(value: float) -> float:
    return math.floor(value * 10 + 0.5) / 10


def hidden_axis(start: float, end: float) -> Part:
    return {
        "range": [start, end],
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
    }


def unit_line(unit: str) -> Part:
    """What the axis counts, below its ticks."""
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -(UNIT_LINE - SMALL_TEXT - 8),
        "align": "left",
        "text": wrapped(unit, UNIT_WIDTH),
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": MUTED},
    }


def own_line(at: float) -> Iterator[Part]:
    """A value of one's own, as a dashed line through the whole figure, cased for the bars."""
    for line in (
        {"color": PAPER, "width": CASING, "dash": "solid"},
        {"color": ACCENT, "width": 2, "dash": "dash"},
    ):
        yield {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": at,
            "x1": at,
            "y0": 0,
            "y1": 1,
            "line": line,
        }


def own_words(at: float, words: str, top: float) -> Iterator[Part]:
    """What the dashed line stands for, above it."""
    left = at <= MIDDLE * top
    yield {
        "x": at,
        "xanchor": "left" if left else "right",
        "xshift": -8 if left else 8,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "text": f"<b>{shown(words)}</b>",
        "showarrow": False,
        "font": {"size": TEXT, "color": ACCENT},
    }
