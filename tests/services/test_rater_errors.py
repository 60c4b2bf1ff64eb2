"""How exact an assessment is, by the people who rated it: closed rooms only, and nobody alone."""

import math

import pytest

from dashboard.domain.assessment import Assessment
from dashboard.domain.workshop import Setup, Stage
from dashboard.services import workshops
from dashboard.services.acting import Acting
from dashboard.services.rater_errors import rater_errors
from tests.builders import data_trust
from tests.domain.rooms import rating
from tests.services.rooms import led_to, opened, seated

TWO = Setup(dimensions=("ST1", "ST4"), langs=("en", "zh"))
ROWS = ("111333", "222444", "333555")
"""ST1 at 0, 25 and 50, ST4 at 50, 75 and 100: the room of `tests/domain/test_detectable.py`."""


def held(me: Acting, assessment: Assessment, *rows: str, to: Stage = Stage.CLOSED) -> str:
    workshop = opened(me, assessment.id, TWO)
    items = workshop.items_of(data_trust())
    for row in rows:
        given = {item.id: rating(sign) for item, sign in zip(items, row, strict=True)}
        seated(me, workshop).give(given)
    return led_to(me, workshop, to).id


def test_a_closed_room_tells_how_exact_it_was(ann: Acting, draft: Assessment) -> None:
    held(ann, draft, *ROWS)

    found = rater_errors(ann, [draft.id])[draft.id]

    assert found.raters == 3
    assert found.sem == pytest.approx(dict.fromkeys(("ST1", "ST4"), math.sqrt(625 / 3)))


@pytest.mark.parametrize("stage", [Stage.COLLECTING, Stage.LOCKED, Stage.REVEALED])
def test_a_room_that_is_not_closed_tells_nothing(
    stage: Stage, ann: Acting, draft: Assessment
) -> None:
    held(ann, draft, *ROWS, to=stage)

    assert rater_errors(ann, [draft.id]) == {}


def test_two_people_tell_nothing(ann: Acting, draft: Assessment) -> None:
    held(ann, draft, *ROWS[:2])

    assert rater_errors(ann, [draft.id]) == {}


def test_without_votes_nothing_is_known_any_more(ann: Acting, draft: Assessment) -> None:
    workshop = held(ann, draft, *ROWS)
    workshops.delete_votes(ann, workshop)

    assert rater_errors(ann, [draft.id]) == {}


def test_an_assessment_without_a_workshop_is_absent(ann: Acting, draft: Assessment) -> None:
    assert rater_errors(ann, [draft.id]) == {}
    assert rater_errors(ann, []) == {}
