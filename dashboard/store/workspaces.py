"""Workspaces: the walls between one team's work, another's, and the demo's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, select

from dashboard.domain.access import Workspace
from dashboard.store.inserting import insert_if_missing
from dashboard.store.rows import reads
from dashboard.store.schema import members, workspaces

_BY_ID = select(workspaces).where(workspaces.c.id == bindparam("id"))
_TO_CHANGE = _BY_ID.with_for_update(key_share=True)
_OF_USER = (
    select(workspaces)
    .join(members)
    .where(members.c.user_id == bindparam("user_id"))
    .order_by(workspaces.c.created_at, workspaces.c.id)
)
_DELETE = delete(workspaces).where(workspaces.c.id == bindparam("id_"))
_ADD = insert_if_missing(workspaces)


@reads(workspaces)
def workspace_of(row: RowMapping) -> Workspace:
    return Workspace(id=row["id"], name=row["name"], kind=row["kind"])


@dataclass(frozen=True)
class Workspaces:
    connection: Connection

    def add(self, workspace: Workspace, now: datetime) -> bool:
        """Add a workspace; False if one with its id is there, which then stays as it is."""
        row = workspace.model_dump() | {"created_at": now}
        return self.connection.execute(_ADD[self.connection.dialect.name], row).rowcount == 1

    def get(self, workspace_id: str, *, lock: bool = False) -> Workspace | None:
        """`lock` lets nobody else lock it until the transaction ends; brands can be added to it."""
        query = _TO_CHANGE if lock else _BY_ID
        row = self.connection.execute(query, {"id": workspace_id}).mappings().one_or_none()
        return workspace_of(row) if row else None

    def of_user(self, user_id: str) -> list[Workspace]:
        rows = self.connection.execute(_OF_USER, {"user_id": user_id}).mappings()
        return [workspace_of(row) for row in rows]

    def delete(self, workspace_id: str) -> None:
        """Delete a workspace with everything in it, for good."""
        self.connection.execute(_DELETE, {"id_": workspace_id})
