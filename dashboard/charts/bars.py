"""The level bars: one bar a dimension on the scale of bands, with its bounds and its integer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.frame import HOVER, HOVER_WIDTH, Part, figure
from dashboard.charts.ink import INK, PAPER
from dashboard.charts.keys import level_bars_key
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.rows import NO_SCORE, Row, Scored, bounds, rows_of, scored, standing
from dashboard.charts.scale import ASIDE, in_column, no_mark, scale
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

THICKNESS: Final = 0.56
AIM: Final = 0.84
"""Height of the line that marks a target, as a share of the row: it stands out of the bar."""


def level_bars(
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    *,
    targets: Mapping[str, float] | None = None,
) -> go.Figure:
    """Draw every dimension's score; one without has its bounds, and words instead of a bar.

    `targets` maps dimension ids to scores.
    """
    rows = rows_of(questionnaire, result)
    frame = scale(questionnaire, rows, lang)
    return figure(
        [_bars(rows, questionnaire, lang), *_bounds(rows), *_aims(rows, targets or {})],
        height=frame.height,
        margin=frame.margin,
        xaxis=frame.xaxis,
        yaxis=frame.yaxis,
        shapes=list(frame.shapes),
        annotations=[*frame.annotations, *_words(rows, lang)],
    )


def describe_level_bars(
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    *,
    targets: Mapping[str, float] | None = None,
) -> str:
    """Say what `level_bars` draws from the same values."""
    t, aimed_at = words(lang), targets or {}
    rows = rows_of(questionnaire, result)

    def told(row: Row) -> Iterator[str]:
        yield from description.score_facts(row, questionnaire, lang)
        if found := bounds(row.result):
            low, high = map(whole, found)
            yield t("bounds {low} to {high}", low=low, high=high)
        if (target := aimed_at.get(row.id)) is not None:
            yield t("target {score}", score=whole(target))

    return description.sentences(
        lang,
        [
            t.plural(
                "Bar of {n} dimension on the scale of bands.",
                "Bars of {n} dimensions on the scale of bands.",
                n=len(rows),
            ),
            *description.extremes(scored(rows), questionnaire, lang),
            *description.missing(rows, lang),
            *description.aims(scored(rows), aimed_at, lang),
            level_bars_key(result, lang),
            *description.by_pillar(rows, told, lang),
            description.bands(questionnaire, lang),
        ],
    )


def _bars(rows: Sequence[Row], questionnaire: Questionnaire, lang: Lang) -> Part:
    drawn = scored(rows)
    return {
        "type": "bar",
        "orientation": "h",
        "x": [one.score for one in drawn],
        "y": [one.row.number - 1 for one in drawn],
        "width": THICKNESS,
        "marker": {"color": [one.row.ink for one in drawn], "line": {"width": 0}},
        "customdata": [
            [
                wrapped(one.row.dimension.title.get(lang), HOVER_WIDTH),
                shown(_in_words(one, questionnaire, lang)),
            ]
            for one in drawn
        ],
        "hovertemplate": HOVER,
    }


def _in_words(one: Scored, questionnaire: Questionnaire, lang: Lang) -> str:
    t = words(lang)
    stands = standing(one.score, questionnaire, lang)
    if (found := bounds(one.row.result)) is None:
        return stands
    low, high = found
    return t("{standing} ({low} to {high})", standing=stands, low=whole(low), high=whole(high))


def _bounds(rows: Sequence[Row]) -> list[Part]:
    """One line a dimension that missing answers could move, ended by strokes."""
    ends: list[float | None] = []
    places: list[float | None] = []
    for row in rows:
        if found := bounds(row.result):
            place = row.number - 1 + (0 if row.result.published else ASIDE)
            ends += [*found, None]
            places += [place, place, None]
    return [
        {
            "type": "scatter",
            "x": ends,
            "y": places,
            "mode": "lines+markers",
            "line": {"color": ink, "width": thickness},
            "marker": {
                "symbol": "line-ns",
                "size": 12 + thickness,
                "line": {"color": ink, "width": thickness},
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
        for ink, thickness in ((PAPER, 4), (INK, 2))
    ]


def _aims(rows: Sequence[Row], targets: Mapping[str, float]) -> list[Part]:
    """One dotted line a target, across its row."""
    aimed = [(row.number - 1, targets[row.id]) for row in rows if row.id in targets]
    if not aimed:
        return []
    half = AIM / 2
    return [
        {
            "type": "scatter",
            "x": [x for _, at in aimed for x in (at, at, None)],
            "y": [y for place, _ in aimed for y in (place - half, place + half, None)],
            "mode": "lines",
            "line": line,
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
        for line in (
            {"color": PAPER, "width": 4.5},
            {"color": INK, "width": 2.25, "dash": "dot"},
        )
    ]


def _words(rows: Sequence[Row], lang: Lang) -> Iterator[Part]:
    for row in rows:
        if row.result.score is not None:
            yield in_column(row.number - 1, str(whole(row.result.score)))
        else:
            yield in_column(row.number - 1, NO_SCORE, quiet=True)
            yield no_mark(row, lang, aside=bounds(row.result) is not None)
