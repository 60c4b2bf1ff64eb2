"""Planning: efforts that a brand states itself, and the plan that is saved with an assessment.

A plan may be saved with a complete assessment too: it is what one makes of a result. Whoever
changes anything names what they have read, and overwrites nothing that they have not seen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import next_rise, rises
from dashboard.domain.saved_plan import (
    Aim,
    Effort,
    EffortChanged,
    FollowedStep,
    PlanChanged,
    SavedPlan,
    SavedStep,
    StatedEffort,
    StepChanged,
    Work,
    followed,
)
from dashboard.domain.step import Step, next_steps
from dashboard.domain.wish import StepKey
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from dashboard.services.assessments import Sheet, open_sheet
from dashboard.store.store import Transaction


@dataclass(frozen=True)
class Desk:
    """One assessment with what there is to plan it."""

    sheet: Sheet
    efforts: Mapping[StepKey, float]
    """What the brand states itself."""
    saved: SavedPlan | None
    before: SavedPlan | None
    """The plan that was saved with the wave before, by the same questionnaire."""

    @property
    def questionnaire(self) -> Questionnaire:
        return self.sheet.questionnaire

    @property
    def answers(self) -> dict[str, Answer]:
        return self.sheet.answers

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return next_steps(self.questionnaire, self.answers, self.efforts)

    @property
    def suggested(self) -> tuple[Step, ...]:
        """Without the steps that bring nothing."""
        return tuple(step for step in self.steps if step.worthwhile)

    @cached_property
    def what_became(self) -> tuple[FollowedStep, ...]:
        """The steps of the plan before, and where they stand now."""
        if self.before is None:
            return ()
        return followed(self.before, self.questionnaire, self.answers)


def open_desk(acting: Acting, assessment_id: str) -> Desk:
    return desk_of(acting, open_sheet(acting, assessment_id))


def desk_of(acting: Acting, sheet: Sheet) -> Desk:
    """The desk of a sheet that is open already."""
    assessment_id, earlier = sheet.assessment.id, sheet.comparable
    with acting.store.read() as tx:
        acting.reach_assessment(tx, assessment_id)
        efforts = tx.plans.efforts(sheet.brand.id, sheet.questionnaire.id)
        ids = [assessment_id, *([earlier.assessment.id] if earlier else [])]
        saved = tx.plans.of_many(ids)
    return Desk(
        sheet=sheet,
        efforts=efforts,
        saved=saved.get(assessment_id),
        before=saved.get(earlier.assessment.id) if earlier else None,
    )


def efforts_of(acting: Acting, sheet: Sheet) -> dict[StepKey, float]:
    """What the brand of a sheet states of the steps of its questionnaire, where it knows better."""
    with acting.store.read() as tx:
        acting.reach_assessment(tx, sheet.assessment.id)
        return tx.plans.efforts(sheet.brand.id, sheet.questionnaire.id)


def state_effort(
    acting: Acting,
    assessment_id: str,
    key: StepKey,
    effort: Effort | None,
    *,
    read: Effort | None,
) -> None:
    """State what a step takes for the brand of an assessment; None: what the questionnaire says.

    `read` is what was stated when the change was begun: `EffortChanged` if it no longer is.
    """
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id)
        brand = acting.reach_brand(tx, assessment.brand_id, lock=True)
        questionnaire = acting.questionnaire(assessment)
        _check_step(questionnaire, key)
        if tx.plans.efforts(brand.id, questionnaire.id).get(key) not in (read, effort):
            raise EffortChanged(f"the effort of {key[0]} was changed meanwhile")
        if effort is None:
            tx.plans.forget_effort(brand, questionnaire.id, key)
            return
        stated = StatedEffort(item_id=key[0], level=key[1], effort=effort)
        tx.plans.state_effort(brand, questionnaire.id, stated, by=acting.user.id, now=acting.now())


def save(
    acting: Acting,
    assessment_id: str,
    steps: Sequence[StepKey],
    aim: Aim,
    *,
    read_version: int,
    read_at: datetime | None = None,
) -> SavedPlan:
    """Save steps, in this order, as the plan, over the version that was read (0: none).

    `read_at` is when that one was saved: versions begin anew with a plan that was removed. A step
    that the plan before had keeps its owner, date, status and note.
    """
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True)
        questionnaire = acting.questionnaire(assessment)
        _check_aim(questionnaire, aim)
        before = _read(tx, assessment_id, read_version, read_at)
        kept = {step.key: step for step in before.steps} if before else {}
        efforts = tx.plans.efforts(assessment.brand_id, questionnaire.id)
        plan = SavedPlan(
            assessment_id=assessment_id,
            aim=aim,
            steps=tuple(
                _step(acting, questionnaire, efforts, key, kept.get(key))
                for key in dict.fromkeys(steps)
            ),
            version=read_version + 1,
            saved_at=acting.now(),
            saved_by=acting.user.id,
        )
        tx.plans.put(assessment, plan)
    return plan


def remove(
    acting: Acting, assessment_id: str, *, read_version: int, read_at: datetime | None = None
) -> None:
    """Remove the plan of an assessment with all that was said of its steps."""
    with acting.store.begin() as tx:
        acting.reach_assessment(tx, assessment_id, lock=True)
        _read(tx, assessment_id, read_version, read_at)
        tx.plans.remove(assessment_id)


def work_on(
    acting: Acting,
    assessment_id: str,
    key: StepKey,
    work: Work,
    *,
    read_version: int,
    read_at: datetime | None = None,
) -> SavedStep:
    """Say who does a step, by when and how far it is, over the version that was read.

    `read_at` is when that one was said: versions begin anew with a plan that is made anew.

    Raises `StepChanged` with both values if somebody else has said something else since.
    """
    with acting.store.begin() as tx:
        acting.reach_assessment(tx, assessment_id, lock=True)
        plan = tx.plans.of(assessment_id)
        current = next((step for step in plan.steps if step.key == key), None) if plan else None
        if current is None:
            raise PlanChanged(f"the plan of {assessment_id} has no step {key[0]} {key[1]}")
        if current.work == work:
            return current
        changed = current.model_copy(
            update={
                "work": work,
                "version": read_version + 1,
                "changed_at": acting.now(),
                "changed_by": acting.user.id,
            }
        )
        another = read_at not in (None, current.changed_at)
        if another or not tx.plans.work_on(assessment_id, changed, read_version=read_version):
            raise StepChanged(current=current, yours=work)
    return changed


def _read(
    tx: Transaction, assessment_id: str, version: int, saved_at: datetime | None
) -> SavedPlan | None:
    """The plan that is there, if it is the one that was read."""
    plan = tx.plans.of(assessment_id)
    another = plan is not None and saved_at not in (None, plan.saved_at)
    if another or (plan.version if plan else 0) != version:
        raise PlanChanged(f"the plan of {assessment_id} was changed meanwhile")
    return plan


def _check_aim(questionnaire: Questionnaire, aim: Aim) -> None:
    if aim.band not in (None, *(rule.key for rule in questionnaire.scoring.bands)):
        raise ValueError(f"{questionnaire.reference} has no band {aim.band}")


def _check_step(questionnaire: Questionnaire, key: StepKey) -> None:
    item = questionnaire.items_by_id.get(key[0])
    if item is None or key[1] not in item.levels or next_rise(item, key[1], {}) is None:
        raise NoSuchItem(f"{questionnaire.reference} has no step {key[0]} from level {key[1]}")


def _step(
    acting: Acting,
    questionnaire: Questionnaire,
    efforts: Mapping[StepKey, float],
    key: StepKey,
    before: SavedStep | None,
) -> SavedStep:
    _check_step(questionnaire, key)
    rise = rises(questionnaire.items_by_id[key[0]], key[1], efforts)[0]
    news = {"to_level": rise.to_level, "effort": rise.effort}
    if before is not None:
        return before.model_copy(update=news)
    return SavedStep(
        item_id=key[0],
        level=key[1],
        **news,
        changed_at=acting.now(),
        changed_by=acting.user.id,
    )
