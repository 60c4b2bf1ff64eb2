"""Efforts that a brand states itself, and the plans that were saved with assessments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from dashboard.domain.assessment import Assessment, Brand
from dashboard.domain.saved_plan import Aim, SavedPlan, SavedStep, StatedEffort, Work
from dashboard.domain.wish import StepKey
from dashboard.store.inserting import insert_or_replace
from dashboard.store.rows import reads
from dashboard.store.schema import efforts, plan_steps, plans

_EFFORTS = select(efforts).where(
    efforts.c.brand_id == bindparam("brand_id"),
    efforts.c.questionnaire == bindparam("questionnaire"),
)
_STATE = insert_or_replace(efforts, "effort", "changed_at", "changed_by")
_FORGET = delete(efforts).where(
    efforts.c.brand_id == bindparam("brand_id_"),
    efforts.c.questionnaire == bindparam("questionnaire_"),
    efforts.c.item_id == bindparam("item_id_"),
    efforts.c.level == bindparam("level_"),
)
_PLANS = select(plans).where(plans.c.assessment_id.in_(bindparam("assessment_ids", expanding=True)))
_STEPS = (
    select(plan_steps)
    .where(plan_steps.c.assessment_id.in_(bindparam("assessment_ids", expanding=True)))
    .order_by(plan_steps.c.assessment_id, plan_steps.c.position)
)
_ADD, _ADD_STEPS = insert(plans), insert(plan_steps)
_REMOVE = delete(plans).where(plans.c.assessment_id == bindparam("id"))
_WORK = update(plan_steps).where(
    plan_steps.c.assessment_id == bindparam("assessment_id_"),
    plan_steps.c.item_id == bindparam("item_id_"),
    plan_steps.c.level == bindparam("level_"),
    plan_steps.c.version == bindparam("read_version"),
)

_STEP = ("item_id", "level", "to_level", "effort", "version", "changed_at", "changed_by")
_OF_WORK = ("owner", "due", "status", "note")


@reads(efforts)
def stated_effort_of(row: RowMapping) -> StatedEffort:
    return StatedEffort(item_id=row["item_id"], level=row["level"], effort=row["effort"])


@reads(plan_steps)
def saved_step_of(row: RowMapping) -> SavedStep:
    work = Work.model_validate({key: row[key] for key in _OF_WORK})
    return SavedStep(**{key: row[key] for key in _STEP}, work=work)


@reads(plans)
def saved_plan_of(row: RowMapping, steps: Sequence[SavedStep] = ()) -> SavedPlan:
    return SavedPlan(
        assessment_id=row["assessment_id"],
        aim=Aim(budget=row["budget"], band=row["band"]),
        steps=tuple(steps),
        version=row["version"],
        saved_at=row["saved_at"],
        saved_by=row["saved_by"],
    )


def _columns(work: Work) -> dict[str, object]:
    return {key: getattr(work, key) for key in _OF_WORK} | {"status": work.status.value}


@dataclass(frozen=True)
class Plans:
    connection: Connection

    def efforts(self, brand_id: str, questionnaire: str) -> dict[StepKey, float]:
        """What a brand states of the steps of a questionnaire, all its versions."""
        keys = {"brand_id": brand_id, "questionnaire": questionnaire}
        rows = self.connection.execute(_EFFORTS, keys).mappings()
        found = [stated_effort_of(row) for row in rows]
        return {(one.item_id, one.level): one.effort for one in found}

    def state_effort(
        self, brand: Brand, questionnaire: str, stated: StatedEffort, *, by: str, now: datetime
    ) -> None:
        row = stated.model_dump() | {
            "workspace_id": brand.workspace_id,
            "brand_id": brand.id,
            "questionnaire": questionnaire,
            "changed_at": now,
            "changed_by": by,
        }
        self.connection.execute(_STATE[self.connection.dialect.name], row)

    def forget_effort(self, brand: Brand, questionnaire: str, key: StepKey) -> None:
        where = {"brand_id_": brand.id, "questionnaire_": questionnaire}
        self.connection.execute(_FORGET, where | {"item_id_": key[0], "level_": key[1]})

    def of(self, assessment_id: str) -> SavedPlan | None:
        return self.of_many([assessment_id]).get(assessment_id)

    def of_many(self, assessment_ids: Sequence[str]) -> Mapping[str, SavedPlan]:
        """By assessment; one without a plan is not there."""
        ids = {"assessment_ids": list(assessment_ids)}
        steps: dict[str, list[SavedStep]] = {}
        for row in self.connection.execute(_STEPS, ids).mappings():
            steps.setdefault(row["assessment_id"], []).append(saved_step_of(row))
        return {
            row["assessment_id"]: saved_plan_of(row, steps.get(row["assessment_id"], ()))
            for row in self.connection.execute(_PLANS, ids).mappings()
        }

    def put(self, assessment: Assessment, plan: SavedPlan) -> None:
        """Put a plan in place of the one that is there, steps and all."""
        self.remove(assessment.id)
        keys = {"workspace_id": assessment.workspace_id, "assessment_id": assessment.id}
        row = keys | {
            "budget": plan.aim.budget,
            "band": plan.aim.band,
            "version": plan.version,
            "saved_at": plan.saved_at,
            "saved_by": plan.saved_by,
        }
        self.connection.execute(_ADD, row)
        rows = [
            keys
            | {key: getattr(step, key) for key in _STEP}
            | _columns(step.work)
            | {"position": position}
            for position, step in enumerate(plan.steps)
        ]
        if rows:
            self.connection.execute(_ADD_STEPS, rows)

    def remove(self, assessment_id: str) -> None:
        self.connection.execute(_REMOVE, {"id": assessment_id})

    def work_on(self, assessment_id: str, step: SavedStep, *, read_version: int) -> bool:
        """Store what is said of a step over the version that was read; False if it moved on."""
        where = {
            "assessment_id_": assessment_id,
            "item_id_": step.item_id,
            "level_": step.level,
            "read_version": read_version,
        }
        values = _columns(step.work) | {
            key: getattr(step, key) for key in ("version", "changed_at", "changed_by")
        }
        return self.connection.execute(_WORK, where | values).rowcount == 1
