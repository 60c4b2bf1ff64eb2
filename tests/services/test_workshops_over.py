"""What time and deletion do to a workshop, and what goes with it."""

from datetime import timedelta

import pytest

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment
from dashboard.domain.workshop import (
    DAYS_TO_JOIN,
    Stage,
)
from dashboard.services import assessments, brands, demo, housekeeping, workshops
from dashboard.services.acting import Acting
from dashboard.services.demo import DEMO_WORKSPACE_ID
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.store import Store
from tests.services.office import Clock
from tests.services.rooms import ROAD, SETUP, current, led_to, moved, opened, rated
from tests.store.tallies import content


@pytest.mark.parametrize("stage", [Stage.DRAFT, *ROAD])
def test_votes_are_deleted_for_good_at_any_stage_and_what_was_agreed_stays(
    ann: Acting, draft: Assessment, store: Store, stage: Stage
) -> None:
    made = workshops.begin(ann, draft.id, SETUP)
    if stage is not Stage.DRAFT:
        rated(ann, led_to(ann, made, Stage.COLLECTING), "123", "123", "123")
    if stage in {Stage.REVEALED, Stage.CLOSED}:
        led_to(ann, made, Stage.REVEALED)
        workshops.agree(ann, made.id, "ST4.1", Answer.at(5), reason=None)
    led_to(ann, made, stage)

    assert workshops.delete_votes(ann, made.id) == (0 if stage is Stage.DRAFT else 3)

    found = content(store)
    assert found["participants"].rows == found["ratings"].rows == 0
    assert workshops.progress(ann, made.id).joined == 0
    if stage in {Stage.REVEALED, Stage.CLOSED}:
        first, second, _ = workshops.look(ann, made.id).items
        assert first.closes_with == Answer.at(5)
        assert second.counts is None


def test_votes_of_other_workshops_stay(ann: Acting, draft: Assessment) -> None:
    one, other = opened(ann, draft.id), opened(ann, draft.id)
    rated(ann, one, "123")
    rated(ann, other, "123", "123")

    assert workshops.delete_votes(ann, one.id) == 1
    assert workshops.progress(ann, other.id).joined == 2


def test_a_workshop_that_is_removed_takes_along_what_was_given_and_nothing_else(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    before = content(store)
    made = opened(ann, draft.id)
    rated(ann, made, "123", "123", "123")
    led_to(ann, made, Stage.REVEALED)
    workshops.agree(ann, made.id, "ST4.1", Answer.at(5), reason="So it is.")

    workshops.remove(ann, made.id)

    assert content(store) == before
    with pytest.raises(NotAllowed, match=f"there is no workshop {made.id} for you"):
        workshops.open_room(ann, made.id)
    with pytest.raises(NotAllowed):
        workshops.move(ann, made, Stage.LOCKED)


def test_the_newest_workshop_comes_first_and_those_put_away_are_left_out(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    first = workshops.begin(ann, draft.id, SETUP)
    clock.go_on(hours=1)
    second = workshops.begin(ann, draft.id, SETUP)

    def listed() -> list[str]:
        return [room.workshop.id for room in workshops.of_workspace(ann, OWN_WORKSPACE_ID)]

    assert listed() == [second.id, first.id]
    assessments.archive(ann, draft.id)
    assert listed() == []
    assert workshops.open_room(ann, first.id).workshop == first
    assessments.unarchive(ann, draft.id)
    assessments.delete(ann, draft.id)
    assert listed() == []
    assessments.undelete(ann, draft.id)
    assert listed() == [second.id, first.id]
    brands.delete(ann, draft.brand_id)
    assert listed() == []


def test_the_days_in_which_people_may_join_begin_when_it_is_opened(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    made = workshops.begin(ann, draft.id, SETUP)
    clock.go_on(days=100)

    open_ = workshops.move(ann, made, Stage.COLLECTING)
    assert open_.expires_at == clock() + timedelta(days=DAYS_TO_JOIN)
    assert open_.takes_ratings(clock())

    clock.go_on(days=DAYS_TO_JOIN)
    assert not current(ann, open_).takes_ratings(clock())
    again = moved(ann, moved(ann, open_, Stage.LOCKED), Stage.COLLECTING)
    assert again.takes_ratings(clock())
    assert current(ann, again) == again


def test_an_expired_workshop_is_still_led_to_its_end(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "123", "123", "123")
    clock.go_on(days=400)

    led_to(ann, made, Stage.CLOSED)

    assert assessments.open_sheet(ann, draft.id).answers["ST4.3"].level == 3


@pytest.mark.parametrize("gone", ["assessment", "brand"])
def test_what_is_purged_takes_its_workshops_along(
    ann: Acting, draft: Assessment, store: Store, clock: Clock, gone: str
) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "123", "123", "123")
    led_to(ann, made, Stage.REVEALED)
    workshops.agree(ann, made.id, "ST4.1", Answer.at(5), reason=None)
    if gone == "brand":
        brands.delete(ann, draft.brand_id)
    else:
        assessments.delete(ann, draft.id)

    clock.go_on(days=31)
    housekeeping.purge(store, clock())

    found = content(store)
    tables = ("workshops", "participants", "ratings", "agreed")
    assert [found[table].rows for table in tables] == [0] * 4


def test_the_demo_goes_with_the_workshops_that_were_held_on_it(ann: Acting, store: Store) -> None:
    before = content(store)
    visitor = demo.load(ann)
    with store.read() as tx:
        made_up = tx.assessments.of_workspace(DEMO_WORKSPACE_ID)
    taken = next(one for one in made_up if one.open_for_answers)
    made = opened(visitor, taken.id)
    rated(visitor, made, "123", "123", "123")
    assert workshops.of_workspace(visitor, DEMO_WORKSPACE_ID)

    demo.remove(visitor)

    found = content(store)
    for table in ("workshops", "participants", "ratings", "answers"):
        assert found[table] == before[table]
