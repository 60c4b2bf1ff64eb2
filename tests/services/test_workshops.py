"""Leading a workshop: from stage to stage, what is seen when, and what was agreed."""

from itertools import product

import pytest
from sqlalchemy import Engine, event

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer, AnswerRefused
from dashboard.domain.assessment import Assessment, AssessmentIsComplete
from dashboard.domain.workshop import (
    CODE_ALPHABET,
    CODE_LENGTH,
    STEPS,
    NoSuchStep,
    NotAtThisStage,
    Progress,
    Setup,
    Stage,
    StageMoved,
    spoken_code,
)
from dashboard.services import assessments, workshops
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from tests.builders import all_at
from tests.services.office import Clock, say_all
from tests.services.rooms import (
    SETUP,
    current,
    led_to,
    led_with_somebody_in_it,
    moved,
    opened,
    rated,
    seated,
)


def test_a_workshop_begins_as_a_draft_with_a_code_of_its_own(
    ann: Acting, bob: Acting, draft: Assessment, clock: Clock
) -> None:
    made = workshops.begin(ann, draft.id, SETUP)

    room = workshops.open_room(bob, made.id)
    assert room.workshop == made
    assert room == workshops.by_code(bob, made.code)
    assert (made.stage, made.setup, made.version) == (Stage.DRAFT, SETUP, 1)
    assert made.created_at == clock()
    assert len(made.code) == CODE_LENGTH
    assert set(made.code) <= set(CODE_ALPHABET)
    assert [item.id for item in room.items] == ["ST4.1", "ST4.2", "ST4.3"]
    assert room.assessment == draft


def test_a_workshop_is_found_by_its_code_however_that_is_typed(
    ann: Acting, draft: Assessment
) -> None:
    made = workshops.begin(ann, draft.id, SETUP)

    for typed in (made.code, made.code.lower(), spoken_code(made.code), f" {made.code} "):
        assert workshops.by_code(ann, typed).workshop == made
    with pytest.raises(NotAllowed, match="there is no workshop 0-1 for you"):
        workshops.by_code(ann, "0-1")


def test_codes_differ(ann: Acting, draft: Assessment) -> None:
    codes = {workshops.begin(ann, draft.id, SETUP).code for _ in range(20)}

    assert len(codes) == 20


def test_a_dimension_that_the_questionnaire_does_not_have_is_refused(
    ann: Acting, draft: Assessment
) -> None:
    wrong = SETUP.model_copy(update={"dimensions": ("ST4", "XX1")})
    with pytest.raises(AnswerRefused, match="no dimension XX1"):
        workshops.begin(ann, draft.id, wrong)

    made = workshops.begin(ann, draft.id, SETUP)
    with pytest.raises(AnswerRefused, match="no dimension XX1"):
        workshops.set_up(ann, made, wrong)
    assert current(ann, made) == made


def test_a_complete_assessment_takes_no_workshop(ann: Acting, draft: Assessment) -> None:
    say_all(ann, draft.id, all_at(3))
    assessments.complete(ann, draft.id)

    with pytest.raises(AssessmentIsComplete):
        workshops.begin(ann, draft.id, SETUP)

    assessments.reopen(ann, draft.id)
    assert workshops.begin(ann, draft.id, SETUP)


@pytest.mark.parametrize(("stage", "to"), list(product(Stage, Stage)))
def test_a_stage_leads_where_it_leads_and_nowhere_else(
    ann: Acting, draft: Assessment, stage: Stage, to: Stage
) -> None:
    made = led_with_somebody_in_it(ann, workshops.begin(ann, draft.id, SETUP), stage)

    if to in STEPS[stage]:
        there = moved(ann, made, to)
        assert (there.stage, there.version) == (to, made.version + 1)
        assert current(ann, made) == there
    else:
        with pytest.raises(NoSuchStep, match=f"is {stage} cannot become {to}"):
            moved(ann, made, to)
        assert current(ann, made) == made


def test_closing_has_its_own_button(ann: Acting, draft: Assessment) -> None:
    made = led_to(ann, workshops.begin(ann, draft.id, SETUP), Stage.REVEALED)

    with pytest.raises(NoSuchStep):
        workshops.move(ann, made, Stage.CLOSED)


