"""How far several raters agree, item by item: the indices, the verdict, and all items in short.

Nothing is said about an item with fewer than three ratings. Agreement is not reliability: raters
may agree on every item and still not tell items apart (see `intraclass`).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dashboard.domain import agreement_indices as indices
from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.precision import reaches
from dashboard.domain.text import Frozen

R_WG_AGREED = 0.50
A_WG_AGREED = 0.60
RECOMMENDED_RATERS = 5

CHANCE_R_WG: Mapping[int, float] = MappingProxyType(
    {
        3: 0.83,
        4: 0.88,
        5: 0.75,
        6: 0.67,
        7: 0.60,
        8: 0.58,
        9: 0.53,
        10: 0.51,
        11: 0.46,
        12: 0.44,
        15: 0.38,
        20: 0.32,
        30: 0.26,
    }
)
"""Ratings to the 95th percentile of r_wg (uniform) when all of them are drawn blindly from five
options: the lowest value that at least 95 % of all 5^k draws stay at or below. By enumeration."""


class ItemAgreement(Frozen):
    """The indices of one item; all None below three ratings, and each where it has no value."""

    options: int
    k: int
    """Ratings that name a level."""
    variance: float | None = None
    r_wg_uniform: float | None = None
    r_wg_slight_skew: float | None = None
    """None too unless the item has five options."""
    a_wg: float | None = None
    ad_m: float | None = None
    consensus: float | None = None
    contested: bool = False

    @property
    def judged(self) -> bool:
        return self.k >= MINIMUM_RATERS

    @property
    def agreed(self) -> bool:
        return self.judged and not self.contested


class AgreementSummary(Frozen):
    """Every judged item together; None where no item is judged."""

    judged: int
    agreed: int
    agreed_share: float | None
    """Of the judged items, 0 to 1."""
    r_wg_j_uniform: float | None
    r_wg_j_slight_skew: float | None
    """Like its star, None too unless every judged item has five options."""
    r_wg_j_star_uniform: float | None
    r_wg_j_star_slight_skew: float | None


def agreement(levels: Sequence[int], options: int) -> ItemAgreement:
    """The agreement of the raters who gave a level on an item; ValueError for one outside 1..A.

    >>> five_of_six = agreement([3, 3, 3, 4, 3, 3], options=5)
    >>> round(five_of_six.r_wg_uniform, 3), five_of_six.contested  # s² = 1/6: 1 - 1/12
    (0.917, False)
    """
    variance = indices.variance(levels, options)
    if len(levels) < MINIMUM_RATERS:
        return ItemAgreement(options=options, k=len(levels))
    skewed = indices.slight_skew_variance(options)
    r_wg = indices.r_wg(levels, options, indices.uniform_variance(options))
    r_wg_skewed = None if skewed is None else indices.r_wg(levels, options, skewed)
    a_wg = indices.a_wg(levels, options)
    return ItemAgreement(
        options=options,
        k=len(levels),
        variance=variance,
        r_wg_uniform=r_wg,
        r_wg_slight_skew=r_wg_skewed,
        a_wg=a_wg,
        ad_m=indices.ad_m(levels, options),
        consensus=indices.consensus(levels, options),
        contested=_contested(r_wg if r_wg_skewed is None else r_wg_skewed, a_wg),
    )


def _contested(r_wg: float | None, a_wg: float | None) -> bool:
    """Whether either index falls short of its mark; one without a value flags nothing."""
    marks = ((r_wg, R_WG_AGREED), (a_wg, A_WG_AGREED))
    return any(value is not None and not reaches(value, mark) for value, mark in marks)


def summary(items: Sequence[ItemAgreement]) -> AgreementSummary:
    """What can be said of all items at once; the list of contested ones is to stand beside it."""
    judged = [item for item in items if item.judged]
    agreed = sum(item.agreed for item in judged)
    uniform = _spreads(judged, [indices.uniform_variance(item.options) for item in judged])
    skewed = _spreads(judged, [indices.slight_skew_variance(item.options) for item in judged])
    return AgreementSummary(
        judged=len(judged),
        agreed=agreed,
        agreed_share=agreed / len(judged) if judged else None,
        r_wg_j_uniform=indices.r_wg_j(uniform),
        r_wg_j_slight_skew=indices.r_wg_j(skewed),
        r_wg_j_star_uniform=indices.r_wg_j_star(uniform),
        r_wg_j_star_slight_skew=indices.r_wg_j_star(skewed),
    )


def _spreads(judged: Sequence[ItemAgreement], chances: Sequence[float | None]) -> list[float]:
    """s²/σ² of every item, or nothing at all where one of them lacks its σ²."""
    spreads = [
        item.variance / chance
        for item, chance in zip(judged, chances, strict=True)
        if item.variance is not None and chance is not None
    ]
    return spreads if len(spreads) == len(judged) else []


def chance_r_wg(k: int) -> float | None:
    """The r_wg (uniform) of five options that k blind ratings pass in one case of twenty at most.

    Read from `CHANCE_R_WG`; a k between its entries takes the one below, which is never too low.
    None below three ratings.

    >>> chance_r_wg(3), chance_r_wg(13), chance_r_wg(2)
    (0.83, 0.44, None)
    """
    known = [entry for entry in CHANCE_R_WG if entry <= k]
    return CHANCE_R_WG[max(known)] if known else None
