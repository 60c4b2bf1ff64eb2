"""Where a score stands among others, and how finely a cohort of its size may say so."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, Self

from dashboard.domain.text import Frozen

DECIMALS: Final = 2
"""Scores that agree on so many are equal."""
BIN: Final = 5
"""Points in a bin; the last one holds 100 as well."""
BINS: Final = 100 // BIN
CONFIDENCE: Final = 0.95


class Precision(IntEnum):
    """The least number of organisations from which a place is said so finely."""

    NOTHING = 0
    THIRDS = 10
    QUARTERS = 30
    PERCENTILE = 100

    @classmethod
    def of(cls, organisations: int) -> Self:
        """The finest that a cohort of this size allows."""
        return max(one for one in cls if one <= organisations)


class Place(Frozen):
    """Among `others`, the viewer's own left out. `rank`, `low` and `high` go from 0 to 100.

    The interval covers the chance of who is among the others, not that they chose to take part.
    """

    below: int
    equal: int
    others: int
    rank: float
    low: float
    high: float

    def part(self, parts: int) -> int:
        """Which third or quarter holds the rank, from 0, the lowest."""
        return min(int(self.rank * parts / 100), parts - 1)


def place_among(score: float, others: Sequence[float]) -> Place:
    """PR = 100 (B + E/2) / N: B below, E equal when rounded to two decimals, own score excluded.

    Definition C of Crawford, Garthwaite and Slick 2009, The Clinical Neuropsychologist 23(7),
    1173-1195. ValueError where there are no others.

    >>> place_among(54, [40, 54, 60, 70]).rank  # one below, one equal: (1 + 1/2) / 4
    37.5
    """
    own = round(score, DECIMALS)
    rounded = [round(other, DECIMALS) for other in others]
    below = sum(other < own for other in rounded)
    return _place(below, rounded.count(own), len(rounded))


def place_in_bins(score: float, others: Sequence[int]) -> Place:
    """The same from counts by bin of five points, (20,); whoever is in one's own bin is equal."""
    own = bin_of(score)
    return _place(sum(others[:own]), others[own], sum(others))


def bin_of(score: float) -> int:
    """The bin of a score from 0 to 100, from 0."""
    return min(int(score / BIN), BINS - 1)


def _place(below: int, equal: int, others: int) -> Place:
    if others < 1:
        raise ValueError("there is nobody to be compared with")
    lower_half = below + equal / 2
    low, high = jeffreys(lower_half, others)
    return Place(
        below=below,
        equal=equal,
        others=others,
        rank=100 * lower_half / others,
        low=100 * low,
        high=100 * high,
    )


def jeffreys(successes: float, trials: int) -> tuple[float, float]:
    """The 95 % interval of a share, 0 to 1, from Beta(x + 1/2, n - x + 1/2); halves are allowed.

    At x = 0 it begins at 0 and at x = n it ends at 1. Brown, Cai and DasGupta 2001, Statistical
    Science 16(2), 101-133.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - as long to load as all the rest

    tail = (1 - CONFIDENCE) / 2
    above, under = successes + 0.5, trials - successes + 0.5
    low = 0.0 if successes == 0 else float(betaincinv(above, under, tail))
    high = 1.0 if successes == trials else float(betaincinv(above, under, 1 - tail))
    return low, high
