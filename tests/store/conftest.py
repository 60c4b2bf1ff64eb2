"""The store under test, on a real SQLite file and on a real PostgreSQL."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.store.store import Store
from tests.store.rows import fill


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'candour.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[Store]:
    """A filled store for what concerns SQLite alone."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'alone.db'}")) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def on_postgresql(postgres_url: str) -> Iterator[Store]:
    """A filled store for what concerns PostgreSQL alone; mark its tests `postgres`."""
    with closing(Store.open(postgres_url)) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def store(address: str, tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """An open store with tables and nothing in them."""
    if address.startswith("sqlite"):
        shutil.copy(empty_database, tmp_path)
    with closing(Store.open(address)) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with two people, a workspace, a brand and an assessment without answers."""
    fill(store)
    return store


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest, tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """Another empty store, of the same kind or of the other."""
    address = f"sqlite:///{shutil.copy(empty_database, tmp_path / 'target.db')}"
    if request.param == "postgresql":
        address = request.getfixturevalue("second_postgres_url")
    with closing(Store.open(address)) as opened:
        yield opened
