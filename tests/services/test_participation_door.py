"""Whom a code lets in, and what it says to the others."""

from dataclasses import replace

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment
from dashboard.domain.workshop import DAYS_TO_JOIN, Stage
from dashboard.services import assessments, brands, participation, workshops
from dashboard.services.acting import Acting
from dashboard.services.participation import Closed, DoorClosed
from dashboard.store.store import Store
from tests.services.office import Clock
from tests.services.rooms import SETUP, Phone, led_to, opened, seated


def knock(store: Store, catalog: Catalog, code: str, clock: Clock) -> Closed | None:
    """Why the door stays shut; None if it opens."""
    try:
        participation.invitation(store, catalog, code, clock())
    except DoorClosed as shut:
        return shut.why
    return None


@pytest.mark.parametrize(
    ("stage", "why"),
    [
        (Stage.DRAFT, Closed.NOT_YET),
        (Stage.COLLECTING, None),
        (Stage.LOCKED, Closed.LOCKED),
        (Stage.REVEALED, Closed.OVER),
        (Stage.CLOSED, Closed.OVER),
    ],
)
def test_the_door_is_open_while_ratings_are_collected_and_else_says_why_not(
    ann: Acting, draft: Assessment, clock: Clock, stage: Stage, why: Closed | None
) -> None:
    made = led_to(ann, workshops.begin(ann, draft.id, SETUP), stage)

    assert knock(ann.store, ann.catalog, made.code, clock) is why
    assert participation.find(ann.store, ann.catalog, made.code).workshop == made


@pytest.mark.parametrize("typed", ["", "ACDE", "0000-0000", "ACDEFGHJ", "' OR 1=1", "北" * 8])
def test_a_wrong_code_opens_nothing(
    ann: Acting, draft: Assessment, clock: Clock, typed: str
) -> None:
    opened(ann, draft.id)

    assert knock(ann.store, ann.catalog, typed, clock) is Closed.WRONG_CODE


def test_a_code_opens_however_it_is_typed(ann: Acting, draft: Assessment, clock: Clock) -> None:
    code = opened(ann, draft.id).code

    for typed in (code.lower(), f" {code[:4]}-{code[4:]} ", f"{code[:4]} {code[4:]}"):
        assert knock(ann.store, ann.catalog, typed, clock) is None


def test_the_door_shuts_when_the_days_are_over(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    made = opened(ann, draft.id)
    phone = seated(ann, made)
    clock.go_on(days=DAYS_TO_JOIN, seconds=-1)
    phone.give({"ST4.1": Answer.at(3)})
    assert knock(ann.store, ann.catalog, made.code, clock) is None

    clock.go_on(seconds=1)

    assert knock(ann.store, ann.catalog, made.code, clock) is Closed.EXPIRED
    with pytest.raises(DoorClosed):
        phone.give({"ST4.1": Answer.at(4)})
    with pytest.raises(DoorClosed):
        phone.finish()
    with pytest.raises(DoorClosed):
        Phone(ann, made.code).join()
    assert phone.sheet.answers == {"ST4.1": Answer.at(3)}


def test_with_a_deleted_assessment_or_brand_the_code_is_unknown_until_it_is_back(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    code = opened(ann, draft.id).code

    assessments.delete(ann, draft.id)
    assert knock(ann.store, ann.catalog, code, clock) is Closed.WRONG_CODE
    assessments.undelete(ann, draft.id)
    assert knock(ann.store, ann.catalog, code, clock) is None
    brands.delete(ann, draft.brand_id)
    assert knock(ann.store, ann.catalog, code, clock) is Closed.WRONG_CODE
    brands.undelete(ann, draft.brand_id)
    assessments.archive(ann, draft.id)
    assert knock(ann.store, ann.catalog, code, clock) is None


def test_without_its_questionnaire_a_workshop_is_over(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    code = opened(ann, draft.id).code
    others = replace(ann.catalog, questionnaires={})

    assert knock(ann.store, others, code, clock) is Closed.OVER


def test_when_all_places_are_taken_the_door_says_so_and_those_inside_go_on(
    ann: Acting, draft: Assessment
) -> None:
    made = opened(ann, draft.id)
    phones = [seated(ann, made) for _ in range(made.places)]

    late = Phone(ann, made.code)
    with pytest.raises(DoorClosed) as shut:
        late.join()

    assert shut.value.why is Closed.FULL
    assert phones[-1].join() == phones[-1].sheet.participant
    phones[-1].give({"ST4.1": Answer.at(5)})

    workshops.set_up(
        ann, workshops.open_room(ann, made.id).workshop, SETUP.model_copy(update={"expected": 26})
    )
    assert late.join()
