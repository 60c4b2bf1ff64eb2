"""Answers given, changed, withdrawn, put back, taken over, refused; and what the history keeps."""

import pytest

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer, AnswerChanged, AnswerRefused
from dashboard.domain.assessment import Assessment, AssessmentIsComplete, Brand
from dashboard.services import answers, assessments
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, past, say, say_all, standing

WHY_NOT = Answer.not_applicable("We see nothing of what one customer does.")
FULL = Answer.model_validate(
    {
        "state": "level",
        "level": 4,
        "evidence": 0,
        "note": "",
        "links": ["https://example.org/a?b=1", "http://example.com"],
    }
)


@pytest.mark.parametrize("answer", [Answer.at(5), FULL, Answer.dont_know(), WHY_NOT])
def test_an_answer_comes_back_as_it_was_given(
    ann: Acting, draft: Assessment, answer: Answer
) -> None:
    stored = say(ann, draft.id, "VE3.3", answer)

    assert stored.answer == answer
    assert (stored.version, stored.changed_by) == (1, ann.user.id)
    assert standing(ann, draft.id) == {"VE3.3": answer}


def test_each_change_names_the_version_it_read_and_raises_it(
    ann: Acting, draft: Assessment
) -> None:
    assert say(ann, draft.id, "VE1.1", Answer.at(2)).version == 1
    assert say(ann, draft.id, "VE1.1", Answer.at(3), over=1).version == 2
    assert say(ann, draft.id, "VE1.1", None, over=2).version == 3
    assert say(ann, draft.id, "VE1.1", Answer.at(1), over=3).version == 4


