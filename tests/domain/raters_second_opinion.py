"""Agreement and intraclass correlation once more, from the cited papers, in exact fractions.

It shares no code and, where there is a choice, no algebra with the product: variances come from
pairs, chance from its own distribution, sums of squares from deviations, and the tail of F from its
density.
"""

import math
from fractions import Fraction
from itertools import combinations

Number = Fraction | None
Levels = list[int]
Matrix = list[list[int | None]]

SLIGHT_SKEW = {1: 5, 2: 15, 3: 20, 4: 35, 5: 25}
"""Per cent of answers, as James, Demaree and Wolf supposed it."""


def lower_median(levels: Levels) -> int | None:
    """The lowest level that at least half of the raters stay at or below."""
    reached = (at for at in sorted(levels) if 2 * sum(x <= at for x in levels) >= len(levels))
    return next(reached, None)


def pairwise_variance(levels: Levels) -> Fraction:
    pairs = list(combinations(levels, 2))
    return Fraction(sum((a - b) ** 2 for a, b in pairs), 2 * len(pairs))


def variance_of(percent: dict[int, int]) -> Fraction:
    total = sum(percent.values())
    center = Fraction(sum(level * share for level, share in percent.items()), total)
    return sum(((level - center) ** 2 * share for level, share in percent.items()), Fraction(0)) / (
        total
    )


def chance(options: int) -> Fraction:
    return variance_of(dict.fromkeys(range(1, options + 1), 1))


def r_wg(levels: Levels, expected: Fraction) -> Number:
    if len(levels) < 3:
        return None
    value = 1 - pairwise_variance(levels) / expected
    return value if value > 0 else Fraction(0)


def a_wg(levels: Levels, options: int) -> Number:
    k, low, high = len(levels), 1, options
    if k < 3:
        return None
    center = Fraction(sum(levels), k)
    if center in (low, high):
        return Fraction(1)
    if center < Fraction(low * (k - 1) + high, k) or center > Fraction(high * (k - 1) + low, k):
        return None
    widest = ((high + low) * center - center**2 - high * low) * Fraction(k, k - 1)
    return 1 - 2 * pairwise_variance(levels) / widest


def ad_m(levels: Levels) -> Number:
    if not levels:
        return None
    center = Fraction(sum(levels), len(levels))
    return sum((abs(x - center) for x in levels), Fraction(0)) / len(levels)


def consensus(levels: Levels, options: int) -> float | None:
    if not levels:
        return None
    center = Fraction(sum(levels), len(levels))
    shares = {level: Fraction(levels.count(level), len(levels)) for level in set(levels)}
    return 1.0 + sum(
        float(share) * math.log(1 - abs(level - center) / (options - 1), 2)
        for level, share in shares.items()
    )


def r_wg_j(variances: list[Fraction], expected: list[Fraction]) -> Number:
    """As for one scale, or averaged over the scales of items that differ in their options."""
    if not variances:
        return None
    size = len(variances)
    left = sum((s / e for s, e in zip(variances, expected, strict=True)), Fraction(0)) / size
    return Fraction(0) if left >= 1 else size * (1 - left) / (size * (1 - left) + left)


def answered(matrix: Matrix) -> tuple[list[list[int]], bool]:
    """Items by their levels, without empty items, and whether every remaining rater is in each."""
    raters = [row for row in matrix if any(x is not None for x in row)]
    every = range(len(matrix[0]) if matrix else 0)
    items = [[row[i] for row in raters] for i in every]
    items = [levels for levels in items if any(x is not None for x in levels)]
    complete = all(x is not None for levels in items for x in levels)
    return [[x for x in levels if x is not None] for levels in items], complete


def mean(values: list[int] | list[Fraction]) -> Fraction:
    return Fraction(sum(values)) / len(values)


def one_way(matrix: Matrix) -> tuple[Fraction, Fraction, Fraction] | None:
    """Mean squares between and within items, and the k of Snedecor and Cochran."""
    items, _ = answered(matrix)
    everything = [x for levels in items for x in levels]
    groups, total = len(items), len(everything)
    if groups < 2 or groups == total:
        return None
    center = mean(everything)
    between = sum((len(levels) * (mean(levels) - center) ** 2 for levels in items), Fraction(0))
    within = sum(((x - mean(levels)) ** 2 for levels in items for x in levels), Fraction(0))
    of_squares = Fraction(sum(len(levels) ** 2 for levels in items), total)
    return between / (groups - 1), within / (total - groups), (total - of_squares) / (groups - 1)


def two_way(matrix: Matrix) -> tuple[Fraction, Fraction, Fraction] | None:
    """Mean squares of items, of raters and of the residuals of the additive model."""
    items, complete = answered(matrix)
    if not complete or len(items) < 2 or len(items[0]) < 2:
        return None
    n, k = len(items), len(items[0])
    center = mean([x for levels in items for x in levels])
    of_item = [mean(levels) for levels in items]
    of_rater = [mean([levels[j] for levels in items]) for j in range(k)]
    residual = sum(
        (
            (items[i][j] - of_item[i] - of_rater[j] + center) ** 2
            for i in range(n)
            for j in range(k)
        ),
        Fraction(0),
    )
    return (
        k * sum(((m - center) ** 2 for m in of_item), Fraction(0)) / (n - 1),
        n * sum(((m - center) ** 2 for m in of_rater), Fraction(0)) / (k - 1),
        residual / ((n - 1) * (k - 1)),
    )


def f_tail(f: float, above: int, below: int, steps: int = 4000) -> float:
    """P(F > f), by Simpson's rule over an angle, where F's density has no pole for any degrees.

    With above * F / (above * F + below) = sin² t, the density of t is proportional to
    sin^(above - 1) t * cos^(below - 1) t on 0..pi/2.
    """
    start = math.atan(math.sqrt(above * f / below))

    def density(t: float) -> float:
        return math.sin(t) ** (above - 1) * max(0.0, math.cos(t)) ** (below - 1)

    def area(low: float, high: float) -> float:
        h = (high - low) / steps
        inner = sum((4 if i % 2 else 2) * density(low + i * h) for i in range(1, steps))
        return (density(low) + inner + density(high)) * h / 3

    return area(start, math.pi / 2) / area(0.0, math.pi / 2)
