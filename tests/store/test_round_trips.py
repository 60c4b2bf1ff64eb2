"""What goes into the store comes out as it was, on both databases."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.access import User
from dashboard.domain.answer import Answer, State
from dashboard.domain.assessment import BrandProfile, Status
from dashboard.domain.text import clean, stated
from dashboard.store.assessments import Outcome
from dashboard.store.errors import Gone
from dashboard.store.store import Store
from tests.examples import scaled
from tests.store.rows import DEMO, NOW, WORKSPACE, assessment, brand, save


def _passes(check: Callable[[str], str], text: str) -> bool:
    try:
        check(text)
    except ValueError:
        return False
    return True


TEXTS = st.text(max_size=60).filter(partial(_passes, clean))
LINKS = st.lists(st.sampled_from(["https://example.com/ü?q='", "http://a.b/\\"]), max_size=3)
ANSWERS = st.builds(
    Answer,
    state=st.just(State.LEVEL),
    level=st.integers(1, 10),
    evidence=st.none() | st.integers(0, 3),
    note=st.none() | TEXTS,
    links=st.none() | LINKS.map(tuple),
) | st.builds(
    Answer,
    state=st.just(State.NOT_APPLICABLE),
    reason=TEXTS.filter(partial(_passes, stated)),
    note=st.none() | TEXTS,
    links=st.none() | LINKS.map(tuple),
)


def test_a_person_comes_with_their_workspaces(filled: Store) -> None:
    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW + timedelta(seconds=1))
        tx.users.join("ann", "demo", "owner", NOW)

    with filled.read() as tx:
        assert tx.users.get("ann") == User(
            id="ann", name="Ann", workspace_ids=frozenset({"ws", "demo"})
        )
        assert tx.workspaces.of_user("ann") == [WORKSPACE, DEMO]
        assert tx.workspaces.of_user("bob") == [WORKSPACE]
        assert tx.users.get("nobody") is None
        assert tx.workspaces.get("nowhere") is None


def test_a_person_without_a_workspace_is_a_person(store: Store) -> None:
    with store.begin() as tx:
        tx.users.add("new", "New", NOW)

    with store.read() as tx:
        assert tx.users.get("new") == User(id="new", name="New", workspace_ids=frozenset())


def test_what_is_added_twice_is_there_once_and_as_it_was_first(filled: Store) -> None:
    with filled.begin() as tx:
        assert tx.users.add("cat", "Cat", NOW)
        assert not tx.users.add("cat", "Somebody else", NOW)
        assert not tx.workspaces.add(WORKSPACE.model_copy(update={"name": "Else"}), NOW)
        assert tx.users.join("cat", "ws", "owner", NOW)
        assert not tx.users.join("cat", "ws", "reader", NOW)

    with filled.read() as tx:
        assert tx.users.names(["cat", "ann", "nobody", "cat"]) == {"cat": "Cat", "ann": "Ann"}
        assert tx.users.names([]) == {}
        assert tx.workspaces.get("ws") == WORKSPACE


def test_a_brand_comes_back_in_every_state(filled: Store) -> None:
    full = brand(
        "full",
        profile=BrandProfile(
            name="Nørth 北 🧭", industry="retail", region="europe", size="250-999", parent="Wind"
        ),
    )
    archived = full.model_copy(update={"archived_at": NOW})
    deleted = archived.model_copy(update={"deleted_at": NOW + timedelta(days=1)})
    with filled.begin() as tx:
        tx.brands.add(full, by="bob", now=NOW)
        assert tx.brands.get("full") == full
        tx.brands.update(archived)
        assert tx.brands.get("full") == archived
        assert tx.brands.named("ws", full.name) == archived
        tx.brands.update(deleted)
        assert tx.brands.get("full") == deleted
        assert tx.brands.named("ws", full.name) is None
        assert tx.brands.of_workspace("ws") == [brand(), deleted]
        assert tx.brands.of_workspace("demo") == []
        assert tx.brands.get("none") is None


def test_an_assessment_comes_back_in_every_state(filled: Store) -> None:
    full = assessment(
        "full",
        wave="第三波 🧭",
        status=Status.REOPENED,
        dated=date(2025, 2, 28),
        completed_at=NOW + timedelta(hours=1),
        archived_at=NOW + timedelta(hours=2),
        brand_keys=(),
    )
    changed = full.model_copy(
        update={"status": Status.COMPLETE, "dated": None, "brand_keys": ("name", "parent")}
    )
    with filled.begin() as tx:
        tx.assessments.add(full, by="bob")
        assert tx.assessments.get("full") == full
        assert tx.assessments.of_brand("acme") == [full, assessment()]
        tx.assessments.update(changed)
        assert tx.assessments.get("full", share=True) == changed
        assert tx.assessments.of_workspace("ws") == [assessment(), changed]
        assert tx.assessments.of_brand("none") == tx.assessments.of_workspace("demo") == []
        assert tx.assessments.get("none", lock=True) is None


def test_an_outcome_is_kept_beside_the_assessment_until_it_is_cleared(filled: Store) -> None:
    with filled.begin() as tx:
        assert tx.assessments.outcomes("ws") == {}
        tx.assessments.set_outcome("first", 40.625, "developing", "1")
        assert tx.assessments.outcomes("ws") == {"first": Outcome(40.625, "developing", "1")}
        tx.assessments.update(assessment(status=Status.COMPLETE))
        assert tx.assessments.outcomes("ws") == {"first": Outcome(40.625, "developing", "1")}
        tx.assessments.set_outcome("first", None, None, "1")
        assert tx.assessments.outcomes("ws") == {"first": Outcome(None, None, "1")}
        tx.assessments.clear_outcome("first")
        assert tx.assessments.outcomes("ws") == {}


def test_a_change_of_what_is_not_there_is_refused(filled: Store) -> None:
    with filled.begin() as tx:
        with pytest.raises(Gone, match="no brand none"):
            tx.brands.update(brand("none"))
        with pytest.raises(Gone, match="no assessment none"):
            tx.assessments.update(assessment("none"))
        with pytest.raises(Gone, match="no assessment none"):
            tx.assessments.set_outcome("none", 1.0, None, "1")


def test_missing_and_empty_stay_apart(filled: Store) -> None:
    missing = Answer.at(3)
    empty = Answer(state=State.LEVEL, level=3, note="", links=(), evidence=0)

    save(filled, missing, item="missing")
    save(filled, empty, item="empty")

    with filled.read() as tx:
        stored = tx.answers.of("first")
        assert stored["missing"].answer == missing
        assert stored["empty"].answer == empty
        assert tx.history.of("first", "empty")[0].answer == empty


@pytest.mark.slow
@settings(max_examples=scaled(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(ANSWERS, min_size=1, max_size=5))
def test_any_answer_comes_back_as_it_was(filled: Store, answers: list[Answer]) -> None:
    with filled.begin() as tx:
        tx.assessments.remove("first")
        tx.assessments.add(assessment(), by="ann")
    for number, answer in enumerate(answers):
        save(filled, answer, item=f"I{number}")
        save(filled, answer, item="again", read_version=number, after=100 * number)

    with filled.read() as tx:
        stored = tx.answers.of("first")
        assert [stored[f"I{number}"].answer for number in range(len(answers))] == answers
        assert stored["again"].answer == answers[-1]
        entries = tx.history.of("first", "again")
        assert [entry.answer for entry in reversed(entries)] == answers


def test_moments_are_kept_to_the_microsecond_whatever_their_zone(filled: Store) -> None:
    elsewhere = datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    with filled.begin() as tx:
        tx.assessments.add(assessment("far", wave="far", created_at=elsewhere), by="ann")

    with filled.read() as tx:
        found = tx.assessments.get("far")
        assert found
        assert found.created_at == elsewhere
        assert found.created_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(filled: Store) -> None:
    naive = NOW.replace(tzinfo=None)

    with pytest.raises(ValueError, match="no time zone"), filled.begin() as tx:
        tx.assessments.add(assessment("far", wave="far", created_at=naive), by="ann")


@pytest.mark.slow
def test_ten_thousand_answers_come_back_in_one_question(filled: Store) -> None:
    waves = [assessment(f"a{number}", wave=str(number)) for number in range(280)]
    given = {f"I{item}": Answer.at(1 + item % 5) for item in range(36)}
    with filled.begin() as tx:
        for wave in waves:
            tx.assessments.add(wave, by="ann")
            tx.answers.add(wave, given, by="ann", now=NOW)

    with filled.read() as tx:
        found = tx.answers.of_many([wave.id for wave in waves])
        assert sum(map(len, found.values())) == 280 * 36
        assert found["a7"] == tx.answers.of("a7")
        assert tx.answers.of_many(["first", "none"]) == {"first": {}, "none": {}}
        assert tx.answers.of_many([]) == {}
