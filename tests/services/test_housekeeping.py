"""After thirty days what was deleted goes for good, and nothing else does."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import DAYS_TO_UNDO, Assessment, Brand, BrandProfile
from dashboard.services import assessments, brands, housekeeping
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.store import Store
from tests.services.office import QUESTIONNAIRE, Clock, say
from tests.store.tallies import content


def test_what_can_still_be_undone_stays(
    ann: Acting, brand: Brand, draft: Assessment, store: Store, clock: Clock
) -> None:
    assessments.delete(ann, draft.id)
    brands.delete(ann, brand.id)
    before = content(store)
    clock.go_on(days=DAYS_TO_UNDO)

    assert housekeeping.purge(store, clock()) == 0
    assert content(store) == before


def test_a_deleted_assessment_goes_with_its_answers_and_their_history(
    ann: Acting, brand: Brand, draft: Assessment, store: Store, clock: Clock
) -> None:
    before = content(store)
    lost = assessments.begin(ann, brand.id, wave="2027", questionnaire=QUESTIONNAIRE)
    say(ann, lost.id, "VE1.1", Answer.at(4))
    assessments.delete(ann, lost.id)
    clock.go_on(days=DAYS_TO_UNDO, seconds=1)

    assert housekeeping.purge(store, clock()) == 1

    assert content(store) == before
    with pytest.raises(NotAllowed, match="there is no assessment"):
        assessments.undelete(ann, lost.id)


def test_a_deleted_brand_goes_with_everything_of_it(
    ann: Acting, brand: Brand, draft: Assessment, store: Store, clock: Clock
) -> None:
    before = content(store)
    lost = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Lost"))
    wave = assessments.begin(ann, lost.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)
    say(ann, wave.id, "VE1.1", Answer.at(4))
    brands.delete(ann, lost.id)
    clock.go_on(days=DAYS_TO_UNDO, seconds=1)

    assert housekeeping.purge(store, clock()) == 1
    assert content(store) == before


def test_what_is_brought_back_at_the_last_moment_stays(
    ann: Acting, brand: Brand, draft: Assessment, store: Store, clock: Clock
) -> None:
    other = assessments.begin(ann, brand.id, wave="2027", questionnaire=QUESTIONNAIRE)
    assessments.delete(ann, other.id)
    brands.delete(ann, brand.id)
    clock.go_on(days=DAYS_TO_UNDO, seconds=1)

    with ThreadPoolExecutor() as pool:
        with store.begin() as tx:
            tx.brands.update(brand)
            tx.assessments.update(other)
            purging = pool.submit(housekeeping.purge, store, clock())
            with pytest.raises(TimeoutError):
                purging.result(timeout=0.3)
        assert purging.result(timeout=10) == 0

    assert {wave.id for wave in waves_of(ann, brand)} == {draft.id, other.id}


def waves_of(acting: Acting, brand: Brand) -> Sequence[Assessment]:
    with acting.store.read() as tx:
        return tx.assessments.of_brand(acting.reach_brand(tx, brand.id).id)


def test_it_goes_by_the_clock_it_is_given_and_in_every_workspace(
    ann: Acting, stranger: Acting, brand: Brand, store: Store, clock: Clock
) -> None:
    brands.delete(ann, brand.id)
    theirs = brands.create(stranger, "ws", BrandProfile(name="Theirs"))
    brands.delete(stranger, theirs.id)

    assert housekeeping.purge(store, clock() - timedelta(days=365)) == 0
    assert housekeeping.purge(store, clock() + timedelta(days=DAYS_TO_UNDO + 1)) == 2
    assert housekeeping.purge(store, clock() + timedelta(days=DAYS_TO_UNDO + 1)) == 0
