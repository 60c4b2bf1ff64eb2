"""What can be chosen for a plan, and what is chosen: the question that both ways to solve it share.

`knapsack.py` solves it by frontiers of effort, `integer_program.py` where these have no end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from time import monotonic

from dashboard.domain.answer import State
from dashboard.domain.bands import Profile
from dashboard.domain.leverage import Lever, Leverage, leverage
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts, Rise, rises
from dashboard.domain.scoring import score
from dashboard.domain.walk import Answers
from dashboard.domain.wish import StepKey, Wish


class Unproven(StrEnum):
    """Why a better choice than this one is not ruled out."""

    TIME = "time"
    """The search was ended before it was through."""
    PRECISION = "precision"
    """Too many choices miss what is asked by less than the solver can tell."""
    ORDER = "order"
    """Steps were taken one after the other, and compared with no other choice."""


class UndecidedError(Exception):
    """Whether there is a choice was not found out."""

    def __init__(self, why: Unproven) -> None:
        super().__init__(why)
        self.why = why


def stop_after(moment: float) -> None:
    """Raise `UndecidedError` once the moment has passed, by the monotonic clock."""
    if monotonic() > moment:
        raise UndecidedError(Unproven.TIME)


@dataclass(frozen=True)
class Choice:
    taken: tuple[Rise, ...]
    unproven: Unproven | None = None
    """None if no choice is better."""

    @property
    def effort(self) -> float:
        return sum(rise.effort for rise in self.taken)


@dataclass(frozen=True)
class Offer:
    """What can be chosen, and from which scores it starts.

    `rises` has those of one item in their order, one after the other. `dimensions` has the
    published ones, `critical` the critical items that apply, with None where the answer is missing.
    """

    rises: tuple[Rise, ...]
    leverage: Leverage
    dimensions: Mapping[str, float]
    critical: Mapping[str, float | None]
    forced: frozenset[StepKey] = field(default_factory=frozenset)
    excluded: frozenset[StepKey] = field(default_factory=frozenset)

    @property
    def levers(self) -> Mapping[str, Lever]:
        return self.leverage.levers

    @cached_property
    def ladders(self) -> dict[str, tuple[Rise, ...]]:
        """The rises of each item up to the first that is excluded."""
        found: dict[str, tuple[Rise, ...]] = {}
        shut: set[str] = set()
        for rise in self.rises:
            ladder = found.setdefault(rise.item_id, ())
            if (rise.item_id, rise.level) in self.excluded:
                shut.add(rise.item_id)
            if rise.item_id not in shut:
                found[rise.item_id] = (*ladder, rise)
        return found


def offer_of(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts
) -> Offer | None:
    result = score(questionnaire, answers)
    levels = {id_: one.level for id_, one in answers.items() if one.level is not None}
    levers = leverage(questionnaire, levels, result)
    if levers is None:
        return None
    profile = profile_of(questionnaire, answers, result)
    return Offer(
        rises=_rises(questionnaire, answers, efforts),
        leverage=levers,
        dimensions=profile.dimensions,
        critical=profile.critical_items,
        forced=forced_steps(questionnaire, answers, wish, efforts),
        excluded=wish.excluded,
    )


def _rises(questionnaire: Questionnaire, answers: Answers, efforts: Efforts) -> tuple[Rise, ...]:
    return tuple(
        rise
        for item in questionnaire.items
        if (answer := answers.get(item.id)) and answer.level is not None
        for rise in rises(item, answer.level, efforts)
    )


def forced_steps(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts
) -> frozenset[StepKey]:
    """The forced steps that are there to be taken, with those before them."""
    found: set[StepKey] = set()
    waiting: list[StepKey] = []
    for rise in _rises(questionnaire, answers, efforts):
        if waiting and waiting[0][0] != rise.item_id:
            waiting = []
        waiting.append((rise.item_id, rise.level))
        if waiting[-1] in wish.forced:
            found |= set(waiting)
    return frozenset(found)


def profile_of(questionnaire: Questionnaire, answers: Answers, result: Result) -> Profile:
    """The scores at which gates look, of what is published and of critical items that apply."""
    levels: dict[str, float | None] = {}
    for item in questionnaire.items:
        answer = answers.get(item.id)
        if item.critical and (answer is None or answer.state is not State.NOT_APPLICABLE):
            levels[item.id] = item.score(answer.level) if answer and answer.level else None
    return Profile(
        pillars={one.id: one.score for one in result.pillars if one.score is not None},
        dimensions={one.id: one.score for one in result.dimensions if one.score is not None},
        critical_items=levels,
    )
