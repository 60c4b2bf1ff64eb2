"""Brings a database to this version's tables, and refuses one that it would spoil.

Safe when several processes start at once: one of them changes the tables, the others wait and
find them changed.
"""

import sqlite3
import time
from collections.abc import Set
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, inspect, text

from dashboard.store.engine import LOCK_WAIT, Database
from dashboard.store.errors import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnwritable,
)
from dashboard.store.refusals import refusal, shown
from dashboard.store.schema import TABLES, tables_at

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every revision of the tables, oldest first."""
HEAD = REVISIONS[-1]

VERSION_TABLE = "alembic_version"
MIGRATIONS = Path(__file__).parent / "migrations"
ADVISORY_LOCK = 0x43414E444F5552
"""The number under which processes queue on PostgreSQL: "CANDOUR" in ASCII."""

_one_at_a_time = Lock()
"""Alembic keeps what it works on in a module, so one thread of a process migrates at a time."""


def bring_up_to_date(database: Database) -> None:
    with database.reading.connect() as connection:
        found = _revision(connection, database)
    if database.file:
        _use_write_ahead_log(database)
    if found == HEAD:
        return
    with database.turns.taken(), database.writing.begin() as connection:
        if connection.dialect.name == "postgresql":
            _queue_on_server(connection, database)
        if _revision(connection, database) != HEAD:
            _upgrade(connection)


def _use_write_ahead_log(database: Database) -> None:
    """Readers and the writer no longer wait for each other; the file remembers it."""
    deadline = time.monotonic() + LOCK_WAIT
    while True:
        raw = database.writing.raw_connection()
        try:
            mode = raw.cursor().execute("PRAGMA journal_mode=WAL").fetchone()[0]
        except sqlite3.OperationalError as error:
            # Two that switch at once do not queue: SQLite refuses one at once.
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
            continue
        finally:
            raw.close()
        if mode != "wal":
            raise refusal(DatabaseUnwritable, database.url, "this disk allows no write-ahead log")
        return


def _queue_on_server(connection: Connection, database: Database) -> None:
    connection.execute(text("SET LOCAL lock_timeout = '10min'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise refusal(
            DatabaseUnwritable,
            database.url,
            f"its encoding is {encoding}; create it with ENCODING 'UTF8'",
        )


def _revision(connection: Connection, database: Database) -> str | None:
    """The revision of the tables that are there, None in an empty database."""
    tables = set(inspect(connection).get_table_names())
    found = _written_revision(connection, database) if VERSION_TABLE in tables else None
    name = shown(database.url)
    if found is None:
        if tables - {VERSION_TABLE}:
            raise DatabaseForeign(
                f"{name} holds tables of another program; give an address of its own"
            )
        return None
    if found not in REVISIONS:
        if found.isdecimal() and found > HEAD:
            raise DatabaseNewer(
                f"{name} was written by a newer version (tables {found}, this version knows "
                f"{HEAD}); install that version, or restore a backup from before"
            )
        raise DatabaseForeign(
            f"{name} holds tables of another program (revision {found}); give an address of its own"
        )
    if fault := _fault(connection, found, tables):
        raise refusal(DatabaseDamaged, database.url, fault)
    return found


def _fault(connection: Connection, revision: str, tables: Set[str]) -> str | None:
    """What is not as it was at its revision, if anything."""
    expected = {table.name for table in tables_at(revision)}
    if missing := sorted(expected - tables):
        return f"no table {', '.join(missing)}"
    if surplus := sorted(tables & {table.name for table in TABLES} - expected):
        return f"tables {revision} have no table {', '.join(surplus)}"
    if revision != HEAD:
        return None
    columns = inspect(connection).get_multi_columns()
    for table in TABLES:
        there = {column["name"] for column in columns[table.schema, table.name]}
        if lost := sorted({column.name for column in table.columns} - there):
            return f"no column {', '.join(lost)} in table {table.name}"
    return None


def _written_revision(connection: Connection, database: Database) -> str | None:
    rows = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    found = [str(revision) for revision in rows.scalars()]
    if len(found) > 1:
        several = " and ".join(sorted(found))
        raise refusal(DatabaseDamaged, database.url, f"its tables are {several} at once")
    return found[0] if found else None


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  (slow to import, needed at a change alone)
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with _one_at_a_time:
        command.upgrade(config, HEAD)
