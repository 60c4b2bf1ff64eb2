"""A real PostgreSQL for tests: one server a session, one empty database a test.

The server lives in a folder of its own, listens on the loopback address and does without
syncing its disk. It refuses to run as root, so root runs it as an account without rights.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

ACCOUNTS = ("postgres", "nobody")
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=32MB",
    "max_connections=60",
    "unix_socket_directories=",
    "listen_addresses=127.0.0.1",
)
GUARDED_USER, GUARDED_PASSWORD = "guarded", "open-sesame"
_numbers = count(1)


@dataclass(frozen=True)
class Account:
    """Whom the server runs as."""

    name: str
    group: int


@dataclass(frozen=True)
class PostgresServer:
    """A running server, and how to get databases of it."""

    address: str

    def url(self, database: str) -> str:
        return f"postgresql://{self.address}/{database}"

    def create_database(self, *, template: str = "template1", encoding: str = "UTF8") -> str:
        """The URL of a new database, empty or a copy of another one."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING {}").format(
            sql.Identifier(name), sql.Identifier(template), sql.Literal(encoding)
        )
        self.execute(statement)
        return self.url(name)

    def drop_database(self, url: str) -> None:
        name = sql.Identifier(url.rpartition("/")[2])
        self.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Iterator[PostgresServer]:
    """The session's server, or the one named by CANDOUR_TEST_POSTGRES_URL."""
    if given := os.environ.get("CANDOUR_TEST_POSTGRES_URL"):
        yield PostgresServer(given.partition("://")[2].partition("/")[0])
        return
    with running_postgres(request.getfixturevalue("postgres_programs")) as server:
        yield server


@contextmanager
def running_postgres(programs: Path) -> Iterator[PostgresServer]:
    """A server in a folder of its own until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="candour-postgres-"))
    try:
        yield from _running(programs, folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database that lives as long as the test."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)


second_postgres_url = postgres_url
"""Another one, for a test that needs two."""


def _running(programs: Path, folder: Path) -> Iterator[PostgresServer]:
    account = _account()
    if account:
        shutil.chown(folder, account.name, account.group)
    cluster = folder / "cluster"
    _make_cluster(programs, cluster, account)
    port = _free_port()
    settings = [word for setting in (*SETTINGS, f"port={port}") for word in ("-c", setting)]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [programs / "postgres", "-D", cluster, *settings],
            cwd="/",
            stdout=output,
            stderr=output,
            user=account.name if account else None,
            group=account.group if account else None,
            extra_groups=[] if account else None,
        )
    try:
        server = PostgresServer(f"candour@127.0.0.1:{port}")
        _wait_until_it_answers(server, process, log)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def _account() -> Account | None:
    if os.geteuid() != 0:
        return None
    groups = {entry.pw_name: entry.pw_gid for entry in pwd.getpwall()}
    return next(Account(name, groups[name]) for name in ACCOUNTS if name in groups)


def _make_cluster(programs: Path, cluster: Path, account: Account | None) -> None:
    words = ["-D", str(cluster), "-U", "candour", "-A", "trust", "-E", "UTF8", "--locale=C"]
    done = subprocess.run(
        [programs / "initdb", *words, "--no-sync", "--no-instructions"],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        user=account.name if account else None,
        group=account.group if account else None,
        extra_groups=[] if account else None,
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr}")
    access = cluster / "pg_hba.conf"
    guarded = f"host all {GUARDED_USER} 127.0.0.1/32 scram-sha-256\n"
    access.write_text(guarded + access.read_text())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_answers(
    server: PostgresServer, process: subprocess.Popen[bytes], log: Path
) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(server.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}") from None
            time.sleep(0.05)
        else:
            return
