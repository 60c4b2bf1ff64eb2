"""The plans of demo brands: made up like all of the demo, and judged by what came of them."""

from collections.abc import Mapping
from typing import Final

from dashboard.domain.assessment import Assessment
from dashboard.domain.document import Document
from dashboard.domain.plan import greedy_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.saved_plan import Aim, SavedPlan, SavedStep, StepStatus, Work
from dashboard.domain.step import Step, next_steps
from dashboard.domain.wish import Wish
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction

BUDGET: Final = 10
KEPT: Final = 2
"""Steps of a plan that the later wave is sure to have reached, if it has reached as many."""
OWNERS: Final = (("Marketing", "市场部"), ("Data team", "数据团队"), ("Legal", "法务部"))
"""By the place of the pillar, in English and for brands with a Chinese name."""


def put(
    tx: Transaction, acting: Acting, assessment: Assessment, earlier: Document, later: Document
) -> None:
    """Save a plan with an earlier wave; a step is done if the later wave reached its level."""
    questionnaire = acting.questionnaire(assessment)
    kept = [
        (step.item_id, step.level)
        for step in next_steps(questionnaire, earlier.answers)
        if _reached(questionnaire, step, later)
    ]
    wish = Wish(budget=BUDGET, forced=frozenset(kept[:KEPT]))
    plan = greedy_plan(questionnaire, earlier.answers, wish)
    steps = tuple(
        SavedStep(
            item_id=step.item_id,
            level=step.level,
            to_level=step.to_level,
            effort=step.effort,
            work=_work(questionnaire, step, later),
            changed_at=acting.now(),
            changed_by=acting.user.id,
        )
        for step in plan.steps
    )
    saved = SavedPlan(
        assessment_id=assessment.id,
        aim=Aim(budget=BUDGET),
        steps=steps,
        version=1,
        saved_at=acting.now(),
        saved_by=acting.user.id,
    )
    tx.plans.put(assessment, saved)


def _work(questionnaire: Questionnaire, step: Step, later: Document) -> Work:
    reached = _reached(questionnaire, step, later)
    return Work(
        owner=_owner(_places(questionnaire)[step.item_id], later),
        due=later.dated,
        status=StepStatus.DONE if reached else StepStatus.OPEN,
    )


def _reached(questionnaire: Questionnaire, step: Step, later: Document) -> bool:
    item, answer = questionnaire.items_by_id[step.item_id], later.answers.get(step.item_id)
    level = answer.level if answer else None
    return level is not None and item.score(level) >= item.score(step.to_level)


def _places(questionnaire: Questionnaire) -> Mapping[str, int]:
    """Item id to the place of its pillar."""
    return {
        item.id: place
        for place, pillar in enumerate(questionnaire.pillars)
        for item in pillar.items
    }


def _owner(place: int, document: Document) -> str:
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in document.brand.name)
    return OWNERS[place % len(OWNERS)][chinese]
