"""Releases under attack: nobody narrows a hidden count to fewer than ten organisations.

The attacker knows everything that was ever published, and in most tests more than that: the exact
numbers of all that is shown, where only rounded ones are told.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dashboard.domain.cohort import LEAST, OVERALL, Cohort, Kind, Organisation
from dashboard.domain.differencing import Difference
from dashboard.domain.disclosure import Share, attacked
from dashboard.domain.pack import write_pack
from dashboard.domain.pattern import Pattern, pattern
from dashboard.domain.release import NoRelease, Release, Snapshot
from dashboard.domain.suppression import spans
from tests.domain.organisations import SIZES, after, made, one, several, tried
from tests.examples import scaled

INDUSTRIES = ("banking", "retail", "travel")
REGIONS = ("africa", "asia", "europe", "not_stated")
NEARLY = LEAST - 1e-6
FOUND_IS_ENOUGH = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make a failing example smaller would take hundreds of programs."""

ORGANISATIONS = st.lists(
    st.builds(
        one,
        st.sampled_from((5.0, 35.0, 50.0, 65.0, 95.0)),
        industry=st.sampled_from((*INDUSTRIES, *INDUSTRIES[:1] * 3)),
        region=st.sampled_from((*REGIONS, *REGIONS[2:3] * 4)),
        size=st.sampled_from((*SIZES[:3], *SIZES[:1] * 3)),
        group=st.sampled_from(("a", "b", *map(str, range(40)))),
    ),
    min_size=20,
    max_size=60,
)


def hidden_of(found: Snapshot, kind: Kind) -> tuple[list[Cohort], list[Cohort]]:
    """All cohorts of a kind, and which of them nothing is said of; grouped as the release does."""
    plan = pattern(found.members, sizes_in_order=SIZES)
    every = [cohort for cohort in plan.members if cohort.kind is kind]
    return every, [cohort for cohort in every if cohort in plan.hidden]


def number(found: Snapshot, cohort: Cohort) -> int:
    return sum(each.belongs_to(cohort) for each in found.members)


@pytest.mark.slow
@settings(max_examples=scaled(15), phases=FOUND_IS_ENOUGH)
@given(ORGANISATIONS)
def test_nobody_narrows_a_hidden_number_and_no_file_holds_one(members: list[Organisation]) -> None:
    found = tried(members)
    if isinstance(found, NoRelease):
        return
    attack_lines(found)
    attack_everything(found)
    read_what_leaves(found)


def attack_lines(found: Snapshot) -> None:
    """By linear programs on industries, regions and sizes, their sum known exactly."""
    for kind in (Kind.INDUSTRY, Kind.REGION, Kind.SIZE):
        every, hidden = hidden_of(found, kind)
        assert not set(hidden) & found.release.by_cohort.keys()
        table = [[number(found, cohort) for cohort in every]]
        unknown = [(0, every.index(cohort)) for cohort in hidden if number(found, cohort)]
        if unknown:
            assert all(span.width >= NEARLY for span in spans(table, unknown).values())


def attack_everything(found: Snapshot) -> None:
    """By linear programs on industry by size by bin, for numbers and scores at once."""
    plan = told_pattern(found)
    shown = found.release.cohorts
    scores = [{each.cohort: each.scores[name] for each in shown} for name in shown[0].scores]
    evidence = {each.cohort: Share(percent=each.evidence) for each in shown}
    for _, span in attacked(plan, [*scores, evidence]):
        assert span.width >= NEARLY


def read_what_leaves(found: Snapshot) -> None:
    text = write_pack(found.release)
    pack = json.loads(text)
    assert all(row["n"] >= LEAST and row["n"] % 5 == 0 for row in pack["cohorts"])
    for each in found.members:
        assert each.brand_id not in text
        assert each.assessment_id not in text
    for row in pack["cohorts"]:
        assert row.keys() <= {"industry", "region", "size", "n", "evidence", "scores"}
        for told in row["scores"].values():
            assert told.keys() in ({"mean", "counts"}, {"mean", "limits", "limits_of_members"})


def told_pattern(found: Snapshot) -> Pattern:
    """The pattern behind a release; what it does not tell though it could is untold."""
    plan = pattern(found.members, sizes_in_order=SIZES)
    untold = {
        cohort
        for cohort, own in plan.members.items()
        if len(own) >= LEAST and cohort not in plan.hidden | found.release.by_cohort.keys()
    }
    return replace(plan, untold=plan.untold | untold)


def test_two_means_of_two_releases_leave_every_newcomer_anywhere() -> None:
    """12 organisations at 50, then 3 at 0, 50 and 100 with them: means 50 and 50, to a whole point.

    Who knows that exactly 12 became 15 knows the newcomers' sum to 7.5 + 6 points either way, 150:
    one of them can be anything from 0 to 100.
    """
    first = made(several(12, 50))
    second = made([*first.members, one(0), one(50), one(100)], after(first))
    before, now = (each.release.all.scores[OVERALL].mean for each in (first, second))
    assert (before, now) == (50, 50)

    low = 15 * (now - 0.5) - 12 * (before + 0.5)
    high = 15 * (now + 0.5) - 12 * (before - 0.5)

    assert (max(0, low - 200), min(100, high)) == (0, 100)


