"""The analysis of variance of ratings: how much items, raters and everything else vary.

Computed in exact fractions, so that "nothing varies" is zero and not nearly zero. Raters and items
without any level are passed over.
"""

from fractions import Fraction
from typing import NamedTuple

from dashboard.domain.raters import Ratings


class OneWay(NamedTuple):
    """Mean squares between and within `items`; `k` raters an item, k_g if their numbers differ."""

    items: int
    ratings: int
    k: Fraction
    between: Fraction
    within: Fraction


class TwoWay(NamedTuple):
    """Mean squares of n `items` and k `raters`, and what neither explains."""

    n: int
    k: int
    items: Fraction
    raters: Fraction
    residual: Fraction


def one_way(ratings: Ratings) -> OneWay | None:
    """MSB and MSW with k_g = (N - Σn²/N) / (G - 1) for G items with n ratings each, N in all.

    None for a single item, or with no more than one rating an item. k_g equals n where all n are
    equal: Donner 1986, International Statistical Review 54(1), 67-82.

    >>> found = one_way([[1, 3], [2, 5]])  # means 1.5 and 4, so MSB = 2 * 1.25 * 2.5
    >>> float(found.between), float(found.within)  # (0.5 + 2) / 2
    (6.25, 1.25)
    """
    columns = _columns(ratings)
    sizes = [len(column) for column in columns]
    groups, total = len(columns), sum(sizes)
    if groups < 2 or total == groups:
        return None
    grand = Fraction(sum(map(sum, columns)) ** 2, total)
    by_item = sum((Fraction(sum(column) ** 2, len(column)) for column in columns), Fraction(0))
    squares = sum(level**2 for column in columns for level in column)
    return OneWay(
        items=groups,
        ratings=total,
        k=(total - Fraction(sum(size**2 for size in sizes), total)) / (groups - 1),
        between=(by_item - grand) / (groups - 1),
        within=(squares - by_item) / (total - groups),
    )


def two_way(ratings: Ratings) -> TwoWay | None:
    """MSR of items, MSC of raters and MSE; None with a gap, a single item or a single rater.

    Reference: McGraw and Wong 1996, Psychological Methods 1(1), 30-46.

    >>> found = two_way([[1, 3], [2, 5]])  # sums of squares 6.25, 2.25 and 8.75 - 8.5
    >>> float(found.items), float(found.raters), float(found.residual)
    (6.25, 2.25, 0.25)
    """
    columns = _columns(ratings)
    n, k = len(columns), sum(any(level is not None for level in row) for row in ratings)
    if min(n, k) < 2 or any(len(column) < k for column in columns):
        return None
    rows = [sum(row) for row in zip(*columns, strict=True)]
    grand = Fraction(sum(rows) ** 2, n * k)
    items = Fraction(sum(sum(column) ** 2 for column in columns), k) - grand
    raters = Fraction(sum(row**2 for row in rows), n) - grand
    everything = sum(level**2 for column in columns for level in column) - grand
    return TwoWay(
        n=n,
        k=k,
        items=items / (n - 1),
        raters=raters / (k - 1),
        residual=(everything - items - raters) / ((n - 1) * (k - 1)),
    )


def _columns(ratings: Ratings) -> list[list[int]]:
    """Each item's levels, by rater; ValueError unless all raters have as many items."""
    columns = [[x for x in column if x is not None] for column in zip(*ratings, strict=True)]
    return [column for column in columns if column]
