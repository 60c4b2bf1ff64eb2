"""The most that pillars come to together for one effort: the search over their frontiers.

The overall score is a weighted mean and a part of the weakest pillar. What the pillars that are not
chosen yet can come to is bounded by their best mean and their best weakest, each by itself; where
this is no better than what was found, the search goes no further (branch and bound: Land and Doig
1960, Econometrica 28(3), 497-520).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from dashboard.domain.frontier import SLACK, Floats, Frontier, Units, joined
from dashboard.domain.offer import stop_after

TOP: Final = 100.0
Found = tuple[float, tuple[int, ...]]
"""An overall score, and the choice of each pillar that comes to it: none, if nothing did."""


@dataclass(frozen=True)
class Before:
    """What was chosen of the first pillars, and what it leaves for the others."""

    left: int
    mean: float = 0.0
    weakest: float = TOP
    choices: tuple[int, ...] = ()


@dataclass(frozen=True)
class Summit:
    """Pillars by their frontiers of scores, none empty, and what each counts for in the mean."""

    pillars: Sequence[Frontier]
    weights: Sequence[float]
    imbalance: float
    """What the weakest counts for."""
    until: float
    """The moment after which `UndecidedError` is raised."""

    def best(self, units: int, *, above: float = -np.inf) -> Found:
        """The most for so many units that is more than `above`."""
        if units < self._least[0]:
            return above, ()
        return self._search(Before(units), (above, ()))

    def cheapest(self, score: float, most: int) -> Found:
        """What comes to more than a score with the fewest units, `most` of which do."""
        found, low, high = self.best(most, above=score), self._least[0], most
        while low < high:
            units = (low + high) // 2
            less = self.best(units, above=score)
            if less[1]:
                found, high = less, units
            else:
                low = units + 1
        return found

    @cached_property
    def _least(self) -> list[int]:
        """The units without which there is no choice, of each pillar with all after it."""
        first = [int(pillar.units[0]) for pillar in self.pillars]
        return [sum(first[n:]) for n in range(len(first) + 1)]

    @cached_property
    def _bounds(self) -> list[tuple[Frontier, Frontier]]:
        """The best mean and the best weakest of each pillar but the first with all after it."""
        last = self.pillars[-1]
        found = [(last.times(self.weights[-1]), last)]
        for pillar, weight in zip(self.pillars[-2:0:-1], self.weights[-2:0:-1], strict=True):
            mean, weakest = found[0]
            most = int(pillar.units[-1] + max(mean.units[-1], weakest.units[-1]))
            mean = joined(pillar.times(weight), mean, most)
            found.insert(0, (mean, joined(pillar, weakest, most, np.minimum)))
        return found

    def _search(self, before: Before, best: Found) -> Found:
        """The better of `best` and what the other pillars bring to those before them."""
        stop_after(self.until)
        n = len(before.choices)
        pillar, others = self.pillars[n], len(self.pillars) - n - 1
        count = pillar.within(before.left - self._least[n + 1])
        left = before.left - pillar.units[:count]
        means = before.mean + self.weights[n] * pillar.gains[:count]
        lows = np.minimum(before.weakest, pillar.gains[:count])
        if not others:
            return self._better(before.choices, means + self.imbalance * lows, best)
        bounds = self._bound(n + 1, left, means, lows)
        for choice in np.argsort(-bounds, kind="stable"):
            if bounds[choice] <= best[0] + SLACK:
                break
            chosen = (*before.choices, int(choice))
            best = self._search(
                Before(int(left[choice]), float(means[choice]), float(lows[choice]), chosen), best
            )
        return best

    def _bound(self, n: int, left: Units, means: Floats, lows: Floats) -> Floats:
        mean, weakest = self._bounds[n - 1]
        return means + mean.at_most(left) + self.imbalance * np.minimum(lows, weakest.at_most(left))

    @staticmethod
    def _better(chosen: tuple[int, ...], scores: Floats, best: Found) -> Found:
        choice = int(np.argmax(scores))
        if scores[choice] <= best[0] + SLACK:
            return best
        return float(scores[choice]), (*chosen, choice)
