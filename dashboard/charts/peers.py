"""Where a score stands in a cohort: its thirds or quarters as a strip, or its bins as bars.

Drawn from what the release holds and from nothing else. Bins are five points wide.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import plotly.graph_objects as go

from dashboard.charts.frame import SMALL_TEXT, Part, figure
from dashboard.charts.ink import ACCENT, CLEAR, EDGE, INK, LINE, MUTED, NEUTRAL
from dashboard.charts.lettering import shown
from dashboard.charts.places import parts, place_in_words
from dashboard.domain.distribution import Distribution
from dashboard.domain.percentile import BIN, BINS, bin_of
from dashboard.domain.text import Frozen, Lang
from dashboard.i18n import words

HEIGHT_OF_STRIP: Final = 150
HEIGHT_OF_BARS: Final = 210
TICKS: Final = (0, 25, 50, 75, 100)
FEWEST_POINTS: Final = 16
"""A part narrower than this has no room for its name."""
ASIDE: Final = 25
"""Points from either end within which the own label stands to one side of its mark."""


class Stand(Frozen):
    """What is drawn: a distribution of a cohort, and one's own score in it."""

    told: Distribution
    n: int
    score: float
    member: bool
    synthetic: bool

    @property
    def limits(self) -> tuple[int, ...]:
        return (self.told.limits_of_members if self.member else self.told.limits) or ()


def peers(stand: Stand, lang: Lang) -> go.Figure:
    """Draw the parts of the cohort along the scale, or its counts by bin, with the own bin."""
    bars = stand.told.counts is not None
    return figure(
        [_bars(stand, lang)] if bars else [_hovers(stand, lang)],
        height=HEIGHT_OF_BARS if bars else HEIGHT_OF_STRIP,
        margin={"l": 6, "r": 6, "t": 46, "b": 26},
        bargap=0.12,
        xaxis={
            "range": [-1, 101],
            "tickvals": list(TICKS),
            "ticktext": [str(tick) for tick in TICKS],
            "tickfont": {"size": SMALL_TEXT, "color": MUTED},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "ticks": "",
        },
        yaxis={
            "range": [0, 1.02 * max(stand.told.counts or (1,))],
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=[*([] if bars else _parts(stand)), *_own_bin(stand, bars=bars), _ground()],
        annotations=[*([] if bars else _names(stand, lang)), *_labels(stand, lang)],
    )


def describe_peers(stand: Stand, lang: Lang) -> str:
    """Say what `peers` draws from the same values."""
    t = words(lang)
    said = [
        t(
            "Scores of about {n} brands from 0 to 100, in bins of five points. Your bin is {bin}.",
            n=stand.n,
            bin=_range(bin_of(stand.score)),
        ),
        t("Your place: {place}.", place=_place(stand, lang)),
    ]
    if stand.told.counts is None:
        names = parts(len(stand.limits) + 1, lang)
        said += [
            t("The {part} reaches from {low} to {high}.", part=name, low=low, high=high)
            for name, (low, high) in zip(names, _stretches(stand), strict=True)
            if low < high
        ]
    else:
        counted = [
            t("{bin}: {n}", bin=_range(n), n=count)
            for n, count in enumerate(stand.told.counts)
            if count
        ]
        said.append(t("Brands by bin, in fives: {counts}.", counts=t.listed(counted)))
    if stand.synthetic:
        said.append(t("Demo data: these numbers are made up."))
    return t.sentences(*said)


def _place(stand: Stand, lang: Lang) -> str:
    return place_in_words(stand.told.place(stand.score, member=stand.member), lang)


def _bars(stand: Stand, lang: Lang) -> Part:
    own = bin_of(stand.score)
    counts = stand.told.counts or ()
    t = words(lang)
    return {
        "type": "bar",
        "x": [BIN * n + BIN / 2 for n in range(BINS)],
        "y": list(counts),
        "marker": {
            "color": [ACCENT if n == own else NEUTRAL for n in range(BINS)],
            "line": {"width": 0},
        },
        "customdata": [
            [_range(n), t("about {n} brands", n=count)] for n, count in enumerate(counts)
        ],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
    }


def _hovers(stand: Stand, lang: Lang) -> Part:
    """Points without a mark: the axis needs a trace, and a pointer finds the parts' names."""
    stretches = list(_stretches(stand))
    names = parts(len(stand.limits) + 1, lang)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(low + high) / 2 for low, high in stretches],
        "y": [0.5] * len(stretches),
        "marker": {"size": 40, "symbol": "square", "color": CLEAR, "line": {"width": 0}},
        "customdata": [
            [name, f"{low}–{high}"] for name, (low, high) in zip(names, stretches, strict=True)
        ],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
    }


