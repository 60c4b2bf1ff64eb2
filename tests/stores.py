"""Open stores that all tests of a process share: to make one takes longer than most tests.

Whoever uses one empties it first. A test that spoils its store, or is about opening one, makes its
own.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete

from dashboard.store.schema import TABLES
from dashboard.store.store import Store
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and nothing in them; to copy it is quicker than to migrate."""
    file = tmp_path_factory.mktemp("empty") / "candour.db"
    Store.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def one_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    yield from _on_sqlite(tmp_path_factory)


@pytest.fixture(scope="session")
def another_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    yield from _on_sqlite(tmp_path_factory)


@pytest.fixture(scope="session")
def one_on_postgresql(postgres_server: PostgresServer) -> Iterator[Store]:
    yield from _on_postgresql(postgres_server)


@pytest.fixture(scope="session")
def another_on_postgresql(postgres_server: PostgresServer) -> Iterator[Store]:
    yield from _on_postgresql(postgres_server)


def emptied(store: Store) -> Store:
    """The same store with its tables and nothing in them."""
    with store.begin() as tx:
        for table in reversed(TABLES):
            tx.connection.execute(delete(table))
    return store


def _on_sqlite(folders: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(Store.open(f"sqlite:///{folders.mktemp('shared') / 'shared.db'}")) as opened:
        yield opened


def _on_postgresql(server: PostgresServer) -> Iterator[Store]:
    url = server.create_database()
    with closing(Store.open(url)) as opened:
        yield opened
    server.drop_database(url)
