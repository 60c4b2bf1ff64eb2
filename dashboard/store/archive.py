"""Backup and restore: one portable archive for both databases, verified by its content.

A backup is one consistent snapshot while others write. A restore is one transaction: what
stands in the archive is all there afterwards, or the database is as it was.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from dashboard.domain.access import WorkspaceKind
from dashboard.store.answers import stored_answer_of
from dashboard.store.archive_file import (
    Archive,
    Manifest,
    Tally,
    open_archive,
    write_archive,
)
from dashboard.store.assessments import assessment_of
from dashboard.store.brands import brand_of
from dashboard.store.consents import consent_of
from dashboard.store.engine import LOCK_WAIT
from dashboard.store.errors import ArchiveRefused, ArchiveUnsound, BackupRefused, Unreadable
from dashboard.store.history import history_entry_of
from dashboard.store.looks import look_of
from dashboard.store.plans import saved_plan_of, saved_step_of, stated_effort_of
from dashboard.store.portable import ROWS_AT_ONCE, line, rows_in_order
from dashboard.store.ratings import agreed_of, participant_of, rating_of
from dashboard.store.releases import pack_of, release_of
from dashboard.store.schema import (
    TABLES,
    agreed,
    answers,
    assessments,
    brands,
    consents,
    efforts,
    history,
    looks,
    packs,
    participants,
    plan_steps,
    plans,
    ratings,
    releases,
    targets,
    workshops,
    workspaces,
)
from dashboard.store.store import Store
from dashboard.store.targets import target_of
from dashboard.store.workshops import workshop_of
from dashboard.store.workspaces import workspace_of

_READERS: Mapping[Table, Callable[[RowMapping], object]] = {
    workspaces: workspace_of,
    brands: brand_of,
    assessments: assessment_of,
    answers: stored_answer_of,
    history: history_entry_of,
    workshops: workshop_of,
    participants: participant_of,
    ratings: rating_of,
    agreed: agreed_of,
    efforts: stated_effort_of,
    plans: saved_plan_of,
    plan_steps: saved_step_of,
    targets: target_of,
    looks: look_of,
    consents: consent_of,
    releases: release_of,
    packs: pack_of,
}
"""What the product makes of a row; one that it cannot read is neither backed up nor restored."""

_REAL_BRAND = (
    select(brands.c.id).join(workspaces).where(workspaces.c.kind != WorkspaceKind.DEMO).limit(1)
)
LOCK_NOT_AVAILABLE = "55P03"
"""PostgreSQL's SQLSTATE for a lock that is not to be waited for."""

_LOCK_ALL = text(f"LOCK TABLE {', '.join(table.name for table in TABLES)} IN EXCLUSIVE MODE NOWAIT")
_GO_ON_COUNTING = text(
    "SELECT setval(pg_get_serial_sequence('history', 'id'), greatest("
    "nextval(pg_get_serial_sequence('history', 'id')), (SELECT max(id) FROM history)))"
)


def backup(store: Store, path: Path, *, now: datetime) -> Manifest:
    """Write an archive of everything, read it back, and only then give it its name."""
    _refuse_unless_free(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
        partial = Path(name)
        try:
            manifest = _write(store, handle, now)
            with open_archive(partial) as archive:
                archive.check()
            _give_name(partial, path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise BackupRefused(f"no backup was written to {path} ({error})") from error
    except ArchiveUnsound as error:
        raise BackupRefused(
            f"no backup was written to {path}: it could not be read back ({error.reason})"
        ) from error
    return manifest


def restore(store: Store, path: Path, *, replace: bool = False) -> Manifest:
    """Put an archive's content in place of the database's.

    Without `replace` only where there is nothing to lose: no brand outside the demo.
    """
    with open_archive(path) as archive:
        archive.check()
        with store.begin() as tx:
            _keep_others_out(tx.connection)
            if not replace and tx.connection.execute(_REAL_BRAND).first():
                raise ArchiveRefused(
                    f"{store.url} holds brands, and nothing was changed; restore into an empty "
                    "database, or say that its content is to be replaced"
                )
            _fill(tx.connection, archive)
            _compare(tx.connection, archive)
            if tx.connection.dialect.name == "postgresql":
                tx.connection.execute(_GO_ON_COUNTING)
        return archive.manifest


def _refuse_unless_free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise _taken(path)


def _taken(path: Path) -> BackupRefused:
    return BackupRefused(f"{path} is there already and stays as it is; give another name")


def _give_name(partial: Path, path: Path) -> None:
    """Where two write a backup of the same name at once, the second is refused."""
    _refuse_unless_free(path)
    try:
        os.link(partial, path)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError:  # a file system without links
        partial.replace(path)


def _write(store: Store, handle: int, now: datetime) -> Manifest:
    with os.fdopen(handle, "wb") as file, store.read() as tx:
        manifest = write_archive(
            file, lambda table: map(line, _sound_rows(tx.connection, table)), now=now
        )
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _sound_rows(connection: Connection, table: Table) -> Iterator[RowMapping]:
    """Every row of a table; `Unreadable` at one of which the product can make nothing."""
    reader = _READERS.get(table)
    for row in rows_in_order(connection, table):
        if reader:
            reader(row)
        yield row


def _keep_others_out(connection: Connection) -> None:
    """Others may read on; what they would write now would be neither kept nor replaced.

    All tables at once or none, again and again: who waited for one table while holding another
    could wait for a writer who waits for that one.
    """
    if connection.dialect.name != "postgresql":
        return
    deadline = time.monotonic() + LOCK_WAIT
    while True:
        try:
            with connection.begin_nested():
                connection.execute(_LOCK_ALL)
        except OperationalError as error:
            held = getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE
            if not held or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(0.002, 0.02))  # noqa: S311  (a pause, not a secret)
        else:
            return


def _fill(connection: Connection, archive: Archive) -> None:
    for table in reversed(TABLES):
        connection.execute(delete(table))
    for table in archive.tables:
        try:
            for rows in _few_at_a_time(archive.rows(table)):
                connection.execute(insert(table).inline(), rows)
        except (IntegrityError, DataError) as error:
            reason = f"rows of {table.name} do not fit to the others"
            raise ArchiveUnsound(archive.path, reason) from error


def _few_at_a_time(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    few: list[dict[str, object]] = []
    for row in rows:
        few.append(row)
        if len(few) == ROWS_AT_ONCE:
            yield few
            few = []
    if few:
        yield few


def _compare(connection: Connection, archive: Archive) -> None:
    """Read back what is now in the database, as rows and as what the product makes of them."""
    for table in archive.tables:
        tally = Tally()
        try:
            for row in _sound_rows(connection, table):
                tally.add(line(row))
        except Unreadable as error:
            raise ArchiveUnsound(archive.path, str(error)) from error
        if tally.summary() != archive.manifest.tables[table.name]:
            raise ArchiveUnsound(archive.path, f"rows of {table.name} came back otherwise")
