"""The dumbbell: each dimension in two assessments, joined by the change, sorted by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from dashboard.charts import description
from dashboard.charts.frame import HOVER, HOVER_WIDTH, IN_NOISE, Part, figure
from dashboard.charts.ink import MUTED, NEUTRAL, PAPER
from dashboard.charts.lettering import shown, wrapped
from dashboard.charts.rows import NO_SCORE, Row, band_name, rows_of
from dashboard.charts.scale import in_column, no_mark, scale
from dashboard.domain.comparison import Change, Comparison, Move
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang
from dashboard.i18n import words

BEFORE_MARK: Final = 13
NOW_MARK: Final = 15
RING: Final = 2
JOIN: Final = 3
BEYOND: Final = 4
COLUMN: Final = 38
MINUS: Final = "\u2212"


@dataclass(frozen=True)
class Pair:
    """A dimension with both its scores, at its position from the top."""

    position: int
    row: Row
    change: Change


def pairs(questionnaire: Questionnaire, comparison: Comparison) -> tuple[Pair, ...]:
    rows = {row.id: row for row in rows_of(questionnaire, comparison.sides[-1].result)}
    return tuple(Pair(n, rows[one.id], one) for n, one in enumerate(comparison.changes))


def dumbbell(questionnaire: Questionnaire, comparison: Comparison, lang: Lang) -> go.Figure:
    """Draw the first assessment as an open disc, the last as a filled one, in order of change.

    A change within rater noise is grey throughout, and joined by dashes.
    """
    found = pairs(questionnaire, comparison)
    rows = [pair.row for pair in found]
    frame = scale(questionnaire, rows, lang, beyond=BEYOND, column=COLUMN)
    first, last = comparison.sides[0].name, comparison.sides[-1].name
    return figure(
        [_before(found, questionnaire, lang, first), _now(found, questionnaire, lang, last)],
        height=frame.height,
        margin=frame.margin,
        xaxis=frame.xaxis,
        yaxis=frame.yaxis,
        shapes=[*frame.shapes, *_joins(found)],
        annotations=[*frame.annotations, *_words(found, lang)],
    )


def describe_dumbbell(questionnaire: Questionnaire, comparison: Comparison, lang: Lang) -> str:
    """Say what `dumbbell` draws from the same values."""
    t = words(lang)
    found = pairs(questionnaire, comparison)
    say = move_in_words if comparison.over_time else _apart_in_words
    told = (_told(pair, say(pair.change, lang), questionnaire, lang) for pair in found)
    first, last = comparison.sides[0].name, comparison.sides[-1].name
    return description.sentences(
        lang,
        [
            t.plural(
                "Score of {n} dimension in {before} and in {now} on the scale of bands.",
                "Scores of {n} dimensions in {before} and in {now} on the scale of bands, "
                "the largest gain first.",
                n=len(found),
                before=first,
                now=last,
            )
            if comparison.over_time
            else t.plural(
                "Score of {n} dimension of {before} and of {now} on the scale of bands.",
                "Scores of {n} dimensions of {before} and of {now} on the scale of bands, from "
                "where {now} lies furthest above to where it lies furthest below.",
                n=len(found),
                before=first,
                now=last,
            ),
            t("{values}.", values=description.SEMICOLON[lang].join(told)),
            description.bands(questionnaire, lang),
        ],
    )


def signed(points: int) -> str:
    """ "+8", "−8" with a true minus, "0"."""
    return f"+{points}" if points > 0 else f"{MINUS}{-points}" if points else "0"


def _told(pair: Pair, moved: str, questionnaire: Questionnaire, lang: Lang) -> str:
    t, change = words(lang), pair.change
    facts = [description.full_name(pair.row, lang)]
    for score in (change.before, change.now):
        facts.append(
            t("no score")
            if score is None
            else f"{band_name(score, questionnaire, lang)} {whole(score)}"
        )
    facts.append(moved)
    return description.COMMA[lang].join(filter(None, facts))


def move_in_words(change: Change, lang: Lang) -> str:
    """What became of a score: "up 8", "about the same"; nothing where there is no difference."""
    t, points = words(lang), change.points or 0
    said = t("up {points}", points=points) if points > 0 else t("down {points}", points=-points)
    return _qualified(change, said, lang)


def _apart_in_words(change: Change, lang: Lang) -> str:
    """The same of two brands, of which none came before the other: "8 higher"."""
    t, points = words(lang), change.points or 0
    said = t("{n} higher", n=points) if points > 0 else t("{n} lower", n=-points)
    return _qualified(change, said, lang)


def _qualified(change: Change, said: str, lang: Lang) -> str:
    t = words(lang)
    match change.move:
        case Move.UNKNOWN:
            return ""
        case Move.SAME:
            return t("about the same")
        case Move.NOISE:
            return t("{change}, within rater noise", change=said)
        case _:
            return said


def _before(found: Sequence[Pair], questionnaire: Questionnaire, lang: Lang, name: str) -> Part:
    mark = {"size": BEFORE_MARK, "color": PAPER, "line": {"color": MUTED, "width": RING}}
    return _marks([(pair, pair.change.before) for pair in found], mark, questionnaire, lang, name)


def _now(found: Sequence[Pair], questionnaire: Questionnaire, lang: Lang, name: str) -> Part:
    inks = [_ink(pair) for pair in found if pair.change.now is not None]
    mark = {"size": NOW_MARK, "color": inks, "line": {"width": 0}}
    return _marks([(pair, pair.change.now) for pair in found], mark, questionnaire, lang, name)


def _ink(pair: Pair) -> str:
    return NEUTRAL if pair.change.move is Move.NOISE else pair.row.ink


def _marks(
    places: Sequence[tuple[Pair, float | None]],
    mark: Part,
    questionnaire: Questionnaire,
    lang: Lang,
    name: str,
) -> Part:
    known = [(pair, score) for pair, score in places if score is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [score for _, score in known],
        "y": [pair.position for pair, _ in known],
        "marker": mark | {"opacity": 1},
        "cliponaxis": False,
        "customdata": [
            [
                wrapped(description.full_name(pair.row, lang), HOVER_WIDTH),
                shown(f"{name} · {band_name(score, questionnaire, lang)} · {whole(score)}"),
            ]
            for pair, score in known
        ],
        "hovertemplate": HOVER,
    }


def _joins(found: Sequence[Pair]) -> Iterator[Part]:
    for pair in found:
        if pair.change.move in {Move.UP, Move.DOWN, Move.NOISE}:
            noise = pair.change.move is Move.NOISE
            yield {
                "type": "line",
                "x0": pair.change.before,
                "x1": pair.change.now,
                "y0": pair.position,
                "y1": pair.position,
                "line": IN_NOISE if noise else {"color": MUTED, "width": JOIN},
                "layer": "below",
            }


def _words(found: Sequence[Pair], lang: Lang) -> Iterator[Part]:
    for pair in found:
        quiet = pair.change.move not in {Move.UP, Move.DOWN}
        yield in_column(pair.position, _in_short(pair.change, lang), quiet=quiet, column=COLUMN)
        if pair.change.before is None and pair.change.now is None:
            yield no_mark(pair.row, lang, position=pair.position)


def _in_short(change: Change, lang: Lang) -> str:
    if change.points is None:
        return NO_SCORE
    return words(lang)("same") if change.move is Move.SAME else signed(change.points)
