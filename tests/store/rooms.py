"""A workshop that is going on, with people in it, for the tests of the store."""

from datetime import timedelta

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Agreed, Participant, Setup, Stage, Workshop
from dashboard.store.store import Store
from tests.store.rows import NOW

SETUP = Setup(
    dimensions=("ST4", "VE3"),
    langs=("zh", "en"),
    roles=("Legal", "法务 🧭", 'a "quoted" one'),
    expected=40,
    note="",
)


def workshop(key: str = "room", **changes: object) -> Workshop:
    fields = {
        "id": key,
        "workspace_id": "ws",
        "assessment_id": "first",
        "code": f"CODE{key}",
        "stage": Stage.DRAFT,
        "setup": SETUP,
        "created_at": NOW,
        "expires_at": NOW + timedelta(days=30),
    }
    return Workshop.model_validate(fields | changes)


def agreed(item_id: str, answer: Answer, **changes: object) -> Agreed:
    fields = {"item_id": item_id, "answer": answer, "agreed_at": NOW, "agreed_by": "ann"}
    return Agreed.model_validate(fields | changes)


def join(store: Store, key: str, *, room: str = "room", role: str | None = None) -> Participant:
    """Join as the participant of this id, with a token hash of the same name."""
    one = Participant(id=key, role=role)
    with store.begin() as tx:
        assert tx.ratings.join(workshop(room), one, f"hash of {key}")
    return one


def furnish(store: Store) -> None:
    """Two workshops on the first assessment: one that is revealed, and one where nobody is yet."""
    with store.begin() as tx:
        tx.workshops.add(workshop(stage=Stage.REVEALED), by="ann")
        tx.workshops.add(workshop("empty"), by="bob")
    given = {
        "p1": {"ST4.1": Answer.at(2), "VE3.3": Answer.not_applicable("无合作伙伴")},
        "p2": {"ST4.1": Answer.dont_know()},
        "p3": {},
    }
    for key, answers in given.items():
        join(store, key, role="法务 🧭" if key == "p1" else None)
        with store.begin() as tx:
            tx.ratings.give(workshop(), key, answers)
    with store.begin() as tx:
        tx.ratings.finish("p1")
        tx.agreements.put(workshop(), agreed("ST4.1", Answer.at(3), reason="Seen."))
        tx.agreements.put(workshop(), agreed("ST4.2", Answer.dont_know(), agreed_by="bob"))
