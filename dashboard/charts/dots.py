"""Dots: each dimension in three to six assessments, one lane and one shape an assessment.

Every assessment keeps its lane within a row, so that equal scores do not hide one another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.frame import HOVER, HOVER_WIDTH, IN_NOISE, Part, figure
from dashboard.charts.ink import LINE, NEUTRAL, PAPER
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.rows import NO_SCORE, Row, band_name, rows_of
from dashboard.charts.scale import in_column, no_mark, scale
from dashboard.domain.comparison import Comparison, Spread
from dashboard.domain.precision import SAME_BELOW, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang
from dashboard.i18n import words

SHAPES: Final = ("circle", "diamond", "triangle-up", "triangle-down", "cross", "star")
SIGNS: Final = ("●", "◆", "▲", "▼", "✚", "★")
"""The same shapes for the line of words below; the square stands for pillars."""
MARK: Final = 11
LANE: Final = MARK
"""Height of a lane, in pixels: marks of equal scores stand below each other, none on another."""
LANES: Final = 0.75
"""Share of a row that its lanes take up."""
BEYOND: Final = 4


@dataclass(frozen=True)
class Line:
    """A dimension with all its scores, at its position from the top."""

    position: int
    row: Row
    spread: Spread


def lines(questionnaire: Questionnaire, comparison: Comparison) -> tuple[Line, ...]:
    rows = {row.id: row for row in rows_of(questionnaire, comparison.sides[-1].result)}
    return tuple(Line(n, rows[one.id], one) for n, one in enumerate(comparison.spreads))


def dots(questionnaire: Questionnaire, comparison: Comparison, lang: Lang) -> go.Figure:
    """Draw every assessment's score, the dimensions furthest apart first.

    A dimension whose scores lie within rater noise is grey, with dashes along its row.
    """
    found = lines(questionnaire, comparison)
    height = round(LANE * len(comparison.sides) / LANES)
    rows = [line.row for line in found]
    frame = scale(questionnaire, rows, lang, beyond=BEYOND, row=height)
    return figure(
        [_marks(n, found, questionnaire, comparison, lang) for n in range(len(comparison.sides))],
        height=frame.height,
        margin=frame.margin,
        xaxis=frame.xaxis,
        yaxis=frame.yaxis,
        shapes=[*frame.shapes, *_reaches(found)],
        annotations=[*frame.annotations, *_words(found, lang)],
    )


def describe_dots(questionnaire: Questionnaire, comparison: Comparison, lang: Lang) -> str:
    """Say what `dots` draws from the same values."""
    t, names = words(lang), [side.name for side in comparison.sides]

    def told(line: Line) -> str:
        scores = (
            t("{name} {score}", name=name, score=_stands(score, questionnaire, lang))
            for name, score in zip(names, line.spread.scores, strict=True)
        )
        facts = [description.full_name(line.row, lang), *scores]
        if line.spread.in_noise:
            facts.append(t("{points} apart, within rater noise", points=line.spread.points))
        return description.COMMA[lang].join(facts)

    found = lines(questionnaire, comparison)
    return description.sentences(
        lang,
        [
            t.plural(
                "Score of {n} dimension in {names} on the scale of bands.",
                "Scores of {n} dimensions in {names} on the scale of bands, "
                "those furthest apart first.",
                n=len(found),
                names=t.listed(names),
            ),
            t("{values}.", values=description.SEMICOLON[lang].join(map(told, found))),
            description.bands(questionnaire, lang),
        ],
    )


def _stands(score: float | None, questionnaire: Questionnaire, lang: Lang) -> str:
    if score is None:
        return words(lang)("no score")
    return f"{band_name(score, questionnaire, lang)} {whole(score)}"


def _lane(number: int, of: int) -> float:
    """How far a lane lies from the middle of its row, as a share of the row."""
    return (number - (of - 1) / 2) * LANES / of


def _marks(
    number: int,
    found: Sequence[Line],
    questionnaire: Questionnaire,
    comparison: Comparison,
    lang: Lang,
) -> Part:
    side = comparison.sides[number]
    aside = _lane(number, len(comparison.sides))
    known = [(line, score) for line in found if (score := line.spread.scores[number]) is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [score for _, score in known],
        "y": [line.position + aside for line, _ in known],
        "marker": {
            "symbol": SHAPES[number],
            "size": MARK,
            "color": [NEUTRAL if line.spread.in_noise else line.row.ink for line, _ in known],
            "line": {"color": PAPER, "width": 1},
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": [
            [
                wrapped(description.full_name(line.row, lang), HOVER_WIDTH),
                wrapped(f"{side.name} · {_stands(score, questionnaire, lang)}", HOVER_WIDTH),
            ]
            for line, score in known
        ],
        "hovertemplate": HOVER,
    }


def _reaches(found: Sequence[Line]) -> Iterator[Part]:
    """A line from the lowest to the highest score, to lead the eye along the row."""
    for line in found:
        known = [score for score in line.spread.scores if score is not None]
        if len(known) > 1:
            yield {
                "type": "line",
                "x0": min(known),
                "x1": max(known),
                "y0": line.position,
                "y1": line.position,
                "line": IN_NOISE if line.spread.in_noise else {"color": LINE, "width": 2},
                "layer": "below",
            }


def _words(found: Sequence[Line], lang: Lang) -> Iterator[Part]:
    for line in found:
        quiet = not line.spread.told_apart
        yield in_column(line.position, _apart(line.spread.points, lang), quiet=quiet)
        if not any(score is not None for score in line.spread.scores):
            yield no_mark(line.row, lang, position=line.position)


def _apart(points: int, lang: Lang) -> str:
    if points < 0:
        return NO_SCORE
    return words(lang)("same") if points < SAME_BELOW else shown(str(points))