def test_fewer_than_three_changes_make_no_release() -> None:
    first = made(several(12))

    assert tried([*first.members, *several(2)], after(first)) is NoRelease.TOO_LITTLE_CHANGED
    assert tried(first.members[:10], after(first)) is NoRelease.TOO_LITTLE_CHANGED
    moved = [each.model_copy(update={"size": "1-9"}) for each in first.members[:3]]
    assert isinstance(tried([*first.members[3:], *moved], after(first)), Snapshot)


def test_consenting_again_is_no_change_and_other_scores_are() -> None:
    first = made(several(12))
    later = datetime(2027, 1, 1, tzinfo=UTC)
    again = [each.model_copy(update={"since": later}) for each in first.members]
    assert tried(again, after(first)) is NoRelease.TOO_LITTLE_CHANGED

    scores = dict.fromkeys(first.members[0].scores, 51.0)
    others = [each.model_copy(update={"scores": scores}) for each in first.members[:3]]
    assert isinstance(tried([*first.members[3:], *others], after(first)), Snapshot)


def test_one_that_has_ended_comes_again_unless_it_would_differ_by_one_or_two() -> None:
    first = made(several(13))
    ended = after(first).model_copy(update={"ended": True})

    assert made(first.members, ended).release == first.release
    for gone in (1, 2):
        assert tried(first.members[gone:], ended) is NoRelease.NOT_AGAIN_YET
    assert isinstance(tried(first.members[3:], ended), Snapshot)


def test_a_cohort_that_was_hidden_stays_so_until_ten_have_changed() -> None:
    """Who knows that three came would know that the twelve shown now were nine before."""
    first = made([*several(40), *several(9, industry="banking"), *several(20, industry="travel")])
    banking = Cohort(industry=("banking",))
    assert banking not in first.release.by_cohort

    three = made([*first.members, *several(3, industry="banking")], after(first))
    ten = made([*first.members, *several(10, industry="banking")], after(first))

    assert banking not in three.release.by_cohort
    assert ten.release.by_cohort[banking].n == 20


def test_the_same_holds_of_a_release_before_the_last_one() -> None:
    """Nine, then twelve and still hidden: by then it is large, but only three came since."""
    first = made([*several(40), *several(9, industry="banking"), *several(20, industry="travel")])
    second = made([*first.members, *several(3, industry="banking")], after(first))
    banking = Cohort(industry=("banking",))
    assert number(second, banking) == 12

    third = made([*second.members, *several(3)], after(first), after(second))
    fourth = made([*third.members, *several(4)], after(first), after(second), after(third))

    assert banking not in third.release.by_cohort
    assert banking in fourth.release.by_cohort


@settings(max_examples=scaled(4), phases=FOUND_IS_ENOUGH)
@given(ORGANISATIONS, st.integers(3, 9), st.sampled_from(INDUSTRIES))
def test_whatever_a_second_release_shows_was_no_small_number_in_the_first(
    members: list[Organisation], more: int, industry: str
) -> None:
    first = tried(members)
    if isinstance(first, NoRelease):
        return
    second = tried([*members, *several(more, industry=industry, size="1-9")], after(first))
    if isinstance(second, NoRelease):
        return

    for cohort in second.release.by_cohort:
        small = 0 < number(first, cohort) < LEAST
        assert not small or Difference(after(first), second.members).organisations >= LEAST


def test_a_cohort_of_which_a_family_is_more_than_a_quarter_is_hidden() -> None:
    members = [
        *several(40),
        *several(8, industry="banking", group="holding"),
        *several(12, industry="banking"),
        *several(20, industry="travel"),
    ]

    release = made(members).release

    assert Cohort(industry=("banking",)) not in release.by_cohort
    # Alone it could be reckoned from the rest: the smallest one beside it is hidden as well.
    assert [each.cohort.industry for each in release.cohorts if each.cohort.industry] == [
        ("retail",)
    ]


def test_small_sizes_and_regions_are_taken_together_before_anything_is_hidden() -> None:
    members = [
        *several(20, size="250-999"),
        *several(6, size="1-9", region="asia"),
        *several(7, size="10-49", region="africa"),
    ]

    release: Release = made(members).release

    assert release.by_cohort[Cohort(size=("1-9", "10-49"))].n == 15
    assert release.by_cohort[Cohort(region=("africa", "asia"))].n == 15


def test_those_who_do_not_state_something_are_no_cohort_and_not_given_away_either() -> None:
    members = [*several(30), *several(4, region="not_stated"), *several(20, region="asia")]

    regions = [each.cohort.region for each in made(members).release.cohorts if each.cohort.region]

    assert regions == [("europe",)]


@pytest.mark.parametrize("n", [0, 9])
def test_fewer_than_ten_are_no_release(n: int) -> None:
    assert tried(several(n)) is NoRelease.TOO_FEW