def test_who_pressed_on_what_is_no_longer_so_is_told_how_it_stands(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    seen_by_bob = opened(ann, draft.id)
    locked = workshops.move(ann, seen_by_bob, Stage.LOCKED)

    with pytest.raises(StageMoved, match="is locked meanwhile") as told:
        workshops.move(bob, seen_by_bob, Stage.LOCKED)

    assert told.value.current == locked == current(bob, locked)


def test_a_stage_that_was_left_and_entered_again_is_not_the_same(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    seen_by_bob = opened(ann, draft.id)
    again = moved(ann, moved(ann, seen_by_bob, Stage.LOCKED), Stage.COLLECTING)

    with pytest.raises(StageMoved) as told:
        workshops.move(bob, seen_by_bob, Stage.LOCKED)

    assert told.value.current == again


def test_what_is_set_up_changes_in_a_draft_and_later_only_what_harms_nobody(
    ann: Acting, draft: Assessment
) -> None:
    other = Setup(dimensions=("VE1",), langs=("zh",), roles=("IT",), expected=40, note="Room 3")
    drafted = workshops.set_up(ann, workshops.begin(ann, draft.id, SETUP), other)
    assert current(ann, drafted) == drafted
    assert drafted.setup == other

    open_ = workshops.move(ann, drafted, Stage.COLLECTING)
    late = workshops.set_up(ann, open_, SETUP.model_copy(update={"expected": 99, "note": None}))
    assert late.setup == other.model_copy(update={"expected": 99, "note": None})
    assert current(ann, late) == late

    with pytest.raises(StageMoved):
        workshops.set_up(ann, open_, other)


def test_while_ratings_are_collected_there_is_a_count_of_people_and_no_more(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id, SETUP.model_copy(update={"dimensions": ("ST4", "VE1")}))
    phones = rated(ann, made, "123", "1?3", "12-")
    phones[0].finish()
    seated(ann, made)

    found = workshops.progress(ann, made.id)

    assert found == Progress(joined=4, finished=1, by_dimension={"VE1": 0, "ST4": 2})


def test_a_facilitators_screen_follows_by_one_statement(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    room = workshops.open_room(ann, made.id)
    rated(ann, made, "123", "1?3")
    asked: list[str] = []

    def note(_1: object, _2: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    workshop, found = workshops.follow(ann, room)
    event.remove(Engine, "before_cursor_execute", note)

    assert workshop == current(ann, made)
    assert found.joined == 2
    assert [one.split()[0] for one in asked if one != "BEGIN"] == ["SELECT"]


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.COLLECTING, Stage.LOCKED])
def test_nothing_is_seen_or_agreed_before_it_is_revealed(
    ann: Acting, draft: Assessment, stage: Stage
) -> None:
    made = workshops.begin(ann, draft.id, SETUP)
    if stage is not Stage.DRAFT:
        rated(ann, moved(ann, made, Stage.COLLECTING), "123", "123", "123")
    led_to(ann, made, stage)

    with pytest.raises(NotAtThisStage, match=f"is {stage}"):
        workshops.look(ann, made.id)
    with pytest.raises(NotAtThisStage, match=f"is {stage}"):
        workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason=None)


def test_what_is_revealed_is_the_same_for_everybody_and_stays_when_it_is_closed(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "123", "153", "14-")
    led_to(ann, made, Stage.REVEALED)

    seen = workshops.look(ann, made.id)
    assert seen == workshops.look(bob, made.id)
    assert [one.raters for one in seen.items] == [3, 3, 2]
    assert seen.items[2].counts is None

    led_to(ann, made, Stage.CLOSED)
    assert workshops.look(bob, made.id).items == seen.items


def test_what_was_agreed_is_noted_changed_and_taken_back(
    ann: Acting, bob: Acting, draft: Assessment, clock: Clock
) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "113", "153", "143")
    led_to(ann, made, Stage.REVEALED)

    workshops.agree(ann, made.id, "ST4.2", Answer.at(3), reason="A draft exists.")
    clock.go_on(minutes=1)
    workshops.agree(bob, made.id, "ST4.2", Answer.dont_know(), reason=None)

    agreed = workshops.look(ann, made.id).items[1].agreed
    assert agreed
    assert (agreed.answer, agreed.reason) == (Answer.dont_know(), None)
    assert (agreed.agreed_by, agreed.agreed_at) == ("bob", clock())

    workshops.agree(ann, made.id, "ST4.2", None, reason=None)
    workshops.agree(ann, made.id, "ST4.2", None, reason=None)
    assert workshops.look(ann, made.id).items[1].agreed is None


@pytest.mark.parametrize("reason", [None, "", " \n"])
def test_a_reason_may_be_left_out(ann: Acting, draft: Assessment, reason: str | None) -> None:
    made = led_to(ann, workshops.begin(ann, draft.id, SETUP), Stage.REVEALED)

    workshops.agree(ann, made.id, "ST4.1", Answer.at(3), reason=reason)

    agreed = workshops.look(ann, made.id).items[0].agreed
    assert agreed
    assert agreed.reason is None


@pytest.mark.parametrize(
    ("item_id", "answer", "refusal"),
    [
        ("ST4.1", Answer.at(6), AnswerRefused),
        ("ST4.1", Answer.not_applicable("No."), AnswerRefused),
        ("VE1.1", Answer.at(3), NoSuchItem),
        ("XX", Answer.at(3), NoSuchItem),
        ("XX", None, NoSuchItem),
    ],
)
def test_what_an_item_or_the_workshop_does_not_allow_cannot_be_agreed(
    ann: Acting, draft: Assessment, item_id: str, answer: Answer, refusal: type[Exception]
) -> None:
    made = led_to(ann, workshops.begin(ann, draft.id, SETUP), Stage.REVEALED)

    with pytest.raises(refusal):
        workshops.agree(ann, made.id, item_id, answer, reason=None)

    assert all(one.agreed is None for one in workshops.look(ann, made.id).items)


def test_once_it_is_closed_nothing_more_is_agreed(ann: Acting, draft: Assessment) -> None:
    made = led_to(ann, workshops.begin(ann, draft.id, SETUP), Stage.CLOSED)

    for answer in (Answer.at(3), None):
        with pytest.raises(NotAtThisStage, match="is closed"):
            workshops.agree(ann, made.id, "ST4.1", answer, reason=None)
