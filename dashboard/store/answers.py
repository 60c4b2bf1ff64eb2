"""What stands for each item of an assessment.

A change names the version that it read and is refused when that is no longer the one stored.
A withdrawn answer stays as a row without a value, so that versions go on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from dashboard.domain.answer import Answer, StoredAnswer
from dashboard.domain.assessment import Assessment
from dashboard.store.inserting import insert_if_missing
from dashboard.store.rows import reads
from dashboard.store.schema import answers

UNANSWERED = "unanswered"
MOST_IDS = 10_000
"""Assessments asked for at once; databases limit the values of one statement."""

_OF = select(answers).where(answers.c.assessment_id == bindparam("assessment_id"))
_ONE = _OF.where(answers.c.item_id == bindparam("item_id"))
_OF_MANY = select(answers).where(
    answers.c.assessment_id.in_(bindparam("assessment_ids", expanding=True))
)
_ADD = insert_if_missing(answers)
_ADD_ALL = insert(answers).inline()
_REPLACE = update(answers).where(
    answers.c.assessment_id == bindparam("assessment_id_"),
    answers.c.item_id == bindparam("item_id_"),
    answers.c.version == bindparam("read_version"),
)

_FIELDS = ("level", "evidence", "reason", "note", "links")
_NOTHING: dict[str, object] = {"state": UNANSWERED} | dict.fromkeys(_FIELDS)


def columns_of(answer: Answer | None) -> dict[str, object]:
    """An answer as columns; None is the answer that was withdrawn."""
    if answer is None:
        return _NOTHING
    return {"state": answer.state.value} | {key: getattr(answer, key) for key in _FIELDS}


def answer_of(row: RowMapping) -> Answer | None:
    if row["state"] == UNANSWERED:
        return None
    return Answer(state=row["state"], **{key: row[key] for key in _FIELDS})


@reads(answers)
def stored_answer_of(row: RowMapping) -> StoredAnswer:
    return StoredAnswer(
        item_id=row["item_id"],
        answer=answer_of(row),
        version=row["version"],
        changed_at=row["changed_at"],
        changed_by=row["changed_by"],
    )


@dataclass(frozen=True)
class Answers:
    connection: Connection

    def of(self, assessment_id: str) -> dict[str, StoredAnswer]:
        """By item, what stands there, withdrawn answers included."""
        rows = self.connection.execute(_OF, {"assessment_id": assessment_id}).mappings()
        return {row["item_id"]: stored_answer_of(row) for row in rows}

    def of_many(self, assessment_ids: Sequence[str]) -> dict[str, dict[str, StoredAnswer]]:
        """By assessment and item; an assessment without answers has an empty entry."""
        found: dict[str, dict[str, StoredAnswer]] = {key: {} for key in assessment_ids}
        for start in range(0, len(assessment_ids), MOST_IDS):
            ids = list(assessment_ids[start : start + MOST_IDS])
            for row in self.connection.execute(_OF_MANY, {"assessment_ids": ids}).mappings():
                found[row["assessment_id"]][row["item_id"]] = stored_answer_of(row)
        return found

    def get(self, assessment_id: str, item_id: str) -> StoredAnswer | None:
        keys = {"assessment_id": assessment_id, "item_id": item_id}
        row = self.connection.execute(_ONE, keys).mappings().one_or_none()
        return stored_answer_of(row) if row else None

    def replace(
        self,
        assessment: Assessment,
        item_id: str,
        answer: Answer | None,
        *,
        read_version: int,
        by: str,
        now: datetime,
    ) -> StoredAnswer | None:
        """Store an answer, or its withdrawal, over the version that was read.

        `read_version` is 0 where nothing was there. Returns what stands there now, or None if
        somebody else has saved since, and then nothing was changed.
        """
        stored = StoredAnswer(
            item_id=item_id,
            answer=answer,
            version=read_version + 1,
            changed_at=now,
            changed_by=by,
        )
        values = columns_of(answer) | {
            "version": stored.version,
            "changed_at": now,
            "changed_by": by,
        }
        if read_version == 0:
            keys = {
                "workspace_id": assessment.workspace_id,
                "assessment_id": assessment.id,
                "item_id": item_id,
            }
            done = self.connection.execute(_ADD[self.connection.dialect.name], values | keys)
        else:
            where = {
                "assessment_id_": assessment.id,
                "item_id_": item_id,
                "read_version": read_version,
            }
            done = self.connection.execute(_REPLACE, values | where)
        return stored if done.rowcount == 1 else None

    def add(
        self, assessment: Assessment, given: Mapping[str, Answer], *, by: str, now: datetime
    ) -> None:
        """Store the answers of an assessment that has none, in one statement."""
        common: dict[str, object] = {
            "workspace_id": assessment.workspace_id,
            "assessment_id": assessment.id,
            "version": 1,
            "changed_at": now,
            "changed_by": by,
        }
        rows = [columns_of(answer) | common | {"item_id": item} for item, answer in given.items()]
        if rows:
            self.connection.execute(_ADD_ALL, rows)
