"""Connections: how each database is opened, and how long anybody waits.

Reading and writing are apart. On SQLite a thread that writes waits its turn in this process
first, so that the file's own lock is waited for by one thread of each process only.
"""

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, local

from sqlalchemy import URL, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from dashboard.store.errors import AddressRefused, DatabaseBusy
from dashboard.store.refusals import refusal

LOCK_WAIT = 10.0
"""Seconds that anybody waits for a lock before being told that the database is busy."""

SQLITE_KEPT, SQLITE_MOST = 10, 100
POSTGRESQL_KEPT, POSTGRESQL_MOST = 10, 30
"""Connections that stay open, and those that there may be at a time."""

_KINDS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class Queue:
    """A lock that is handed on in order of arrival."""

    def __init__(self) -> None:
        self._door = Lock()
        self._taken = False
        self._waiting: deque[Event] = deque()

    def enter(self, patience: float) -> bool:
        """Wait for the turn; False if it did not come within so many seconds."""
        with self._door:
            if not self._taken:
                self._taken = True
                return True
            turn = Event()
            self._waiting.append(turn)
        if turn.wait(patience):
            return True
        with self._door:
            if turn.is_set():
                return True
            self._waiting.remove(turn)
            return False

    def leave(self) -> None:
        with self._door:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


@dataclass(frozen=True)
class Turns:
    """Who may write: one transaction a thread and, given a queue, one in the process."""

    url: URL
    queue: Queue | None
    here: local = field(default_factory=local)

    @contextmanager
    def taken(self) -> Iterator[None]:
        if getattr(self.here, "writing", False):
            raise RuntimeError("this thread is writing already; pass its transaction on")
        if self.queue and not self.queue.enter(LOCK_WAIT):
            raise refusal(DatabaseBusy, self.url)
        self.here.writing = True
        try:
            yield
        finally:
            self.here.writing = False
            if self.queue:
                self.queue.leave()


@dataclass(frozen=True)
class Database:
    """One database: engines for reading and for writing, and the queue of its writers."""

    url: URL
    reading: Engine
    writing: Engine
    turns: Turns

    @property
    def file(self) -> Path | None:
        return Path(self.url.database or "") if self.url.drivername == "sqlite" else None

    def close(self) -> None:
        self.reading.dispose()
        self.writing.dispose()


def parse(address: str) -> URL:
    try:
        url = make_url(address)
        kind = _KINDS[url.drivername]
    except (ArgumentError, KeyError, ValueError) as error:
        raise AddressRefused(
            "the database address is not one of sqlite:///FILE or "
            "postgresql://USER:PASSWORD@HOST/DATABASE"
        ) from error
    if kind == "sqlite" and (url.database in {None, "", ":memory:"} or url.host or url.query):
        raise AddressRefused("an SQLite address is sqlite:///FILE, with nothing before or after")
    return url.set(drivername=kind)


def connect(url: URL) -> Database:
    """Prepare a database; nothing is opened before the first use."""
    return _sqlite(url) if url.drivername == "sqlite" else _postgresql(url)


def _sqlite(url: URL) -> Database:
    path = Path(url.database or "").absolute()

    def engine(begin: str, *pragmas: str, kept: int, most: int) -> Engine:
        def opened() -> sqlite3.Connection:
            connection = sqlite3.connect(
                path, timeout=LOCK_WAIT, isolation_level=None, check_same_thread=False
            )
            for pragma in ("foreign_keys=ON", "synchronous=FULL", *pragmas):
                connection.execute(f"PRAGMA {pragma}")
            return connection

        made = create_engine(
            "sqlite://",
            creator=opened,
            poolclass=QueuePool,
            pool_size=kept,
            max_overflow=most - kept,
            pool_timeout=LOCK_WAIT,
            hide_parameters=True,
        )
        event.listen(made, "begin", lambda connection: connection.exec_driver_sql(begin))
        return made

    return Database(
        url=url,
        reading=engine("BEGIN", "query_only=ON", kept=SQLITE_KEPT, most=SQLITE_MOST),
        writing=engine("BEGIN IMMEDIATE", kept=1, most=1),
        turns=Turns(url, Queue()),
    )


def _postgresql(url: URL) -> Database:
    given = url.query.get("options", "")
    options = f"{given} -c timezone=UTC -c lock_timeout={LOCK_WAIT * 1000:.0f}"
    defaults = {"connect_timeout": str(int(LOCK_WAIT)), "client_encoding": "utf8"}
    engine = create_engine(
        url.update_query_dict({**defaults, **url.query, "options": options}),
        pool_size=POSTGRESQL_KEPT,
        max_overflow=POSTGRESQL_MOST - POSTGRESQL_KEPT,
        pool_timeout=LOCK_WAIT,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(url=url, reading=reading, writing=engine, turns=Turns(url, None))
