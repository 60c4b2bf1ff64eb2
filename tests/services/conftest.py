"""Two colleagues, a stranger and a clock, on a real SQLite file and on a real PostgreSQL."""

from dataclasses import replace

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.assessment import Assessment, Brand, BrandProfile
from dashboard.services import assessments, brands
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID, OWNER, local_user
from dashboard.store.store import Store
from tests.services.office import QUESTIONNAIRE, Clock, shelves
from tests.store.rows import WORKSPACE
from tests.stores import emptied

KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Store:
    """An open store with tables and nothing in them."""
    return emptied(request.getfixturevalue(f"one_on_{request.param}"))


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
