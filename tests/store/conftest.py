"""The store under test, on a real SQLite file and on a real PostgreSQL."""

from pathlib import Path

import pytest

from dashboard.store.store import Store
from tests.store.rows import fill
from tests.stores import emptied

KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'candour.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def on_sqlite(one_on_sqlite: Store) -> Store:
    """A filled store for what concerns SQLite alone."""
    fill(emptied(one_on_sqlite))
    return one_on_sqlite


@pytest.fixture
def on_postgresql(one_on_postgresql: Store) -> Store:
    """A filled store for what concerns PostgreSQL alone; mark its tests `postgres`."""
    fill(emptied(one_on_postgresql))
    return one_on_postgresql


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Store:
    """An open store with tables and nothing in them."""
    return emptied(request.getfixturevalue(f"one_on_{request.param}"))


@pytest.fixture
def store_address(store: Store) -> str:
    """Where others find that store."""
    return store.database.url.render_as_string(hide_password=False)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with two people, a workspace, a brand and an assessment without answers."""
    fill(store)
    return store


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest) -> Store:
    """Another empty store, of the same kind or of the other."""
    return emptied(request.getfixturevalue(f"another_on_{request.param}"))
