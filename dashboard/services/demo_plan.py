"""The plans of demo brands: made up like all of the demo, and judged by what came of them."""

from collections.abc import Mapping
from typing import Final

from dashboard.domain.assessment import Assessment
from dashboard.domain.document import Document
from dashboard.domain.plan import greedy_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.saved_plan import Aim, SavedPlan, SavedStep, StepStatus, Work
from dashboard.domain.step import Step
from dashboard.domain.wish import Wish
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction

BUDGET: Final = 10
OWNERS: Final = (("Marketing", "市场部"), ("Data team", "数据团队"), ("Legal", "法务部"))
"""By the place of the pillar, in English and for brands with a Chinese name."""


def put(
    tx: Transaction, acting: Acting, assessment: Assessment, earlier: Document, later: Document
) -> None:
    """Save a plan with an earlier wave; a step is done if the later wave reached its level."""
    questionnaire = acting.questionnaire(assessment)
    plan = greedy_plan(questionnaire, earlier.answers, Wish(budget=BUDGET))
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
    item = questionnaire.items_by_id[step.item_id]
    answer = later.answers.get(step.item_id)
    reached = bool(
        answer and answer.level and item.score(answer.level) >= item.score(step.to_level)
    )
    return Work(
        owner=_owner(_places(questionnaire)[step.item_id], later),
        due=later.dated,
        status=StepStatus.DONE if reached else StepStatus.OPEN,
    )


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
