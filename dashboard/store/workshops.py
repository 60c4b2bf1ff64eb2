"""Workshops: how each is set up, its stage, and how far its people are."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    text,
    true,
    update,
)

from dashboard.domain.workshop import Progress, Workshop
from dashboard.store.rows import reads
from dashboard.store.schema import assessments, brands, participants, ratings, workshops

_BY_ID = select(workshops).where(workshops.c.id == bindparam("id"))
_TO_CHANGE = _BY_ID.with_for_update()
_TO_RELY_ON = _BY_ID.with_for_update(read=True)
_BY_CODE = select(workshops).where(workshops.c.code == bindparam("code"))
_OF_WORKSPACE = (
    select(workshops)
    .where(workshops.c.workspace_id == bindparam("workspace_id"))
    .order_by(workshops.c.created_at.desc(), workshops.c.id)
)
_ON_ASSESSMENT = select(workshops.c.id).where(
    workshops.c.assessment_id == bindparam("assessment_id")
)
_ADD = insert(workshops)
_CHANGE = update(workshops).where(
    workshops.c.id == bindparam("id_"), workshops.c.version == bindparam("read_version")
)
_REMOVE = delete(workshops).where(workshops.c.id == bindparam("id"))

_IN_TURN = text("SELECT pg_advisory_xact_lock(:kind, :key)")
_IN_TURN_TOGETHER = text("SELECT pg_advisory_xact_lock_shared(:kind, :key)")
KIND = 1
"""Among PostgreSQL's locks of two numbers, those of workshops."""

_SETUP = ("dimensions", "langs", "roles", "expected", "note")
_PLAIN = ("id", "workspace_id", "assessment_id", "code", "stage", "created_at", "expires_at")


def _followed(dimensions: Mapping[str, tuple[str, ...]]) -> Select[tuple[object, ...]]:
    """A workshop that is shown, once for each number of items given in a dimension, with counts."""
    owner = {item: dimension for dimension, items in dimensions.items() for item in items}
    each = (
        select(ratings.c.participant_id, case(owner, value=ratings.c.item_id).label("dimension"))
        .where(ratings.c.workshop_id == bindparam("id"))
        .subquery()
    )
    counted = (
        select(each.c.dimension, func.count().label("given"))
        .group_by(each.c.participant_id, each.c.dimension)
        .subquery()
    )
    people = (
        select(counted.c.dimension, counted.c.given, func.count().label("people"))
        .group_by(counted.c.dimension, counted.c.given)
        .subquery()
    )
    room = (
        select(
            func.count().label("joined"),
            func.count().filter(participants.c.finished).label("finished"),
        )
        .where(participants.c.workshop_id == bindparam("id"))
        .subquery()
    )
    return (
        select(workshops, room, people)
        .join(assessments, assessments.c.id == workshops.c.assessment_id)
        .join(brands, brands.c.id == assessments.c.brand_id)
        .join(room, true())
        .outerjoin(people, true())
        .where(
            workshops.c.id == bindparam("id"),
            assessments.c.deleted_at.is_(None),
            brands.c.deleted_at.is_(None),
        )
    )


@reads(workshops)
def workshop_of(row: RowMapping) -> Workshop:
    setup = {key: row[key] for key in _SETUP}
    return Workshop(**{key: row[key] for key in _PLAIN}, setup=setup, version=row["version"])


def _row(workshop: Workshop) -> dict[str, object]:
    setup = {key: getattr(workshop.setup, key) for key in _SETUP}
    plain = {key: getattr(workshop, key) for key in _PLAIN}
    return plain | setup | {"stage": workshop.stage.value, "version": workshop.version}


@dataclass(frozen=True)
class Workshops:
    connection: Connection

    def add(self, workshop: Workshop, *, by: str) -> None:
        """Add a workshop; raises `AlreadyTaken` if its code is in use."""
        self.connection.execute(_ADD, _row(workshop) | {"created_by": by})

    def get(self, workshop_id: str, *, lock: bool = False, share: bool = False) -> Workshop | None:
        """One workshop; `share` holds its stage as it is until the transaction ends.

        `lock` waits for all who hold it so, and keeps others from doing it.
        """
        if lock or share:
            self._wait_in_turn(workshop_id, together=not lock)
        query = _TO_CHANGE if lock else _TO_RELY_ON if share else _BY_ID
        return self._one(self.connection.execute(query, {"id": workshop_id}).mappings().first())

    def follow(
        self, workshop_id: str, dimensions: Mapping[str, tuple[str, ...]]
    ) -> tuple[Workshop, Progress] | None:
        """One workshop and how far its room is; None if it, its assessment or its brand is gone.

        `dimensions` are ids with the ids of their items. One statement: it is asked all the time.
        """
        rows = self.connection.execute(_followed(dimensions), {"id": workshop_id}).mappings().all()
        if not rows:
            return None
        people = {(row["dimension"], row["given"]): row["people"] for row in rows}
        return workshop_of(rows[0]), Progress(
            joined=rows[0]["joined"],
            finished=rows[0]["finished"],
            by_dimension={key: people.get((key, len(of)), 0) for key, of in dimensions.items()},
        )

    def by_code(self, code: str) -> Workshop | None:
        return self._one(self.connection.execute(_BY_CODE, {"code": code}).mappings().first())

    def of_workspace(self, workspace_id: str) -> list[Workshop]:
        """The newest first."""
        rows = self.connection.execute(_OF_WORKSPACE, {"workspace_id": workspace_id}).mappings()
        return [workshop_of(row) for row in rows]

    def any_on(self, assessment_id: str) -> bool:
        """Whether the assessment has a workshop, at whatever stage."""
        found = self.connection.execute(_ON_ASSESSMENT, {"assessment_id": assessment_id})
        return found.first() is not None

    def change(self, workshop: Workshop) -> bool:
        """Write a workshop over the version that it names; False if that is not the one stored."""
        self._wait_in_turn(workshop.id, together=False)
        values = _row(workshop) | {"version": workshop.version + 1}
        keys = {"id_": workshop.id, "read_version": workshop.version}
        return self.connection.execute(_CHANGE, values | keys).rowcount == 1

    def _wait_in_turn(self, workshop_id: str, *, together: bool) -> None:
        """On PostgreSQL those who share a row go before who waits to change it, without end."""
        if self.connection.dialect.name == "postgresql":
            key = crc32(workshop_id.encode()) - 2**31
            query = _IN_TURN_TOGETHER if together else _IN_TURN
            self.connection.execute(query, {"kind": KIND, "key": key})

    def remove(self, workshop_id: str) -> None:
        """Remove a workshop with all that was given in it, for good."""
        self._wait_in_turn(workshop_id, together=False)
        self.connection.execute(_REMOVE, {"id": workshop_id})

    @staticmethod
    def _one(row: RowMapping | None) -> Workshop | None:
        return workshop_of(row) if row else None
