"""The exact choice of rises as a mixed-integer program: every rise is taken or not.

For efforts and weights that leave too many choices; others `knapsack.py` solves in less time. One
continuous variable stands for the weakest pillar: no pillar that counts may lie below it, and the
overall score grows with it. HiGHS solves it without any gap (Huangfu and Hall 2018, Mathematical
Programming Computation 10(1), 119-142).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from time import monotonic
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.offer import Choice, Offer, UndecidedError, Unproven
from dashboard.domain.precision import TOLERANCE
from dashboard.domain.questionnaire import BandRule
from dashboard.domain.rise import Rise

CUTS: Final = 20
"""Choices cut off one by one; after them every broken row is tightened, and nothing is proven."""
INFEASIBLE: Final = 2
"""The solver's status where it has shown that there is no choice."""
TIGHTER: Final = 2e-6
"""Twice what the solver lets pass."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """low <= coefficients . x <= high; the last coefficient is that of the weakest pillar."""

    coefficients: Floats
    low: float = -inf
    high: float = inf

    def holds(self, x: Floats) -> bool:
        value = float(self.coefficients @ x)
        return self.low - TOLERANCE <= value <= self.high + TOLERANCE

    @property
    def tighter(self) -> "Row":
        return Row(self.coefficients, self.low + TIGHTER, self.high - TIGHTER)


@dataclass(frozen=True)
class Program:
    offer: Offer
    until: float
    """The moment at which the best choice so far is taken, and said not to be proven the best."""
    budget: float = inf

    def most_overall(self, band: BandRule | None) -> Choice | None:
        """The highest overall score within the budget that also holds `band`, or None.

        What would bring nothing is not taken.
        """
        rows = [Row(self._effort, high=self.budget), *(self._asked(band) if band else ())]
        solved = self._solve(-self._overall, rows)
        return solved and self._without_idle(solved, rows)

    def least_effort(self, band: BandRule) -> Choice | None:
        return self._solve(self._effort, self._asked(band))

    @cached_property
    def _effort(self) -> Floats:
        return np.array([*(rise.effort for rise in self.offer.rises), 0.0])

    @cached_property
    def _pillars(self) -> dict[str, Floats]:
        return {
            id_: self._gain(
                {at.item_id: at.in_pillar for at in self.offer.levers.values() if at.pillar == id_}
            )
            for id_ in self.offer.leverage.pillars
        }

    @cached_property
    def _overall(self) -> Floats:
        """What rises add to the overall score, and the whole part of the weakest pillar."""
        weights, alpha = self.offer.leverage.weights, self.offer.leverage.imbalance
        gains = sum(
            (self._pillars[id_] * weight for id_, weight in weights.items()),
            np.zeros(len(self.offer.rises) + 1),
        )
        gains = (1 - alpha) * gains
        gains[-1] = alpha
        return gains

    @property
    def _start(self) -> float:
        """The part of the overall score that is there before any rise, without the weakest."""
        weights, pillars = self.offer.leverage.weights, self.offer.leverage.pillars
        average = sum(pillars[id_] * weight for id_, weight in weights.items())
        return (1 - self.offer.leverage.imbalance) * average

    def _gain(self, shares: Mapping[str, float]) -> Floats:
        """What each rise adds to a mean in which items have these shares."""
        gains = (rise.points * shares.get(rise.item_id, 0.0) for rise in self.offer.rises)
        return np.array([*gains, 0.0])

    def _asked(self, band: BandRule) -> list[Row]:
        """A band's threshold and its gates. A critical item without an answer can hold no gate."""
        rows = [Row(self._overall, low=band.from_score - self._start)]
        if (pillar := band.pillar) is not None:
            has = self.offer.leverage.pillars
            rows += [Row(self._pillars[id_], low=pillar - has[id_]) for id_ in has]
        if (dimension := band.dimension) is not None:
            rows += [
                Row(self._gain(self._shares_in(id_)), low=dimension - has)
                for id_, has in self.offer.dimensions.items()
            ]
        if (critical := band.critical) is not None:
            rows += [
                Row(self._gain({id_: 1.0}), low=inf if has is None else critical - has)
                for id_, has in self.offer.critical.items()
            ]
        return rows

    def _shares_in(self, dimension: str) -> dict[str, float]:
        return {
            at.item_id: at.in_dimension
            for at in self.offer.levers.values()
            if at.dimension == dimension
        }

    def _solve(self, costs: Floats, rows: Sequence[Row]) -> Choice | None:
        """The solver works to 1e-6, scores are compared to 1e-9: what lies between is cut off.

        There can be so many such choices that cutting off each would never end.
        """
        if any(row.low == inf for row in rows):
            return None
        asked, cuts, unproven = list(rows), list[Row](), None
        while True:
            x, ended = self._run(costs, [*self._always, *asked, *cuts])
            if not ended:
                unproven = Unproven.TIME
            if x is None:
                if unproven is None:
                    return None
                raise UndecidedError(unproven)
            broken = [n for n, row in enumerate(rows) if not row.holds(self._complete(x))]
            if not broken:
                return Choice(self._taken(x), unproven)
            if len(cuts) < CUTS:
                cuts.append(Row(np.array([*(1 - 2 * x), 0.0]), low=1 - float(x.sum())))
                continue
            unproven = Unproven.PRECISION
            for n in broken:
                asked[n] = asked[n].tighter

    @cached_property
    def _always(self) -> list[Row]:
        """The weakest pillar is no higher than any; a rise comes after the one before it."""
        rows: list[Row] = []
        for id_ in self.offer.leverage.weights:
            below = -self._pillars[id_]
            below[-1] = 1
            rows.append(Row(below, high=self.offer.leverage.pillars[id_]))
        rises = self.offer.rises
        for n, (before, after) in enumerate(pairwise(rises)):
            if before.item_id == after.item_id:
                order = np.zeros(len(rises) + 1)
                order[n], order[n + 1] = 1, -1
                rows.append(Row(order, low=0))
        return rows

    def _run(self, costs: Floats, rows: Sequence[Row]) -> tuple[Floats | None, bool]:
        """What was found, if anything, and whether the solver came to an end."""
        from scipy.optimize import (  # noqa: PLC0415 - it takes as long to load as all the rest
            Bounds,
            LinearConstraint,
            milp,
        )

        seconds = self.until - monotonic()
        if seconds <= 0:
            return None, False
        keys = [(rise.item_id, rise.level) for rise in self.offer.rises]
        found = milp(
            costs,
            integrality=np.array([*(1 for _ in keys), 0]),
            bounds=Bounds(
                np.array([*(float(key in self.offer.forced) for key in keys), -inf]),
                np.array([*(float(key not in self.offer.excluded) for key in keys), inf]),
            ),
            constraints=LinearConstraint(
                np.array([row.coefficients for row in rows]),
                np.array([row.low for row in rows]),
                np.array([row.high for row in rows]),
            ),
            options={"mip_rel_gap": 0, "time_limit": seconds},
        )
        if found.x is None:
            return None, found.status == INFEASIBLE
        return np.round(found.x[:-1]), found.status == 0

    def _complete(self, x: Floats) -> Floats:
        """Rises with the weakest pillar that follows from them."""
        scores = self.offer.leverage.pillars
        weakest = min(
            scores[p] + float(self._pillars[p][:-1] @ x) for p in self.offer.leverage.weights
        )
        return np.array([*x, weakest])

    def _taken(self, x: Floats) -> tuple[Rise, ...]:
        return tuple(rise for rise, chosen in zip(self.offer.rises, x, strict=True) if chosen)

    def _without_idle(self, choice: Choice, rows: Sequence[Row]) -> Choice:
        """Leave out, from the last of an item to its first, what the score and band do not need."""
        x = np.array([float(rise in choice.taken) for rise in self.offer.rises])
        needed = [*rows, Row(self._overall, low=float(self._overall @ self._complete(x)))]
        for n in reversed(range(len(self.offer.rises))):
            rise = self.offer.rises[n]
            follows = (
                n + 1 < len(x) and self.offer.rises[n + 1].item_id == rise.item_id and x[n + 1]
            )
            if not x[n] or follows or (rise.item_id, rise.level) in self.offer.forced:
                continue
            x[n] = 0
            if not all(row.holds(self._complete(x)) for row in needed):
                x[n] = 1
        return Choice(self._taken(x), choice.unproven)