def test_a_withdrawn_answer_is_unanswered_and_can_be_put_back(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    say(ann, draft.id, "VE1.1", FULL)
    clock.go_on(minutes=2)
    say(ann, draft.id, "VE1.1", None, over=1)
    assert standing(ann, draft.id) == {}
    clock.go_on(minutes=2)

    earlier = answers.history(ann, draft.id, "VE1.1")[1].answer
    say(ann, draft.id, "VE1.1", earlier, over=2)

    assert standing(ann, draft.id) == {"VE1.1": FULL}
    assert past(ann, draft.id, "VE1.1") == [FULL, None, FULL]


def test_what_one_person_does_to_an_item_within_a_minute_is_one_entry(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    begun = clock()
    for version, level in enumerate([1, 2, 3]):
        say(ann, draft.id, "VE1.1", Answer.at(level), over=version)
        assert standing(ann, draft.id) == {"VE1.1": Answer.at(level)}
        clock.go_on(seconds=30)

    (entry,) = answers.history(ann, draft.id, "VE1.1")
    assert (entry.answer, entry.begun_at) == (Answer.at(3), begun)
    assert (entry.changed_at - begun).total_seconds() == 60
    assert (entry.changed_by_name, entry.set_aside) == ("Local user", False)


def test_what_is_put_back_within_the_minute_leaves_what_it_replaces(
    ann: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(2))
    for version, answer in enumerate([FULL, None, Answer.at(2)], start=1):
        answers.record(ann, draft.id, "VE1.1", answer, read_version=version, new_entry=True)

    assert past(ann, draft.id, "VE1.1") == [Answer.at(2), None, FULL, Answer.at(2)]


def test_the_minute_counts_from_the_first_change(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    for version, level in enumerate([1, 2, 3, 4]):
        say(ann, draft.id, "VE1.1", Answer.at(level), over=version)
        clock.go_on(seconds=30.5)

    assert past(ann, draft.id, "VE1.1") == [Answer.at(4), Answer.at(2)]


def test_another_person_or_another_item_begins_another_entry(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(1))
    say(bob, draft.id, "VE1.1", Answer.at(2), over=1)
    say(ann, draft.id, "VE1.1", Answer.at(3), over=2)
    say(ann, draft.id, "VE1.2", Answer.at(5))

    entries = answers.history(ann, draft.id, "VE1.1")
    assert [(entry.changed_by_name, entry.answer) for entry in entries] == [
        ("Local user", Answer.at(3)),
        ("Bob", Answer.at(2)),
        ("Local user", Answer.at(1)),
    ]
    assert past(ann, draft.id, "VE1.2") == [Answer.at(5)]


def test_an_item_that_was_never_answered_has_no_history(ann: Acting, draft: Assessment) -> None:
    assert past(ann, draft.id, "VE1.1") == []


def test_who_read_an_older_version_gets_both_values_and_overwrites_nothing(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(2))

    with pytest.raises(AnswerChanged, match=r"VE1\.1 was changed") as raised:
        say(bob, draft.id, "VE1.1", Answer.at(5))

    assert (raised.value.current.answer, raised.value.yours) == (Answer.at(2), Answer.at(5))
    assert raised.value.current.changed_by == ann.user.id
    assert standing(ann, draft.id) == {"VE1.1": Answer.at(2)}
    entries = answers.history(ann, draft.id, "VE1.1")
    assert [(entry.changed_by_name, entry.answer, entry.set_aside) for entry in entries] == [
        ("Bob", Answer.at(5), True),
        ("Local user", Answer.at(2), False),
    ]


def test_who_was_refused_may_choose_their_own_value_after_all(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(2))
    with pytest.raises(AnswerChanged) as raised:
        say(bob, draft.id, "VE1.1", Answer.at(5))

    say(bob, draft.id, "VE1.1", raised.value.yours, over=raised.value.current.version)

    assert standing(ann, draft.id) == {"VE1.1": Answer.at(5)}


def test_the_same_value_from_two_people_is_no_conflict(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    first = say(ann, draft.id, "VE1.1", FULL)

    assert say(bob, draft.id, "VE1.1", FULL) == first
    assert past(ann, draft.id, "VE1.1") == [FULL]


def test_a_withdrawal_that_comes_too_late_is_a_conflict_too(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(2))
    say(ann, draft.id, "VE1.1", Answer.at(3), over=1)

    with pytest.raises(AnswerChanged) as raised:
        say(bob, draft.id, "VE1.1", None, over=1)

    assert (raised.value.current.answer, raised.value.yours) == (Answer.at(3), None)


def test_a_version_that_is_no_longer_there_at_all_is_a_conflict_and_the_value_is_kept(
    ann: Acting, draft: Assessment
) -> None:
    """As after a restore of an older backup under a page that is still open."""
    with pytest.raises(AnswerChanged) as raised:
        say(ann, draft.id, "VE1.1", Answer.at(4), over=7)

    assert (raised.value.current.answer, raised.value.current.version) == (None, 0)
    (entry,) = answers.history(ann, draft.id, "VE1.1")
    assert (entry.answer, entry.set_aside) == (Answer.at(4), True)


@pytest.mark.parametrize(
    ("item_id", "answer", "reason"),
    [
        ("VE1.1", Answer.at(6), "VE1.1: level 6 is outside 1..5"),
        ("VE1.1", Answer.at(3, evidence=4), "VE1.1: evidence 4 is outside 0..3"),
        ("VE1.1", WHY_NOT, 'VE1.1: "not_applicable" is not allowed for this item'),
    ],
)
def test_what_the_item_does_not_allow_is_refused_and_leaves_no_trace(
    ann: Acting, draft: Assessment, item_id: str, answer: Answer, reason: str
) -> None:
    with pytest.raises(AnswerRefused) as refused:
        say(ann, draft.id, item_id, answer)

    assert str(refused.value) == reason
    assert standing(ann, draft.id) == {}
    assert past(ann, draft.id, item_id) == []


def test_the_options_of_another_questionnaire_count_by_its_own_number(
    ann: Acting, brand: Brand
) -> None:
    ferry = assessments.begin(ann, brand.id, wave="Boats", questionnaire=FERRY)

    say(ann, ferry.id, "BK1.2", Answer.at(7))
    with pytest.raises(AnswerRefused, match=r"outside 1\.\.2"):
        say(ann, ferry.id, "CR1.1", Answer.at(3))


@pytest.mark.parametrize("item_id", ["VE9.9", "", "BK1.1", "ve1.1", "VE1.1' OR 1=1"])
@pytest.mark.parametrize("answer", [Answer.at(1), None])
def test_an_item_the_questionnaire_does_not_have_is_refused(
    ann: Acting, draft: Assessment, item_id: str, answer: Answer | None
) -> None:
    with pytest.raises(NoSuchItem, match=f"{QUESTIONNAIRE} has no item"):
        say(ann, draft.id, item_id, answer)


def test_a_complete_assessment_takes_no_answers_until_it_is_reopened(
    ann: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(2))
    assessments.complete(ann, draft.id)

    for answer in (Answer.at(3), None):
        with pytest.raises(AssessmentIsComplete, match="reopen it"):
            say(ann, draft.id, "VE1.1", answer, over=1)
    with pytest.raises(AssessmentIsComplete):
        answers.adopt(ann, draft.id, [("VE1.2", Answer.at(3))])
    assert past(ann, draft.id, "VE1.1") == [Answer.at(2)]

    assessments.reopen(ann, draft.id)
    assert say(ann, draft.id, "VE1.1", Answer.at(3), over=1).version == 2


def test_an_archived_assessment_can_be_answered_still(ann: Acting, draft: Assessment) -> None:
    assessments.archive(ann, draft.id)

    assert say(ann, draft.id, "VE1.1", Answer.at(2))


def test_last_waves_answers_fill_what_is_open_and_nothing_else(
    ann: Acting, brand: Brand, draft: Assessment, clock: Clock
) -> None:
    then = {"VE1.1": FULL, "VE1.2": Answer.dont_know(), "VE3.3": WHY_NOT, "VE2.1": Answer.at(5)}
    say_all(ann, draft.id, then)
    clock.go_on(days=180)
    next_ = assessments.begin(ann, brand.id, wave="2027-Q2", questionnaire=QUESTIONNAIRE)
    say(ann, next_.id, "VE1.2", Answer.at(1))
    say(ann, next_.id, "VE2.1", Answer.at(1))
    say(ann, next_.id, "VE2.1", None, over=1)

    sheet = assessments.open_sheet(ann, next_.id)
    offered = [(item.id, sheet.last_answer(item)) for item in sheet.questionnaire.items]
    taken = answers.adopt(ann, next_.id, [(id_, answer) for id_, answer in offered if answer])

    assert taken == 3
    assert standing(ann, next_.id) == {**then, "VE1.2": Answer.at(1)}
    assert standing(ann, draft.id) == then
    assert past(ann, next_.id, "VE1.1") == [FULL]


def test_one_answer_that_does_not_fit_keeps_all_from_being_taken_over(
    ann: Acting, draft: Assessment
) -> None:
    with pytest.raises(AnswerRefused):
        answers.adopt(ann, draft.id, [("VE1.1", Answer.at(2)), ("VE1.2", Answer.at(6))])

    assert standing(ann, draft.id) == {}


def test_an_assessment_that_never_was_takes_no_answer(ann: Acting) -> None:
    with pytest.raises(NotAllowed, match="there is no assessment nowhere for you"):
        say(ann, "nowhere", "VE1.1", Answer.at(3))
