"""How far several raters agree on one item: the formulas, each by itself.

`levels` are the raters' levels on one item, whole numbers from 1 to `options`, in any order; k is
how many there are, s² their variance over k - 1. An index that has no value is None, never 0.
"""

import math
from collections.abc import Sequence

MINIMUM_RATERS = 3
"""Below it two people's levels could be read off any index of how they spread."""
FIVE_OPTIONS = 5
SLIGHT_SKEW_OF_FIVE = 1.34
"""Variance of 5, 15, 20, 35 and 25 % on levels 1 to 5: chance that leans to the upper end. LeBreton
and Senter 2008, Organizational Research Methods 11(4), 815-852."""


def variance(levels: Sequence[int], options: int) -> float | None:
    """s² = (k Σx² - (Σx)²) / (k (k - 1)), 0 or more; None for a single rating or none.

    >>> variance([2, 3, 3, 4], options=5)  # two ones over three
    0.6666666666666666
    """
    k, total, squares = _sums(levels, options)
    return (k * squares - total**2) / (k * (k - 1)) if k > 1 else None


def uniform_variance(options: int) -> float:
    """σ² = (A² - 1) / 12 of an answer drawn blindly from A options.

    >>> uniform_variance(5)
    2.0
    """
    return (options**2 - 1) / 12


def slight_skew_variance(options: int) -> float | None:
    """σ² of chance that leans upwards; published for five options only, so None for any other.

    >>> slight_skew_variance(5), slight_skew_variance(4)
    (1.34, None)
    """
    return SLIGHT_SKEW_OF_FIVE if options == FIVE_OPTIONS else None


def r_wg(levels: Sequence[int], options: int, chance: float) -> float | None:
    """1 - s²/σ², where σ² is the variance expected by `chance`; 0 to 1.

    Wider than chance is no agreement, not less than none: a negative value becomes 0. Fewer than
    three ratings give None. James, Demaree and Wolf 1984, Journal of Applied Psychology 69(1),
    85-98.

    >>> r_wg([1, 2, 3], options=5, chance=2.0)  # s² = 1, half of what chance gives
    0.5
    """
    spread = variance(levels, options)
    if spread is None or len(levels) < MINIMUM_RATERS:
        return None
    return max(0.0, 1 - spread / chance)


def r_wg_j(spreads: Sequence[float]) -> float | None:
    """J (1 - q) / (J (1 - q) + q) over J items, where q is the mean of their s²/σ²; 0 to 1.

    `spreads` holds s²/σ² of each item. Where q is 1 or more the result is 0; no item gives None. It
    rises with J however little the raters agree, so it must never be shown without `r_wg_j_star`.
    Reference as for `r_wg`.

    >>> r_wg_j([0.5]), r_wg_j([0.5] * 9)  # the same agreement on one item and on nine
    (0.5, 0.9)
    """
    if not spreads:
        return None
    q = math.fsum(spreads) / len(spreads)
    shared = len(spreads) * (1 - q)
    return shared / (shared + q) if q < 1 else 0.0


def r_wg_j_star(spreads: Sequence[float]) -> float | None:
    """1 - q, with q as in `r_wg_j`; at most 1, negative where raters differ more than by chance.

    No item gives None. Lindell, Brandt and Whitney 1999, Applied Psychological Measurement 23(2),
    127-135.

    >>> r_wg_j_star([0.5] * 9), r_wg_j_star([1.5])
    (0.5, -0.5)
    """
    return 1 - math.fsum(spreads) / len(spreads) if spreads else None


def a_wg(levels: Sequence[int], options: int) -> float | None:
    """1 - 2 s² / s²max, s²max being the widest variance that leaves the mean M as it is; -1 to 1.

    s²max = ((H + L) M - M² - H L) k / (k - 1) with L = 1 and H = A. Everybody at one end is 1. None
    where M < (L (k - 1) + H) / k or M > (H (k - 1) + L) / k, too near an end for a mean to say how
    far raters differ, and for fewer than three ratings. Brown and Hauenstein 2005, Organizational
    Research Methods 8(2), 165-184. Both variances are over k (k - 1), which cancels.

    >>> a_wg([2, 3, 3, 4], options=5)  # s² = 2/3 and s²max = (18 - 9 - 5) * 4/3
    0.75
    """
    k, total, squares = _sums(levels, options)
    if k < MINIMUM_RATERS:
        return None
    if total in (k, options * k):
        return 1.0
    if not k - 1 + options <= total <= options * (k - 1) + 1:
        return None
    return 1 - 2 * (k * squares - total**2) / ((options * k - total) * (total - k))


def ad_m(levels: Sequence[int], options: int) -> float | None:
    """The mean distance from the mean, Σ|x - M| / k: 0 for one mind, in levels; no rating is None.

    Burke, Finkelstein and Dusig 1999, Organizational Research Methods 2(1), 49-68.

    >>> ad_m([2, 3, 3, 4], options=5)
    0.5
    """
    k, total, _ = _sums(levels, options)
    return sum(abs(k * level - total) for level in levels) / k**2 if k else None


def consensus(levels: Sequence[int], options: int) -> float | None:
    """1 + Σ pᵢ log₂(1 - |xᵢ - M| / (A - 1)), pᵢ being the share of level xᵢ; 0 to 1.

    All alike is 1, half at each end is 0, no rating is None. Tastle and Wierman 2007, International
    Journal of Approximate Reasoning 45(3), 531-545.

    >>> consensus([1, 1, 5, 5], options=5), consensus([4, 4], options=5)
    (0.0, 1.0)
    """
    k, total, _ = _sums(levels, options)
    if not k:
        return None
    width = k * (options - 1)
    return 1 + math.fsum(math.log2(1 - abs(k * x - total) / width) for x in levels) / k


def _sums(levels: Sequence[int], options: int) -> tuple[int, int, int]:
    """k, Σx and Σx², as whole numbers: what no index should lose to rounding."""
    if options < 2:
        raise ValueError(f"an item with {options} options cannot be agreed or disagreed on")
    for level in levels:
        if not 1 <= level <= options:
            raise ValueError(f"level {level} is outside 1..{options}")
    return len(levels), sum(levels), sum(level * level for level in levels)
