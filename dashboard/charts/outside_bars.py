"""Values of one source as bars, each below its name, in the source's own unit."""

from collections.abc import Iterator
from typing import Final

import plotly.graph_objects as go

from dashboard.charts.description import COMMA, SEMICOLON, sentences
from dashboard.charts.frame import HOVER, HOVER_WIDTH, SMALL_TEXT, Part, figure
from dashboard.charts.ink import ACCENT, INK, MUTED, NEUTRAL
from dashboard.charts.lettering import broken, shown, wrapped
from dashboard.charts.outside_axis import (
    UNIT_LINE,
    UNIT_WIDTH,
    axis,
    hidden_axis,
    number,
    unit_line,
)
from dashboard.domain.outside import Bar, Bars
from dashboard.domain.text import Frozen, Lang
from dashboard.i18n import words

NAME_WIDTH: Final = 42
NAME_LINE: Final = 16
THICKNESS: Final = 13
ABOVE: Final = 6
GAP: Final = 13
"""Between a bar and the name of the next, in pixels, as are all lengths here."""
PERCENT: Final = "%"
ROOM: Final = 1.16
"""Right of the largest value, for the words at its end."""
CHOSEN: Final = "◆ "


class BarsShown(Frozen):
    """In the order of the source, or `most_first` where that order says nothing.

    `chosen` is the position of a bar that is pointed out, as the bars are shown.
    """

    values: Bars
    chosen: int | None = None
    most_first: bool = False

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self.values.most_first if self.most_first else self.values.bars

    @property
    def sign(self) -> str:
        """What follows a number; any other unit than percent is named by the axis alone."""
        return PERCENT if self.values.unit.en.startswith(PERCENT) else ""

    @property
    def top(self) -> float:
        """Percentages have all of 100 before them."""
        if self.sign:
            return 100
        return max((value for _, value in self.values.known), default=0) or 1


def value_bars(shown_bars: BarsShown, lang: Lang) -> go.Figure:
    bars, unit = shown_bars.bars, shown_bars.values.unit.get(lang)
    places = list(_places(bars, lang))
    height = int(places[-1] + THICKNESS / 2 + GAP)
    below = UNIT_LINE + NAME_LINE * (len(broken(unit, UNIT_WIDTH)) - 1)
    names = (
        _name(bar, place, lang, chosen=n == shown_bars.chosen)
        for n, (bar, place) in enumerate(zip(bars, places, strict=True))
    )
    ends = (
        _end(bar, place, shown_bars.sign, lang) for bar, place in zip(bars, places, strict=True)
    )
    return figure(
        [_bars(bars, places, shown_bars.sign, lang)],
        height=height + ABOVE + below,
        margin={"l": 8, "r": 8, "t": ABOVE, "b": below},
        xaxis=axis(shown_bars.top, room=ROOM),
        yaxis=hidden_axis(height, 0),
        annotations=[unit_line(unit), *names, *ends],
    )


def describe_value_bars(shown_bars: BarsShown, lang: Lang) -> str:
    """Say what `value_bars` draws from the same values."""
    t, bars, sign = words(lang), shown_bars.bars, shown_bars.sign
    told = (COMMA[lang].join([bar.name.get(lang), _said(bar, sign, lang)]) for bar in bars)
    chosen = ""
    if shown_bars.chosen is not None:
        chosen = t("Pointed out: {name}.", name=bars[shown_bars.chosen].name.get(lang))
    return sentences(
        lang,
        [
            _order(shown_bars, lang),
            t("{values}.", values=SEMICOLON[lang].join(told)),
            chosen,
        ],
    )


def _order(shown_bars: BarsShown, lang: Lang) -> str:
    t, n = words(lang), len(shown_bars.bars)
    if shown_bars.most_first:
        return t("{n} bars, the longest first.", n=n)
    return t("{n} bars, in the order of the source.", n=n)


def _places(bars: tuple[Bar, ...], lang: Lang) -> Iterator[float]:
    """How far below the top the middle of each bar is."""
    down = 0.0
    for bar in bars:
        lines = broken(CHOSEN + bar.name.get(lang), NAME_WIDTH)
        down += NAME_LINE * len(lines) + THICKNESS / 2 + 3
        yield down
        down += THICKNESS / 2 + GAP


def _bars(bars: tuple[Bar, ...], places: list[float], sign: str, lang: Lang) -> Part:
    drawn = [(bar, place) for bar, place in zip(bars, places, strict=True) if bar.value is not None]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar, _ in drawn],
        "y": [place for _, place in drawn],
        "width": THICKNESS,
        "marker": {"color": NEUTRAL, "line": {"width": 0}},
        "customdata": [
            [wrapped(bar.name.get(lang), HOVER_WIDTH), shown(_said(bar, sign, lang))]
            for bar, _ in drawn
        ],
        "hovertemplate": HOVER,
    }


def _name(bar: Bar, place: float, lang: Lang, *, chosen: bool) -> Part:
    text = wrapped((CHOSEN if chosen else "") + bar.name.get(lang), NAME_WIDTH)
    return {
        "x": 0,
        "xanchor": "left",
        "y": place - THICKNESS / 2 - 2,
        "yanchor": "bottom",
        "align": "left",
        "text": f"<b>{text}</b>" if chosen else text,
        "showarrow": False,
        "font": {"size": 12.5, "color": ACCENT if chosen else INK},
    }


def _end(bar: Bar, place: float, sign: str, lang: Lang) -> Part:
    known = bar.value is not None
    return {
        "x": bar.value or 0,
        "xanchor": "left",
        "y": place,
        "text": shown(_said(bar, sign, lang)),
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": INK if known else MUTED},
    }


def _said(bar: Bar, sign: str, lang: Lang) -> str:
    return words(lang)("no figure") if bar.value is None else number(bar.value) + sign
