"""Ratings of privacy policies: how many products stand between one whole rating and the next."""

from typing import Final

import plotly.graph_objects as go

from dashboard.charts.description import SEMICOLON, sentences
from dashboard.charts.frame import HOVER, SMALL_TEXT, Part, figure
from dashboard.charts.ink import MUTED, NEUTRAL
from dashboard.charts.lettering import broken, shown
from dashboard.charts.outside_axis import (
    MARK_LINE,
    UNIT_LINE,
    axis,
    decimal,
    hidden_axis,
    own_line,
    own_words,
    unit_line,
)
from dashboard.domain.outside import POLICY_SOURCE, RATING_TOP
from dashboard.domain.text import Frozen, Lang
from dashboard.i18n import words

DEPTH: Final = 220
THICKNESS: Final = 0.88
HEADROOM: Final = 1.14
"""Over the highest bar, for its number."""
NAME_WIDTH: Final = 24


class Ratings(Frozen):
    """`counts` as `by_whole_rating` gives them; `name` and `rating` are of a product in view."""

    counts: tuple[int, ...]
    name: str = ""
    rating: float | None = None


def rating_counts(ratings: Ratings, lang: Lang) -> go.Figure:
    t = words(lang)
    marked = [] if ratings.rating is None else [ratings.rating]
    name = broken(ratings.name, NAME_WIDTH, most=1)[0]
    return figure(
        [_bars(ratings, lang)],
        height=DEPTH + MARK_LINE + UNIT_LINE,
        margin={"l": 8, "r": 8, "t": MARK_LINE, "b": UNIT_LINE},
        xaxis=axis(RATING_TOP) | {"showgrid": False, "range": [0, RATING_TOP]},
        yaxis=hidden_axis(0, max(ratings.counts) * HEADROOM),
        shapes=[part for at in marked for part in own_line(at)],
        annotations=[
            unit_line(t("{source} rating, 0 to 10", source=POLICY_SOURCE)),
            *(_count(n, count) for n, count in enumerate(ratings.counts)),
            *(part for at in marked for part in own_words(at, f"{name} {decimal(at)}", RATING_TOP)),
        ],
    )


def describe_rating_counts(ratings: Ratings, lang: Lang) -> str:
    """Say what `rating_counts` draws from the same values."""
    t = words(lang)
    told = (
        t("{range}: {n}", range=_range(n, lang), n=count) for n, count in enumerate(ratings.counts)
    )
    mark = ""
    if ratings.rating is not None:
        mark = t("Dashed line: {name}, {n}.", name=ratings.name, n=decimal(ratings.rating))
    return sentences(
        lang,
        [
            t("Number of products by their {source} rating, from 0 to 10.", source=POLICY_SOURCE),
            t("{values}.", values=SEMICOLON[lang].join(told)),
            mark,
        ],
    )


def _range(start: int, lang: Lang) -> str:
    t = words(lang)
    if start == RATING_TOP - 1:
        return t("{low} to {high}", low=start, high=start + 1)
    return t("{low} to under {high}", low=start, high=start + 1)


def _bars(ratings: Ratings, lang: Lang) -> Part:
    t = words(lang)
    return {
        "type": "bar",
        "x": [n + 0.5 for n in range(len(ratings.counts))],
        "y": list(ratings.counts),
        "width": THICKNESS,
        "marker": {"color": NEUTRAL, "line": {"width": 0}},
        "customdata": [
            [shown(_range(n, lang)), t.plural("{n} product", "{n} products", count)]
            for n, count in enumerate(ratings.counts)
        ],
        "hovertemplate": HOVER,
    }


def _count(position: int, count: int) -> Part:
    return {
        "x": position + 0.5,
        "y": count,
        "yanchor": "bottom",
        "text": str(count),
        "showarrow": False,
        "font": {"size": SMALL_TEXT, "color": MUTED},
    }
