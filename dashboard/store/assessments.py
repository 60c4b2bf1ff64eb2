"""Assessments, in every state, and the copy of their outcome that cohorts are searched by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Connection,
    MappingResult,
    RowMapping,
    bindparam,
    delete,
    insert,
    null,
    select,
    update,
)

from dashboard.domain.assessment import Assessment
from dashboard.store.errors import Gone
from dashboard.store.rows import reads
from dashboard.store.schema import assessments

_BY_ID = select(assessments).where(assessments.c.id == bindparam("id"))
_TO_CHANGE = _BY_ID.with_for_update()
_TO_RELY_ON = _BY_ID.with_for_update(read=True)
_OF_WORKSPACE = select(assessments).where(assessments.c.workspace_id == bindparam("workspace_id"))
_OF_BRAND = select(assessments).where(assessments.c.brand_id == bindparam("brand_id"))
_ADD = insert(assessments)
_UPDATE = update(assessments).where(assessments.c.id == bindparam("id_"))
_FORGET_BRAND_KEYS = (
    update(assessments)
    .where(assessments.c.brand_id == bindparam("brand_id_"))
    .values(brand_keys=null())
)
_REMOVE = delete(assessments).where(assessments.c.id == bindparam("id_"))
_REMOVE_EXPIRED = delete(assessments).where(assessments.c.deleted_at < bindparam("before"))

_FIELDS = tuple(Assessment.model_fields)
_FIXED = {"id", "workspace_id", "created_at"}


@dataclass(frozen=True)
class Outcome:
    """What an assessment came to when it was last completed, and by which method."""

    overall: float | None
    band: str | None
    method_version: str


@reads(assessments)
def assessment_of(row: RowMapping) -> Assessment:
    return Assessment(**{key: row[key] for key in _FIELDS})


@dataclass(frozen=True)
class Assessments:
    connection: Connection

    def add(self, assessment: Assessment, *, by: str) -> None:
        """Add an assessment; raises `AlreadyTaken` if its brand has a live one of this wave."""
        self.connection.execute(_ADD, assessment.model_dump() | {"created_by": by})

    def get(
        self, assessment_id: str, *, lock: bool = False, share: bool = False
    ) -> Assessment | None:
        """One assessment, on request held as it is until the transaction ends.

        `lock` for whoever goes on to change the assessment itself, `share` for whoever relies
        on its state, as recording an answer does: those do not wait for each other.
        """
        query = _TO_CHANGE if lock else _TO_RELY_ON if share else _BY_ID
        row = self.connection.execute(query, {"id": assessment_id}).mappings().one_or_none()
        return assessment_of(row) if row else None

    def of_workspace(self, workspace_id: str) -> list[Assessment]:
        """All of them, oldest wave first."""
        return self._in_order(
            self.connection.execute(_OF_WORKSPACE, {"workspace_id": workspace_id}).mappings()
        )

    def of_brand(self, brand_id: str) -> list[Assessment]:
        """All of them, oldest wave first."""
        return self._in_order(self.connection.execute(_OF_BRAND, {"brand_id": brand_id}).mappings())

    def update(self, assessment: Assessment) -> None:
        """Write a changed assessment; raises `AlreadyTaken` if another live one has its wave."""
        self._change(assessment.id, assessment.model_dump(exclude=_FIXED))

    def set_outcome(
        self, assessment_id: str, overall: float | None, band: str | None, method_version: str
    ) -> None:
        outcome = {"overall": overall, "band": band, "method_version": method_version}
        self._change(assessment_id, outcome)

    def clear_outcome(self, assessment_id: str) -> None:
        self._change(assessment_id, {"overall": None, "band": None, "method_version": None})

    def outcomes(self, workspace_id: str) -> dict[str, Outcome]:
        """By id, what the assessments of a workspace came to; those without are left out."""
        rows = self.connection.execute(_OF_WORKSPACE, {"workspace_id": workspace_id})
        return {
            row.id: Outcome(row.overall, row.band, row.method_version)
            for row in rows
            if row.method_version is not None
        }

    def forget_brand_keys(self, brand_id: str) -> None:
        """Forget what imported files stated of a brand, and leave all else as it is."""
        self.connection.execute(_FORGET_BRAND_KEYS, {"brand_id_": brand_id})

    def remove(self, assessment_id: str) -> None:
        """Remove an assessment with its answers and history, for good."""
        self.connection.execute(_REMOVE, {"id_": assessment_id})

    def remove_expired(self, before: datetime) -> int:
        """Remove for good what was deleted before a moment, in any workspace; returns how many.

        What somebody brings back meanwhile stays: whether it is deleted is asked as it is removed.
        """
        return self.connection.execute(_REMOVE_EXPIRED, {"before": before}).rowcount

    def _change(self, assessment_id: str, values: Mapping[str, object]) -> None:
        done = self.connection.execute(_UPDATE, {**values, "id_": assessment_id})
        if done.rowcount != 1:
            raise Gone(f"there is no assessment {assessment_id}; read the list again")

    @staticmethod
    def _in_order(rows: MappingResult) -> list[Assessment]:
        found = [assessment_of(row) for row in rows]
        return sorted(found, key=lambda one: (one.day, one.created_at, one.id))
