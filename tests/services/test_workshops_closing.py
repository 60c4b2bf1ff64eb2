"""Closing: what the room came to becomes the assessment's answers, and says so for ever after."""

import pytest

from dashboard.domain.answer import MAX_PROSE, Answer, AnswerRefused
from dashboard.domain.assessment import Assessment, AssessmentIsComplete
from dashboard.domain.workshop import NoSuchStep, Setup, Stage, StageMoved, Workshop
from dashboard.i18n import words
from dashboard.services import answers, assessments, workshops
from dashboard.services.acting import Acting
from dashboard.store.store import Store
from tests.builders import all_at
from tests.services.office import Clock, past, say, say_all, standing
from tests.services.rooms import ST4, led_to, moved, opened, rated
from tests.store.tallies import content


def revealed(me: Acting, assessment_id: str, *rows: str) -> Workshop:
    made = opened(me, assessment_id)
    rated(me, made, *rows)
    return led_to(me, made, Stage.REVEALED)


def notes(me: Acting, assessment_id: str) -> list[str | None]:
    found = standing(me, assessment_id)
    return [found[item_id].note if item_id in found else None for item_id in ST4]


def test_what_was_not_discussed_closes_with_its_median_and_says_so(
    ann: Acting, draft: Assessment
) -> None:
    made = revealed(ann, draft.id, "22?", "23?", "25?", "2?4")

    closed = workshops.close(ann, made, words("en"))

    assert closed.stage is Stage.CLOSED
    assert workshops.open_room(ann, made.id).workshop == closed
    found = standing(ann, draft.id)
    assert found.keys() == set(ST4)
    assert [found[item_id].level for item_id in ST4] == [2, 3, None]
    assert notes(ann, draft.id) == [
        "Rated in the workshop, undiscussed. 4 rated, all at level 2.",
        "Rated in the workshop, undiscussed. 4 rated, levels 2 to 5. Of these, 3 named a level.",
        "Rated in the workshop, undiscussed. 4 rated, only level 4. Of these, 1 named a level.",
    ]


def test_what_was_agreed_closes_as_agreed_with_its_reason(ann: Acting, draft: Assessment) -> None:
    made = revealed(ann, draft.id, "12?", "52-", "3--", "2--")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(4), reason="The plan was approved.")
    workshops.agree(ann, made.id, "ST4.2", Answer.dont_know(), reason=None)

    workshops.close(ann, made, words("en"))

    found = standing(ann, draft.id)
    assert (found["ST4.1"].level, found["ST4.2"].state) == (4, Answer.dont_know().state)
    assert notes(ann, draft.id) == [
        "Agreed in the workshop. 4 rated, levels 1 to 5. Reason: The plan was approved.",
        "Agreed in the workshop. 2 rated, too few to show.",
        None,
    ]
    assert "ST4.3" not in found, "one rating settles nothing"


def test_a_majority_of_does_not_apply_closes_as_dont_know_and_says_why(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id, Setup(dimensions=("VE3",), langs=("en",)))
    phones = rated(ann, made, "---", "---", "---")
    for phone in phones:
        phone.give({"VE3.3": Answer.not_applicable("No partners")})

    workshops.close(ann, led_to(ann, made, Stage.REVEALED), words("en"))

    (answer,) = standing(ann, draft.id).values()
    assert answer == Answer.dont_know().model_copy(
        update={
            "note": "Rated in the workshop, undiscussed. 3 rated, none at a level. "
            "Most said that it does not apply."
        }
    )


def test_does_not_apply_that_was_agreed_keeps_its_reason(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id, Setup(dimensions=("VE3",), langs=("en",)))
    made = led_to(ann, made, Stage.REVEALED)
    workshops.agree(
        ann, made.id, "VE3.3", Answer.not_applicable("No partners"), reason="All said so."
    )

    workshops.close(ann, made, words("en"))

    answer = standing(ann, draft.id)["VE3.3"]
    assert answer.reason == "No partners"
    assert answer.note == ("Agreed in the workshop. 0 rated, too few to show. Reason: All said so.")


