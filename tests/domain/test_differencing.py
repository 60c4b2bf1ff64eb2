"""One release taken from another tells of nobody, whatever else has changed beside."""

from dashboard.domain.cohort import Cohort, Organisation
from dashboard.domain.differencing import Difference
from dashboard.domain.release import NoRelease
from tests.domain.organisations import after, made, one, several, tried

BANKING = Cohort(industry=("banking",))


def moved(members: list[Organisation], **fields: object) -> list[Organisation]:
    return [each.model_copy(update=fields) for each in members]


def test_a_cohort_that_one_has_left_is_hidden_though_others_came_elsewhere() -> None:
    """11 at 56 and one at 74, then without it: 12 x 57.5 - 11 x 56 = 74."""
    leaver = one(74, industry="banking")
    rest = [*several(11, 56, industry="banking"), *several(30), *several(30, industry="travel")]
    first = made([leaver, *rest])
    assert BANKING in first.release.by_cohort

    second = made([*rest, *several(3)], after(first))

    assert BANKING not in second.release.by_cohort
    assert second.release.by_cohort[Cohort(industry=("retail",))].n == 35
    assert BANKING not in made([*rest, *several(3)], after(first), after(second)).release.by_cohort


def test_a_large_cohort_may_change_by_one_for_it_leaves_that_one_anywhere() -> None:
    """50 and 51 organisations: each mean may be off by half a point, so the sums by 50.5."""
    rest = [*several(50, industry="banking"), *several(60), *several(60, industry="travel")]
    first = made(rest)

    second = made([*rest, one(99, industry="banking"), *several(3)], after(first))

    assert BANKING in second.release.by_cohort


def test_a_new_name_or_region_does_not_count_where_it_changes_no_number() -> None:
    """Two that are renamed or moved would hide that all differ by one alone."""
    members = several(12, 56)
    first = made([*members, one(74)])
    for fields in ({"group": "renamed"}, {"assessment_id": "of-another-wave"}):
        others = [*moved(members[:2], **fields), *members[2:]]
        assert tried(others, after(first)) is NoRelease.TOO_LITTLE_CHANGED
        assert Difference(after(first), others).organisations == 1

    elsewhere = [*moved(members[:4], region="asia"), *members[4:]]

    assert Difference(after(first), elsewhere).organisations == 5
    assert tried(elsewhere, after(first)) is NoRelease.TOO_LITTLE_CHANGED


def test_an_earlier_release_is_as_good_to_take_away_from_as_the_last() -> None:
    """12, then three more; they leave and one comes: five changes, but one since the first."""
    members = several(12)
    first = made(members)
    second = made([*members, *several(3, 60)], after(first))
    ended = after(second).model_copy(update={"ended": True})

    assert tried([*members, one(95)], after(first), ended) is NoRelease.NOT_AGAIN_YET
    assert not isinstance(tried(members, after(first), ended), NoRelease)
