"""The same in a table: every score side by side in words, sorted by how far they lie apart."""

from collections.abc import Iterable, Sequence, Sized
from functools import partial
from typing import Final

import streamlit as st

from dashboard.charts.dots import SIGNS
from dashboard.charts.dumbbell import signed
from dashboard.charts.lettering import narrowest
from dashboard.charts.rows import NO_SCORE, band_name
from dashboard.domain.comparison import Change, Comparison, Move, Spread
from dashboard.domain.precision import SAME_BELOW, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.scores_in_words import overall_standing
from dashboard.views.cached import show_table
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_words

MOST_IN_WORDS: Final = 2
"""Assessments whose bands stand in words in a table; beside more, the numbers alone."""
LONGEST_WORD: Final = 14
"""Letters on a line of a column's head."""
MOST_LINES: Final = 6


def show_differences(chosen: Chosen) -> None:
    comparison = chosen.comparison
    if comparison is None:
        return
    t = current_words()
    title = t("Largest gains first") if chosen.over_time else t("Furthest apart first")
    st.header(title, anchor=False)
    names = [side.name for side in comparison.sides]
    apart = t("Shift") if chosen.over_time else t("Apart")
    head = distinct([t("Part"), *side_heads(names), apart])
    rows = [dict(zip(head, cells, strict=True)) for cells in _rows(chosen, comparison)]
    show_table(rows, alt=t("Scores side by side, by size of the difference"))


def side_heads(names: Sequence[str]) -> list[str]:
    """What the columns of assessments are called.

    Where names would have no room on a phone it is signs, with a line above that says whose.
    """
    if in_numbers(names) or any(narrowest(name, MOST_LINES) > LONGEST_WORD for name in names):
        show_signs(names)
        return list(SIGNS[: len(names)])
    return list(names)


def in_numbers(columns: Sized) -> bool:
    """Whether a table of so many columns has room for numbers alone."""
    return len(columns) > MOST_IN_WORDS


def show_signs(names: Sequence[str]) -> None:
    """Which sign stands for which assessment."""
    pairs = zip(SIGNS, names, strict=False)
    st.markdown(" · ".join(f"{sign}\u00a0{plain(name)}" for sign, name in pairs))


def distinct(names: Iterable[str]) -> list[str]:
    """Column heads as markdown; two brands may be called alike, two columns may not."""
    heads: list[str] = []
    for name in map(plain, names):
        heads.append(name if name not in heads else f"{name} ({len(heads)})")
    return heads


def _rows(chosen: Chosen, comparison: Comparison) -> Iterable[Sequence[str]]:
    lang, questionnaire = current_lang(), chosen.questionnaire
    yield _overall_row(comparison, questionnaire)
    pillars = {one.id: one for one in comparison.pillar_spreads}
    for pillar in questionnaire.pillars:
        name = f"{mark(questionnaire, pillar.id)} **{plain(pillar.title.get(lang))}**"
        yield _row(chosen, name, pillars[pillar.id])
    spreads = {one.id: one for one in comparison.spreads}
    order = comparison.changes if chosen.over_time else comparison.spreads
    titles = {one.id: one.title.get(lang) for one in questionnaire.dimensions}
    for id_ in (one.id for one in order):
        yield _row(chosen, plain(titles[id_]), spreads[id_])


def _overall_row(comparison: Comparison, questionnaire: Questionnaire) -> list[str]:
    """With the band that was awarded; while it is provisional there is no one score to compare."""
    t, spread = current_words(), comparison.overall_spread
    scores = spread.scores
    if in_numbers(scores):
        cells = [_number(score) for score in scores]
    else:
        bands = (overall_standing(questionnaire, side.result, t.lang) for side in comparison.sides)
        cells = [
            plain(band) if score is None else f"{plain(band)} {whole(score)}"
            for band, score in zip(bands, scores, strict=True)
        ]
    return [f"**{t('Overall')}**", *cells, _apart(spread)]


def _number(score: float | None) -> str:
    return NO_SCORE if score is None else str(whole(score))


def _row(chosen: Chosen, name: str, spread: Spread) -> list[str]:
    stands = partial(_stands, chosen)
    cells = map(_number if in_numbers(spread.scores) else stands, spread.scores)
    return [name, *cells, _apart(spread)]


def _stands(chosen: Chosen, score: float | None) -> str:
    if score is None:
        return current_words()("no score")
    return f"{plain(band_name(score, chosen.questionnaire, current_lang()))} {whole(score)}"


def _apart(spread: Spread) -> str:
    """For two and in time the change, for more the distance of the furthest."""
    t = current_words()
    if spread.over_time:
        return _shift(spread.ends)
    if spread.points < 0:
        return NO_SCORE
    if spread.points < SAME_BELOW:
        return t("same")
    shift = spread.ends.points if len(spread.scores) == 2 else None
    points = str(spread.points) if shift is None else plain(signed(shift))
    return t("{points}, noise", points=points) if spread.in_noise else f"**{points}**"


def _shift(change: Change) -> str:
    t = current_words()
    if change.points is None:
        return NO_SCORE
    if change.move is Move.SAME:
        return t("same")
    points = plain(signed(change.points))
    return t("{points}, noise", points=points) if change.move is Move.NOISE else f"**{points}**"
