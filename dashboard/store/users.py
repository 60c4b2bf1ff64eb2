"""People, and which workspaces they are members of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from dashboard.domain.access import User
from dashboard.store.inserting import insert_if_missing
from dashboard.store.schema import members, users

_WITH_WORKSPACES = (
    select(users.c.id, users.c.name, members.c.workspace_id)
    .outerjoin(members)
    .where(users.c.id == bindparam("id"))
)
_NAMES = select(users.c.id, users.c.name).where(users.c.id.in_(bindparam("ids", expanding=True)))
_ADD = insert_if_missing(users)
_JOIN = insert_if_missing(members)


@dataclass(frozen=True)
class Users:
    connection: Connection

    def add(self, user_id: str, name: str, now: datetime) -> bool:
        """Add a person; False if one with this id is there, who then stays as they are."""
        row = {"id": user_id, "name": name, "created_at": now}
        return self.connection.execute(_ADD[self.connection.dialect.name], row).rowcount == 1

    def get(self, user_id: str) -> User | None:
        rows = self.connection.execute(_WITH_WORKSPACES, {"id": user_id}).all()
        if not rows:
            return None
        joined = frozenset(row.workspace_id for row in rows if row.workspace_id is not None)
        return User(id=rows[0].id, name=rows[0].name, workspace_ids=joined)

    def join(self, user_id: str, workspace_id: str, role: str, now: datetime) -> bool:
        """Make a person a member; False if they are one, whose role then stays as it is."""
        row = {"user_id": user_id, "workspace_id": workspace_id, "role": role, "joined_at": now}
        return self.connection.execute(_JOIN[self.connection.dialect.name], row).rowcount == 1

    def names(self, user_ids: Iterable[str]) -> dict[str, str]:
        """The names of those who are known."""
        rows = self.connection.execute(_NAMES, {"ids": sorted(set(user_ids))})
        return {row.id: row.name for row in rows}
