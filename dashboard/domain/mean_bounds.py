"""Between which numbers a mean lies, if the limits or counts that are told beside it are true."""

from collections.abc import Sequence

from dashboard.domain.distribution import Distribution
from dashboard.domain.percentile import BIN, BINS

HIGHEST = BIN * BINS
ROUNDED = 0.5 + 1e-6
"""A mean is told to a whole point."""


def bounds_of_mean(told: Distribution, n: int) -> tuple[float, float]:
    """The least and the greatest mean of `n` organisations; wide enough for all rounding."""
    if told.counts is not None:
        return _of_counts(told.counts)
    bounds = [_of_limits(one or (), n) for one in (told.limits, told.limits_of_members)]
    return max(low for low, _ in bounds), min(high for _, high in bounds)


def _of_counts(counts: Sequence[int]) -> tuple[float, float]:
    """Running sums and their total are off by two each, so four may stand anywhere."""
    total = max(sum(counts), 1)
    low = sum(BIN * bin_ * count for bin_, count in enumerate(counts)) / total
    slack = ROUNDED + 4 * HIGHEST / total
    return low - slack, low + BIN + slack


def _of_limits(limits: Sequence[int], n: int) -> tuple[float, float]:
    """A limit says that a share p has its bin or a lower one, and 1 - p the one before or higher.

    A member's own record, left out, moves either by half an organisation.
    """
    parts, slack = len(limits) + 1, ROUNDED + HIGHEST / n
    low = sum(BIN * max(limit - 1, 0) for limit in limits) / parts
    high = (sum(min(BIN * (limit + 1), HIGHEST) for limit in limits) + HIGHEST) / parts
    return low - slack, high + slack
