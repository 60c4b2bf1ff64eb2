"""The minimum detectable change: what a score must move by to be more than its raters' noise.

MDC = 1.96 sqrt(SEM_1² + SEM_2²), with SEM = SD sqrt(1 - ICC); 1.96 sqrt(2) SEM where both waves
are rated alike. Weir 2005, Journal of Strength and Conditioning Research 19(1), 231-240.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, stdev

from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer
from dashboard.domain.intraclass import intraclass
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen

Z = 1.96
"""Two-sided, 95 %."""
PARTS_OF_A_POINT = 1000
"""The analysis of variance is exact on whole numbers."""


class RaterError(Frozen):
    """How far a room's mean score of a dimension would move with other people in the room.

    sd: over the dimensions' mean scores, in points. icc: ICC(k) of the same, as the formula gives
    it, so below 0 where raters differ more than dimensions do.
    """

    raters: int
    dimensions: tuple[str, ...]
    sd: float
    icc: float

    @property
    def sem(self) -> float:
        """Standard error of measurement, in points."""
        return standard_error(self.sd, self.icc)


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
    """The error of a room in which each rater gave these answers.

    Every rater's own score of a dimension counts, as far as his answers give one. None below three
    raters or two dimensions, and where no two dimensions differ in their mean.
    """
    ids = [dimension.id for dimension in questionnaire.dimensions]
    scores = [_own_scores(questionnaire, ids, answers) for answers in given]
    rows = [row for row in scores if any(value is not None for value in row)]
    means = {
        id_: fmean(column)
        for id_, values in zip(ids, zip(*rows, strict=True), strict=False)
        if len(column := [value for value in values if value is not None]) >= MINIMUM_RATERS
    }
    if len(means) < 2:
        return None
    ratings = [
        [_whole(value) if id_ in means else None for id_, value in zip(ids, row, strict=True)]
        for row in rows
    ]
    found = intraclass(ratings).icc_k
    if found is None or found.raw is None:
        return None
    return RaterError(
        raters=len(rows), dimensions=tuple(means), sd=stdev(means.values()), icc=found.raw
    )


def _own_scores(
    questionnaire: Questionnaire, ids: Sequence[str], answers: Mapping[str, Answer]
) -> list[float | None]:
    result = score(questionnaire, answers)
    return [result.dimension[id_].score for id_ in ids]


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value * PARTS_OF_A_POINT)


def noise_between(one: RaterError | None, other: RaterError | None) -> dict[str, float]:
    """By dimension that was rated: the minimum detectable change between two assessments.

    Where the raters of one alone are known, the other is taken to be no more exact. Empty where
    neither is known.
    """
    first, second = one or other, other or one
    if first is None or second is None:
        return {}
    change = detectable_change(first.sem, second.sem)
    rated = {*first.dimensions, *second.dimensions}
    return dict.fromkeys(sorted(rated), change)
