"""Releases, who is in them, and packs of other publishers.

Who is in a release is for the store alone: it tells how much has changed and when a release ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)

from dashboard.domain.cohort import Organisation, particulars_of
from dashboard.domain.release import Release
from dashboard.domain.text import Frozen
from dashboard.store.rows import reads
from dashboard.store.schema import assessments, packs, release_members, releases

MEMBERS_AT_ONCE = 5_000
REMEMBERED = 4
"""Releases whose small cohorts a new one must not give away; two are made a year."""

_ADD = insert(releases)
_ADD_MEMBERS = insert(release_members)
_LATEST = (
    select(releases)
    .where(releases.c.questionnaire == bindparam("questionnaire"))
    .order_by(releases.c.due.desc())
    .limit(1)
)
_OF_DAY = select(releases).where(
    releases.c.questionnaire == bindparam("questionnaire"), releases.c.due == bindparam("due")
)
_LAST_FEW = _LATEST.limit(REMEMBERED)
_MEMBERS = select(release_members.c.brand_id, release_members.c.fingerprint).where(
    release_members.c.release_id == bindparam("release_id")
)
_MEMBER = select(release_members.c.fingerprint).where(
    release_members.c.release_id == bindparam("release_id"),
    release_members.c.assessment_id == bindparam("assessment_id"),
)
_LATER = releases.alias("later")
_IS_SHOWN = and_(
    releases.c.ended_at.is_(None),
    ~exists().where(
        _LATER.c.questionnaire == releases.c.questionnaire, _LATER.c.due > releases.c.due
    ),
)
_MEMBERS_OF_WORKSPACE = (
    select(release_members.c.assessment_id)
    .join(releases, releases.c.id == release_members.c.release_id)
    .where(release_members.c.workspace_id == bindparam("workspace_id"), _IS_SHOWN)
)
_SHOWN_WITH = (
    select(releases.c.due)
    .join(release_members, releases.c.id == release_members.c.release_id)
    .where(release_members.c.assessment_id == bindparam("assessment_id"), _IS_SHOWN)
)
_WITH_ASSESSMENT = select(release_members.c.release_id).where(
    release_members.c.assessment_id == bindparam("assessment_id")
)
_WITH_BRAND = (
    select(release_members.c.release_id)
    .join(assessments, assessments.c.id == release_members.c.assessment_id)
    .where(assessments.c.brand_id == bindparam("brand_id_"))
)


def _end(holding: Select[tuple[str]]) -> Update:
    """In one order: two who end the same ones would wait for each other."""
    found = select(releases.c.id).where(releases.c.id.in_(holding), releases.c.ended_at.is_(None))
    return update(releases).where(
        releases.c.id.in_(found.order_by(releases.c.id).with_for_update())
    )


_END_WITH_ASSESSMENT = _end(_WITH_ASSESSMENT)
_END_WITH_BRAND = _end(_WITH_BRAND)
_ADD_PACK = insert(packs)
_PACKS = (
    select(packs)
    .where(packs.c.workspace_id == bindparam("workspace_id"))
    .order_by(packs.c.imported_at.desc(), packs.c.id)
)
_PACK = select(packs).where(packs.c.id == bindparam("id"))
_REMOVE_PACK = delete(packs).where(packs.c.id == bindparam("id_"))


class StoredRelease(Frozen):
    id: str
    due: date
    release: Release
    made_at: datetime
    ended_at: datetime | None
    """From this moment it is not shown: somebody in it has withdrawn."""


class Pack(Frozen):
    """A release that another publisher has made, as it was imported into a workspace."""

    id: str
    workspace_id: str
    release: Release
    imported_at: datetime
    imported_by: str


@reads(releases)
def release_of(row: RowMapping) -> StoredRelease:
    return StoredRelease(
        id=row["id"],
        due=row["due"],
        release=Release.model_validate_json(row["content"]),
        made_at=row["made_at"],
        ended_at=row["ended_at"],
    )


@reads(packs)
def pack_of(row: RowMapping) -> Pack:
    return Pack(
        id=row["id"],
        workspace_id=row["workspace_id"],
        release=Release.model_validate_json(row["content"]),
        imported_at=row["imported_at"],
        imported_by=row["imported_by"],
    )


@dataclass(frozen=True)
class Releases:
    connection: Connection

    def add(
        self,
        made: StoredRelease,
        members: Iterable[Organisation],
        *,
        by: str,
    ) -> None:
        """Add a release; raises `AlreadyTaken` if its day has one."""
        row = {
            "id": made.id,
            "questionnaire": made.release.questionnaire,
            "due": made.due,
            "content": made.release.model_dump_json(exclude_none=True),
            "made_at": made.made_at,
            "made_by": by,
            "ended_at": made.ended_at,
        }
        self.connection.execute(_ADD, row)
        rows = [
            {
                "release_id": made.id,
                "assessment_id": one.assessment_id,
                "workspace_id": one.workspace_id,
                "brand_id": one.brand_id,
                "fingerprint": one.fingerprint,
            }
            for one in members
        ]
        for start in range(0, len(rows), MEMBERS_AT_ONCE):
            self.connection.execute(_ADD_MEMBERS, rows[start : start + MEMBERS_AT_ONCE])

    def latest(self, questionnaire: str) -> StoredRelease | None:
        """The last one, shown or ended."""
        keys = {"questionnaire": questionnaire}
        row = self.connection.execute(_LATEST, keys).mappings().one_or_none()
        return release_of(row) if row else None

    def last_few(self, questionnaire: str) -> list[StoredRelease]:
        """The newest first, shown or ended: what was said two years ago is past."""
        keys = {"questionnaire": questionnaire}
        rows = self.connection.execute(_LAST_FEW, keys).mappings()
        return [release_of(row) for row in rows]

    def fingerprints(self, release_id: str) -> dict[str, str]:
        """Of those in it, by brand."""
        rows = self.connection.execute(_MEMBERS, {"release_id": release_id})
        return {row.brand_id: row.fingerprint for row in rows}

    def particulars(self, release_id: str, assessment_id: str) -> dict[str, str] | None:
        """What the brand of an assessment said of itself when it was counted, if it was."""
        keys = {"release_id": release_id, "assessment_id": assessment_id}
        row = self.connection.execute(_MEMBER, keys).one_or_none()
        return particulars_of(row.fingerprint) if row else None

    def of_day(self, questionnaire: str, due: date) -> StoredRelease | None:
        keys = {"questionnaire": questionnaire, "due": due}
        row = self.connection.execute(_OF_DAY, keys).mappings().one_or_none()
        return release_of(row) if row else None

    def shown_with(self, assessment_id: str) -> date | None:
        """The day of the release that is shown and holds an assessment."""
        row = self.connection.execute(_SHOWN_WITH, {"assessment_id": assessment_id}).one_or_none()
        return row.due if row else None

    def members_of(self, workspace_id: str) -> set[str]:
        """Assessments of a workspace that are in a release which is shown."""
        rows = self.connection.execute(_MEMBERS_OF_WORKSPACE, {"workspace_id": workspace_id})
        return {row.assessment_id for row in rows}

    def end_with_assessment(self, assessment_id: str, now: datetime) -> int:
        """End every release that it is in; returns how many."""
        values = {"assessment_id": assessment_id, "ended_at": now}
        return self.connection.execute(_END_WITH_ASSESSMENT, values).rowcount

    def end_with_brand(self, brand_id: str, now: datetime) -> int:
        values = {"brand_id_": brand_id, "ended_at": now}
        return self.connection.execute(_END_WITH_BRAND, values).rowcount

    def add_pack(self, pack: Pack) -> None:
        row = {
            "id": pack.id,
            "workspace_id": pack.workspace_id,
            "content": pack.release.model_dump_json(exclude_none=True),
            "imported_at": pack.imported_at,
            "imported_by": pack.imported_by,
        }
        self.connection.execute(_ADD_PACK, row)

    def packs(self, workspace_id: str) -> list[Pack]:
        """Of a workspace, the newest first."""
        rows = self.connection.execute(_PACKS, {"workspace_id": workspace_id}).mappings()
        return [pack_of(row) for row in rows]

    def pack(self, pack_id: str) -> Pack | None:
        row = self.connection.execute(_PACK, {"id": pack_id}).mappings().one_or_none()
        return pack_of(row) if row else None

    def remove_pack(self, pack_id: str) -> None:
        self.connection.execute(_REMOVE_PACK, {"id_": pack_id})
