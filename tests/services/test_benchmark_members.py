"""Who counts in a release, from when and until when, whatever happens meanwhile."""

from dashboard.domain.cohort import OVERALL, Kind
from dashboard.domain.eligibility import Obstacle
from dashboard.domain.release import NoRelease
from dashboard.domain.standing import Silence
from dashboard.services import assessments, benchmarks, brands, consents
from dashboard.services.acting import Acting
from dashboard.services.assessments import open_sheet
from dashboard.services.consents import Participation
from dashboard.store.releases import StoredRelease
from tests.services.cohorts import (
    completed,
    consented,
    half_a_year_on,
    place,
    released,
    taking_part,
    withdraw,
)
from tests.services.office import QUESTIONNAIRE, Clock, at_once


def test_whoever_consents_again_does_not_bring_the_release_back(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    released(ann, clock)
    withdraw(ann, some[1])

    consents.give(ann, some[1], "en")

    assert place(ann, some[0]).silence is Silence.ENDED


def test_whoever_withdraws_while_a_release_is_made_is_in_none_that_is_shown(
    ann: Acting, clock: Clock
) -> None:
    some = taking_part(ann, 11)
    half_a_year_on(clock)

    made, gone = at_once(
        lambda: benchmarks.release(ann, QUESTIONNAIRE), lambda: withdraw(ann, some[0])
    )

    assert isinstance(made, StoredRelease)
    assert gone is None
    with ann.store.read() as tx:
        latest = tx.releases.latest(QUESTIONNAIRE)
        assert latest
        assert latest.ended_at or not tx.releases.particulars(latest.id, some[0])


def test_consent_is_for_one_completion(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    assessments.reopen(ann, some[0])
    assert place(ann, some[1]).taking_part == 9
    clock.go_on(minutes=1)
    assessments.complete(ann, some[0])

    assert consented(ann, some[0]) is None
    assert released(ann, clock) is NoRelease.TOO_FEW

    again = consents.give(ann, some[0], "en")
    assert consented(ann, some[0]) == again
    assert isinstance(released(ann, clock), StoredRelease)


def test_an_organisation_counts_once_with_its_latest_wave(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    clock.go_on(days=1)
    later = completed(ann, "Brand 0", 4, wave="2027-Q1")

    assert released(ann, clock) is NoRelease.TOO_FEW
    assert Obstacle.NOT_LATEST in consents.obstacles_of(ann, open_sheet(ann, some[0]))
    consents.give(ann, later, "en")
    found = released(ann, clock)
    assert isinstance(found, StoredRelease)
    with ann.store.read() as tx:
        assert tx.releases.particulars(found.id, later)
        assert not tx.releases.particulars(found.id, some[0])


def test_a_brand_that_was_deleted_and_came_back_brings_the_benchmark_back(
    ann: Acting, clock: Clock
) -> None:
    some = taking_part(ann, 13)
    released(ann, clock)
    brand = open_sheet(ann, some[0]).brand
    brands.delete(ann, brand.id)
    brands.undelete(ann, brand.id)
    assert place(ann, some[1]).silence is Silence.ENDED

    assert isinstance(released(ann, clock), StoredRelease)
    assert place(ann, some[1]).release


def test_a_member_is_left_out_only_where_it_was_counted(ann: Acting, clock: Clock) -> None:
    """Retail and banking are shown. A retailer turns bank: among banks nothing is its own."""
    retail = taking_part(ann, 12, industry="retail")
    taking_part(ann, 12, start=12, industry="banking")
    stored = released(ann, clock)
    assert isinstance(stored, StoredRelease)
    before = open_sheet(ann, retail[0])
    profile = before.brand.profile
    banker = profile.model_copy(update={"industry": "banking"})
    brands.change(ann, before.brand.id, banker, read=profile)

    found = place(ann, retail[0])

    assert found.member
    banking = found.places[Kind.INDUSTRY]
    assert banking.released.cohort.industry == ("banking",)
    score = before.result.overall.score
    assert score is not None
    for kind, member in ((Kind.INDUSTRY, False), (Kind.ALL, True)):
        told = found.places[kind].released.scores[OVERALL]
        assert found.places[kind].places[OVERALL] == told.place(score, member=member)


def test_how_an_assessment_takes_part_is_told_as_it_is(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    stored = released(ann, clock)
    assert isinstance(stored, StoredRelease)

    def taking(assessment_id: str) -> Participation:
        return consents.participation(ann, open_sheet(ann, assessment_id))

    assert (taking(some[0]).released, taking(some[0]).counts_next) == (stored.due, True)
    assessments.reopen(ann, some[0])
    assert (taking(some[0]).released, taking(some[0]).renewed) == (stored.due, False)
    assert taking(some[0]).consent
    clock.go_on(days=1)
    completed(ann, "Brand 1", 4, wave="2027-Q4")
    assert taking(some[1]).obstacles == (Obstacle.NOT_LATEST,)
    assert not taking(some[1]).counts_next
    withdraw(ann, some[2])
    assert [taking(one).released for one in some[:3]] == [None] * 3


def test_a_release_that_has_a_successor_is_not_shown(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 14)
    released(ann, clock)
    withdrawn = some[:3]
    clock.go_on(days=1)
    for one in withdrawn:
        assessments.reopen(ann, one)
    second = released(ann, clock)
    assert isinstance(second, StoredRelease)

    workspace = open_sheet(ann, some[0]).workspace
    entries = {one.assessment.id: one.released for one in consents.register(ann, workspace)}

    assert [entries[one] for one in withdrawn] == [False] * 3
    assert entries[some[5]]
