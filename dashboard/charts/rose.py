"""The trust rose: one petal a dimension, as long as its score, coloured by pillar.

It shows a profile's shape at a glance; names are short, and where they would not fit around the
circle they are the numbers that stand before the names in the level bars.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.circle import Circle, Name, circle
from dashboard.charts.frame import HOVER, HOVER_WIDTH, SMALL_TEXT, Part, figure
from dashboard.charts.ink import CLEAR, INK, LINE, PAPER
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.rows import NO_SCORE, Row, last_wave, numbered, rows_of, scored, standing
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

HEIGHT: Final = 320
"""What the circle of the narrowest figure needs; it grows where a page shows the figure higher."""
PETAL: Final = 25 / 30
"""Share of its slice of the circle that a petal fills."""
ARC: Final = 26 / 30
ARC_STEP: Final = 2


def rose(
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    *,
    before: Result | None = None,
    targets: Mapping[str, float] | None = None,
) -> go.Figure:
    """Draw the profile, with the last wave as an outline and targets as dotted arcs.

    `targets` maps dimension ids to scores. A dimension without a published score has no petal.
    """
    rows = rows_of(questionnaire, result)
    data = [_petals(rows, questionnaire, lang)]
    if before:
        data += _outlines(rows, before)
    if targets:
        data += _arcs(rows, targets)
    around = circle([_name(row, rows, lang) for row in rows])
    polar = _polar(questionnaire, rows, around)
    return figure(data, height=HEIGHT, margin=around.margin, polar=polar)


def describe_rose(
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    *,
    before: Result | None = None,
    targets: Mapping[str, float] | None = None,
) -> str:
    """Say what `rose` draws from the same values."""
    t = words(lang)
    rows = rows_of(questionnaire, result)

    def told(row: Row) -> Iterator[str]:
        then = last_wave(row, before)
        target = (targets or {}).get(row.id)
        yield from description.score_facts(row, questionnaire, lang)
        if then is not None:
            yield t("last wave {score}", score=whole(then))
        if target is not None:
            yield t("target {score}", score=whole(target))

    return description.sentences(
        lang,
        [
            t.plural(
                "Trust rose with one petal for {n} dimension; a longer petal is a higher score.",
                "Trust rose with one petal for each of {n} dimensions; "
                "a longer petal is a higher score.",
                n=len(rows),
            ),
            *description.extremes(scored(rows), questionnaire, lang),
            *description.missing(rows, lang),
            *description.since(rows, before, lang),
            *description.aims(scored(rows), targets or {}, lang),
            *description.by_pillar(rows, told, lang),
            description.bands(questionnaire, lang),
        ],
    )


def _slice(rows: Sequence[Row]) -> float:
    return 360 / len(rows)


def _angle(row: Row, rows: Sequence[Row]) -> float:
    """Degrees clockwise from the top."""
    return (row.number - 1) * _slice(rows)


def _petals(rows: Sequence[Row], questionnaire: Questionnaire, lang: Lang) -> Part:
    drawn = scored(rows)
    return {
        "type": "barpolar",
        "r": [one.score for one in drawn],
        "theta": [_angle(one.row, rows) for one in drawn],
        "width": [_slice(rows) * PETAL] * len(drawn),
        "marker": {"color": [one.row.ink for one in drawn], "line": {"width": 0}},
        "customdata": [
            [
                wrapped(one.row.dimension.title.get(lang), HOVER_WIDTH),
                shown(standing(one.score, questionnaire, lang)),
            ]
            for one in drawn
        ],
        "hovertemplate": HOVER,
    }


def _outlines(rows: Sequence[Row], before: Result) -> list[Part]:
    """The last wave's petals; the paper-coloured casing keeps the line visible on a petal."""
    then = [(row, score) for row in rows if (score := last_wave(row, before)) is not None]
    return [
        {
            "type": "barpolar",
            "r": [score for _, score in then],
            "theta": [_angle(row, rows) for row, _ in then],
            "width": [_slice(rows) * PETAL] * len(then),
            "marker": {"color": CLEAR, "line": {"color": ink, "width": thickness}},
            "hoverinfo": "skip",
        }
        for ink, thickness in ((PAPER, 3), (INK, 1.25))
    ]


def _arcs(rows: Sequence[Row], targets: Mapping[str, float]) -> list[Part]:
    half = _slice(rows) * ARC / 2
    steps = max(round(2 * half / ARC_STEP), 2)
    radii: list[float | None] = []
    angles: list[float | None] = []
    for row in rows:
        if row.id in targets:
            start = _angle(row, rows) - half
            radii += [targets[row.id]] * (steps + 1) + [None]
            angles += [start + 2 * half * step / steps for step in range(steps + 1)] + [None]
    return [
        {
            "type": "scatterpolar",
            "r": radii,
            "theta": angles,
            "mode": "lines",
            "line": line,
            "hoverinfo": "skip",
        }
        for line in (
            {"color": PAPER, "width": 4.5},
            {"color": INK, "width": 2.25, "dash": "dot"},
        )
    ]


def _polar(questionnaire: Questionnaire, rows: Sequence[Row], around: Circle) -> Part:
    return {
        "bgcolor": CLEAR,
        "barmode": "overlay",
        "hole": 0.06,
        "radialaxis": {
            "range": [0, 100],
            "tickvals": [band.from_score for band in questionnaire.scoring.bands[1:]],
            "showticklabels": False,
            "ticks": "",
            "showline": False,
            "gridcolor": LINE,
            "gridwidth": 1,
        },
        "angularaxis": {
            "type": "linear",
            "direction": "clockwise",
            "rotation": 90,
            "tickvals": [_angle(row, rows) for row in rows],
            "ticktext": around.labels,
            "showgrid": False,
            "showline": True,
            "linecolor": LINE,
            "ticks": "",
            "tickfont": {"size": SMALL_TEXT, "color": INK},
        },
    }


def _name(row: Row, rows: Sequence[Row], lang: Lang) -> Name:
    text = str(row.number) if numbered(rows) else row.dimension.name.get(lang)
    mark = "" if row.result.published else f"\u00a0{NO_SCORE}"
    return Name(text, _angle(row, rows), mark)
