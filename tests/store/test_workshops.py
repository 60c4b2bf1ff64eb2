"""Workshops in the store: what goes in comes out, and what belongs together goes together."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, update

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Ballot, Participant, Progress, Setup, Stage
from dashboard.store.errors import AlreadyTaken, Gone
from dashboard.store.schema import assessments, brands
from dashboard.store.store import Store, Transaction
from tests.examples import scaled
from tests.store.rooms import SETUP, agreed, furnish, join, workshop
from tests.store.rows import DEMO, NOW, assessment, brand
from tests.store.tallies import content
from tests.store.test_round_trips import TEXTS

STATED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50).map("·{}".format)
"""Texts in which there is something to see."""
ON_BOTH = settings(
    max_examples=scaled(40), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RATINGS = st.one_of(
    st.integers(1, 10).map(Answer.at),
    st.just(Answer.dont_know()),
    STATED.map(Answer.not_applicable),
)
SETUPS = st.builds(
    Setup,
    dimensions=st.lists(STATED, min_size=1, max_size=4).map(tuple),
    langs=st.sampled_from([("en",), ("zh",), ("en", "zh"), ("zh", "en")]),
    roles=st.lists(STATED, max_size=4).map(tuple),
    expected=st.integers(1, 5_000),
    note=st.none() | TEXTS,
)


@pytest.fixture
def furnished(filled: Store) -> Store:
    furnish(filled)
    return filled


@ON_BOTH
@given(setup=SETUPS, stage=st.sampled_from(Stage), version=st.integers(1, 2**31 - 2))
def test_any_workshop_comes_back_as_it_was(
    filled: Store, setup: Setup, stage: Stage, version: int
) -> None:
    later = NOW + timedelta(days=3, microseconds=1)
    first = workshop(setup=setup, stage=stage, version=version, expires_at=later)
    changed = first.model_copy(update={"setup": SETUP, "stage": Stage.LOCKED})
    with filled.begin() as tx:
        tx.workshops.remove("room")
        tx.workshops.add(first, by="bob")
        assert tx.workshops.get("room") == first == tx.workshops.by_code(first.code)
        assert tx.workshops.change(changed)

    with filled.read() as tx:
        found = tx.workshops.get("room")
        assert found == changed.model_copy(update={"version": version + 1})
        assert tx.workshops.of_workspace("ws") == [found]
        assert tx.workshops.get("none") is tx.workshops.by_code("none") is None


@ON_BOTH
@given(rounds=st.lists(st.dictionaries(STATED, st.none() | RATINGS, max_size=4), max_size=4))
def test_any_ratings_come_back_as_they_were_given_last(
    filled: Store, rounds: list[dict[str, Answer | None]]
) -> None:
    with filled.begin() as tx:
        tx.workshops.remove("room")
        tx.workshops.add(workshop(), by="ann")
        tx.ratings.join(workshop(), Participant(id="p", role="r"), "hash")
        for one in rounds:
            tx.ratings.give(workshop(), "p", one)

    last = {item_id: answer for one in rounds for item_id, answer in one.items()}
    expected = {item_id: answer for item_id, answer in last.items() if answer}
    with filled.read() as tx:
        assert tx.ratings.of_participant("p") == expected
        assert tx.ratings.ballots("room") == [Ballot(role="r", answers=expected)]


@ON_BOTH
@given(first=RATINGS, second=RATINGS, reason=st.none() | STATED)
def test_anything_agreed_comes_back_as_it_was_agreed_last(
    filled: Store, first: Answer, second: Answer, reason: str | None
) -> None:
    once = agreed("I1", first, reason="First.", agreed_by="bob")
    then = agreed("I1", second, reason=reason, agreed_at=NOW + timedelta(days=1))
    with filled.begin() as tx:
        tx.workshops.remove("room")
        tx.workshops.add(workshop(), by="ann")
        tx.agreements.put(workshop(), once)
        assert tx.agreements.of("room") == {"I1": once}
        tx.agreements.put(workshop(), then)
        tx.agreements.put(workshop(), agreed("I2", first))

    with filled.begin() as tx:
        assert tx.agreements.of("room") == {"I1": then, "I2": agreed("I2", first)}
        tx.agreements.take_back("room", "I1")
        assert tx.agreements.of("room").keys() == {"I2"}


def test_a_workshop_is_changed_over_the_version_that_was_read_alone(filled: Store) -> None:
    with filled.begin() as tx:
        tx.workshops.add(workshop(), by="ann")
        assert tx.workshops.change(workshop(stage=Stage.COLLECTING))
        assert not tx.workshops.change(workshop(stage=Stage.LOCKED))
        assert not tx.workshops.change(workshop("none"))
        found = tx.workshops.get("room")

    assert found == workshop(stage=Stage.COLLECTING, version=2)


def test_a_code_is_of_one_workshop(filled: Store) -> None:
    with filled.begin() as tx:
        tx.workshops.add(workshop(), by="ann")

    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.workshops.add(workshop("other", code="CODEroom"), by="ann")


def test_the_newest_workshop_of_a_workspace_comes_first(filled: Store) -> None:
    ages = {"old": 3, "new": 1, "older": 9}
    with filled.begin() as tx:
        for key, days in ages.items():
            tx.workshops.add(workshop(key, created_at=NOW - timedelta(days=days)), by="ann")

    with filled.read() as tx:
        assert [one.id for one in tx.workshops.of_workspace("ws")] == ["new", "old", "older"]
        assert tx.workshops.of_workspace("demo") == []


def test_a_token_takes_one_place_a_workshop(filled: Store) -> None:
    with filled.begin() as tx:
        tx.workshops.add(workshop(), by="ann")
        tx.workshops.add(workshop("other"), by="ann")
    first = join(filled, "p1", role="Legal")

    with filled.begin() as tx:
        again = Participant(id="p2", role="IT")
        assert not tx.ratings.join(workshop(), again, "hash of p1")
        assert tx.ratings.join(workshop("other"), again, "hash of p1")
        assert tx.ratings.participant("room", "hash of p1") == first
        assert tx.ratings.participant("other", "hash of p1") == again
        assert tx.ratings.participant("room", "hash of p2") is None
        assert tx.ratings.joined("room") == tx.ratings.joined("other") == 1


def test_ballots_are_of_everybody_in_the_room_and_of_nobody_else(furnished: Store) -> None:
    join(furnished, "else", room="empty")
    with furnished.begin() as tx:
        tx.ratings.give(workshop("empty"), "else", {"ST4.1": Answer.at(5)})

    with furnished.read() as tx:
        assert tx.ratings.ballots("room") == [
            Ballot(
                role="法务 🧭",
                answers={"ST4.1": Answer.at(2), "VE3.3": Answer.not_applicable("无合作伙伴")},
            ),
            Ballot(role=None, answers={"ST4.1": Answer.dont_know()}),
            Ballot(role=None, answers={}),
        ]
        assert [one.answers for one in tx.ratings.ballots("empty")] == [{"ST4.1": Answer.at(5)}]
        assert tx.ratings.ballots("none") == []


def test_progress_counts_who_is_through_with_a_dimension(furnished: Store) -> None:
    apart = {"ST4": ("ST4.1",), "VE3": ("VE3.3",), "VE1": ("VE1.1",)}
    together = {"both": ("VE3.3", "ST4.1")}
    nobody = Progress(joined=0, finished=0, by_dimension={"ST4": 0, "VE3": 0, "VE1": 0})

    with furnished.read() as tx:
        room, empty = tx.workshops.get("room"), tx.workshops.get("empty")
        three = Progress(joined=3, finished=1, by_dimension={"ST4": 2, "VE3": 1, "VE1": 0})
        assert tx.workshops.follow("room", apart) == (room, three)
        three = Progress(joined=3, finished=1, by_dimension={"both": 1})
        assert tx.workshops.follow("room", together) == (room, three)
        assert tx.workshops.follow("empty", apart) == (empty, nobody)
        assert tx.workshops.follow("none", apart) is None


@pytest.mark.parametrize("table", [brands, assessments])
def test_a_room_is_not_followed_once_its_brand_or_assessment_is_deleted(
    furnished: Store, table: Table
) -> None:
    with furnished.begin() as tx:
        tx.connection.execute(update(table).values(deleted_at=NOW))

    with furnished.read() as tx:
        assert tx.workshops.get("room")
        assert tx.workshops.follow("room", {"ST4": ("ST4.1",)}) is None


MISPLACED: dict[str, Callable[[Transaction], object]] = {
    "a workshop in another workspace than its assessment": lambda tx: tx.workshops.add(
        workshop("x", workspace_id="demo"), by="ann"
    ),
    "a workshop on no assessment": lambda tx: tx.workshops.add(
        workshop("x", assessment_id="none"), by="ann"
    ),
    "a workshop of nobody": lambda tx: tx.workshops.add(workshop("x"), by="none"),
    "a participant of no workshop": lambda tx: tx.ratings.join(
        workshop("none"), Participant(id="x", role=None), "hash"
    ),
    "a participant in another workspace": lambda tx: tx.ratings.join(
        workshop(workspace_id="demo"), Participant(id="x", role=None), "hash"
    ),
    "a rating of nobody": lambda tx: tx.ratings.give(workshop(), "none", {"I": Answer.at(1)}),
    "a rating in another workshop than its participant": lambda tx: tx.ratings.give(
        workshop("empty"), "p1", {"I": Answer.at(1)}
    ),
    "something agreed in no workshop": lambda tx: tx.agreements.put(
        workshop("none"), agreed("I", Answer.at(1))
    ),
    "something agreed by nobody": lambda tx: tx.agreements.put(
        workshop(), agreed("I", Answer.at(1), agreed_by="none")
    ),
}


@pytest.mark.parametrize("misplace", MISPLACED.values(), ids=MISPLACED.keys())
def test_what_belongs_to_nothing_is_refused(
    furnished: Store, misplace: Callable[[Transaction], object]
) -> None:
    with furnished.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
    before = content(furnished)

    with pytest.raises(Gone, match="read again"), furnished.begin() as tx:
        misplace(tx)

    assert content(furnished) == before


@pytest.mark.parametrize("what", ["workshop", "votes", "assessment", "brand", "workspace"])
def test_what_is_removed_takes_along_what_belongs_to_it(furnished: Store, what: str) -> None:
    with furnished.begin() as tx:
        tx.brands.add(brand("other"), by="ann", now=NOW)
        tx.assessments.add(assessment("second", brand_id="other"), by="ann")
        tx.workshops.add(workshop("second", assessment_id="second"), by="ann")
    join(furnished, "p9", room="second")

    with furnished.begin() as tx:
        match what:
            case "workshop":
                tx.workshops.remove("room")
            case "votes":
                assert tx.ratings.remove_all("room") == 3
                assert tx.ratings.remove_all("room") == 0
            case "assessment":
                tx.assessments.remove("first")
            case "brand":
                tx.brands.remove("acme")
            case _:
                tx.workspaces.delete("ws")

    left = content(furnished)
    rows = [left[table].rows for table in ("workshops", "participants", "ratings", "agreed")]
    assert (
        rows
        == {
            "workshop": [2, 1, 0, 0],
            "votes": [3, 1, 0, 2],
            "assessment": [1, 1, 0, 0],
            "brand": [1, 1, 0, 0],
            "workspace": [0, 0, 0, 0],
        }[what]
    )
