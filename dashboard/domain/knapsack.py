"""The exact choice of rises by frontiers of effort: how items, dimensions and pillars are joined.

A gate is a score from which on a choice of a part may be taken: it only makes frontiers shorter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Self

from dashboard.domain.effort_scale import Scale
from dashboard.domain.frontier import Frontier, all_joined
from dashboard.domain.leverage import Lever
from dashboard.domain.offer import Choice, Offer, stop_after
from dashboard.domain.precision import TOLERANCE
from dashboard.domain.questionnaire import BandRule
from dashboard.domain.summit import Summit


@dataclass(frozen=True)
class Gates:
    """What a band needs of every part; minus infinity where it needs nothing."""

    pillar: float = -inf
    dimension: float = -inf
    critical: float = -inf

    @classmethod
    def of(cls, band: BandRule | None) -> Self:
        if band is None:
            return cls()
        needed = (band.pillar, band.dimension, band.critical)
        return cls(*(-inf if needs is None else needs for needs in needed))


@dataclass(frozen=True)
class Knapsack:
    """An offer whose efforts are whole units, of which `most` can be spent.

    `TooFineError` where there are too many units and too many choices.
    """

    offer: Offer
    until: float
    scale: Scale
    most: int

    @classmethod
    def of(cls, offer: Offer, *, budget: float = inf, until: float = inf) -> Self:
        efforts = [rise.effort for rise in offer.rises]
        scale = Scale.of(efforts)
        most = scale.within(budget, most=sum(map(scale.units, efforts)))
        return cls(offer, until, scale, most)

    def most_overall(self, band: BandRule | None) -> Choice | None:
        """The highest overall score within the budget that also holds `band`, or None.

        Of several the one of the least effort: nothing is taken that brings nothing.
        """
        return self._chosen(band, from_score=-inf if band is None else band.from_score, most=True)

    def least_effort(self, band: BandRule) -> Choice | None:
        return self._chosen(band, from_score=band.from_score, most=False)

    def _chosen(self, band: BandRule | None, *, from_score: float, most: bool) -> Choice | None:
        """The cheapest choice from a score on, and if `most`, from the highest that can be had."""
        gates = Gates.of(band)
        pillars = self._pillars(gates)
        unanswered = None in self.offer.critical.values()
        if not all(map(len, pillars.values())) or (unanswered and gates.critical > -inf):
            return None
        weights, imbalance = self.offer.leverage.weights, self.offer.leverage.imbalance
        summit = Summit(
            [pillars[id_] for id_ in weights],
            [(1 - imbalance) * weight for weight in weights.values()],
            imbalance,
            self.until,
        )
        others = [one for id_, one in pillars.items() if id_ not in weights]
        left = self.most - sum(int(one.units[0]) for one in others)
        if most:
            from_score = max(from_score, summit.best(left)[0])
        _, choices = summit.cheapest(from_score - TOLERANCE, left)
        if not choices:
            return None
        taken = [rise for one in others for rise in one.taken(0)]
        for one, choice in zip(summit.pillars, choices, strict=True):
            taken += one.taken(choice)
        return Choice(tuple(taken))

    def _pillars(self, gates: Gates) -> dict[str, Frontier]:
        """What each pillar can come to."""
        return {id_: self._pillar(id_, gates) for id_ in self._levers}

    def _pillar(self, id_: str, gates: Gates) -> Frontier:
        dimensions = [self._dimension(*one, gates) for one in self._levers[id_].items()]
        start = self.offer.leverage.pillars.get(id_)
        gains = all_joined(dimensions, self.most)
        return gains if start is None else gains.above(start).reaching(gates.pillar)

    def _dimension(self, id_: str, levers: Sequence[Lever], gates: Gates) -> Frontier:
        """What a dimension can gain in its pillar."""
        stop_after(self.until)
        gains = all_joined([self._item(lever, gates) for lever in levers], self.most)
        start = self.offer.dimensions.get(id_)
        if start is not None:
            gains = gains.above(start).reaching(gates.dimension).above(-start)
        shares = [lever.in_pillar / lever.in_dimension for lever in levers if lever.in_dimension]
        return gains.times(shares[0] if shares else 0.0)

    def _item(self, lever: Lever, gates: Gates) -> Frontier:
        """What an item can gain in its dimension."""
        rises = self.offer.ladders.get(lever.item_id, ())
        forced = sum((rise.item_id, rise.level) in self.offer.forced for rise in rises)
        points = Frontier.of_item(rises, [self.scale.units(rise.effort) for rise in rises])
        start = self.offer.critical.get(lever.item_id)
        if start is not None:
            points = points.above(start).reaching(gates.critical).above(-start)
        return points.from_height(forced).times(lever.in_dimension)

    @cached_property
    def _levers(self) -> dict[str, dict[str, list[Lever]]]:
        """By pillar and dimension."""
        found: dict[str, dict[str, list[Lever]]] = {}
        for lever in self.offer.levers.values():
            found.setdefault(lever.pillar, {}).setdefault(lever.dimension, []).append(lever)
        return found
