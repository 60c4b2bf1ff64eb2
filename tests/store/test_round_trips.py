"""What goes into the store comes out as it was, on both databases."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.access import User
from dashboard.domain.answer import Answer, State
from dashboard.domain.assessment import Assessment, BrandProfile, Status
from dashboard.domain.text import clean
from dashboard.store.assessments import Outcome
from dashboard.store.errors import AlreadyTaken, Gone
from dashboard.store.store import Store
from tests.store.rows import DEMO, NOW, WORKSPACE, assessment, brand, save


def _is_clean(text: str) -> bool:
    try:
        return bool(clean(text))
    except ValueError:
        return False


TEXTS = st.text(max_size=60).filter(lambda text: text == "" or _is_clean(text))
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
    reason=TEXTS.filter(str.strip),
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


@pytest.mark.parametrize(
    "wrong",
    [assessment("x", wave="x", workspace_id="demo"), assessment("x", brand_id="none")],
    ids=["a workspace that is not its brand's", "a brand that is not there"],
)
def test_an_assessment_stays_in_the_workspace_of_its_brand(
    filled: Store, wrong: Assessment
) -> None:
    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)

    with pytest.raises(Gone, match="read again"), filled.begin() as tx:
        tx.assessments.add(wrong, by="ann")


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


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
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


def test_names_are_taken_among_what_is_not_deleted(filled: Store) -> None:
    twin = brand("twin", profile=brand().profile)
    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.brands.add(twin, by="ann", now=NOW)

    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
        tx.brands.add(
            twin.model_copy(update={"id": "demo-twin", "workspace_id": "demo"}), by="ann", now=NOW
        )
        tx.brands.update(brand(deleted_at=NOW))
        tx.brands.add(twin, by="ann", now=NOW)

    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.brands.update(brand())


def test_waves_of_a_brand_are_taken_among_what_is_not_deleted(filled: Store) -> None:
    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.assessments.add(assessment("twin"), by="ann")

    with filled.begin() as tx:
        tx.assessments.update(assessment(deleted_at=NOW))
        tx.assessments.add(assessment("twin"), by="ann")

    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.assessments.update(assessment())


def test_names_that_differ_in_case_or_accents_are_different(filled: Store) -> None:
    with filled.begin() as tx:
        for number, name in enumerate(["acme", "ACME", "Acmé", "Acme "]):
            other = brand(f"b{number}", profile=BrandProfile(name=name))
            tx.brands.add(other, by="ann", now=NOW)

    with filled.read() as tx:
        found = [one.name for one in tx.brands.of_workspace("ws")]
        assert found == ["ACME", "Acme", "acme", "Acme ", "Acmé"]


def test_deleted_brands_and_assessments_are_found_once_their_time_is_over(filled: Store) -> None:
    with filled.begin() as tx:
        for days in (40, 20, 30):
            gone = NOW - timedelta(days=days)
            tx.brands.add(brand(f"b{days}", deleted_at=gone), by="ann", now=NOW)
            tx.assessments.add(assessment(f"a{days}", deleted_at=gone), by="ann")

    with filled.read() as tx:
        limit = NOW - timedelta(days=30)
        assert [one.id for one in tx.brands.expired(limit)] == ["b40"]
        assert [one.id for one in tx.assessments.expired(limit)] == ["a40"]
        assert [one.id for one in tx.brands.expired(NOW)] == ["b40", "b30", "b20"]


def test_what_is_removed_takes_along_what_belongs_to_it(filled: Store) -> None:
    save(filled, Answer.at(3))
    with filled.begin() as tx:
        tx.assessments.add(assessment("second", wave="2"), by="ann")
        tx.assessments.remove("first")

    with filled.read() as tx:
        assert tx.answers.of("first") == {}
        assert tx.history.of("first", "VE1.1") == []
        assert [one.id for one in tx.assessments.of_workspace("ws")] == ["second"]

    with filled.begin() as tx:
        tx.brands.remove("acme")
    with filled.read() as tx:
        assert tx.assessments.of_workspace("ws") == []


def test_a_workspace_goes_with_everything_in_it_and_nothing_else(filled: Store) -> None:
    save(filled, Answer.at(3))
    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
        tx.users.join("ann", "demo", "owner", NOW)
        tx.brands.add(brand("made-up", workspace_id="demo"), by="ann", now=NOW)
        tx.assessments.add(assessment("tale", workspace_id="demo", brand_id="made-up"), by="ann")

    with filled.begin() as tx:
        tx.workspaces.delete("demo")

    with filled.read() as tx:
        assert tx.workspaces.of_user("ann") == [WORKSPACE]
        assert tx.brands.get("made-up") is None
        assert tx.assessments.get("tale") is None
        assert tx.brands.get("acme") == brand()
        assert tx.answers.of("first").keys() == {"VE1.1"}


def test_ten_thousand_answers_come_back_in_one_question(filled: Store) -> None:
    waves = [assessment(f"a{number}", wave=str(number)) for number in range(280)]
    with filled.begin() as tx:
        for wave in waves:
            tx.assessments.add(wave, by="ann")
            for item in range(36):
                tx.answers.replace(
                    wave, f"I{item}", Answer.at(1 + item % 5), read_version=0, by="ann", now=NOW
                )

    with filled.read() as tx:
        found = tx.answers.of_many([wave.id for wave in waves])
        assert sum(map(len, found.values())) == 280 * 36
        assert found["a7"] == tx.answers.of("a7")
        assert tx.answers.of_many(["first", "none"]) == {"first": {}, "none": {}}
        assert tx.answers.of_many([]) == {}
