"""Claimed against evidenced: for each dimension, how much of its score the evidence supports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.frame import HOVER, HOVER_WIDTH, Part, figure
from dashboard.charts.ink import INK, MUTED, PAPER
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.rows import NO_SCORE, Row, Scored, rows_of, scored, why_no_score
from dashboard.charts.scale import in_column, no_mark, scale
from dashboard.domain.precision import SAME_BELOW, about_the_same, change, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

CLAIMED_MARK: Final = 15
EVIDENCED_MARK: Final = 10
BEYOND: Final = 4
COLUMN: Final = 62
"""Wide enough for both scores, one of them 100."""


@dataclass(frozen=True)
class Supported:
    """A dimension with both scores."""

    row: Row
    claimed: float
    evidenced: float

    @property
    def gap(self) -> int:
        """Displayed points by which the claim exceeds the evidence."""
        return -change(self.evidenced, self.claimed)

    @property
    def holds(self) -> bool:
        """Both are about the same."""
        return about_the_same(self.evidenced, self.claimed)


def supported(rows: Sequence[Row]) -> tuple[Supported, ...]:
    return tuple(
        Supported(one.row, one.score, one.row.result.evidenced)
        for one in scored(rows)
        if one.row.result.evidenced is not None
    )


def claimed_and_evidenced(questionnaire: Questionnaire, result: Result, lang: Lang) -> go.Figure:
    """Draw the claimed score as a disc, the evidenced one as a diamond, joined by their gap."""
    rows = rows_of(questionnaire, result)
    pairs = supported(rows)
    frame = scale(questionnaire, rows, lang, beyond=BEYOND, column=COLUMN)
    return figure(
        [_claimed(scored(rows), lang), _evidenced(pairs, lang)],
        height=frame.height,
        margin=frame.margin,
        xaxis=frame.xaxis,
        yaxis=frame.yaxis,
        shapes=[*frame.shapes, *_gaps(pairs)],
        annotations=[*frame.annotations, *_words(rows, lang)],
    )


def describe_claimed_and_evidenced(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """Say what `claimed_and_evidenced` draws from the same values."""
    t = words(lang)
    rows = rows_of(questionnaire, result)

    def told(row: Row) -> Iterable[str]:
        return list(facts(row, lang)) or [why_no_score(row, lang)]

    return description.sentences(
        lang,
        [
            t.plural(
                "Claimed and evidenced score of {n} dimension on the scale of bands.",
                "Claimed and evidenced scores of {n} dimensions on the scale of bands.",
                n=len(rows),
            ),
            *_support(supported(rows), result, lang),
            *description.missing(rows, lang),
            *description.by_pillar(rows, told, lang),
            description.bands(questionnaire, lang),
        ],
    )


def _claimed(drawn: Sequence[Scored], lang: Lang) -> Part:
    mark = {
        "size": CLAIMED_MARK,
        "color": [one.row.ink for one in drawn],
        "line": {"width": 0},
        "opacity": 1,
    }
    return _marks([(one.row, one.score) for one in drawn], mark, lang)


def _evidenced(pairs: Sequence[Supported], lang: Lang) -> Part:
    mark = {
        "size": EVIDENCED_MARK,
        "symbol": "diamond",
        "color": PAPER,
        "line": {"color": INK, "width": 2},
        "opacity": 1,
    }
    return _marks([(pair.row, pair.evidenced) for pair in pairs], mark, lang)


def _marks(places: Sequence[tuple[Row, float]], mark: Part, lang: Lang) -> Part:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [score for _, score in places],
        "y": [row.number - 1 for row, _ in places],
        "marker": mark,
        "cliponaxis": False,
        "customdata": [
            [
                wrapped(row.dimension.title.get(lang), HOVER_WIDTH),
                shown(description.COMMA[lang].join(facts(row, lang))),
            ]
            for row, _ in places
        ],
        "hovertemplate": HOVER,
    }


def facts(row: Row, lang: Lang) -> Iterator[str]:
    """What is known of a row, in words."""
    t = words(lang)
    if row.result.score is not None:
        yield t("claimed {score}", score=whole(row.result.score))
    if row.result.evidenced is not None:
        yield t("evidenced {score}", score=whole(row.result.evidenced))


def _gaps(pairs: Sequence[Supported]) -> Iterator[Part]:
    for pair in pairs:
        if not pair.holds:
            yield {
                "type": "line",
                "x0": pair.evidenced,
                "x1": pair.claimed,
                "y0": pair.row.number - 1,
                "y1": pair.row.number - 1,
                "line": {"color": MUTED, "width": 3},
                "layer": "below",
            }


def _words(rows: Sequence[Row], lang: Lang) -> Iterator[Part]:
    pairs = {pair.row.id: pair for pair in supported(rows)}
    for row in rows:
        pair = pairs.get(row.id)
        quiet = pair is None or pair.holds
        yield in_column(row.number - 1, _told(pair, lang), quiet=quiet, column=COLUMN)
        if not row.result.published:
            yield no_mark(row, lang)


def _told(pair: Supported | None, lang: Lang) -> str:
    if pair is None:
        return NO_SCORE
    if pair.holds:
        return words(lang)("same")
    return f"{whole(pair.claimed)} → {whole(pair.evidenced)}"


def _support(pairs: Sequence[Supported], result: Result, lang: Lang) -> Iterator[str]:
    t = words(lang)
    if not result.graded:
        yield t("No answer has an evidence grade yet, so no evidenced score is drawn.")
    elif pairs:
        holding = sum(pair.holds for pair in pairs)
        widest = max(pair.gap for pair in pairs)
        yield t(
            "Evidence supports the claim, within {points} points, for {n} of {all}.",
            points=SAME_BELOW - 1,
            n=holding,
            all=len(pairs),
        )
        if holding < len(pairs):
            rows = [pair.row for pair in pairs if pair.gap == widest]
            yield t(
                "Widest gap: {names}, {points} points.",
                names=description.counted(rows, lang),
                points=widest,
            )
