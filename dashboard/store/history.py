"""Every value that an item had, its present one included, and those that lost to another's.

What one person does to one item within a minute is one entry, which grows with each change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from dashboard.domain.answer import Answer, HistoryEntry
from dashboard.domain.assessment import Assessment
from dashboard.store.answers import answer_of, columns_of
from dashboard.store.rows import reads
from dashboard.store.schema import history

ONE_ENTRY = timedelta(seconds=60)

_OF = (
    select(history)
    .where(
        history.c.assessment_id == bindparam("assessment_id"),
        history.c.item_id == bindparam("item_id"),
    )
    .order_by(history.c.id.desc())
)
_LATEST = (
    select(func.max(history.c.id))
    .where(
        history.c.assessment_id == bindparam("assessment_id_"),
        history.c.item_id == bindparam("item_id_"),
    )
    .scalar_subquery()
)
_GROW = update(history).where(
    history.c.id == _LATEST,
    history.c.changed_by == bindparam("by"),
    history.c.set_aside.is_(False),
    history.c.begun_at.between(bindparam("since"), bindparam("now")),
)
_ADD = insert(history).inline()


@reads(history)
def history_entry_of(row: RowMapping) -> HistoryEntry:
    return HistoryEntry(
        item_id=row["item_id"],
        answer=answer_of(row),
        begun_at=row["begun_at"],
        changed_at=row["changed_at"],
        changed_by=row["changed_by"],
        set_aside=row["set_aside"],
    )


@dataclass(frozen=True)
class History:
    connection: Connection

    def note(
        self,
        assessment: Assessment,
        item_id: str,
        answer: Answer | None,
        *,
        by: str,
        now: datetime,
        set_aside: bool = False,
        new_entry: bool = False,
    ) -> None:
        """Note a value; `set_aside` for one that somebody else's stands instead of.

        A `new_entry` begins even within the minute of the last one.
        """
        values = columns_of(answer) | {"changed_at": now}
        alone = set_aside or new_entry
        if not alone and self._grown(assessment.id, item_id, values, by=by, now=now):
            return
        keys = {
            "workspace_id": assessment.workspace_id,
            "assessment_id": assessment.id,
            "item_id": item_id,
            "changed_by": by,
            "begun_at": now,
            "set_aside": set_aside,
        }
        self.connection.execute(_ADD, values | keys)

    def begin(
        self, assessment: Assessment, given: Mapping[str, Answer], *, by: str, now: datetime
    ) -> None:
        """Note the values of an assessment whose items had none, in one statement."""
        common: dict[str, object] = {
            "workspace_id": assessment.workspace_id,
            "assessment_id": assessment.id,
            "changed_by": by,
            "begun_at": now,
            "changed_at": now,
            "set_aside": False,
        }
        rows = [columns_of(answer) | common | {"item_id": item} for item, answer in given.items()]
        if rows:
            self.connection.execute(_ADD, rows)

    def of(self, assessment_id: str, item_id: str) -> list[HistoryEntry]:
        """The values of one item, newest first."""
        keys = {"assessment_id": assessment_id, "item_id": item_id}
        return [history_entry_of(row) for row in self.connection.execute(_OF, keys).mappings()]

    def _grown(
        self,
        assessment_id: str,
        item_id: str,
        values: dict[str, object],
        *,
        by: str,
        now: datetime,
    ) -> bool:
        where = {
            "assessment_id_": assessment_id,
            "item_id_": item_id,
            "by": by,
            "since": now - ONE_ENTRY,
            "now": now,
        }
        return self.connection.execute(_GROW, values | where).rowcount == 1
