"""What others bring: never one's own release, never numbers made in another way, never later."""

import pytest

from dashboard.domain.release import Release
from dashboard.domain.standing import Silence
from dashboard.services import benchmarks, packs
from dashboard.services.acting import Acting
from dashboard.services.assessments import open_sheet
from dashboard.services.packs import PackRefused
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.releases import StoredRelease
from tests.services.cohorts import released, taking_part
from tests.services.office import Clock


@pytest.fixture
def own(ann: Acting, clock: Clock) -> Release:
    """A release of this installation."""
    taking_part(ann, 12)
    made = released(ann, clock)
    assert isinstance(made, StoredRelease)
    return made.release


def test_ones_own_release_does_not_come_back_as_a_pack_under_whatever_name(
    ann: Acting, own: Release
) -> None:
    for renamed in (own, own.model_copy(update={"publisher": "Birch", "licence": "CC0"})):
        with pytest.raises(PackRefused, match="is the release of this installation"):
            packs.add(ann, OWN_WORKSPACE_ID, renamed)


def test_a_pack_of_tomorrow_is_refused(ann: Acting, own: Release, clock: Clock) -> None:
    later = own.model_copy(update={"released": clock().date().replace(year=2099)})

    with pytest.raises(PackRefused, match="is dated after today"):
        packs.add(ann, OWN_WORKSPACE_ID, later)


def test_scores_that_another_method_made_are_not_compared(
    ann: Acting, own: Release, clock: Clock
) -> None:
    one = taking_part(ann, 1, start=12)[0]
    clock.go_on(days=1)
    foreign = own.model_copy(update={"publisher": "Birch", "released": clock().date()})
    same = packs.add(ann, OWN_WORKSPACE_ID, foreign)
    other = packs.add(ann, OWN_WORKSPACE_ID, foreign.model_copy(update={"method": "9.9"}))

    assert packs.place_in(ann, open_sheet(ann, one), same).places
    assert not packs.place_in(ann, open_sheet(ann, one), other).places


def test_brands_of_one_family_are_not_ten(ann: Acting) -> None:
    ids = taking_part(ann, 10, parent="Birch Group")

    standing = benchmarks.place_of(ann, open_sheet(ann, ids[0]))

    assert standing.taking_part < 10
    assert standing.silence is Silence.TOO_FEW
