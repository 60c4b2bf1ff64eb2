"""Looks of workspaces: at most one each."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, select

from dashboard.domain.look import Look
from dashboard.store.inserting import insert_or_replace
from dashboard.store.rows import reads
from dashboard.store.schema import looks

_OF_WORKSPACE = select(looks).where(looks.c.workspace_id == bindparam("workspace_id"))
_PUT = insert_or_replace(looks, "name", "logo", "accent", "pillars", "set_at", "set_by")
_REMOVE = delete(looks).where(looks.c.workspace_id == bindparam("workspace_id_"))


@reads(looks)
def look_of(row: RowMapping) -> Look:
    return Look(
        name=row["name"],
        logo=b64decode(row["logo"], validate=True) if row["logo"] is not None else None,
        accent=row["accent"],
        pillars=row["pillars"],
    )


@dataclass(frozen=True)
class Looks:
    connection: Connection

    def of_workspace(self, workspace_id: str) -> Look | None:
        key = {"workspace_id": workspace_id}
        row = self.connection.execute(_OF_WORKSPACE, key).mappings().one_or_none()
        return look_of(row) if row else None

    def put(self, workspace_id: str, look: Look, *, by: str, now: datetime) -> None:
        """Set the look, in place of the one that is there."""
        row = {
            "workspace_id": workspace_id,
            "name": look.name,
            "logo": b64encode(look.logo).decode() if look.logo is not None else None,
            "accent": look.accent,
            "pillars": look.pillars,
            "set_at": now,
            "set_by": by,
        }
        self.connection.execute(_PUT[self.connection.dialect.name], row)

    def remove(self, workspace_id: str) -> None:
        self.connection.execute(_REMOVE, {"workspace_id_": workspace_id})
