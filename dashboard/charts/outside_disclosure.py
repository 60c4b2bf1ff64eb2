"""What companies disclose, by pillar: one dot a company on the publisher's own scale.

The pillars are our map of the publisher's indicators; the dots have no pillar's colour, as this is
no score of ours.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import plotly.graph_objects as go

from dashboard.charts.description import COMMA, SEMICOLON, sentences
from dashboard.charts.frame import HOVER, HOVER_WIDTH, Part, figure
from dashboard.charts.ink import ACCENT, LINE, NEUTRAL, PAPER
from dashboard.charts.lettering import wrapped
from dashboard.charts.outside_axis import UNIT_LINE, axis, unit_line
from dashboard.charts.scale import COLUMN, in_column, row_axis
from dashboard.domain.outside import Disclosure
from dashboard.domain.precision import whole
from dashboard.domain.text import Frozen, Lang
from dashboard.i18n import words

ROW: Final = 84
DOT: Final = 10
CHOSEN_DOT: Final = 15
APART: Final = 4.4
"""Points between dots side by side: their width where a figure is 326 wide."""
STEP: Final = 0.13
"""A dot higher, as a share of the row."""
GROUND: Final = 0.36
"""How far below the middle of its row the lowest dot lies."""
NAME_WIDTH: Final = 19
TOP: Final = 100
ROOM: Final = 1.03


class Disclosed(Frozen):
    """Companies of one index; `company` is pointed out."""

    companies: tuple[Disclosure, ...]
    company: str = ""


class Dot(Frozen):
    company: Disclosure
    value: float
    level: int
    """How many dots it lies above the ground."""


def pillar_names(lang: Lang) -> tuple[str, str, str]:
    """How our pillars are called where they stand for indicators of the index."""
    t = words(lang)
    return (
        t("Value exchange: clarity, control and access"),
        t("Data use"),
        t("Stewardship"),
    )


def disclosure_dots(disclosed: Disclosed, lang: Lang) -> go.Figure:
    t, names = words(lang), pillar_names(lang)
    dots = [(row, dot) for row in range(len(names)) for dot in stacked(disclosed.companies, row)]
    chosen = [(row, dot) for row, dot in dots if dot.company.company == disclosed.company]
    others = [one for one in dots if one not in chosen]
    return figure(
        [_dots(others, names), *([_chosen(chosen, names)] if chosen else [])],
        height=ROW * len(names) + UNIT_LINE,
        margin={"l": 4, "r": COLUMN, "t": 4, "b": UNIT_LINE},
        xaxis=axis(TOP) | {"range": [0, TOP * ROOM]},
        yaxis=row_axis([wrapped(name, NAME_WIDTH) for name in names]),
        shapes=[_ground(row) for row in range(len(names))],
        annotations=[
            unit_line(t("% of what the index asks for")),
            *(in_column(row, str(whole(dot.value))) for row, dot in chosen),
        ],
    )


def describe_disclosure_dots(disclosed: Disclosed, lang: Lang) -> str:
    """Say what `disclosure_dots` draws from the same values."""
    t, names = words(lang), pillar_names(lang)
    parts = [
        t(
            "Dots of {n} companies on three rows, in percent of what the index asks for.",
            n=len(disclosed.companies),
        )
    ]
    for row, name in enumerate(names):
        in_order = sorted(disclosed.companies, key=lambda one: -one.pillars[row])
        told = (f"{one.company} {whole(one.pillars[row])}" for one in in_order)
        parts.append(t("{pillar}: {values}.", pillar=name, values=COMMA[lang].join(told)))
    for one in disclosed.companies:
        if one.company == disclosed.company:
            values = (f"{name} {whole(v)}" for name, v in zip(names, one.pillars, strict=True))
            parts.append(
                t("Pointed out: {name}.", name=SEMICOLON[lang].join([one.company, *values]))
            )
    return sentences(lang, parts)


def stacked(companies: Sequence[Disclosure], pillar: int) -> Iterator[Dot]:
    """Dots from left to right, each on the lowest level where it touches no other."""
    ends: list[float] = []
    for one in sorted(companies, key=lambda one: one.pillars[pillar]):
        value = one.pillars[pillar]
        level = next((n for n, end in enumerate(ends) if value - end >= APART), len(ends))
        ends[level : level + 1] = [value]
        yield Dot(company=one, value=value, level=level)


def _dots(dots: Sequence[tuple[int, Dot]], names: Sequence[str]) -> Part:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.value for _, dot in dots],
        "y": [row + GROUND - STEP * dot.level for row, dot in dots],
        "marker": {"color": NEUTRAL, "size": DOT, "line": {"color": PAPER, "width": 1}},
        "customdata": [
            [
                wrapped(dot.company.company, HOVER_WIDTH),
                wrapped(f"{names[row]}: {whole(dot.value)}", HOVER_WIDTH),
            ]
            for row, dot in dots
        ],
        "hovertemplate": HOVER,
    }


def _chosen(dots: Sequence[tuple[int, Dot]], names: Sequence[str]) -> Part:
    """Another shape and size too: colour alone says nothing."""
    marker = {
        "symbol": "diamond",
        "color": ACCENT,
        "size": CHOSEN_DOT,
        "line": {"color": PAPER, "width": 1.5},
    }
    return _dots(dots, names) | {"marker": marker}


def _ground(row: int) -> Part:
    return {
        "type": "line",
        "xref": "x",
        "yref": "y",
        "x0": 0,
        "x1": TOP,
        "y0": row + GROUND + STEP / 2,
        "y1": row + GROUND + STEP / 2,
        "line": {"color": LINE, "width": 1},
        "layer": "below",
    }
