"""What a figure shows, in words, for those who do not see it.

A description first sums up, then gives every value that is drawn; it is computed from the values
that are drawn, so that the two cannot differ.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from dashboard.charts.rows import (
    Row,
    Scored,
    band_name,
    last_wave,
    scored,
    why_no_score,
)
from dashboard.domain.precision import SAME_BELOW, change, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

COMMA: Final[Mapping[Lang, str]] = {"en": ", ", "zh": "，"}
SEMICOLON: Final[Mapping[Lang, str]] = {"en": "; ", "zh": "；"}
SPACE: Final[Mapping[Lang, str]] = {"en": " ", "zh": ""}
MOST_NAMES: Final = 3
"""More dimensions in one sentence are counted, not named: each has its place in the list."""

Facts = Callable[[Row], Iterable[str]]


def sentences(lang: Lang, parts: Iterable[str]) -> str:
    return SPACE[lang].join(filter(None, parts))


def between(bounds: tuple[float, float], lang: Lang) -> str:
    """ "between 40 and 42"; both ends as shown."""
    t, (low, high) = words(lang), map(whole, bounds)
    if low == high:
        return t("at {score}", score=low)
    return t("between {low} and {high}", low=low, high=high)


def score_facts(row: Row, questionnaire: Questionnaire, lang: Lang) -> Iterator[str]:
    if row.result.score is None:
        yield why_no_score(row, lang)
    else:
        yield band_name(row.result.score, questionnaire, lang)
        yield str(whole(row.result.score))


def by_pillar(rows: Sequence[Row], told: Facts, lang: Lang) -> Iterator[str]:
    t = words(lang)
    for _, group in groupby(rows, key=lambda row: row.pillar.id):
        pillar = list(group)
        values = (COMMA[lang].join([full_name(row, lang), *told(row)]) for row in pillar)
        yield t(
            "{pillar}: {values}.",
            pillar=pillar[0].pillar.title.get(lang),
            values=SEMICOLON[lang].join(values),
        )


def bands(questionnaire: Questionnaire, lang: Lang) -> str:
    t = words(lang)
    starts = [0.0, *(band.from_score for band in questionnaire.scoring.bands[1:])]
    bands = [
        t(
            "{band} from {score}",
            band=questionnaire.band(band.key).name.get(lang),
            score=whole(start),
        )
        for band, start in zip(questionnaire.scoring.bands, starts, strict=True)
    ]
    return t("Bands: {bands}.", bands=COMMA[lang].join(bands))


def extremes(drawn: Sequence[Scored], questionnaire: Questionnaire, lang: Lang) -> Iterator[str]:
    """Which scores are highest and lowest, and how high and low that is."""
    if len(drawn) < 2:
        return
    t = words(lang)
    highest, lowest = (pick(drawn, key=lambda one: one.score) for pick in (max, min))

    def stands(one: Scored) -> str:
        return COMMA[lang].join([band_name(one.score, questionnaire, lang), str(one.points)])

    def level_with(one: Scored) -> str:
        return counted([other.row for other in drawn if other.points == one.points], lang)

    if highest.points == lowest.points:
        yield t("All with a score stand at the same: {standing}.", standing=stands(highest))
        return
    yield t("Highest: {names}, {standing}.", names=level_with(highest), standing=stands(highest))
    yield t("Lowest: {names}, {standing}.", names=level_with(lowest), standing=stands(lowest))


def missing(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    t = words(lang)
    if silent := [row for row in rows if not row.result.published and row.result.applicable]:
        yield t("Without a score for want of answers: {names}.", names=counted(silent, lang))
    if idle := [row for row in rows if not row.result.applicable]:
        yield t("Without a score because not applicable: {names}.", names=counted(idle, lang))


def since(rows: Sequence[Row], before: Result | None, lang: Lang) -> Iterator[str]:
    t = words(lang)
    moves = [
        (change(one.score, then), one.row)
        for one in scored(rows)
        if (then := last_wave(one.row, before)) is not None
    ]
    if not moves:
        return
    up = sum(points >= SAME_BELOW for points, _ in moves)
    down = sum(points <= -SAME_BELOW for points, _ in moves)
    yield t(
        "Since the last wave, drawn as a thin outline: "
        "{up} up, {down} down, {same} about the same.",
        up=up,
        down=down,
        same=len(moves) - up - down,
    )
    rise, fall = (pick(points for points, _ in moves) for pick in (max, min))
    if up:
        names = counted(_rows_at(rise, moves), lang)
        yield t("Largest rise: {names}, up {points}.", names=names, points=rise)
    if down:
        names = counted(_rows_at(fall, moves), lang)
        yield t("Largest fall: {names}, down {points}.", names=names, points=-fall)


def _rows_at(points: int, found: Sequence[tuple[int, Row]]) -> list[Row]:
    return [row for those, row in found if those == points]


def aims(drawn: Sequence[Scored], targets: Mapping[str, float], lang: Lang) -> Iterator[str]:
    t = words(lang)
    missed = [(change(targets[o.row.id], o.score), o.row) for o in drawn if o.row.id in targets]
    if not missed:
        return
    yield t(
        "Targets, drawn as dotted lines: {n} of {all} reached.",
        n=sum(points <= 0 for points, _ in missed),
        all=len(missed),
    )
    furthest = max(points for points, _ in missed)
    if furthest > 0:
        yield t(
            "Furthest from target: {names}, {points} short.",
            names=counted(_rows_at(furthest, missed), lang),
            points=furthest,
        )


def counted(rows: Sequence[Row], lang: Lang) -> str:
    t = words(lang)
    if len(rows) > MOST_NAMES:
        return t("{n} dimensions", n=len(rows))
    return t.listed([full_name(row, lang) for row in rows])


def full_name(row: Row, lang: Lang) -> str:
    return row.dimension.title.get(lang)
