"""The rows that most tests of the store begin with."""

from datetime import UTC, datetime, timedelta

from dashboard.domain.access import Workspace, WorkspaceKind
from dashboard.domain.answer import Answer, StoredAnswer
from dashboard.domain.assessment import Assessment, Brand, BrandProfile, Status
from dashboard.store.store import Store, Transaction

NOW = datetime(2026, 11, 24, 9, 30, 15, 123456, tzinfo=UTC)

WORKSPACE = Workspace(id="ws", name="Our brands", kind=WorkspaceKind.OWN)
DEMO = Workspace(id="demo", name="Demo", kind=WorkspaceKind.DEMO)


def brand(key: str = "acme", **changes: object) -> Brand:
    fields = {"id": key, "workspace_id": "ws", "profile": BrandProfile(name=key.title())}
    return Brand.model_validate(fields | changes)


def assessment(key: str = "first", **changes: object) -> Assessment:
    fields = {
        "id": key,
        "workspace_id": "ws",
        "brand_id": "acme",
        "wave": "2026-Q4",
        "questionnaire": "data-trust@1.0.0",
        "status": Status.DRAFT,
        "dated": None,
        "created_at": NOW,
    }
    return Assessment.model_validate(fields | changes)


def fill(store: Store) -> None:
    with store.begin() as tx:
        tx.workspaces.add(WORKSPACE, NOW)
        for user in ("ann", "bob"):
            tx.users.add(user, user.title(), NOW)
            tx.users.join(user, "ws", "owner", NOW)
        tx.brands.add(brand(), by="ann", now=NOW)
        tx.assessments.add(assessment(), by="ann")


def save(
    store: Store,
    answer: Answer | None,
    *,
    item: str = "VE1.1",
    read_version: int = 0,
    by: str = "ann",
    after: float = 0,
) -> StoredAnswer | None:
    """Save one answer as the product does: the answer and its history in one transaction."""
    with store.begin() as tx:
        return save_in(tx, answer, item=item, read_version=read_version, by=by, after=after)


def save_in(
    tx: Transaction,
    answer: Answer | None,
    *,
    item: str,
    read_version: int,
    by: str = "ann",
    after: float,
) -> StoredAnswer | None:
    """Save one answer of several in a transaction."""
    now = NOW + timedelta(seconds=after)
    held = tx.assessments.get("first", share=True)
    assert held
    stored = tx.answers.replace(held, item, answer, read_version=read_version, by=by, now=now)
    tx.history.note(held, item, answer, by=by, now=now, set_aside=stored is None)
    return stored
