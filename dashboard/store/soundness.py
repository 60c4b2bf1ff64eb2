"""Looks at an SQLite file before anything may change it, and refuses what is not a whole one."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from dashboard.store.errors import DatabaseDamaged, DatabaseUnreachable
from dashboard.store.refusals import refusal

SIGNATURE = b"SQLite format 3\x00"


def check_file(path: Path, url: URL) -> None:
    """Pass what is sound, and what is not there yet or empty; leave everything as it is."""
    if not path.absolute().parent.is_dir():
        raise refusal(DatabaseUnreachable, url, f"there is no folder {path.parent}")
    if path.is_dir():
        raise refusal(DatabaseUnreachable, url, "this is a folder, not a file")
    if not path.exists():
        return
    if not path.is_file():
        raise refusal(DatabaseUnreachable, url, "this is no file")
    try:
        with path.open("rb") as file:
            start = file.read(len(SIGNATURE))
    except OSError as error:
        raise refusal(DatabaseUnreachable, url, str(error)) from error
    if not start:
        return
    if start != SIGNATURE:
        raise refusal(DatabaseDamaged, url, "this is not an SQLite database")
    found = _found_wrong(path)
    if found:
        raise refusal(DatabaseDamaged, url, found)


def _lost(connection: sqlite3.Connection) -> Sequence[str] | None:
    """The first row that belongs to one that is not there; of other programs' tables none."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    if not {("workspaces",), ("brands",), ("assessments",)} <= set(tables):
        return None
    found: Sequence[str] | None
    try:
        found = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.OperationalError:  # keys that fit no table: told as another shape
        return None
    return found


def _found_wrong(path: Path) -> str | None:
    """Name the first fault. Read-only, so that closing folds no log into a damaged file."""
    unfinished = path.with_name(path.name + "-journal").exists()
    mode = "rw" if unfinished else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=10)) as connection:
        try:
            first: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            (page,) = connection.execute("PRAGMA page_size").fetchone()
            lost = _lost(connection)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorname", "") in {"SQLITE_CORRUPT", "SQLITE_NOTADB"}:
                return str(error)
            raise
    if first == "ok" and path.stat().st_size % page:
        return "the file ends in the middle of a page"
    if first == "ok" and lost:
        return f"a row of {lost[0]} belongs to one of {lost[2]} that is not there"
    return None if first == "ok" else first
