"""Nobody's answer can be told from what is shown, whichever figures are set against each other."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item
from dashboard.domain.reveal import ROLE_MINIMUM, Counts, RoleCounts, broken_out, reveal
from dashboard.domain.workshop import Ballot
from tests.builders import data_trust, ferry_line, worked_brand
from tests.domain.rooms import ballot, items_named, one_item, shown
from tests.examples import scaled

ROLES = [None, "Legal", "Marketing", "IT"]
SIX = list(data_trust().items[:6])


@st.composite
def rooms(draw: st.DrawFn, items: Sequence[Item]) -> list[tuple[str, str | None]]:
    """Rows with their roles; how many leave an item out is drawn for each item."""
    people = draw(st.integers(0, 14))
    columns = [
        draw(
            st.lists(
                st.sampled_from("12?" + "-" * draw(st.sampled_from([0, 1, 15]))),
                min_size=people,
                max_size=people,
            )
        )
        for _ in items
    ]
    rows = ["".join(row) for row in zip(*columns, strict=True)]
    return [(row, draw(st.sampled_from(ROLES))) for row in rows]


def groups(sizes: Sequence[int], unnamed: int) -> dict[str | None, list[Answer]]:
    named = {f"role {n}": [Answer.at(1)] * size for n, size in enumerate(sizes)}
    return named | {None: [Answer.at(1)] * unnamed}


@pytest.mark.slow
@given(sizes=st.lists(st.integers(0, 12), max_size=6), unnamed=st.integers(0, 12))
@settings(max_examples=scaled(500), deadline=None)
def test_no_sum_or_difference_of_groups_is_of_one_to_four_people(
    sizes: list[int], unnamed: int
) -> None:
    shown_sizes = [len(group) for group in broken_out(groups(sizes, unnamed)).values()]
    total = sum(sizes) + unnamed

    sums = {
        sum(some)
        for many in range(len(shown_sizes) + 1)
        for some in combinations(shown_sizes, many)
    }
    assert not shown_sizes or sum(shown_sizes) == total
    if shown_sizes:
        figures = sums | {total - one for one in sums}
        assert all(people == 0 or people >= ROLE_MINIMUM for people in figures)


@pytest.mark.slow
@given(room=rooms(SIX))
@settings(max_examples=scaled(150), deadline=None)
def test_no_item_shows_a_group_of_one_to_four_or_leaves_one_over(
    room: list[tuple[str, str | None]],
) -> None:
    ballots = [ballot(SIX, *one) for one in room]

    for one in reveal(data_trust(), SIX, ballots, {}, {}).items:
        if one.raters < 3:
            assert (one.counts, one.roles) == (None, ())
            continue
        assert one.counts
        sizes = [group.counts.raters for group in one.roles]
        assert all(size >= ROLE_MINIMUM for size in sizes)
        assert sum(sizes) in {0, one.raters}
        assert len(sizes) != 1
        assert [sum(n) for n in zip(*(g.counts.levels for g in one.roles), strict=True)] in (
            [],
            list(one.counts.levels),
        )


@pytest.mark.slow
@given(room=rooms(SIX), data=st.data())
@settings(max_examples=scaled(200), deadline=None)
def test_whatever_was_given_below_three_ratings_nothing_that_is_shown_changes(
    room: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    ballots = [ballot(SIX, *one) for one in room]
    before = worked_brand()
    found = reveal(data_trust(), SIX, ballots, {}, before)
    hidden = {one.item_id for one in found.items if one.raters < 3}

    others = [
        Ballot(
            role=one.role,
            answers={
                item_id: Answer.at(data.draw(st.integers(1, 5))) if item_id in hidden else answer
                for item_id, answer in one.answers.items()
            },
        )
        for one in ballots
    ]

    assert reveal(data_trust(), SIX, others, {}, before) == found


@pytest.mark.parametrize("lonely", ["1", "5", "?", "x"])
def test_one_persons_rating_moves_no_score_no_range_and_no_correlation(lonely: str) -> None:
    items = items_named(data_trust(), "VE3.1", "VE3.2", "VE3.3")
    rows = ["23-", "33-", "24-", f"54{lonely}"]

    found = shown(items, rows, before=worked_brand())
    without = shown(items, ["23-", "33-", "24-", "54-"], before=worked_brand())

    assert found.items[2].counts is None
    assert found.result == without.result
    assert found.left_out == without.left_out
    assert found.intraclass == without.intraclass
    assert found.straight_liners == without.straight_liners


def test_three_who_rated_nothing_in_common_are_told_nothing_together() -> None:
    items = items_named(data_trust(), "VE1.1", "VE1.2", "VE1.3")

    found = shown(items, ["1--", "-5-", "--3"], before=worked_brand())

    assert found.left_out == {}
    assert found.intraclass.icc_1 is None
    assert found.straight_liners is None
    assert found.result == shown([], [], before=worked_brand()).result


def test_items_that_are_not_shown_have_no_say_in_what_is_correlated() -> None:
    """Only items of as many options can be correlated: the commonest among those shown."""
    by_options: dict[int, list[Item]] = {}
    for item in ferry_line().items:
        by_options.setdefault(len(item.options), []).append(item)
    few, many = sorted(by_options.values(), key=len)[-2:]
    items = [*few[:2], *many[:3]]
    rows = ["12---", "22---", "21---", "--111"]

    found = shown(items, rows, questionnaire=ferry_line())

    alone = shown(few[:2], ["12", "22", "21"], questionnaire=ferry_line())
    assert found.intraclass == alone.intraclass
    assert found.intraclass.icc_1


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([5], {}),  # the role would be the whole room
        ([5, 4], {}),  # the four would be left over
        ([5, 5], {"0": 5, "1": 5}),
        ([6, 4, 1], {"0": 6, None: 5}),
        ([7, 5, 4], {"0": 7, None: 9}),  # the smaller one keeps the four company
        ([7, 5, 4, 1], {"0": 7, "1": 5, None: 5}),
        ([4, 4, 4], {}),
        ([1] * 12, {}),
    ],
)
def test_roles_are_broken_out_as_far_as_nobody_stands_alone(
    roles: list[int], expected: dict[str | None, int]
) -> None:
    people = [str(number) for number, size in enumerate(roles) for _ in range(size)]

    found = one_item("3" * len(people), people)

    assert {group.role: group.counts.raters for group in found.roles} == expected


def test_people_without_a_role_are_the_rest() -> None:
    found = one_item("1" * 5 + "2" * 5, ["Legal"] * 5 + [None] * 5)

    def five(level: int) -> Counts:
        levels = tuple(5 if n == level else 0 for n in range(1, 6))
        return Counts(levels=levels, dont_know=0, not_applicable=0)

    assert set(found.roles) == {
        RoleCounts(role="Legal", counts=five(1)),
        RoleCounts(role=None, counts=five(2)),
    }


def test_who_gave_nothing_on_an_item_does_not_count_for_their_role() -> None:
    roles = ["Legal"] * 6 + ["Marketing"] * 6

    assert one_item("11111" + "-" + "22222" + "-", roles).roles
    assert not one_item("1111--" + "222222", roles).roles
