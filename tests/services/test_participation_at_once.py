"""A whole room at the same moment: phones that join, forms that come in, and the lock."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment
from dashboard.domain.workshop import Participant, Stage
from dashboard.services import participation, workshops
from dashboard.services.acting import Acting
from dashboard.services.participation import Closed, DoorClosed, NotJoined
from tests.services.office import at_once
from tests.services.rooms import (
    ST4,
    Phone,
    of_kind,
    opened,
    seated,
)


def keep_giving(phone: Phone) -> tuple[dict[str, Answer], Closed]:
    """Hand in again and again until the door shuts: what was last said to be kept, and why."""
    kept: dict[str, Answer] = {}
    invited = phone.invited
    for count in range(1_000_000):
        given = dict.fromkeys(ST4, Answer.at(1 + count % 5))
        try:
            participation.hand_in(phone.me.store, invited, phone.token, given, now=phone.me.now())
        except DoorClosed as shut:
            return kept, shut.why
        kept = given
    raise AssertionError("the door never shut")


@pytest.mark.parametrize("_again", range(3))
def test_what_was_acknowledged_is_there_and_nothing_is_added_after_the_lock(
    ann: Acting, draft: Assessment, _again: int
) -> None:
    made = opened(ann, draft.id)
    phones = [seated(ann, made) for _ in range(20)]
    with ThreadPoolExecutor(len(phones)) as pool:
        giving = [pool.submit(keep_giving, phone) for phone in phones]
        try:
            wait_until(lambda: workshops.progress(ann, made.id).by_dimension["ST4"] == 20)
        finally:
            workshops.move(ann, made, Stage.LOCKED)
        at_the_lock = [phone.sheet.answers for phone in phones]

    assert [one.result() for one in giving] == [(kept, Closed.LOCKED) for kept in at_the_lock]
    assert [phone.sheet.answers for phone in phones] == at_the_lock


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_lock_waits_for_the_form_that_is_being_stored(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    phone = seated(ann, made)
    with ThreadPoolExecutor() as pool:
        with ann.store.begin() as tx:
            held = tx.workshops.get(made.id, share=True)
            participant = tx.ratings.participant(made.id, participation.token_hash(phone.token))
            assert held
            assert participant
            locking = pool.submit(workshops.move, ann, made, Stage.LOCKED)
            with pytest.raises(TimeoutError):
                locking.result(timeout=0.3)
            tx.ratings.give(held, participant.id, {"ST4.1": Answer.at(4)})
        assert locking.result(timeout=10).stage is Stage.LOCKED

    assert phone.sheet.answers == {"ST4.1": Answer.at(4)}


@pytest.mark.parametrize(
    "store", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_on_a_server_people_who_join_and_hand_in_do_not_wait_for_each_other(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    phone = seated(ann, made)
    with ThreadPoolExecutor() as pool, ann.store.begin() as tx:
        assert tx.workshops.get(made.id, share=True)

        assert pool.submit(seated, ann, made).result(timeout=5)
        pool.submit(phone.give, {"ST4.1": Answer.at(4)}).result(timeout=5)
        pool.submit(phone.finish).result(timeout=5)


def test_a_form_that_is_sent_many_times_at_once_counts_once(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    phone = seated(ann, made)
    given = {"ST4.1": Answer.at(2), "ST4.2": Answer.dont_know(), "ST4.3": None}

    outcomes = at_once(*[partial(phone.give, given)] * 8)

    assert outcomes == [None] * 8
    assert phone.sheet.answers == {key: one for key, one in given.items() if one}


def test_different_forms_of_one_person_at_once_are_stored_one_after_the_other(
    ann: Acting, draft: Assessment
) -> None:
    phone = seated(ann, opened(ann, draft.id))
    phone.give(dict.fromkeys(ST4, Answer.at(3)))
    one = {"ST4.1": Answer.at(1), "ST4.2": Answer.at(1), "ST4.3": None}
    other = {"ST4.3": Answer.at(5), "ST4.2": None, "ST4.1": None}

    for _ in range(5):
        outcomes = at_once(*[partial(phone.give, one), partial(phone.give, other)] * 5)

        assert outcomes == [None] * 10
        kept = phone.sheet.answers
        assert kept in ({"ST4.1": Answer.at(1), "ST4.2": Answer.at(1)}, {"ST4.3": Answer.at(5)})


def test_who_joins_many_times_at_once_has_one_place_and_one_role(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    for count in range(1, 6):
        phone = Phone(ann, made.code)

        outcomes = at_once(
            *(partial(phone.join, role) for role in ["Legal", "Marketing", None, "Legal"] * 2)
        )

        assert of_kind(outcomes, Participant) == [phone.sheet.participant] * 8
        assert workshops.progress(ann, made.id).joined == count


@pytest.mark.parametrize("taken", [0, 45])
def test_places_are_never_exceeded_however_many_join_at_once(
    ann: Acting, draft: Assessment, taken: int
) -> None:
    made = opened(ann, draft.id)
    for _ in range(taken):
        seated(ann, made)
    phones = [Phone(ann, made.code) for _ in range(60)]

    outcomes = at_once(*(phone.join for phone in phones))

    free = made.places - taken
    shut = of_kind(outcomes, DoorClosed)
    assert Counter(one.why for one in shut) == {Closed.FULL: 60 - free}
    assert len(of_kind(outcomes, Participant)) == free
    assert workshops.progress(ann, made.id).joined == made.places


def test_the_last_place_is_taken_once_by_a_phone_that_asks_twice(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    for _ in range(made.places - 1):
        seated(ann, made)
    phone = Phone(ann, made.code)

    outcomes = at_once(*[phone.join] * 6)

    assert outcomes == [phone.sheet.participant] * 6


def test_nobody_joins_after_the_lock(ann: Acting, draft: Assessment) -> None:
    for _ in range(3):
        made = opened(ann, draft.id)
        phones = [Phone(ann, made.code) for _ in range(10)]

        outcomes = at_once(
            *(phone.join for phone in phones),
            partial(workshops.move, ann, made, Stage.LOCKED),
        )

        let_in = [one for one in outcomes if isinstance(one, Participant)]
        assert workshops.progress(ann, made.id).joined == len(let_in)
        assert len(of_kind(outcomes, DoorClosed)) == 10 - len(let_in)


def test_votes_that_are_deleted_while_they_come_in_are_all_gone_or_refused(
    ann: Acting, draft: Assessment
) -> None:
    for _ in range(3):
        made = opened(ann, draft.id)
        phones = [seated(ann, made) for _ in range(8)]

        *giving, deleted = at_once(
            *(partial(phone.give, {"ST4.1": Answer.at(3)}) for phone in phones),
            partial(workshops.delete_votes, ann, made.id),
        )

        assert deleted == 8
        assert all(one is None or isinstance(one, NotJoined) for one in giving)
        assert workshops.progress(ann, made.id).joined == 0
