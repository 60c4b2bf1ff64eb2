"""Brands, in every state: live, archived, or deleted and not yet gone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from dashboard.domain.assessment import Brand, BrandProfile
from dashboard.store.errors import Gone
from dashboard.store.rows import reads
from dashboard.store.schema import brands

_BY_ID = select(brands).where(brands.c.id == bindparam("id"))
_TO_CHANGE = _BY_ID.with_for_update(key_share=True)
_OF_WORKSPACE = select(brands).where(brands.c.workspace_id == bindparam("workspace_id"))
_NAMED = _OF_WORKSPACE.where(brands.c.name == bindparam("name"), brands.c.deleted_at.is_(None))
_NAMED_TO_CHANGE = _NAMED.with_for_update(key_share=True)
_ADD = insert(brands)
_UPDATE = update(brands).where(brands.c.id == bindparam("id_"))
_REMOVE = delete(brands).where(brands.c.id == bindparam("id_"))
_REMOVE_EXPIRED = delete(brands).where(brands.c.deleted_at < bindparam("before"))

_PROFILE = tuple(BrandProfile.model_fields)


@reads(brands)
def brand_of(row: RowMapping) -> Brand:
    return Brand(
        id=row["id"],
        workspace_id=row["workspace_id"],
        profile=BrandProfile(**{key: row[key] for key in _PROFILE}),
        archived_at=row["archived_at"],
        deleted_at=row["deleted_at"],
    )


def _changeable(brand: Brand) -> dict[str, object]:
    states = {"archived_at": brand.archived_at, "deleted_at": brand.deleted_at}
    return brand.profile.model_dump() | states


@dataclass(frozen=True)
class Brands:
    connection: Connection

    def add(self, brand: Brand, *, by: str, now: datetime) -> None:
        """Add a brand; raises `AlreadyTaken` if a live one of its workspace has its name."""
        made = {"created_at": now, "created_by": by}
        keys = {"id": brand.id, "workspace_id": brand.workspace_id}
        self.connection.execute(_ADD, _changeable(brand) | keys | made)

    def get(self, brand_id: str, *, lock: bool = False) -> Brand | None:
        """One brand, with `lock` held as it is until the transaction ends.

        Assessments can still be added to a locked one. Whoever locks an assessment of it as
        well locks the brand first: two that wait for each other would get nowhere.
        """
        query = _TO_CHANGE if lock else _BY_ID
        row = self.connection.execute(query, {"id": brand_id}).mappings().one_or_none()
        return brand_of(row) if row else None

    def of_workspace(self, workspace_id: str) -> list[Brand]:
        """All of them by name; the caller leaves out what it does not show."""
        rows = self.connection.execute(_OF_WORKSPACE, {"workspace_id": workspace_id}).mappings()
        found = [brand_of(row) for row in rows]
        return sorted(found, key=lambda brand: (brand.name.casefold(), brand.name, brand.id))

    def named(self, workspace_id: str, name: str, *, lock: bool = False) -> Brand | None:
        """The brand of exactly this name that is not deleted; `lock` as in `get`."""
        query = _NAMED_TO_CHANGE if lock else _NAMED
        keys = {"workspace_id": workspace_id, "name": name}
        row = self.connection.execute(query, keys).mappings().one_or_none()
        return brand_of(row) if row else None

    def update(self, brand: Brand) -> None:
        """Write a changed brand; raises `AlreadyTaken` if another live one has its name."""
        done = self.connection.execute(_UPDATE, _changeable(brand) | {"id_": brand.id})
        if done.rowcount != 1:
            raise Gone(f"there is no brand {brand.id}; read the list of brands again")

    def remove(self, brand_id: str) -> None:
        """Remove a brand with its assessments, answers and history, for good."""
        self.connection.execute(_REMOVE, {"id_": brand_id})

    def remove_expired(self, before: datetime) -> int:
        """Remove for good what was deleted before a moment, in any workspace; returns how many.

        What somebody brings back meanwhile stays: whether it is deleted is asked as it is removed.
        """
        return self.connection.execute(_REMOVE_EXPIRED, {"before": before}).rowcount
