"""Who counts, who is too much of one family, and what each organisation belongs to."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Status
from dashboard.domain.cohort import Cohort, Kind, Organisation, capped, dominated, group_of
from dashboard.domain.eligibility import Obstacle, obstacles
from dashboard.domain.scoring import score
from tests.builders import NA, all_at, answers, data_trust
from tests.domain.organisations import one, several
from tests.examples import scaled


def found(given: Mapping[str, Answer], status: Status = Status.COMPLETE) -> list[Obstacle]:
    result = score(data_trust(), given)
    return list(obstacles(result, status, demo=False, latest=True))


def test_a_complete_assessment_of_which_every_question_is_answered_counts() -> None:
    assert found(all_at(3)) == []


def test_open_questions_and_unknown_ones_keep_an_assessment_out() -> None:
    assert found(all_at(3, VE1_1=None)) == [Obstacle.STILL_OPEN]
    assert found(all_at(3, VE1_1="DK")) == [Obstacle.STILL_OPEN]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REOPENED])
def test_what_is_not_complete_is_out(status: Status) -> None:
    assert found(all_at(3), status) == [Obstacle.NOT_COMPLETE]


def test_more_than_a_fifth_that_does_not_apply_is_not_about_the_same() -> None:
    """A fifth of 36 questions is 7.2."""
    items = [item.id for item in data_trust().items if item.not_applicable]

    assert found(all_at(3) | answers(dict.fromkeys(items[:7], NA))) == []
    assert found(all_at(3) | answers(dict.fromkeys(items[:8], NA))) == [
        Obstacle.TOO_MUCH_NOT_APPLICABLE
    ]


def test_the_demo_and_an_earlier_wave_are_out() -> None:
    result = score(data_trust(), all_at(3))

    assert list(obstacles(result, Status.COMPLETE, demo=True, latest=False)) == [
        Obstacle.DEMO,
        Obstacle.NOT_LATEST,
    ]


def test_a_group_is_the_parent_however_it_is_written_or_the_brand_itself() -> None:
    assert group_of("Alder Teas", " alder  HOLDING ") == group_of("Alder Holding", None)
    assert group_of("Alder Teas", None) != group_of("Birch Coffee", None)
    assert group_of("ＡＬＤＥＲ", None) == group_of("Alder", None)


def test_a_group_keeps_a_quarter_at_most_and_who_consented_first_stays() -> None:
    """Of 8 others and 5 of a group: 2 of 10 are a fifth, 3 of 11 are more than a quarter."""
    others, family = several(8), several(5, group="holding")

    assert capped([*family[::-1], *others]) == (*others, *family[:2])


def test_a_brand_without_siblings_is_never_left_out() -> None:
    assert len(capped(several(3))) == 3


@settings(max_examples=scaled(30))
@given(st.lists(st.integers(0, 5), max_size=60))
def test_no_group_is_above_a_quarter_of_what_stays(groups: list[int]) -> None:
    kept = capped([one(group=f"g{n}") for n in groups])

    assert {each.group for each in kept} == {f"g{n}" for n in groups}
    assert all(
        own == 1 or own <= len(kept) / 4
        for own in (sum(each.group == f"g{n}" for each in kept) for n in set(groups))
    )


def test_a_cohort_in_which_a_group_has_more_than_a_quarter_is_dominated() -> None:
    assert not dominated([*several(9), *several(3, group="g")])
    assert dominated([*several(8), *several(3, group="g")])
    assert not dominated(several(2))


@pytest.mark.parametrize(
    ("cohort", "kind"),
    [
        (Cohort(), Kind.ALL),
        (Cohort(industry=("retail",)), Kind.INDUSTRY),
        (Cohort(region=("asia", "africa")), Kind.REGION),
        (Cohort(size=("1-9", "10-49")), Kind.SIZE),
        (Cohort(industry=("retail",), size=("1-9",)), Kind.INDUSTRY_SIZE),
    ],
)
def test_a_cohort_is_known_by_what_it_narrows(cohort: Cohort, kind: Kind) -> None:
    assert cohort.kind is kind


def test_an_organisation_belongs_where_all_its_particulars_fit() -> None:
    small: Organisation = one(size="1-9")

    assert small.belongs_to(Cohort(industry=("retail",), size=("1-9", "10-49")))
    assert not small.belongs_to(Cohort(industry=("retail",), size=("10-49",)))