def test_evidence_stays_with_the_level_that_it_supports_and_with_no_other(
    ann: Acting, draft: Assessment
) -> None:
    supported = Answer.at(3, evidence=2).model_copy(
        update={"links": ("https://example.com/policy",), "note": "Policy of May"}
    )
    for item_id in ST4:
        say(ann, draft.id, item_id, supported)
    made = revealed(ann, draft.id, "342", "342", "342")
    workshops.agree(ann, made.id, "ST4.3", Answer.at(3), reason=None)

    workshops.close(ann, made, words("en"))

    same, other, agreed = (standing(ann, draft.id)[item_id] for item_id in ST4)
    assert (same.level, same.evidence, same.links) == (3, 2, supported.links)
    assert (other.level, other.evidence, other.links) == (4, None, None)
    assert (agreed.level, agreed.evidence, agreed.links) == (3, 2, supported.links)
    assert all("Policy" not in (note or "") for note in notes(ann, draft.id))


def test_the_earlier_values_stay_in_the_history(
    ann: Acting, bob: Acting, draft: Assessment, clock: Clock
) -> None:
    say(bob, draft.id, "ST4.1", Answer.at(5))
    clock.go_on(hours=2)
    made = revealed(ann, draft.id, "222", "222", "222")

    workshops.close(ann, made, words("en"))

    newest, oldest = past(ann, draft.id, "ST4.1")
    assert oldest == Answer.at(5)
    assert newest == standing(ann, draft.id)["ST4.1"]
    entry = answers.history(ann, draft.id, "ST4.1")[0]
    assert (entry.changed_by, entry.changed_at) == (ann.user.id, clock())


def test_an_answer_that_was_withdrawn_is_given_again(ann: Acting, draft: Assessment) -> None:
    say(ann, draft.id, "ST4.1", Answer.at(5))
    say(ann, draft.id, "ST4.1", None, over=1)

    workshops.close(ann, revealed(ann, draft.id, "2--", "2--", "2--"), words("en"))

    assert standing(ann, draft.id)["ST4.1"].level == 2


def test_what_is_not_rated_here_stays_as_it_is(ann: Acting, draft: Assessment) -> None:
    say_all(ann, draft.id, all_at(4))
    before = assessments.open_sheet(ann, draft.id).stored

    workshops.close(ann, revealed(ann, draft.id, "22-", "22-", "22-"), words("en"))

    after = assessments.open_sheet(ann, draft.id).stored
    changed = {item_id for item_id in after if after[item_id] != before[item_id]}
    assert changed == {"ST4.1", "ST4.2"}


def test_once_its_votes_are_deleted_a_workshop_is_not_reopened(
    ann: Acting, draft: Assessment
) -> None:
    """Closed once more, it would say of what was agreed that nobody rated it."""
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason="We saw it.")
    closed = workshops.close(ann, made, words("en"))
    workshops.delete_votes(ann, made.id)

    with pytest.raises(NoSuchStep, match="nothing to reopen"):
        workshops.move(ann, closed, Stage.REVEALED)

    assert "3 rated" in str(standing(ann, draft.id)["ST4.1"].note)


def test_reopened_and_closed_again_with_another_level_both_stay_in_the_history(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason="First thought.")
    closed = workshops.close(ann, made, words("en"))
    clock.go_on(days=1)

    again = moved(ann, closed, Stage.REVEALED)
    assert workshops.look(ann, made.id).items[0].agreed
    assert standing(ann, draft.id)["ST4.1"].level == 3
    workshops.agree(ann, made.id, "ST4.1", Answer.at(4), reason="Second thought.")
    workshops.close(ann, again, words("en"))

    newest, oldest = past(ann, draft.id, "ST4.1")
    assert newest
    assert oldest
    assert (newest.level, oldest.level) == (4, 3)
    assert "Second thought." in str(newest.note)
    assert "First thought." in str(oldest.note)


