"""A plan that a team works on: the steps that were chosen, who does each, by when, and how far.

What a step brings is never stored: it follows from the answers. A step says from which level to
which it leads, so that a later wave can tell whether that level was reached.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from dashboard.domain.answer import Answer, Prose
from dashboard.domain.assessment import MAX_NAME
from dashboard.domain.day import Day
from dashboard.domain.questionnaire import Questionnaire, Whole
from dashboard.domain.text import CleanText, Frozen
from dashboard.domain.wish import StepKey

MOST_EFFORT = 10_000
"""Points of one step."""

Owner = Annotated[CleanText, StringConstraints(max_length=MAX_NAME)]
Effort = Annotated[float, Field(gt=0, le=MOST_EFFORT, allow_inf_nan=False)]


class StatedEffort(Frozen):
    """What a brand says a rise from a level takes, in place of the questionnaire's figure."""

    item_id: str
    level: Annotated[Whole, Field(ge=1)]
    effort: Effort


class StepStatus(StrEnum):
    OPEN = "open"
    DOING = "doing"
    DONE = "done"


class Work(Frozen):
    """What a team says of a step of its plan."""

    owner: Owner | None = None
    due: Day | None = None
    status: StepStatus = StepStatus.OPEN
    note: Prose | None = None


class SavedStep(Frozen):
    item_id: str
    level: Annotated[Whole, Field(ge=1)]
    to_level: Annotated[Whole, Field(ge=1)]
    effort: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    """As it was when the plan was saved; a questionnaire may say more than a brand may state."""
    work: Work = Work()
    version: int = 1
    """Grows by one with every change; a change names the version that it read."""
    changed_at: datetime
    changed_by: str

    @property
    def key(self) -> StepKey:
        return self.item_id, self.level


class Aim(Frozen):
    """What the plan was made for; neither where its steps were chosen by hand."""

    budget: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    band: str | None = None


class SavedPlan(Frozen):
    assessment_id: str
    aim: Aim
    steps: tuple[SavedStep, ...]
    """In the order in which to take them."""
    version: int
    saved_at: datetime
    saved_by: str

    @property
    def progress(self) -> "Progress":
        return Progress.of(self.steps)


class Progress(Frozen):
    done: int
    doing: int
    steps: int
    effort_done: float
    effort: float

    @classmethod
    def of(cls, steps: tuple[SavedStep, ...]) -> Self:
        done = [step for step in steps if step.work.status is StepStatus.DONE]
        return cls(
            done=len(done),
            doing=sum(step.work.status is StepStatus.DOING for step in steps),
            steps=len(steps),
            effort_done=sum(step.effort for step in done),
            effort=sum(step.effort for step in steps),
        )


class FollowedStep(Frozen):
    """A step of an earlier wave's plan, and where its item stands in the wave after it."""

    step: SavedStep
    level_now: int | None
    """None where there is no level: no answer, or it does not apply."""
    reached: bool
    """Whether the level that the step leads to was reached, by score."""


def followed(
    plan: SavedPlan, questionnaire: Questionnaire, now: Mapping[str, Answer]
) -> tuple[FollowedStep, ...]:
    """What became of a plan's steps, by the answers of a later wave of the same questionnaire."""
    return tuple(_follow(step, questionnaire, now) for step in plan.steps)


def _follow(
    step: SavedStep, questionnaire: Questionnaire, now: Mapping[str, Answer]
) -> FollowedStep:
    item = questionnaire.items_by_id.get(step.item_id)
    answer = now.get(step.item_id)
    level = answer.level if item and answer else None
    known = item is not None and step.to_level in item.levels
    reached = bool(item and known and level and item.score(level) >= item.score(step.to_level))
    return FollowedStep(step=step, level_now=level, reached=reached)


class StepChanged(Exception):
    """Somebody else changed this step since it was read. Both values are here."""

    def __init__(self, *, current: SavedStep, yours: Work) -> None:
        super().__init__(f"{current.item_id} was changed by {current.changed_by} meanwhile")
        self.current = current
        self.yours = yours


class PlanChanged(Exception):
    """Somebody else saved or removed the plan since it was read; nothing was changed."""


class EffortChanged(Exception):
    """Somebody else stated another effort since it was read; it stands as it is."""
