"""What each effort can gain at most: frontiers of items, joined to those of dimensions and pillars.

Gains of items add up within a dimension, and those of dimensions within a pillar; they share
nothing but effort. So the choices of a part that can matter are those that gain more than every
choice of no more effort: the Pareto frontier (multiple-choice knapsack by dynamic programming:
Kellerer, Pferschy and Pisinger 2004, Knapsack Problems, chapter 11). Efforts are whole numbers of
units here, so that they add up exactly.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.precision import TOLERANCE
from dashboard.domain.rise import Rise

SLACK: Final = 1e-12
"""Gains that differ by less are the same: only the order of summation made them two."""

MOST_UNITS: Final = 500_000
"""For which each effort gets a place of its own."""
MOST_PAIRS: Final = 2_000_000
"""That are put in order where units are more."""

Floats = NDArray[np.float64]
Units = NDArray[np.int64]
Combined = Callable[[Floats, Floats], Floats]


class TooFineError(Exception):
    """Too many efforts and too many choices: they are better left to the integer program."""


@dataclass(frozen=True)
class Frontier:
    """Choices by effort; each gains more than those before it. Empty: there is no choice."""

    units: Units
    gains: Floats
    needs: Floats
    """How far from their best its rises begin, together: of equal choices the needier is kept."""
    rises: tuple[Rise, ...] = ()
    """Of a single item: choice n takes the first `heights[n]` of them."""
    heights: Units | None = None
    parts: "tuple[Frontier, Frontier] | None" = None
    """Of joined frontiers: choice n is choice `places[0][n]` of the one, `places[1][n]` of both."""
    places: tuple[Units, Units] | None = None

    @classmethod
    def of_item(cls, rises: Sequence[Rise], units: Sequence[int]) -> Self:
        """How far one item can rise, in points of its own score."""
        points = np.cumsum([0.0, *(rise.points for rise in rises)])
        return cls(
            units=np.cumsum([0, *units]),
            gains=points,
            needs=np.cumsum([0.0, *(points[-1] - points[:-1])]),
            rises=tuple(rises),
            heights=np.arange(len(points)),
        )

    @classmethod
    def nothing(cls) -> Self:
        """The one choice of a part in which nothing can be chosen."""
        return cls(np.zeros(1, np.int64), np.zeros(1), np.zeros(1))

    def __len__(self) -> int:
        return len(self.units)

    def reaching(self, gain: float) -> Self:
        """The choices that gain so much."""
        return self._only(self.gains >= gain - TOLERANCE)

    def from_height(self, lowest: int) -> Self:
        """Of a single item: the choices that take its first rises, so many at least."""
        return self if self.heights is None else self._only(self.heights >= lowest)

    def times(self, factor: float) -> Self:
        """Its gains where they count so much; if for nothing, the least effort is all there is."""
        if factor == 0:
            return replace(self._only(np.arange(len(self)) == 0), gains=np.zeros(min(len(self), 1)))
        return replace(self, gains=self.gains * factor)

    def above(self, start: float) -> Self:
        return replace(self, gains=self.gains + start)

    def within(self, units: int) -> int:
        """How many choices take no more."""
        return int(np.searchsorted(self.units, units, side="right"))

    def at_most(self, units: Units) -> Floats:
        """The most for each of these efforts; minus infinity where there is no choice."""
        places = np.searchsorted(self.units, units, side="right")
        return np.concatenate([[-np.inf], self.gains])[places]

    def taken(self, choice: int) -> list[Rise]:
        """The rises of a choice, in no order."""
        found: list[Rise] = []
        waiting: list[tuple[Frontier, int]] = [(self, choice)]
        while waiting:
            frontier, n = waiting.pop()
            if frontier.heights is not None:
                found += frontier.rises[: frontier.heights[n]]
            elif frontier.parts is not None and frontier.places is not None:
                places = (int(place[n]) for place in frontier.places)
                waiting += zip(frontier.parts, places, strict=True)
        return found

    def _only(self, kept: NDArray[np.bool_]) -> Self:
        heights = None if self.heights is None else self.heights[kept]
        places = None if self.places is None else (self.places[0][kept], self.places[1][kept])
        return replace(
            self,
            units=self.units[kept],
            gains=self.gains[kept],
            needs=self.needs[kept],
            heights=heights,
            places=places,
        )


def joined(one: Frontier, other: Frontier, most: int, combined: Combined = np.add) -> Frontier:
    """What both can gain together for `most` units at most."""
    few, many = sorted((one, other), key=len)
    if not len(few):
        return few
    size = min(int(few.units[-1] + many.units[-1]), most) + 1
    if size <= MOST_UNITS:
        return _joined_by_units(few, many, size, combined)
    if len(few) * len(many) <= MOST_PAIRS:
        return _joined_by_pairs(few, many, size, combined)
    raise TooFineError


def _joined_by_units(few: Frontier, many: Frontier, size: int, combined: Combined) -> Frontier:
    """A place for each effort, with the best pair so far."""
    best, neediest = np.full((2, size), -np.inf)
    places = np.zeros((2, size), np.int64)
    for n, units in enumerate(few.units):
        count = many.within(size - 1 - units)
        at = many.units[:count] + units
        gains = combined(few.gains[n], many.gains[:count])
        needs = few.needs[n] + many.needs[:count]
        same = (gains >= best[at] - SLACK) & (needs > neediest[at])
        better = np.flatnonzero((gains > best[at] + SLACK) | same)
        at = at[better]
        best[at], neediest[at] = gains[better], needs[better]
        places[:, at] = np.broadcast_to(n, len(at)), better
    kept = _climbing(best)
    return Frontier(
        kept,
        best[kept],
        neediest[kept],
        parts=(few, many),
        places=(places[0, kept], places[1, kept]),
    )


def _joined_by_pairs(few: Frontier, many: Frontier, size: int, combined: Combined) -> Frontier:
    """All pairs in the order of their efforts: where efforts are fine, and choices few."""
    ones, others = np.divmod(np.arange(len(few) * len(many)), len(many))
    units = few.units[ones] + many.units[others]
    gains = combined(few.gains[ones], many.gains[others])
    needs = few.needs[ones] + many.needs[others]
    order = np.lexsort((-needs, -gains, units))
    order = order[units[order] < size]
    kept = order[_climbing(gains[order])]
    return Frontier(
        units[kept],
        gains[kept],
        needs[kept],
        parts=(few, many),
        places=(ones[kept], others[kept]),
    )


def _climbing(gains: Floats) -> Units:
    """Where there is more than anywhere before."""
    before = np.concatenate([[-np.inf], np.maximum.accumulate(gains)[:-1]])
    return np.flatnonzero(gains > before + SLACK)


def all_joined(frontiers: Iterable[Frontier], most: int) -> Frontier:
    whole = Frontier.nothing()
    for frontier in frontiers:
        whole = joined(whole, frontier, most)
    return whole
