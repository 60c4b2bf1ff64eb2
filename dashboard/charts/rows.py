"""What a figure has one mark for: each dimension with its result, in the questionnaire's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.ink import pillar_ink
from dashboard.domain.bands import band_of
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Dimension, Pillar, Questionnaire
from dashboard.domain.result import DimensionResult, Estimate, Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

NO_SCORE: Final = "–"
MOST_NAMED: Final = 12
"""How many names fit around a circle; where there are more dimensions, figures number them."""


@dataclass(frozen=True)
class Row:
    """One dimension; `number` counts from 1 through the questionnaire."""

    number: int
    pillar: Pillar
    ink: str
    dimension: Dimension
    result: DimensionResult

    @property
    def id(self) -> str:
        return self.dimension.id


@dataclass(frozen=True)
class Scored:
    """A row that has a published score."""

    row: Row
    score: float

    @property
    def points(self) -> int:
        return whole(self.score)


def rows_of(questionnaire: Questionnaire, result: Result) -> tuple[Row, ...]:
    inks = {pillar.id: pillar_ink(n) for n, pillar in enumerate(questionnaire.pillars)}
    pillar_of = questionnaire.pillar_of
    return tuple(
        Row(
            number=number,
            pillar=pillar_of[dimension.id],
            ink=inks[pillar_of[dimension.id].id],
            dimension=dimension,
            result=result.dimension[dimension.id],
        )
        for number, dimension in enumerate(questionnaire.dimensions, start=1)
    )


def scored(rows: Sequence[Row]) -> tuple[Scored, ...]:
    """The rows that may be drawn: with a published score."""
    return tuple(_scored(rows))


def _scored(rows: Sequence[Row]) -> Iterator[Scored]:
    for row in rows:
        if row.result.score is not None:
            yield Scored(row, row.result.score)


def band_name(score: float, questionnaire: Questionnaire, lang: Lang) -> str:
    return questionnaire.band(band_of(score, questionnaire.scoring)).name.get(lang)


def standing(score: float, questionnaire: Questionnaire, lang: Lang) -> str:
    """A score in words: its band, then the integer."""
    t = words(lang)
    return t("{band} · {score}", band=band_name(score, questionnaire, lang), score=whole(score))


def numbered(rows: Sequence[Row]) -> bool:
    """Whether the dimensions have numbers in figures because their names do not fit everywhere."""
    return len(rows) > MOST_NAMED


def bounds(estimate: Estimate) -> tuple[float, float] | None:
    """Where the score would lie with every missing answer lowest, and highest; None if settled."""
    if estimate.low is None or estimate.high is None or estimate.settled:
        return None
    return estimate.low, estimate.high


def why_no_score(row: Row, lang: Lang) -> str:
    t = words(lang)
    return t("not enough answers") if row.result.applicable else t("does not apply")


def last_wave(row: Row, before: Result | None) -> float | None:
    """The score of the last wave, where that wave's questionnaire had this dimension."""
    then = before.dimension.get(row.id) if before else None
    return then.score if then else None
