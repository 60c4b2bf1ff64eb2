"""What a participant does with their phone: join, rate, change their mind, and be done."""

import pytest

from dashboard.domain.answer import Answer, AnswerRefused
from dashboard.domain.assessment import Assessment
from dashboard.domain.workshop import Setup, Stage
from dashboard.services import participation, workshops
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from dashboard.services.participation import Closed, DoorClosed, NotJoined
from dashboard.store.schema import participants, ratings
from dashboard.store.store import Store
from tests.services.rooms import Phone, led_to, opened, rated, seated
from tests.store.tallies import content


def test_who_joins_takes_one_place_and_keeps_it(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    phone = Phone(ann, made.code)

    first = phone.join("Legal")

    assert first.role == "Legal"
    assert not first.finished
    assert phone.join("Marketing") == first == phone.sheet.participant
    assert workshops.progress(ann, made.id).joined == 1


@pytest.mark.parametrize("role", [None, "", "legal", "Janitor"])
def test_a_role_that_nobody_asked_for_is_none(
    ann: Acting, draft: Assessment, role: str | None
) -> None:
    assert Phone(ann, opened(ann, draft.id).code).join(role).role is None


def test_who_was_let_in_may_look_on_when_it_is_locked_and_change_nothing(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    (phone,) = rated(ann, made, "123")
    was = phone.sheet
    led_to(ann, made, Stage.LOCKED)

    assert phone.sheet == was
    assert phone.join() == was.participant
    with pytest.raises(DoorClosed) as shut:
        phone.give({"ST4.1": Answer.at(5)})
    assert shut.value.why is Closed.LOCKED
    with pytest.raises(DoorClosed):
        phone.finish()
    with pytest.raises(DoorClosed):
        Phone(ann, made.code).join()
    assert phone.sheet == was


def test_a_token_is_kept_as_a_hash_and_is_good_for_one_workshop(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    made, other = opened(ann, draft.id), opened(ann, draft.id)
    phone = seated(ann, made)

    with store.read() as tx:
        (row,) = tx.connection.execute(participants.select()).mappings()
    assert phone.token not in str(dict(row))
    assert row["token_hash"] == participation.token_hash(phone.token)
    with pytest.raises(NotJoined):
        _ = Phone(ann, other.code, phone.token).sheet


def test_what_is_stored_of_a_person_is_no_more_than_needed() -> None:
    assert set(participants.c.keys()) == {
        *("id", "workspace_id", "workshop_id", "token_hash", "role", "finished")
    }
    assert set(ratings.c.keys()) == {
        *("workspace_id", "workshop_id", "participant_id", "item_id", "state", "level", "reason")
    }


def test_without_a_place_nothing_is_taken(ann: Acting, draft: Assessment, store: Store) -> None:
    phone = Phone(ann, opened(ann, draft.id).code)
    before = content(store)

    with pytest.raises(NotJoined):
        phone.give({"ST4.1": Answer.at(5)})
    with pytest.raises(NotJoined):
        phone.finish()
    with pytest.raises(NotJoined):
        _ = phone.sheet

    assert content(store) == before


def test_ratings_are_kept_changed_and_taken_back(ann: Acting, draft: Assessment) -> None:
    phone = seated(ann, opened(ann, draft.id))
    (dimension,) = phone.invited.dimensions

    phone.give({"ST4.1": Answer.at(2), "ST4.2": Answer.dont_know(), "ST4.3": None})
    assert phone.sheet.answers == {"ST4.1": Answer.at(2), "ST4.2": Answer.dont_know()}
    assert not phone.sheet.done(dimension)

    phone.give({"ST4.1": Answer.dont_know(), "ST4.2": Answer.at(5), "ST4.3": Answer.at(1)})
    assert phone.sheet.done(dimension)
    assert phone.sheet.answers["ST4.1"] == Answer.dont_know()

    phone.give({"ST4.1": None, "ST4.3": None})
    phone.give({})
    assert phone.sheet.answers == {"ST4.2": Answer.at(5)}


def test_a_reason_goes_with_does_not_apply_and_leaves_with_it(
    ann: Acting, draft: Assessment
) -> None:
    phone = seated(ann, opened(ann, draft.id, Setup(dimensions=("VE3",), langs=("en",))))

    phone.give({"VE3.3": Answer.not_applicable("No partners. 无合作伙伴")})
    assert phone.sheet.answers["VE3.3"].reason == "No partners. 无合作伙伴"

    phone.give({"VE3.3": Answer.at(2)})
    assert phone.sheet.answers == {"VE3.3": Answer.at(2)}


def test_a_form_that_is_sent_twice_counts_once(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    made = opened(ann, draft.id)
    (phone,) = rated(ann, made, "123")
    before = content(store)

    phone.give({"ST4.1": Answer.at(1), "ST4.2": Answer.at(2), "ST4.3": Answer.at(3)})

    assert content(store) == before


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"XX": Answer.at(1)}, NoSuchItem),
        ({"XX": None}, NoSuchItem),
        ({"VE1.1": Answer.at(1)}, NoSuchItem),
        ({"ST4.2": Answer.at(6)}, AnswerRefused),
        ({"ST4.2": Answer.not_applicable("No.")}, AnswerRefused),
    ],
    ids=str,
)
def test_of_what_is_refused_in_part_nothing_is_kept(
    ann: Acting, draft: Assessment, given: dict[str, Answer | None], refusal: type[Exception]
) -> None:
    phone = seated(ann, opened(ann, draft.id))

    with pytest.raises(refusal):
        phone.give({"ST4.1": Answer.at(3)} | given)

    assert phone.sheet.answers == {}


def test_who_is_done_may_still_change_until_it_is_locked(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    (phone,) = rated(ann, made, "123")

    phone.finish()
    phone.finish()
    phone.give({"ST4.1": Answer.at(5)})

    assert phone.sheet.participant.finished
    assert phone.sheet.answers["ST4.1"] == Answer.at(5)
    assert workshops.progress(ann, made.id).finished == 1


def test_nobody_sees_or_changes_what_another_gave(ann: Acting, draft: Assessment) -> None:
    one, other = rated(ann, opened(ann, draft.id), "123", "444")

    one.give({"ST4.1": Answer.at(5), "ST4.2": None})
    one.finish()

    assert set(other.sheet.answers.values()) == {Answer.at(4)}
    assert not other.sheet.participant.finished
    assert one.sheet.answers == {"ST4.1": Answer.at(5), "ST4.3": Answer.at(3)}


def test_who_held_a_place_when_votes_were_deleted_may_join_anew(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    (phone,) = rated(ann, made, "123")
    workshops.delete_votes(ann, made.id)

    with pytest.raises(NotJoined):
        phone.give({"ST4.1": Answer.at(5)})
    phone.join()
    phone.give({"ST4.1": Answer.at(5)})

    assert phone.sheet.answers == {"ST4.1": Answer.at(5)}


def test_a_workshop_that_was_removed_is_unknown_to_those_who_were_in_it(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    phone = seated(ann, made)
    invited = phone.invited
    workshops.remove(ann, made.id)

    with pytest.raises(DoorClosed) as shut:
        participation.hand_in(
            ann.store, invited, phone.token, {"ST4.1": Answer.at(1)}, now=ann.now()
        )
    assert shut.value.why is Closed.WRONG_CODE


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {participation.new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert min(map(len, tokens)) >= 32