def test_a_discussion_that_is_taken_back_closes_as_undiscussed(
    ann: Acting, draft: Assessment
) -> None:
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason=None)
    again = moved(ann, workshops.close(ann, made, words("en")), Stage.REVEALED)

    workshops.agree(ann, made.id, "ST4.1", None, reason=None)
    workshops.close(ann, again, words("en"))

    assert standing(ann, draft.id)["ST4.1"].level == 2
    assert str(notes(ann, draft.id)[0]).startswith("Rated in the workshop, undiscussed.")


def test_the_note_is_in_the_language_of_who_closes_and_never_too_long(
    ann: Acting, draft: Assessment
) -> None:
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason="很" * MAX_PROSE)

    workshops.close(ann, made, words("zh"))

    note = str(notes(ann, draft.id)[0])
    assert len(note) == MAX_PROSE
    assert note.endswith("很很")


def test_an_assessment_that_was_completed_meanwhile_is_not_changed(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    say_all(ann, draft.id, all_at(4))
    made = revealed(ann, draft.id, "222", "222", "222")
    assessments.complete(ann, draft.id)
    before = content(store)

    with pytest.raises(AssessmentIsComplete, match="reopen it"):
        workshops.close(ann, made, words("en"))

    assert content(store) == before
    assessments.reopen(ann, draft.id)
    workshops.close(ann, made, words("en"))
    assert standing(ann, draft.id)["ST4.1"].level == 2


def test_closing_is_all_or_nothing(ann: Acting, draft: Assessment, store: Store) -> None:
    """The last of three items was agreed at a level that the questionnaire has no longer."""
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.3", Answer.at(5), reason=None)
    stale = workshops.look(ann, made.id).items[2].agreed
    assert stale
    with store.begin() as tx:
        tx.agreements.put(made, stale.model_copy(update={"answer": Answer.at(9)}))
    before = content(store)

    with pytest.raises(AnswerRefused, match=r"^ST4\.3: level 9"):
        workshops.close(ann, made, words("en"))
    assert content(store) == before

    workshops.agree(ann, made.id, "ST4.3", Answer.at(4), reason=None)
    workshops.close(ann, made, words("en"))
    assert [standing(ann, draft.id)[item_id].level for item_id in ST4] == [2, 2, 4]


def test_a_workshop_that_is_not_revealed_or_was_moved_is_not_closed(
    ann: Acting, bob: Acting, draft: Assessment, store: Store
) -> None:
    made = opened(ann, draft.id)
    with pytest.raises(NoSuchStep):
        workshops.close(ann, made, words("en"))

    seen = led_to(ann, made, Stage.REVEALED)
    closed = workshops.close(ann, seen, words("en"))
    before = content(store)
    with pytest.raises(StageMoved) as told:
        workshops.close(bob, seen, words("en"))
    assert told.value.current == closed
    with pytest.raises(NoSuchStep):
        workshops.close(bob, closed, words("en"))
    assert content(store) == before


def test_without_votes_only_what_was_agreed_is_written(ann: Acting, draft: Assessment) -> None:
    made = revealed(ann, draft.id, "222", "222", "222")
    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason=None)
    workshops.delete_votes(ann, made.id)

    workshops.close(ann, made, words("en"))

    assert standing(ann, draft.id).keys() == {"ST4.1"}


def test_evidence_that_the_questionnaire_no_longer_knows_does_not_keep_it_from_closing(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    say(ann, draft.id, "ST4.1", Answer.at(2))
    with store.begin() as tx:
        tx.answers.replace(
            draft, "ST4.1", Answer.at(2, evidence=9), read_version=1, by="local", now=ann.now()
        )

    workshops.close(ann, revealed(ann, draft.id, "2--", "2--", "2--"), words("en"))

    assert standing(ann, draft.id)["ST4.1"].evidence is None
