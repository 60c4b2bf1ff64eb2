"""Nine show nothing; twelve show thirds; one who withdraws takes the release along at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer
from dashboard.domain.cohort import OVERALL, Kind
from dashboard.domain.eligibility import Obstacle
from dashboard.domain.percentile import Precision
from dashboard.domain.release import NoRelease
from dashboard.domain.standing import Absence, Silence
from dashboard.services import assessments, benchmarks, brands, consents, demo, people
from dashboard.services.acting import Acting
from dashboard.services.assessments import open_sheet
from dashboard.services.consents import NotComparable
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
from tests.services.office import QUESTIONNAIRE, Clock, at_once, say


def test_nine_show_nothing_twelve_show_thirds_and_a_withdrawal_ends_it_at_once(
    ann: Acting, clock: Clock
) -> None:
    nine = taking_part(ann, 9)
    assert released(ann, clock) is NoRelease.TOO_FEW
    seen = place(ann, nine[0])
    assert (seen.release, seen.places, seen.taking_part) == (None, {}, 9)
    assert seen.silence is Silence.TOO_FEW

    three = taking_part(ann, 3, start=9)
    assert place(ann, nine[0]).silence is Silence.NOT_DUE
    first = released(ann, clock)
    assert isinstance(first, StoredRelease)
    assert (first.due, first.release.all.n) == (date(2027, 7, 1), 10)
    # Levels 1, 2, 3, 4, 5, 1, …: scores of 0, 25, 50, 75, 100; three at the first two, two else.
    thirds = [place(ann, one).places[Kind.ALL].places[OVERALL] for one in nine[:5]]
    assert [one.precision for one in thirds] == [Precision.THIRDS] * 5
    assert [one.part for one in thirds] == [0, 1, 1, 2, 2]

    withdraw(ann, three[0])
    ended = place(ann, nine[0])
    assert (ended.release, ended.places, ended.silence) == (None, {}, Silence.ENDED)

    assert released(ann, clock) is NoRelease.NOT_AGAIN_YET
    assert place(ann, nine[0]).silence is Silence.ENDED
    taking_part(ann, 2, start=12)
    second = released(ann, clock)
    assert isinstance(second, StoredRelease)
    assert place(ann, nine[0]).member
    assert not place(ann, three[0]).member
    with ann.store.read() as tx:
        members = tx.releases.fingerprints(second.id)
    assert len(members) == 13
    assert open_sheet(ann, three[0]).brand.id not in members


def test_only_who_consented_before_the_day_is_in_it_however_late_it_is_made(
    ann: Acting, clock: Clock
) -> None:
    taking_part(ann, 9)
    half_a_year_on(clock)
    taking_part(ann, 5, start=9)

    clock.go_on(days=90)
    assert benchmarks.release(ann, QUESTIONNAIRE) is NoRelease.TOO_FEW


def test_a_day_has_one_release(ann: Acting, clock: Clock) -> None:
    taking_part(ann, 10)
    first = released(ann, clock)
    clock.go_on(days=30)

    assert benchmarks.release(ann, QUESTIONNAIRE) == first


def test_with_fewer_than_three_changes_the_old_release_stays(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    first = released(ann, clock)
    taking_part(ann, 2, start=10)

    assert released(ann, clock) is NoRelease.TOO_LITTLE_CHANGED
    assert isinstance(first, StoredRelease)
    assert place(ann, some[0]).release == first.release


@pytest.mark.parametrize("gone", ["assessment", "brand"])
def test_deleting_ends_a_release_as_withdrawing_does(ann: Acting, clock: Clock, gone: str) -> None:
    some = taking_part(ann, 10)
    released(ann, clock)

    if gone == "brand":
        brands.delete(ann, open_sheet(ann, some[1]).brand.id)
    else:
        assessments.delete(ann, some[1])

    assert place(ann, some[0]).silence is Silence.ENDED


def test_several_who_make_the_release_at_once_make_one(ann: Acting, clock: Clock) -> None:
    taking_part(ann, 10)
    half_a_year_on(clock)

    made = at_once(*[lambda: benchmarks.release(ann, QUESTIONNAIRE)] * 6)

    assert isinstance(made[0], StoredRelease)
    assert made == [made[0]] * 6


def test_a_release_knows_of_whoever_withdraws_while_it_is_made(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 12)
    released(ann, clock)
    half_a_year_on(clock)
    leaving = consented(ann, some[0])
    assert leaving

    with ThreadPoolExecutor() as pool:
        with ann.store.begin() as tx:
            tx.consents.withdraw(leaving.id, by=ann.user.id, now=ann.now())
            tx.releases.end_with_assessment(some[0], ann.now())
            making = pool.submit(benchmarks.release, ann, QUESTIONNAIRE)
            with pytest.raises(TimeoutError):
                making.result(timeout=0.3)
        outcome = making.result(timeout=10)

    assert outcome is NoRelease.NOT_AGAIN_YET


@pytest.mark.parametrize("given", [Answer.dont_know(), None], ids=["unknown", "open"])
def test_what_is_not_fully_answered_cannot_be_consented_to(
    ann: Acting, given: Answer | None
) -> None:
    whole = completed(ann, "Brand")
    assessments.reopen(ann, whole)
    say(ann, whole, "VE1.1", given, over=1)
    assessments.complete(ann, whole)

    with pytest.raises(NotComparable) as refused:
        consents.give(ann, whole, "en")
    assert refused.value.obstacles == (Obstacle.STILL_OPEN,)


def test_a_draft_cannot_be_consented_to_and_is_not_compared(ann: Acting, clock: Clock) -> None:
    some = taking_part(ann, 10)
    released(ann, clock)
    assessments.reopen(ann, some[0])

    with pytest.raises(NotComparable):
        consents.give(ann, some[0], "en")
    assert place(ann, some[0]).places == {}
    assert place(ann, some[0]).obstacles == (Obstacle.NOT_COMPLETE,)


@pytest.mark.slow
def test_the_demo_is_compared_with_made_up_numbers_and_never_enters(ann: Acting) -> None:
    here = demo.load(ann)
    (workspace,) = [one for one in people.workspaces(here) if one.is_demo]
    with here.store.read() as tx:
        waves = tx.assessments.of_workspace(workspace.id)
    ids = [one.id for one in waves if not one.open_for_answers]
    sheets = [open_sheet(here, one) for one in ids]

    for sheet in sheets:
        with pytest.raises(NotComparable):
            consents.give(here, sheet.assessment.id, "en")
    compared = [benchmarks.place_of(here, sheet) for sheet in sheets]
    assert all(one.release and one.release.synthetic for one in compared)
    assert any(one.places for one in compared)
    assert benchmarks.release(here, QUESTIONNAIRE) is NoRelease.TOO_FEW


def test_a_cohort_that_is_hidden_says_so_and_one_that_is_not_stated_too(
    ann: Acting, clock: Clock
) -> None:
    some = taking_part(ann, 10, region="europe")
    taking_part(ann, 2, start=10, region="asia", industry="retail")
    released(ann, clock)

    absent = place(ann, some[0]).absent

    assert absent[Kind.REGION] is Absence.HIDDEN
    assert absent[Kind.INDUSTRY] is Absence.NOT_STATED


def test_the_register_says_who_when_for_what_and_to_which_words(
    ann: Acting, bob: Acting, clock: Clock
) -> None:
    one = completed(ann, "Brand")
    given = consents.give(ann, one, "zh")
    clock.go_on(hours=1)
    consents.withdraw(bob, given.id)
    clock.go_on(hours=1)
    consents.give(bob, one, "en")

    (workspace,) = people.workspaces(ann)
    newest, oldest = consents.register(ann, workspace)

    assert (newest.brand.name, newest.assessment.id, newest.given_by) == ("Brand", one, "Bob")
    assert newest.consent.words == consents.consent_words("en")
    assert newest.consent.stands
    assert (oldest.given_by, oldest.withdrawn_by) == ("Local user", "Bob")
    assert oldest.consent.words == consents.consent_words("zh")
    assert oldest.consent.withdrawn_at == given.given_at.replace(hour=10)


def test_the_register_says_what_no_longer_counts_and_whether_a_release_still_holds_it(
    ann: Acting, clock: Clock
) -> None:
    (workspace,) = people.workspaces(ann)
    some = taking_part(ann, 10)

    def entry() -> consents.Entry:
        entries = consents.register(ann, workspace)
        return next(one for one in entries if one.assessment.id == some[0])

    def counts() -> tuple[bool, bool, bool]:
        found = entry()
        return found.consent.stands, found.outdated, found.released

    assert counts() == (True, False, False)
    released(ann, clock)
    assert counts() == (True, False, True)
    assessments.reopen(ann, some[0])
    assert counts() == (True, True, True)
    clock.go_on(minutes=1)
    assessments.complete(ann, some[0])
    assert counts() == (True, True, True)
    consents.withdraw(ann, entry().consent.id)
    assert counts() == (False, False, False)
    assert place(ann, some[1]).silence is Silence.ENDED


def test_a_stranger_learns_nothing_of_a_consent(ann: Acting, stranger: Acting) -> None:
    given = consents.give(ann, completed(ann, "Brand"), "en")

    for acting, id_ in ((stranger, given.id), (stranger, "neverwas22")):
        with pytest.raises(NotAllowed, match="there is no consent"):
            consents.withdraw(acting, id_)
