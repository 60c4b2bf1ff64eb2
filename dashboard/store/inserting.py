"""The one insert that the two databases spell alike and the library does not."""

from collections.abc import Mapping

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_missing(table: Table) -> Mapping[str, Insert]:
    """By database, an insert that adds nothing (row count 0) where the key is there already."""
    key = table.primary_key.columns
    inserts: dict[str, Insert] = {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(index_elements=key),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(index_elements=key),
    }
    return {
        name: insert.execution_options(preserve_rowcount=True) for name, insert in inserts.items()
    }
