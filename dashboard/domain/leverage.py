"""How far one point of an item moves what lies above it, while the same answers are missing.

Raising an answer changes no weight and publishes nothing, so every mean is linear in the items; of
the overall score only the weakest pillar's part is not.
"""

from collections.abc import Mapping
from functools import cached_property
from math import fsum

from dashboard.domain.questionnaire import Pillar, Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Frozen


class Lever(Frozen):
    """One answered item: where it stands, and its share, 0 to 1, in its dimension and pillar.

    A share is 0 where the item counts for nothing that is published.
    """

    item_id: str
    dimension: str
    pillar: str
    in_dimension: float
    in_pillar: float


class Leverage(Frozen):
    """The levers of all answered items, and the scores from which they start."""

    levers: Mapping[str, Lever]
    pillars: Mapping[str, float]
    """The published pillars, those of weight 0 too."""
    weights: Mapping[str, float]
    """Of the pillars that count, together 1."""
    imbalance: float

    @cached_property
    def overall(self) -> float:
        return self.overall_with({})

    def overall_with(self, gains: Mapping[str, float]) -> float:
        """The overall score after gains of pillars."""
        scores = {id_: self.pillars[id_] + gains.get(id_, 0.0) for id_ in self.weights}
        average = fsum(score * self.weights[id_] for id_, score in scores.items())
        return average - self.imbalance * (average - min(scores.values()))


def leverage(
    questionnaire: Questionnaire, answers: Mapping[str, int], result: Result
) -> Leverage | None:
    """The levers of the items in `answers` (id to level); None without an overall score."""
    if result.overall.score is None:
        return None
    counting = [pillar for pillar in questionnaire.pillars if pillar.weight > 0]
    total = fsum(pillar.weight for pillar in counting)
    levers = [
        lever for pillar in questionnaire.pillars for lever in _levers(pillar, answers, result)
    ]
    return Leverage(
        levers={lever.item_id: lever for lever in levers},
        pillars={one.id: one.score for one in result.pillars if one.score is not None},
        weights={pillar.id: pillar.weight / total for pillar in counting},
        imbalance=questionnaire.scoring.imbalance,
    )


def _levers(pillar: Pillar, answers: Mapping[str, int], result: Result) -> list[Lever]:
    published = [d for d in pillar.dimensions if result.dimension[d.id].published]
    whole = fsum(d.weight for d in published)
    levers: list[Lever] = []
    for dimension in pillar.dimensions:
        answered = [item for item in dimension.items if item.id in answers]
        weight = fsum(item.weight for item in answered)
        counts = dimension in published and weight > 0
        carries = counts and result.pillar[pillar.id].published and whole > 0
        levers += [
            Lever(
                item_id=item.id,
                dimension=dimension.id,
                pillar=pillar.id,
                in_dimension=item.weight / weight if counts else 0.0,
                in_pillar=item.weight / weight * dimension.weight / whole if carries else 0.0,
            )
            for item in answered
        ]
    return levers
