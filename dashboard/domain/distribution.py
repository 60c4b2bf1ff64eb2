"""What a release holds of the scores of a cohort: no more than may be said of it.

Below a hundred organisations these are the limits of thirds or quarters, as five-point bins, and no
count at all. From a hundred on they are counts by bin whose running sums are rounded to five, so
that no count inside is exact and all add up to the rounded number. A place is worked out from
nothing else: whatever page, chart or file shows it, it can tell no more than this value holds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from dashboard.domain.message import worded
from dashboard.domain.percentile import BINS, Place, Precision, bin_of, place_in_bins
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Whole
from dashboard.domain.text import Frozen

STEP: Final = 5
"""Numbers of organisations are rounded to multiples of it."""
EVIDENCE_STEP: Final = 10
"""Shares of answers with evidence are rounded to so many percent."""
MOST_ORGANISATIONS: Final = 10_000_000
"""A file that says more is wrong, and its numbers could not be reckoned with."""
PARTS: Final = {Precision.THIRDS: 3, Precision.QUARTERS: 4}

Limit = Annotated[Whole, Field(ge=0, le=BINS)]
Limits = tuple[Limit, ...]
Count = Annotated[Whole, Field(ge=0, le=MOST_ORGANISATIONS, multiple_of=STEP)]


def rounded(count: int) -> int:
    """To the nearest multiple of five."""
    return STEP * ((2 * count + STEP) // (2 * STEP))


class Shown(Frozen):
    """A place as finely as the cohort allows: a part from 0, the lowest, or a percentile."""

    precision: Precision
    part: int | None = None
    percentile: Place | None = None


class Distribution(Frozen):
    mean: Annotated[Whole, Field(ge=0, le=100)]
    limits: Limits | None = None
    """The first bin of the second part, of the third, …; 20 where no score reaches it."""
    limits_of_members: Limits | None = None
    """The same for a member, who is compared with the others alone."""
    counts: tuple[Count, ...] | None = None

    @model_validator(mode="after")
    def _is_of_one_form(self) -> Self:
        if self.counts is not None:
            if self.limits is not None or self.limits_of_members is not None:
                raise ValueError(worded("has either limits or counts"))
            if len(self.counts) != BINS:
                raise ValueError(worded("has {n} counts by bin", n=BINS))
        elif self.limits is None or self.limits_of_members is None:
            raise ValueError(worded("has either limits or counts"))
        elif len(self.limits) != len(self.limits_of_members):
            raise ValueError(worded("has as many limits for members as for others"))
        for given in (self.limits or (), self.limits_of_members or ()):
            if any(later < earlier for earlier, later in pairwise(given)):
                raise ValueError(worded("has limits that fall"))
        return self

    @property
    def precision(self) -> Precision:
        if self.limits is None:
            return Precision.PERCENTILE
        of = {parts: precision for precision, parts in PARTS.items()}
        return of.get(len(self.limits) + 1, Precision.NOTHING)

    def place(self, score: float, *, member: bool) -> Shown:
        """Where a score stands; a member's own record is left out."""
        if self.counts is not None:
            others = list(self.counts)
            if member and others[bin_of(score)]:
                others[bin_of(score)] -= 1
            found = place_in_bins(score, others)
            return Shown(precision=self.precision, percentile=found)
        limits = (self.limits_of_members if member else self.limits) or ()
        part = sum(limit <= bin_of(score) for limit in limits)
        return Shown(precision=self.precision, part=part)


def distribution(scores: Sequence[float]) -> Distribution | None:
    """What may be said of these scores; None of too few."""
    precision = Precision.of(len(scores))
    if precision is Precision.NOTHING:
        return None
    bins = binned(scores)
    mean = whole(sum(scores) / len(scores))
    if precision is Precision.PERCENTILE:
        return Distribution(mean=mean, counts=protected(bins))
    parts = PARTS[precision]
    return Distribution(
        mean=mean,
        limits=tuple(_limits(bins, parts, left_out=0)),
        limits_of_members=tuple(_limits(bins, parts, left_out=1)),
    )


def binned(scores: Sequence[float]) -> tuple[int, ...]:
    """Counts by bin of five points."""
    found = Counter(bin_of(score) for score in scores)
    return tuple(found[n] for n in range(BINS))


def protected(bins: Sequence[int]) -> tuple[int, ...]:
    """Counts by bin whose running sums are the true ones, rounded to five."""
    sums = [rounded(count) for count in accumulate(bins)]
    return tuple(later - earlier for earlier, later in pairwise([0, *sums]))


def _limits(bins: Sequence[int], parts: int, *, left_out: int) -> Iterator[int]:
    """The first bin whose rank, own record left out or not, lies in each further part."""
    others = sum(bins) - left_out
    below = [0, *accumulate(bins)]
    # Twice what lies below and in the middle of a bin: in whole numbers no limit is a matter of
    # how a computer divides.
    twice = [max(2 * below[n] + bins[n] - left_out, 0) for n in range(BINS)]
    found = [min(one * parts // (2 * others), parts - 1) for one in twice]
    for part in range(1, parts):
        yield next((n for n, one in enumerate(found) if one >= part), BINS)
