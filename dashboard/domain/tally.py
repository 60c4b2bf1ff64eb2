"""Weighted means from items up to the overall score.

A dimension is the mean of its items, a pillar that of its dimensions. The overall score lies
between the mean of the pillars and the weakest of them (mean-min function of Casadio Tarabusi and
Guarini 2013, Social Indicators Research 112, 19-45, with beta = 0): A - alpha * (A - weakest).
"""

from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple, Self

from dashboard.domain.precision import reaches
from dashboard.domain.questionnaire import Dimension, Pillar, Questionnaire, Scoring
from dashboard.domain.text import Frozen

Points = Mapping[str, float | None]
"""Applicable item id to the score that counts; None where the answer is missing."""


class Minima(Frozen):
    """Shares of weight, 0 to 1, from which a mean is published (see `Scoring`)."""

    dimension: float = 0.0
    pillar: float = 0.0
    applicable: float = 0.0

    @classmethod
    def of(cls, scoring: Scoring) -> Self:
        return cls(
            dimension=scoring.dimension_minimum,
            pillar=scoring.pillar_minimum,
            applicable=scoring.applicable_minimum,
        )


NO_MINIMA = Minima()
"""Publish whatever has any weight: for bounds, which have no missing answers."""


class Tally(Frozen):
    """Every mean, 0 to 100; None where it is not published or nothing applies."""

    dimensions: Mapping[str, float | None]
    pillars: Mapping[str, float | None]
    average: float | None
    overall: float | None


def tally(questionnaire: Questionnaire, points: Points, minima: Minima) -> Tally:
    sums = {d.id: _Sums.of(d, points) for d in questionnaire.dimensions}
    dimensions = {id_: one.mean(minima) for id_, one in sums.items()}
    pillars = {p.id: _pillar(p, dimensions, sums, minima) for p in questionnaire.pillars}
    counting = [(pillars[p.id], p.weight) for p in questionnaire.pillars if p.weight > 0]
    average = None if any(mean is None for mean, _ in counting) else weighted_mean(counting)
    return Tally(
        dimensions=dimensions,
        pillars=pillars,
        average=average,
        overall=_overall(average, counting, questionnaire.scoring.imbalance),
    )


def weighted_mean(pairs: Iterable[tuple[float | None, float]]) -> float | None:
    """Sum of w*x over sum of w, where x is known; None if nothing known has a weight."""
    known = [(value, weight) for value, weight in pairs if value is not None]
    total = fsum([weight for _, weight in known])
    return fsum([value * weight for value, weight in known]) / total if total > 0 else None


class _Sums(NamedTuple):
    """What the items of one dimension sum up to."""

    applicable: float
    """Weight of the items that apply."""
    answered: float
    """Weight of those that have points."""
    points: float
    """Their points, each times its weight."""

    @classmethod
    def of(cls, dimension: Dimension, points: Points) -> Self:
        given = [(points[item.id], item.weight) for item in dimension.items if item.id in points]
        known = [(value, weight) for value, weight in given if value is not None]
        return cls(
            applicable=fsum([weight for _, weight in given]),
            answered=fsum([weight for _, weight in known]),
            points=fsum([value * weight for value, weight in known]),
        )

    def mean(self, minima: Minima) -> float | None:
        published = self.answered > 0 and reaches(self.answered / self.applicable, minima.dimension)
        return self.points / self.answered if published else None


def _pillar(
    pillar: Pillar,
    means: Mapping[str, float | None],
    sums: Mapping[str, _Sums],
    minima: Minima,
) -> float | None:
    total = fsum([d.weight for d in pillar.dimensions])
    applies = fsum([d.weight for d in pillar.dimensions if sums[d.id].applicable > 0])
    published = fsum([d.weight for d in pillar.dimensions if means[d.id] is not None])
    enough = (
        applies > 0
        and reaches(applies / total, minima.applicable)
        and reaches(published / applies, minima.pillar)
    )
    return weighted_mean([(means[d.id], d.weight) for d in pillar.dimensions]) if enough else None


def _overall(
    average: float | None, pillars: Iterable[tuple[float | None, float]], imbalance: float
) -> float | None:
    if average is None:
        return None
    weakest = min(mean for mean, _ in pillars if mean is not None)
    return average - imbalance * (average - weakest)
