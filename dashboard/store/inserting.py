"""The inserts that the two databases spell alike and the library does not."""

from collections.abc import Mapping

from sqlalchemy import Column, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_missing(table: Table, *key: Column[str]) -> Mapping[str, Insert]:
    """By database, an insert that adds nothing (row count 0) where the key is there already.

    The key is the primary one, or the columns that are named.
    """
    columns = list(key or table.primary_key.columns)
    inserts: dict[str, Insert] = {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(index_elements=columns),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(index_elements=columns),
    }
    return {
        name: insert.execution_options(preserve_rowcount=True) for name, insert in inserts.items()
    }


def insert_or_replace(table: Table, *columns: str) -> Mapping[str, Insert]:
    """By database, an insert that writes these columns anew where the primary key is there."""
    key = list(table.primary_key.columns)
    on_sqlite, on_postgresql = sqlite.insert(table), postgresql.insert(table)
    return {
        "sqlite": on_sqlite.on_conflict_do_update(
            index_elements=key, set_={name: on_sqlite.excluded[name] for name in columns}
        ),
        "postgresql": on_postgresql.on_conflict_do_update(
            index_elements=key, set_={name: on_postgresql.excluded[name] for name in columns}
        ),
    }
