"""What a plan is asked for, and why a wish cannot be met."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from dashboard.domain.bands import Blocker
from dashboard.domain.text import Frozen

StepKey = tuple[str, int]
"""Item id and the level from which it rises."""


class Wish(Frozen):
    """What a plan is for: the most for a budget, or the least effort to a band.

    With `band_first` a budget first buys the highest band that it can, then the most overall.
    Who forces a step forces those before it of the same item; who excludes one, those after it.
    """

    budget: float | None = None
    band: str | None = None
    band_first: bool = True
    forced: frozenset[StepKey] = frozenset()
    excluded: frozenset[StepKey] = frozenset()

    @model_validator(mode="after")
    def _is_for_one_thing(self) -> Self:
        if (self.budget is None) == (self.band is None):
            raise ValueError("a plan is for a budget or for a band")
        return self


class Obstacle(StrEnum):
    NO_SCORE = "no_score"
    OVER_BUDGET = "over_budget"
    CONTRADICTION = "contradiction"
    SCORE = "score"
    GATE = "gate"


class Hindrance(Frozen):
    """One reason why there is no plan.

    over_budget: forced steps need `needs` points, the budget `has` fewer. contradiction: `steps`
    are both forced and excluded. score and gate: with every step taken that is not excluded, the
    overall score or what `gate` names still has less than the band needs.
    """

    obstacle: Obstacle
    needs: float | None = None
    has: float | None = None
    steps: tuple[StepKey, ...] = ()
    gate: Blocker | None = None


class NoPlan(Frozen):
    """Why a wish cannot be met: all reasons, at least one."""

    hindrances: tuple[Hindrance, ...]
