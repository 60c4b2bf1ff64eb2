"""The minimum detectable change: what a score must move by to be more than its raters' noise.

MDC = 1.96 sqrt(SEM_1² + SEM_2²), with SEM = SD sqrt(1 - ICC); 1.96 sqrt(2) SEM where both waves
are rated alike. Weir 2005, Journal of Strength and Conditioning Research 19(1), 231-240.

Of several scores the two furthest apart differ by more than that by chance alone, the more often
the more there are. So any two of them must differ by q / sqrt(2) times the root instead, with q of
the studentized range: Kramer 1956, Biometrics 12(3), 307-310; that it holds for unequal errors is
shown by Hayter 1984, Annals of Statistics 12(1), 61-75.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import variance
from typing import Final

from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer
from dashboard.domain.mean_squares import one_way
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen

FACTORS: Final[Mapping[int, float]] = {2: 1.96, 3: 2.344, 4: 2.569, 5: 2.728, 6: 2.850}
"""By the number of scores side by side: q(95%) / sqrt(2); of two it is the normal 1.96."""
PARTS_OF_A_POINT = 1000
"""The analysis of variance is exact, on whole numbers."""
OVERALL = "overall"
"""The key of the overall score among those of dimensions and pillars."""

Rows = Sequence[Mapping[str, float]]
"""A mapping a rater: the own score of every part that the rater's answers give one for."""


class RaterError(Frozen):
    """How far a room's mean scores would move with other people in the room.

    sem: by dimension, pillar and `OVERALL`, as far as three raters have a score of it: the standard
    error of measurement, in points.
    """

    raters: int
    sem: Mapping[str, float]


def standard_error(sd: float, icc: float) -> float:
    """SD sqrt(1 - ICC), in the unit of the SD.

    >>> round(standard_error(6, 0.70), 2)
    3.29
    """
    return sd * math.sqrt(1 - icc)


def detectable_change(one: float, other: float, *, among: int = 2) -> float:
    """The smallest change between two scores with these standard errors that is not noise.

    among: how many scores stand side by side, any two of which may be the ones looked at.

    >>> round(detectable_change(standard_error(6, 0.70), standard_error(6, 0.70)), 1)
    9.1
    >>> round(detectable_change(standard_error(6, 0.70), standard_error(6, 0.70), among=3), 1)
    10.9
    """
    return FACTORS[among] * math.hypot(one, other)


def noise_of(one: float | None, other: float | None, *, among: int = 2) -> float | None:
    """The minimum detectable change between two scores, by their standard errors.

    Where the raters of one alone are known, the other is taken to be as exact; None if neither is.
    """
    known = [error for error in (one, other) if error is not None]
    return detectable_change(known[0], known[-1], among=among) if known else None


def rater_error(
    questionnaire: Questionnaire, given: Iterable[Mapping[str, Answer]]
) -> RaterError | None:
    """The error of a room in which each rater gave these answers; None if nothing is known of it.

    A rater's own scores count, so that who is strict throughout is strict in every pillar too:
    errors are not taken to average out over dimensions. All dimensions share one error, and all
    pillars another.
    """
    results = [score(questionnaire, answers) for answers in given]
    dimensions: Rows = [_known({d.id: d.score for d in one.dimensions}) for one in results]
    pillars: Rows = [_known({p.id: p.score for p in one.pillars}) for one in results]
    overall: Rows = [_known({OVERALL: one.overall.score}) for one in results]
    sem = _errors(dimensions) | _errors(pillars) | _errors(overall)
    return RaterError(raters=sum(map(_rated, results)), sem=sem) if sem else None


def _known(scores: Mapping[str, float | None]) -> dict[str, float]:
    return {id_: value for id_, value in scores.items() if value is not None}


def _rated(result: Result) -> bool:
    return any(dimension.published for dimension in result.dimensions)


def _errors(rows: Rows) -> dict[str, float]:
    """The error that parts of one kind share, by part; parts with too few raters have none.

    SEM² = MSW / k. With SD² = MSB / k between the parts' means and ICC(k) = 1 - MSW / MSB this is
    SD² (1 - ICC), and it has a value where the parts do not differ and the ICC has none.
    """
    parts = [
        part
        for part in dict.fromkeys(part for row in rows for part in row)
        if sum(part in row for row in rows) >= MINIMUM_RATERS
    ]
    if not parts:
        return {}
    return dict.fromkeys(parts, math.sqrt(_error_variance(rows, parts)))


def _error_variance(rows: Rows, parts: Sequence[str]) -> float:
    ratings = [[_whole(row.get(part)) for part in parts] for row in rows]
    found = one_way(ratings)
    if found is None:
        alone = [value for (value,) in ratings if value is not None]
        return variance(alone) / len(alone) / PARTS_OF_A_POINT**2
    return float(found.within / found.k / Fraction(PARTS_OF_A_POINT**2))


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value * PARTS_OF_A_POINT)


def noise_between(one: RaterError | None, other: RaterError | None) -> dict[str, float]:
    """By rated part: the minimum detectable change between two assessments."""
    first, second = (error.sem if error else {} for error in (one, other))
    found = {part: noise_of(first.get(part), second.get(part)) for part in {**first, **second}}
    return {part: noise for part, noise in found.items() if noise is not None}
