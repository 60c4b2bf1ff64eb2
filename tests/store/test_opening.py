"""Opening: a new database is made, an old one brought up to date, anything else left untouched."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from dashboard.domain.answer import Answer
from dashboard.store.errors import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnreachable,
    DatabaseUnwritable,
)
from dashboard.store.migrate import ADVISORY_LOCK, HEAD
from dashboard.store.store import Store
from tests.postgres import GUARDED_PASSWORD, GUARDED_USER, PostgresServer
from tests.store.processes import each_in_a_process, opens
from tests.store.rows import NOW, fill, save


def execute(address: str, statement: str) -> None:
    """Run a statement as another program would."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as connection:
            connection.execute(statement)
            connection.commit()
    else:
        with psycopg.connect(address) as connection:
            connection.execute(statement.encode())


def tables(address: str) -> set[str]:
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as connection:
            return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    with psycopg.connect(address) as connection:
        return {name for (name,) in connection.execute("SELECT relname FROM pg_class")}


def waits_for(release: Callable[[], object], address: str) -> None:
    """Opening does not end before what is in its way is released, and then does."""
    with ThreadPoolExecutor() as pool:
        opening = pool.submit(opens, address)
        time.sleep(0.3)
        assert not opening.done()
        release()
        assert opening.result(timeout=10)


def test_a_second_opening_finds_what_the_first_one_left(address: str) -> None:
    with closing(Store.open(address)) as store:
        fill(store)
    with closing(Store.open(address)) as store, store.read() as tx:
        assert tx.users.get("ann")


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()

    with closing(Store.open(f"sqlite:///{path}")) as store:
        fill(store)


@pytest.mark.parametrize(
    "statement",
    ["INSERT INTO page VALUES ('lost')", "ALTER TABLE book RENAME COLUMN id TO number"],
    ids=["a row that is not there", "a key that fits no table"],
)
def test_another_programs_file_is_never_called_damaged(tmp_path: Path, statement: str) -> None:
    address = f"sqlite:///{tmp_path / 'library.db'}"
    execute(address, "CREATE TABLE book (id TEXT)")
    execute(address, "CREATE TABLE page (book TEXT REFERENCES book (id))")
    execute(address, statement)

    with pytest.raises(DatabaseForeign, match="address of its own"):
        Store.open(address)


@pytest.mark.parametrize("name", ["with space.db", "büro 品牌.db", "100%.db", "a&b=c#.db"])
def test_a_file_may_have_an_unusual_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with closing(Store.open(f"sqlite:///{tmp_path / name}")) as store, store.begin() as tx:
            tx.users.add("ann", "Ann", NOW)

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_newer_database_is_refused_and_left_as_it_is(address: str) -> None:
    with closing(Store.open(address)) as store:
        fill(store)
    execute(address, "UPDATE alembic_version SET version_num = '0999'")

    with pytest.raises(DatabaseNewer, match="install that version"):
        Store.open(address)

    execute(address, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    with closing(Store.open(address)) as store, store.read() as tx:
        assert tx.brands.get("acme")


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE orders (id INTEGER)", "CREATE TABLE brands (name TEXT)"],
    ids=["other tables", "a table of the same name"],
)
def test_a_database_of_another_program_is_refused_and_left_as_it_is(
    address: str, statement: str
) -> None:
    execute(address, statement)

    with pytest.raises(DatabaseForeign, match="address of its own"):
        Store.open(address)

    assert "alembic_version" not in tables(address)
    assert "assessments" not in tables(address)


def test_tables_that_another_program_versions_are_refused(address: str) -> None:
    execute(address, "CREATE TABLE alembic_version (version_num TEXT)")
    execute(address, "INSERT INTO alembic_version VALUES ('ae1027a6acf')")

    with pytest.raises(DatabaseForeign, match="ae1027a6acf"):
        Store.open(address)


def test_a_database_that_lost_a_table_is_refused(address: str) -> None:
    Store.open(address).close()
    execute(address, "DROP TABLE history")

    with pytest.raises(DatabaseDamaged, match="no table history"):
        Store.open(address)


@pytest.fixture
def guarded(postgres_server: PostgresServer, postgres_url: str) -> Callable[[str], str]:
    """A database that wants a password, and whose visitor may create nothing."""
    user = sql.Identifier(GUARDED_USER)
    postgres_server.execute(sql.SQL("DROP USER IF EXISTS {}").format(user))
    postgres_server.execute(
        sql.SQL("CREATE USER {} PASSWORD {}").format(user, sql.Literal(GUARDED_PASSWORD))
    )
    place = postgres_url.rpartition("@")[2]
    return lambda password: f"postgresql://{GUARDED_USER}:{password}@{place}"


@pytest.mark.postgres
def test_a_wrong_password_is_refused_and_not_repeated(guarded: Callable[[str], str]) -> None:
    with pytest.raises(DatabaseUnreachable, match="authentication failed") as refusal:
        Store.open(guarded("wrong-guess"))

    assert "wrong-guess" not in str(refusal.value)
    assert "***" in str(refusal.value)


@pytest.mark.postgres
def test_an_account_that_may_create_nothing_is_told_so(guarded: Callable[[str], str]) -> None:
    with pytest.raises(DatabaseUnwritable, match="may write there"):
        Store.open(guarded(GUARDED_PASSWORD))


@pytest.mark.postgres
def test_a_database_that_cannot_hold_every_language_is_refused(
    postgres_server: PostgresServer,
) -> None:
    url = postgres_server.create_database(template="template0", encoding="LATIN1")

    with pytest.raises(DatabaseUnwritable, match="ENCODING 'UTF8'"):
        Store.open(url)

    postgres_server.drop_database(url)


@pytest.mark.postgres
def test_a_store_survives_that_the_server_dropped_its_connections(on_postgresql: Store) -> None:
    dropped = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> {}"
    with psycopg.connect(
        on_postgresql.database.url.set(drivername="postgresql").render_as_string()
    ) as other:
        other.execute(sql.SQL(dropped).format(other.info.backend_pid))

    assert save(on_postgresql, Answer.at(3))


@pytest.mark.slow
def test_processes_that_start_at_once_all_find_their_tables(address: str) -> None:
    assert all(each_in_a_process(opens, [address] * 4))


def test_threads_that_start_at_once_all_find_their_tables(address: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(opens, [address] * 8))


def test_on_sqlite_who_comes_second_waits_for_who_makes_the_tables(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'candour.db'}"
    with closing(sqlite3.connect(tmp_path / "candour.db", isolation_level=None)) as first:
        first.execute("PRAGMA journal_mode=WAL")
        first.execute("BEGIN IMMEDIATE")
        waits_for(lambda: first.execute("COMMIT"), address)


def test_a_file_whose_log_is_refused_at_once_is_given_one_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite waits for a reader, yet refuses two that switch at once without waiting."""
    monkeypatch.setattr("dashboard.store.engine.LOCK_WAIT", 0.01)
    address = f"sqlite:///{tmp_path / 'candour.db'}"
    assert opens(address)
    with closing(sqlite3.connect(tmp_path / "candour.db", isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode=DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM workspaces").fetchone()
        waits_for(lambda: reader.execute("COMMIT"), address)


@pytest.mark.postgres
def test_on_a_server_who_comes_second_waits_for_who_makes_the_tables(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as first:
        first.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        waits_for(first.rollback, postgres_url)
