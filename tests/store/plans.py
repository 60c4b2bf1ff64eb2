"""A plan that is going on, for the tests of the store."""

from datetime import date

from dashboard.domain.saved_plan import (
    Aim,
    SavedPlan,
    SavedStep,
    StatedEffort,
    StepStatus,
    Work,
)
from dashboard.store.store import Store
from tests.store.rows import NOW, assessment, brand

WORK = Work(owner="法务 🧭", due=date(2027, 2, 28), status=StepStatus.DOING, note="=1+1\nعربي")


def step(item_id: str = "ST4.1", level: int = 1, **changes: object) -> SavedStep:
    fields = {
        "item_id": item_id,
        "level": level,
        "to_level": level + 1,
        "effort": 3,
        "changed_at": NOW,
        "changed_by": "ann",
    }
    return SavedStep.model_validate(fields | changes)


def plan(*steps: SavedStep, **changes: object) -> SavedPlan:
    fields = {
        "assessment_id": "first",
        "aim": Aim(budget=10),
        "steps": steps or (step(work=WORK), step("ST1.2", 3, effort=0.5), step("ST4.1", 2)),
        "version": 1,
        "saved_at": NOW,
        "saved_by": "bob",
    }
    return SavedPlan.model_validate(fields | changes)


def furnish(store: Store) -> None:
    """A plan of three steps, and two efforts of the brand's own."""
    with store.begin() as tx:
        tx.plans.put(assessment(), plan())
        for level, effort in ((1, 8.0), (2, 0.5)):
            tx.plans.state_effort(
                brand(),
                "data-trust",
                StatedEffort(item_id="ST4.1", level=level, effort=effort),
                by="ann",
                now=NOW,
            )
