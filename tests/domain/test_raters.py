"""One level out of several, how far a score hangs on one rater, and straight lines."""

from collections.abc import Mapping, Sequence

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.raters import LeftOut, leave_one_out, lower_median, straight_liners
from dashboard.domain.scoring import score
from tests.builders import data_trust
from tests.domain.rater_vectors import (
    ITEMS,
    LEAVE_ONE_OUT,
    LOWER_MEDIAN_SCORE,
    MATRIX,
    SIX_DECIMALS,
)

FIVE = [5] * 36
Row = Sequence[int]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([4], 4),
        ([2, 4], 2),
        ([1, 4, 5], 4),
        ([1, 2, 3, 4], 2),
        ([3, 3, 3, 5, 1, 5], 3),
        ([5, 5, 5, 5], 5),
    ],
)
def test_the_lower_median_is_a_level_that_somebody_gave(levels, expected):
    assert lower_median(levels) == expected


def test_nobody_has_no_lower_median():
    assert lower_median([]) is None


def test_the_order_of_raters_does_not_move_the_lower_median():
    assert lower_median([5, 1, 4, 2]) == lower_median([2, 4, 1, 5]) == 2


def test_the_worked_matrix_has_the_lower_medians_of_the_method():
    medians = [lower_median(levels) for levels in ITEMS]

    assert medians == [3, 3, 3, 2, 3, 2, 2, 3, 3, 1, 2, 2]


def test_the_worked_matrix_has_the_score_of_the_vector():
    assert stewardship(MATRIX)["ST"] == pytest.approx(LOWER_MEDIAN_SCORE, abs=SIX_DECIMALS)


def test_the_worked_matrix_hangs_on_single_raters_as_the_vector_says():
    left_out = leave_one_out(MATRIX, stewardship)["ST"]

    assert [left_out.low, left_out.high] == pytest.approx(LEAVE_ONE_OUT, abs=SIX_DECIMALS)
    assert left_out.withheld == 0


def test_a_rater_who_turns_to_five_throughout_moves_one_item_by_one_level():
    # 12 items of 25 points a level: one level on one of them is 100 / 48
    assert stewardship([[5] * 12, *MATRIX[1:]])["ST"] == pytest.approx(37.5)


def stewardship(raters: Sequence[Row]) -> Mapping[str, float | None]:
    """The pillar's score from the lower medians of its twelve items."""
    items = [item.id for item in data_trust().items if item.id.startswith("ST")]
    medians = [lower_median(levels) for levels in zip(*raters, strict=True)]
    answers = {
        item: Answer.at(level)
        for item, level in zip(items, medians, strict=True)
        if level is not None
    }
    return {"ST": score(data_trust(), answers).pillar["ST"].score}


@pytest.mark.parametrize("raters", [[], [1], [1, 5]])
def test_fewer_than_three_raters_are_never_left_out_one_by_one(raters):
    assert leave_one_out(raters, lambda group: {"score": float(sum(group))}) == {}


def test_each_rater_is_left_out_once_and_the_others_keep_their_order():
    groups = []

    def seen(group: Sequence[str]) -> Mapping[str, float | None]:
        groups.append("".join(group))
        return {}

    leave_one_out("abc", seen)

    assert groups == ["bc", "ac", "ab"]


def test_a_score_that_hangs_on_one_rater_alone_is_withheld_without_that_rater():
    def needs_the_first(group: Sequence[int]) -> Mapping[str, float | None]:
        return {"some": 10.0 * sum(group) if 1 in group else None, "none": None}

    found = leave_one_out([1, 2, 4], needs_the_first)

    assert found["some"] == LeftOut(low=30, high=50, withheld=1)
    assert found["none"] == LeftOut(low=None, high=None, withheld=3)


def test_a_score_that_some_groups_do_not_know_is_withheld_there():
    found = leave_one_out([1, 2, 4], lambda group: {"x": 1.0} if 4 in group else {})

    assert found == {"x": LeftOut(low=1, high=1, withheld=1)}


@pytest.mark.parametrize(
    ("levels", "flagged"),
    [
        ([3] * 36, True),
        ([3] * 29 + [1] * 3 + [5] * 4, True),  # 29 of 36 are 80.6 %
        ([3] * 28 + [1] * 4 + [5] * 4, False),  # 77.8 %
        ([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2] * 3, False),
    ],
)
def test_four_fifths_of_identical_levels_are_a_straight_line(levels, flagged):
    assert straight_liners([levels], FIVE) == flagged


@pytest.mark.parametrize(
    ("twos", "threes", "flagged"),
    [(12, 24, True), (13, 23, True), (14, 22, True), (15, 21, False), (18, 18, False)],
)
def test_a_deviation_below_one_half_is_a_straight_line(twos, threes, flagged):
    # the variance is twos * threes / (36 * 35): 308/1260 at 14, exactly 315/1260 = 1/4 at 15
    assert straight_liners([[2] * twos + [3] * threes], FIVE) == flagged


def test_a_rater_who_skipped_everything_drew_no_line():
    assert straight_liners([[None] * 36, [3] * 36], FIVE) == 1


def test_what_was_skipped_does_not_break_a_line():
    assert straight_liners([[3, None] * 18], FIVE) == 1


@pytest.mark.parametrize(("given", "flagged"), [(1, False), (3, False), (9, False), (10, True)])
def test_a_few_levels_are_no_line(given, flagged):
    assert straight_liners([[3] * given + [None] * (36 - given)], FIVE) == flagged


def test_just_under_four_fifths_of_identical_levels_are_no_straight_line():
    assert straight_liners([[3] * 11 + [1, 5, 5]], [5] * 14) == 0  # 78.6 %


def test_a_mix_of_yes_and_no_is_no_line():
    # on two options every deviation is about one half or less: a step there counts as four
    assert straight_liners([[1] * 4 + [2] * 8], [2] * 12) == 0
    assert straight_liners([[1] * 10 + [2] * 2], [2] * 12) == 1


def test_nobody_draws_no_line():
    assert straight_liners([], FIVE) == 0


def test_a_rater_with_another_number_of_items_is_refused():
    with pytest.raises(ValueError, match="zip"):
        straight_liners([[3] * 12], FIVE)
