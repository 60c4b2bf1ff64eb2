"""The tables of the code and those that the migrations make are the same."""

from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from dashboard.store.engine import connect, parse
from dashboard.store.migrate import HEAD, MIGRATIONS, REVISIONS, VERSION_TABLE
from dashboard.store.schema import TABLES, metadata
from dashboard.store.store import Store

APART = {"users": "people have several workspaces", "releases": "they hold nobody's data"}


@pytest.fixture
def migrated(store: Store) -> Iterator[Connection]:
    with store.read() as tx:
        yield tx.connection


def plain(value: object) -> str:
    """One text for what the library gives as mappings, conditions as their SQL included."""
    if isinstance(value, Mapping):
        return str({key: plain(part) for key, part in value.items()})
    return str(value)


def described(connection: Connection) -> dict[str, object]:
    """Everything that the database says of its tables, in an order of its own."""
    inspector = inspect(connection)
    return {
        table: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            ],
            "key": inspector.get_pk_constraint(table),
            "references": sorted(map(plain, inspector.get_foreign_keys(table))),
            "unique": sorted(map(plain, inspector.get_unique_constraints(table))),
            "indexes": sorted(map(plain, inspector.get_indexes(table))),
            "checks": sorted(map(plain, inspector.get_check_constraints(table))),
        }
        for table in inspector.get_table_names()
        if table != VERSION_TABLE
    }


def test_alembic_finds_no_difference(migrated: Connection) -> None:
    context = MigrationContext.configure(
        migrated, opts={"compare_type": True, "compare_server_default": True}
    )

    assert compare_metadata(context, metadata) == []


def test_the_database_finds_no_difference_keys_and_checks_included(
    migrated: Connection, request: pytest.FixtureRequest
) -> None:
    url = str(migrated.engine.url)
    if url.startswith("sqlite"):
        other = f"sqlite:///{request.getfixturevalue('tmp_path') / 'made.db'}"
    else:
        other = request.getfixturevalue("second_postgres_url")

    with closing(connect(parse(other))) as database, database.writing.begin() as connection:
        metadata.create_all(connection)
        made = described(connection)

    assert described(migrated) == made


def test_the_revisions_that_are_known_are_those_that_are_there() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    found = [revision.revision for revision in script.walk_revisions()]

    assert found == list(reversed(REVISIONS))
    assert script.get_current_head() == HEAD == max(REVISIONS)
    assert all(revision.isdecimal() and len(revision) == 4 for revision in found)


def test_every_table_comes_after_those_that_it_refers_to() -> None:
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.name)
        assert {key.column.table.name for key in table.foreign_keys} <= seen
    assert seen == set(metadata.tables)


@pytest.mark.parametrize("table", [table for table in TABLES if table.name not in APART], ids=str)
def test_every_row_belongs_to_a_workspace_but_what_is_nobodys(table) -> None:
    column = table.c.id if table.name == "workspaces" else table.c.workspace_id

    assert not column.nullable