def _stretches(stand: Stand) -> Iterator[tuple[int, int]]:
    """Each part of the cohort, from its first point to its last."""
    yield from pairwise([0, *(BIN * limit for limit in stand.limits), BIN * BINS])


def _parts(stand: Stand) -> Iterator[Part]:
    for low, high in _stretches(stand):
        yield {
            "type": "rect",
            "x0": low,
            "x1": high,
            "y0": 0.1,
            "y1": 0.9,
            "fillcolor": CLEAR,
            "line": {"color": EDGE, "width": 1},
        }


def _own_bin(stand: Stand, *, bars: bool) -> Iterator[Part]:
    low = BIN * bin_of(stand.score)
    if not bars:
        yield {
            "type": "rect",
            "x0": low + 0.4,
            "x1": low + BIN - 0.4,
            "y0": 0.1,
            "y1": 0.9,
            "fillcolor": ACCENT,
            "line": {"width": 0},
        }
    yield {
        "type": "line",
        "x0": low + BIN / 2,
        "x1": low + BIN / 2,
        "yref": "paper",
        "y0": 0.9 if not bars else 0,
        "y1": 1.06,
        "line": {"color": ACCENT, "width": 2, "dash": "dot"},
        "layer": "below" if bars else "above",
    }


def _ground() -> Part:
    return {
        "type": "line",
        "x0": 0,
        "x1": 100,
        "y0": 0,
        "y1": 0,
        "line": {"color": LINE, "width": 1},
    }


def _names(stand: Stand, lang: Lang) -> Iterator[Part]:
    """Each part's name inside it, where there is room."""
    own = bin_of(stand.score) * BIN
    for name, (low, high) in zip(
        parts(len(stand.limits) + 1, lang), _stretches(stand), strict=True
    ):
        clear = [(low, min(high, own)), (max(low, own + BIN), high)]
        start, end = max(clear, key=lambda one: one[1] - one[0])
        if end - start >= FEWEST_POINTS:
            yield {
                "x": (start + end) / 2,
                "y": 0.5,
                "text": shown(name).replace(" ", "<br>", 1),
                "showarrow": False,
                "font": {"size": SMALL_TEXT, "color": INK},
            }


def _labels(stand: Stand, lang: Lang) -> Iterator[Part]:
    """One's own bin by name, and that the numbers are made up, where they are."""
    t = words(lang)
    low = BIN * bin_of(stand.score)
    anchor = "left" if low < ASIDE else "right" if low > 100 - ASIDE else "center"
    yield {
        "x": low + BIN / 2,
        "xanchor": anchor,
        "yref": "paper",
        "y": 1.06,
        "yanchor": "bottom",
        "text": f"<b>{shown(t('you, {bin}', bin=_range(bin_of(stand.score))))}</b>",
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": INK},
    }
    if stand.synthetic:
        yield {
            "xref": "paper",
            "x": 0 if low >= 50 else 1,
            "xanchor": "left" if low >= 50 else "right",
            "yref": "paper",
            "y": 1.06,
            "yanchor": "bottom",
            "text": shown(t("Demo data")),
            "showarrow": False,
            "font": {"size": SMALL_TEXT, "color": MUTED},
        }


def _range(bin_: int) -> str:
    return f"{BIN * bin_}–{BIN * (bin_ + 1)}"
