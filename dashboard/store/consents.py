"""Consents to be compared, withdrawn ones included, and whom they bring into a release."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    RowMapping,
    Select,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)

from dashboard.domain.access import WorkspaceKind
from dashboard.domain.assessment import Status
from dashboard.domain.cohort import LEAST, NOT_STATED, Organisation, capped, group_of
from dashboard.domain.consent import Consent
from dashboard.store.rows import reads
from dashboard.store.schema import assessments, brands, consents, workspaces

_ADD = insert(consents)
_STANDING = select(consents).where(
    consents.c.assessment_id == bindparam("assessment_id"), consents.c.withdrawn_at.is_(None)
)
_BY_ID = select(consents).where(consents.c.id == bindparam("id"))
_OF_WORKSPACE = (
    select(consents)
    .where(consents.c.workspace_id == bindparam("workspace_id"))
    .order_by(consents.c.given_at.desc(), consents.c.id)
)
_WITHDRAW = update(consents).where(
    consents.c.id == bindparam("id_"), consents.c.withdrawn_at.is_(None)
)


def _entering(*columns: Column[Any]) -> Select[Any]:
    """Consents that stand, for assessments that are as they were when it was given."""
    joined = (
        brands.join(assessments, assessments.c.brand_id == brands.c.id)
        .join(consents, consents.c.assessment_id == assessments.c.id)
        .join(workspaces, workspaces.c.id == brands.c.workspace_id)
    )
    return (
        select(*columns)
        .select_from(joined)
        .where(
            consents.c.withdrawn_at.is_(None),
            consents.c.completed_at == assessments.c.completed_at,
            assessments.c.status == Status.COMPLETE.value,
            assessments.c.questionnaire == bindparam("questionnaire"),
            assessments.c.deleted_at.is_(None),
            brands.c.deleted_at.is_(None),
            workspaces.c.kind != WorkspaceKind.DEMO.value,
        )
    )


_CANDIDATES = _entering(
    consents.c.assessment_id,
    consents.c.workspace_id,
    consents.c.scores,
    consents.c.evidence,
    consents.c.given_at,
    assessments.c.brand_id,
    brands.c.name,
    brands.c.parent,
    brands.c.industry,
    brands.c.region,
    brands.c.size,
)
_GIVEN_BEFORE = _CANDIDATES.where(consents.c.given_at < bindparam("before"))
_ORGANISATIONS = {
    "sqlite": _GIVEN_BEFORE,
    "postgresql": _GIVEN_BEFORE.order_by(brands.c.name.collate("C")).with_for_update(
        read=True, of=(brands, assessments, consents)
    ),
}
"""By database. Locked as an import locks: by the brand's name, and a brand before what is its."""
MANY = 40
"""Brands that consented, of which ten or more count unless nearly all are of one family."""
_FIRST_FEW = _entering(assessments.c.brand_id).distinct().limit(literal(MANY)).subquery("first_few")
_HOW_MANY = select(func.count()).select_from(_FIRST_FEW)
_COMPLETE = select(
    assessments.c.id, assessments.c.brand_id, assessments.c.dated, assessments.c.created_at
).where(
    assessments.c.questionnaire == bindparam("questionnaire"),
    assessments.c.status == Status.COMPLETE.value,
    assessments.c.deleted_at.is_(None),
)


@reads(consents)
def consent_of(row: RowMapping) -> Consent:
    return Consent.model_validate(dict(row) | {"scores": json.loads(row["scores"])})


@dataclass(frozen=True)
class Consents:
    connection: Connection

    def add(self, consent: Consent) -> None:
        """Add a consent; raises `AlreadyTaken` if one stands for its assessment."""
        row = consent.model_dump() | {"scores": json.dumps(consent.scores)}
        self.connection.execute(_ADD, row)

    def get(self, consent_id: str) -> Consent | None:
        row = self.connection.execute(_BY_ID, {"id": consent_id}).mappings().one_or_none()
        return consent_of(row) if row else None

    def standing(self, assessment_id: str) -> Consent | None:
        keys = {"assessment_id": assessment_id}
        row = self.connection.execute(_STANDING, keys).mappings().one_or_none()
        return consent_of(row) if row else None

    def of_workspace(self, workspace_id: str) -> list[Consent]:
        """All of them, withdrawn ones too, the newest first."""
        rows = self.connection.execute(_OF_WORKSPACE, {"workspace_id": workspace_id}).mappings()
        return [consent_of(row) for row in rows]

    def withdraw(self, consent_id: str, *, by: str, now: datetime) -> bool:
        """End a consent; False if it was withdrawn already, which then stays as it is."""
        values = {"withdrawn_at": now, "withdrawn_by": by, "id_": consent_id}
        return self.connection.execute(_WITHDRAW, values).rowcount == 1

    def organisations(self, questionnaire: str, *, before: datetime) -> list[Organisation]:
        """Whoever consented before a moment, each with the latest complete assessment alone.

        They are held as they are until the transaction ends: whoever withdraws meanwhile waits for
        the release that is being made, and then ends it.
        """
        keys = {"questionnaire": questionnaire, "before": before}
        query = _ORGANISATIONS[self.connection.dialect.name]
        rows = self.connection.execute(query, keys).mappings().all()
        latest = self._latest(questionnaire)  # once nothing of it can change any more
        return [_organisation(row) for row in rows if row["assessment_id"] in latest]

    def few(self, questionnaire: str) -> int:
        """How many organisations would count now; ten stands for ten or more."""
        keys = {"questionnaire": questionnaire}
        if self.connection.execute(_HOW_MANY, keys).scalar_one() >= MANY:
            return LEAST
        latest = self._latest(questionnaire)
        rows = self.connection.execute(_CANDIDATES, keys).mappings()
        found = [_organisation(row) for row in rows if row["assessment_id"] in latest]
        return min(len(capped(found)), LEAST)

    def _latest(self, questionnaire: str) -> set[str]:
        """The last complete assessment of each brand."""
        found: dict[str, tuple[object, ...]] = {}
        for row in self.connection.execute(_COMPLETE, {"questionnaire": questionnaire}):
            order = (row.dated or row.created_at.date(), row.created_at, row.id)
            found[row.brand_id] = max(found.get(row.brand_id, order), order)
        return {str(order[-1]) for order in found.values()}


@reads(consents)
def _organisation(row: RowMapping) -> Organisation:
    return Organisation(
        brand_id=row["brand_id"],
        assessment_id=row["assessment_id"],
        workspace_id=row["workspace_id"],
        group=group_of(row["name"], row["parent"]),
        industry=row["industry"] or NOT_STATED,
        region=row["region"] or NOT_STATED,
        size=row["size"] or NOT_STATED,
        scores=json.loads(row["scores"]),
        evidence=row["evidence"],
        since=row["given_at"],
    )
