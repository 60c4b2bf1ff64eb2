"""How well raters tell items apart: the intraclass correlations.

Neither agreement nor the reliability of a scale: they set the spread between items against the
spread between raters of the same item. Where all items lie near one level they are low, even for
raters who agree on everything. Levels are taken as they are: items need the same options.
"""

import math
from fractions import Fraction

from dashboard.domain.mean_squares import OneWay, TwoWay, one_way, two_way
from dashboard.domain.raters import Ratings
from dashboard.domain.text import Frozen

CONFIDENCE = 0.95


class Correlation(Frozen):
    """A value as the formula gives it, and as it is shown: not below 0, and never above 1."""

    raw: float | None
    """None where it falls without limit, as when no two items differ in their mean."""

    @property
    def value(self) -> float:
        return max(0.0, self.raw or 0.0)


class Coefficient(Correlation):
    """A member of the family, with its 95 % interval if it comes with one."""

    low: Correlation | None = None
    high: Correlation | None = None


class Intraclass(Frozen):
    """The family as McGraw and Wong 1996 name it; None for a member that cannot be computed.

    1 concerns one rater's level, k the mean of all raters. A asks for equal levels, C for equal
    differences alone. A and C exist where every rater gave a level on every item.
    """

    icc_1: Coefficient | None = None
    icc_k: Coefficient | None = None
    icc_a_1: Coefficient | None = None
    icc_a_k: Coefficient | None = None
    icc_c_1: Coefficient | None = None
    icc_c_k: Coefficient | None = None


def intraclass(ratings: Ratings) -> Intraclass:
    """The family for raters by items; raters and items without any level are passed over.

    ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW) and ICC(k) = (MSB - MSW) / MSB from `one_way`, with
    intervals by F; with unequal numbers of raters k is k_g and the intervals are approximate.
    ICC(A,1) = (MSR - MSE) / (MSR + (k - 1) MSE + k (MSC - MSE) / n) and
    ICC(A,k) = (MSR - MSE) / (MSR + (MSC - MSE) / n) from `two_way`; ICC(C,1) and ICC(C,k) leave out
    the terms with MSC. At most 1; a negative value is shown as 0. All are None where no level
    differs from another. Shrout and Fleiss 1979, Psychological Bulletin 86(2), 420-428; McGraw and
    Wong 1996, Psychological Methods 1(1), 30-46.

    >>> found = intraclass([[1, 3], [2, 4]])  # MSB 4 and MSW 1/2; MSR 4, MSC 1 and MSE 0
    >>> found.icc_1.raw, found.icc_k.raw  # 3.5 / 4.5 and 3.5 / 4
    (0.7777777777777778, 0.875)
    >>> found.icc_a_1.raw, found.icc_c_1.raw  # 4 / (4 + 1), and one level apart throughout
    (0.8, 1.0)
    """
    return Intraclass(**_one_way_members(one_way(ratings)), **_two_way_members(two_way(ratings)))


def _one_way_members(found: OneWay | None) -> dict[str, Coefficient]:
    if found is None or not (found.between or found.within):
        return {}
    shared, between, within = found.between - found.within, found.between, found.within
    low, high = _f_bounds(found)
    return {
        "icc_1": Coefficient(
            raw=_quotient(shared, between + (found.k - 1) * within),
            low=_of_one_rater(low, found.k),
            high=_of_one_rater(high, found.k),
        ),
        "icc_k": Coefficient(
            raw=_quotient(shared, between), low=_of_all_raters(low), high=_of_all_raters(high)
        ),
    }


def _two_way_members(found: TwoWay | None) -> dict[str, Coefficient]:
    if found is None or not (found.items or found.raters or found.residual):
        return {}
    k, items, residual = found.k, found.items, found.residual
    shared, shift = items - residual, (found.raters - residual) / found.n
    wholes = {
        "icc_a_1": items + (k - 1) * residual + k * shift,
        "icc_a_k": items + shift,
    }
    if items or residual:
        wholes |= {"icc_c_1": items + (k - 1) * residual, "icc_c_k": items}
    return {name: Coefficient(raw=_quotient(shared, whole)) for name, whole in wholes.items()}


def _quotient(shared: Fraction, whole: Fraction) -> float | None:
    """None where `whole` is not positive, which it always is when `shared` is."""
    return float(shared / whole) if whole > 0 else None


def _f_bounds(found: OneWay) -> tuple[float, float]:
    """The lowest and the highest F = MSB / MSW that the one found is compatible with."""
    if not found.within:
        return math.inf, math.inf
    ratio = float(found.between / found.within)
    between, within = found.items - 1, found.ratings - found.items
    return ratio / _f_quantile(between, within), ratio * _f_quantile(within, between)


def _f_quantile(above: int, below: int) -> float:
    """What F with these degrees of freedom stays below in 97.5 % of cases."""
    from scipy.special import fdtri  # noqa: PLC0415 - it takes as long to load as all the rest

    return float(fdtri(above, below, (1 + CONFIDENCE) / 2))


def _of_one_rater(f: float, k: Fraction) -> Correlation:
    return Correlation(raw=1.0 if f == math.inf else (f - 1) / (f + float(k) - 1))


def _of_all_raters(f: float) -> Correlation:
    return Correlation(raw=1 - 1 / f if f else None)
