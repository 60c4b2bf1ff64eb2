"""The minimum detectable change: what a score must move by to be more than its raters' noise.

MDC = 1.96 sqrt(SEM_1² + SEM_2²), with SEM = SD sqrt(1 - ICC); 1.96 sqrt(2) SEM where both waves
are rated alike. Weir 2005, Journal of Strength and Conditioning Research 19(1), 231-240.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import variance

from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer
from dashboard.domain.mean_squares import one_way
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen

Z = 1.96
"""Two-sided, 95%."""
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


def detectable_change(one: float, other: float) -> float:
    """The smallest change between two scores with these standard errors that is not noise.

    >>> round(detectable_change(standard_error(6, 0.70), standard_error(6, 0.70)), 1)
    9.1
    """
    return Z * math.hypot(one, other)


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
    """By rated part: the minimum detectable change between two assessments.

    Where the raters of one alone are known, the other is taken to be as exact. Empty where neither
    is known.
    """
    known = [dict(error.sem) for error in (one, other) if error]
    if not known:
        return {}
    first, second = known[0], known[-1]
    return {
        part: detectable_change(first.get(part, error), second.get(part, error))
        for part, error in (first | second).items()
    }
