"""Trackers by category of site: the middle half of the sites, their median, and a scan of ours."""

from typing import Final

import plotly.graph_objects as go

from dashboard.charts.description import COMMA, SEMICOLON, sentences
from dashboard.charts.frame import HOVER, HOVER_WIDTH, Part, figure
from dashboard.charts.ink import INK, NEUTRAL, PAPER
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.outside_axis import (
    MARK_LINE,
    UNIT_LINE,
    axis,
    number,
    own_line,
    own_words,
    unit_line,
)
from dashboard.charts.scale import COLUMN, in_column, row_axis
from dashboard.domain.outside import SiteCategory
from dashboard.domain.text import Frozen, Lang
from dashboard.i18n import words

ROW: Final = 34
THICKNESS: Final = 0.42
NAME_WIDTH: Final = 19
BEYOND: Final = 1.06
"""How much longer the axis is than its largest value."""


class Trackers(Frozen):
    """What the figure shows; `count` is what a scan of one's own site found."""

    categories: tuple[SiteCategory, ...]
    count: int | None = None

    @property
    def rows(self) -> tuple[SiteCategory, ...]:
        """All sites first, then the categories, most trackers first."""
        return tuple(sorted(self.categories, key=lambda one: (not one.total, -one.median)))

    @property
    def top(self) -> float:
        return max(*(one.upper for one in self.categories), self.count or 0) * BEYOND


def tracker_quartiles(trackers: Trackers, lang: Lang) -> go.Figure:
    t, rows, count = words(lang), trackers.rows, trackers.count
    marked = [] if count is None else [count]
    names = [
        wrapped(t("{name} ({n})", name=one.name.get(lang), n=number(one.sites)), NAME_WIDTH)
        for one in rows
    ]
    return figure(
        [_middle_halves(rows, lang), *_medians(rows)],
        height=ROW * len(rows) + MARK_LINE + UNIT_LINE,
        margin={"l": 4, "r": COLUMN, "t": MARK_LINE, "b": UNIT_LINE},
        xaxis=axis(trackers.top),
        yaxis=row_axis(names),
        shapes=[part for at in marked for part in own_line(at)],
        annotations=[
            unit_line(t("trackers per site")),
            *(in_column(n, number(one.median)) for n, one in enumerate(rows)),
            *(
                part
                for at in marked
                for part in own_words(at, t("Your scan: {n}", n=at), trackers.top)
            ),
        ],
    )


def describe_tracker_quartiles(trackers: Trackers, lang: Lang) -> str:
    """Say what `tracker_quartiles` draws from the same values."""
    t, rows, count = words(lang), trackers.rows, trackers.count
    told = (
        COMMA[lang].join(
            [
                t("{name} ({n})", name=one.name.get(lang), n=number(one.sites)),
                t("{lower} to {upper}", lower=number(one.lower), upper=number(one.upper)),
                t("median {median}", median=number(one.median)),
            ]
        )
        for one in rows
    )
    return sentences(
        lang,
        [
            t("Trackers per site, by category of site with the number of sites."),
            t("Each bar is the middle half of the sites, the mark in it their median."),
            t("{values}.", values=SEMICOLON[lang].join(told)),
            "" if count is None else t("Dashed line: your scan, {n}.", n=count),
        ],
    )


def _middle_halves(rows: tuple[SiteCategory, ...], lang: Lang) -> Part:
    t = words(lang)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [one.lower for one in rows],
        "x": [one.upper - one.lower for one in rows],
        "y": list(range(len(rows))),
        "width": THICKNESS,
        "marker": {"color": NEUTRAL, "line": {"width": 0}},
        "customdata": [
            [
                wrapped(one.name.get(lang), HOVER_WIDTH),
                shown(
                    t(
                        "{lower} to {upper}, median {median}",
                        lower=number(one.lower),
                        upper=number(one.upper),
                        median=number(one.median),
                    )
                ),
            ]
            for one in rows
        ],
        "hovertemplate": HOVER,
    }


def _medians(rows: tuple[SiteCategory, ...]) -> list[Part]:
    return [
        {
            "type": "scatter",
            "x": [one.median for one in rows],
            "y": list(range(len(rows))),
            "mode": "markers",
            "marker": {
                "symbol": "line-ns",
                "size": 20,
                "line": {"color": ink, "width": thickness},
            },
            "hoverinfo": "skip",
        }
        for ink, thickness in ((PAPER, 7), (INK, 3))
    ]
