"""Two facilitators at the same moment, or one and somebody who works on the assessment."""

from collections.abc import Callable
from functools import partial

import pytest

from dashboard.domain.answer import Answer, AnswerChanged, StoredAnswer
from dashboard.domain.assessment import Assessment, AssessmentIsComplete
from dashboard.domain.workshop import Stage, StageMoved, Workshop
from dashboard.i18n import words
from dashboard.services import assessments, workshops
from dashboard.services.acting import Acting
from tests.builders import all_at
from tests.services.office import at_once, past, say, say_all, standing
from tests.services.rooms import (
    SETUP,
    ST4,
    current,
    led_to,
    led_with_somebody_in_it,
    moved,
    of_kind,
    opened,
    rated,
)


@pytest.mark.parametrize(
    ("stage", "one_to", "other_to"),
    [
        (Stage.DRAFT, Stage.COLLECTING, Stage.COLLECTING),
        (Stage.COLLECTING, Stage.LOCKED, Stage.LOCKED),
        (Stage.LOCKED, Stage.REVEALED, Stage.COLLECTING),
        (Stage.REVEALED, Stage.CLOSED, Stage.CLOSED),
        (Stage.CLOSED, Stage.REVEALED, Stage.REVEALED),
    ],
)
def test_of_two_who_press_at_once_one_wins_and_the_other_sees_it(
    ann: Acting, bob: Acting, draft: Assessment, stage: Stage, one_to: Stage, other_to: Stage
) -> None:
    for _ in range(3):
        made = led_with_somebody_in_it(ann, workshops.begin(ann, draft.id, SETUP), stage)

        outcomes = at_once(partial(moved, ann, made, one_to), partial(moved, bob, made, other_to))

        (there,) = of_kind(outcomes, Workshop)
        (told,) = of_kind(outcomes, StageMoved)
        assert told.current == there == current(ann, made)


def test_of_ten_who_press_at_once_one_wins(ann: Acting, bob: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)

    outcomes = at_once(*(partial(moved, me, made, Stage.LOCKED) for me in [ann, bob] * 5))

    assert len(of_kind(outcomes, Workshop)) == 1
    assert len(of_kind(outcomes, StageMoved)) == 9
    assert current(ann, made).version == made.version + 1


def test_closed_by_two_at_once_it_is_written_once(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "222", "222", "222")
    made = led_to(ann, made, Stage.REVEALED)

    at_once(*(partial(workshops.close, me, made, words("en")) for me in [ann, bob] * 3))

    assert [len(past(ann, draft.id, item_id)) for item_id in ST4] == [1, 1, 1]


def test_an_assessment_is_completed_or_the_workshop_closed_never_both(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say_all(ann, draft.id, all_at(4))
    for _ in range(3):
        made = opened(ann, draft.id)
        rated(ann, made, "222", "222", "222")
        made = led_to(ann, made, Stage.REVEALED)
        before = standing(ann, draft.id)

        closing, completing = at_once(
            partial(workshops.close, ann, made, words("en")),
            partial(assessments.complete, bob, draft.id),
        )

        assert not isinstance(completing, Exception)
        if isinstance(closing, AssessmentIsComplete):
            assert standing(ann, draft.id) == before
            assert current(ann, made) == made
        else:
            assert isinstance(closing, Workshop)
            assert standing(ann, draft.id)["ST4.1"].level == 2
        assessments.reopen(ann, draft.id)


def test_who_saves_while_it_is_closed_comes_before_or_is_told_and_nothing_is_lost(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    """The outcome is what stands, unless somebody saved after they had seen it."""
    for number in range(4):
        made = opened(ann, draft.id)
        rated(ann, made, "222", "222", "222")
        made = led_to(ann, made, Stage.REVEALED)
        stored = assessments.open_sheet(ann, draft.id).stored
        version = stored["ST4.3"].version if stored else 0

        saves: list[Callable[[], object]] = [
            partial(say, bob, draft.id, item_id, Answer.at(5), over=version) for item_id in ST4
        ]
        closing, *saving = at_once(partial(workshops.close, ann, made, words("en")), *saves)

        assert isinstance(closing, Workshop)
        for item_id, saved in zip(ST4, saving, strict=True):
            assert standing(ann, draft.id)[item_id].level == 2
            values = [one.level for one in past(ann, draft.id, item_id) if one]
            assert 5 in values, "what Bob meant is in the history, set aside or not"
            assert isinstance(saved, StoredAnswer | AnswerChanged)
        _level_versions(ann, draft.id, number)


def _level_versions(me: Acting, assessment_id: str, number: int) -> None:
    """Bring all three to the same version, so that the next round can name it."""
    stored = assessments.open_sheet(me, assessment_id).stored
    most = max(stored[item_id].version for item_id in ST4)
    for item_id in ST4:
        for version in range(stored[item_id].version, most):
            value = Answer.at(1 + (version + number) % 4)
            say(me, assessment_id, item_id, value, over=version)
