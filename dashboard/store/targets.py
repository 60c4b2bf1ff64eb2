"""Targets of brands, one a dimension of a questionnaire."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, select

from dashboard.domain.assessment import Brand
from dashboard.domain.target import Target
from dashboard.store.inserting import insert_or_replace
from dashboard.store.rows import reads
from dashboard.store.schema import targets

_FIELDS = tuple(Target.model_fields)
_OF_BRAND = (
    select(targets)
    .where(targets.c.brand_id == bindparam("brand_id"))
    .order_by(targets.c.questionnaire, targets.c.dimension_id)
)
_PUT = insert_or_replace(targets, "score", "reason", "due", "set_at", "set_by")
_REMOVE = delete(targets).where(
    targets.c.brand_id == bindparam("brand_id_"),
    targets.c.questionnaire == bindparam("questionnaire_"),
    targets.c.dimension_id == bindparam("dimension_id_"),
)


@reads(targets)
def target_of(row: RowMapping) -> Target:
    return Target(**{key: row[key] for key in _FIELDS})


@dataclass(frozen=True)
class Targets:
    connection: Connection

    def of_brand(self, brand_id: str) -> list[Target]:
        rows = self.connection.execute(_OF_BRAND, {"brand_id": brand_id}).mappings()
        return [target_of(row) for row in rows]

    def put(self, brand: Brand, target: Target, *, by: str, now: datetime) -> None:
        """Set a target, in place of the one that the dimension has."""
        owner = {"workspace_id": brand.workspace_id, "brand_id": brand.id}
        row = target.model_dump() | owner | {"set_at": now, "set_by": by}
        self.connection.execute(_PUT[self.connection.dialect.name], row)

    def remove(self, brand_id: str, key: tuple[str, str]) -> None:
        questionnaire, dimension_id = key
        self.connection.execute(
            _REMOVE,
            {
                "brand_id_": brand_id,
                "questionnaire_": questionnaire,
                "dimension_id_": dimension_id,
            },
        )
