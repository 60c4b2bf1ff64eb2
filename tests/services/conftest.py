"""Two colleagues, a stranger and a clock, on a real SQLite file and on a real PostgreSQL."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete

from dashboard.catalog import Catalog
from dashboard.domain.assessment import Assessment, Brand, BrandProfile
from dashboard.services import assessments, brands
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID, OWNER, local_user
from dashboard.store.schema import TABLES
from dashboard.store.store import Store
from tests.postgres import PostgresServer
from tests.services.office import QUESTIONNAIRE, Clock, shelves
from tests.store.rows import WORKSPACE


@pytest.fixture(scope="session")
def one_on_postgresql(postgres_server: PostgresServer) -> Iterator[Store]:
    """One database for all tests: making one takes longer than any of them."""
    url = postgres_server.create_database()
    with closing(Store.open(url)) as opened:
        yield opened
    postgres_server.drop_database(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """An open store with tables and nothing in them."""
    if request.param == "sqlite":
        file = shutil.copy(empty_database, tmp_path)
        with closing(Store.open(f"sqlite:///{file}")) as opened:
            yield opened
        return
    shared: Store = request.getfixturevalue("one_on_postgresql")
    with shared.begin() as tx:
        for table in reversed(TABLES):
            tx.connection.execute(delete(table))
    yield shared


@pytest.fixture
def catalog() -> Catalog:
    return shelves()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ann(store: Store, catalog: Catalog, clock: Clock) -> Acting:
    """The local user, in a workspace of her own."""
    return Acting(store, catalog, local_user(store, clock()), clock)


@pytest.fixture
def bob(ann: Acting) -> Acting:
    """A colleague of Ann's in her workspace."""
    with ann.store.begin() as tx:
        tx.users.add("bob", "Bob", ann.now())
        tx.users.join("bob", OWN_WORKSPACE_ID, OWNER, ann.now())
        user = tx.users.get("bob")
    assert user
    return replace(ann, user=user)


@pytest.fixture
def stranger(ann: Acting) -> Acting:
    """Somebody who has a workspace, but not Ann's."""
    with ann.store.begin() as tx:
        tx.users.add("eve", "Eve", ann.now())
        tx.workspaces.add(WORKSPACE, ann.now())
        tx.users.join("eve", WORKSPACE.id, OWNER, ann.now())
        user = tx.users.get("eve")
    assert user
    return replace(ann, user=user)


@pytest.fixture
def brand(ann: Acting) -> Brand:
    return brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Alder Teas", industry="food"))


@pytest.fixture
def draft(ann: Acting, brand: Brand) -> Assessment:
    """Ann's assessment of her brand, without an answer yet."""
    return assessments.begin(ann, brand.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)
