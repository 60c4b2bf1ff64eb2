"""Intraclass correlations against published tables, vectors, and fractions worked by hand."""

import subprocess
import sys

import pytest

from dashboard.domain.intraclass import Coefficient, Correlation, Intraclass, intraclass
from dashboard.domain.mean_squares import one_way, two_way
from tests.domain.rater_vectors import ICC, ICC_LISTS, MATRIX, SIX_DECIMALS
from tests.domain.raters_second_opinion import f_tail

SHROUT_AND_FLEISS = [
    [9, 6, 8, 7, 10, 6],
    [2, 1, 4, 1, 5, 2],
    [5, 3, 6, 2, 6, 4],
    [8, 2, 8, 6, 9, 7],
]
"""Table 2 of Shrout and Fleiss 1979: four judges by six targets."""


def raw(coefficient: Coefficient | None) -> float:
    assert coefficient is not None
    assert coefficient.raw is not None
    return coefficient.raw


def ends(coefficient: Coefficient | None) -> list[float | None]:
    assert coefficient is not None
    assert coefficient.low is not None
    assert coefficient.high is not None
    return [coefficient.low.raw, coefficient.high.raw]


def test_the_table_of_shrout_and_fleiss_is_reproduced():
    found = intraclass(SHROUT_AND_FLEISS)

    singles = [raw(found.icc_1), raw(found.icc_a_1), raw(found.icc_c_1)]
    means = [raw(found.icc_k), raw(found.icc_a_k), raw(found.icc_c_k)]
    assert [f"{value:.2f}" for value in singles] == ["0.17", "0.29", "0.71"]
    assert [f"{value:.2f}" for value in means] == ["0.44", "0.62", "0.91"]


def test_the_mean_squares_of_shrout_and_fleiss_are_reproduced():
    one, two = one_way(SHROUT_AND_FLEISS), two_way(SHROUT_AND_FLEISS)

    assert one is not None
    assert two is not None
    squares = [one.between, one.within, two.items, two.raters, two.residual]
    assert [f"{float(square):.2f}" for square in squares] == [
        "11.24", "6.26", "11.24", "32.49", "1.02"
    ]  # fmt: skip


def test_the_intervals_of_the_same_data_are_those_of_the_psych_package():
    # psych::ICC in R prints -0.13 to 0.72 for one judge, and -0.88 to 0.91 for the mean of four
    found = intraclass(SHROUT_AND_FLEISS)

    assert ends(found.icc_1) == pytest.approx([-0.133, 0.723], abs=5e-4)
    assert ends(found.icc_k) == pytest.approx([-0.884, 0.912], abs=5e-4)


def test_the_worked_matrix_has_the_family_of_the_vector():
    found = intraclass(MATRIX)

    values = {
        "ICC(1)": raw(found.icc_1),
        "ICC(k)": raw(found.icc_k),
        "ICC(A,1)": raw(found.icc_a_1),
        "ICC(A,k)": raw(found.icc_a_k),
        "ICC(C,1)": raw(found.icc_c_1),
        "ICC(C,k)": raw(found.icc_c_k),
    }
    assert values == pytest.approx({name: ICC[name] for name in values}, abs=SIX_DECIMALS)
    assert ends(found.icc_1) == pytest.approx(ICC_LISTS["ICC(1)_CI"], abs=SIX_DECIMALS)
    assert ends(found.icc_k) == pytest.approx(ICC_LISTS["ICC(k)_CI"], abs=SIX_DECIMALS)


def test_the_worked_matrix_has_the_mean_squares_of_the_vector():
    one, two = one_way(MATRIX), two_way(MATRIX)

    assert one is not None
    assert two is not None
    found = [two.items, two.raters, two.residual, one.within]
    assert [float(square) for square in found] == pytest.approx(ICC_LISTS["MS"], abs=SIX_DECIMALS)


def test_two_raters_one_level_apart_by_hand():
    # items (1, 2) and (3, 4): MSB 4, MSW 1/2; MSR 4, MSC 1, MSE 0
    found = intraclass([[1, 3], [2, 4]])

    assert raw(found.icc_1) == pytest.approx(7 / 9)
    assert raw(found.icc_k) == pytest.approx(7 / 8)
    assert raw(found.icc_a_1) == pytest.approx(4 / 5)
    assert raw(found.icc_a_k) == pytest.approx(8 / 9)
    assert raw(found.icc_c_1) == raw(found.icc_c_k) == 1


def test_unequal_numbers_of_raters_by_hand():
    # items (1, 3) and (5): MSB 6, MSW 2, k_g = (3 - 5/3) / 1 = 4/3
    found = intraclass([[1, 5], [3, None]])

    assert raw(found.icc_1) == pytest.approx((6 - 2) / (6 + 2 / 3))
    assert raw(found.icc_k) == pytest.approx(4 / 6)


def test_a_gap_leaves_the_one_way_members_alone():
    found = intraclass([[1, 3, 4], [2, 4, None], [1, 3, 5]])

    assert found.icc_1
    assert found.icc_k
    assert [found.icc_a_1, found.icc_a_k, found.icc_c_1, found.icc_c_k] == [None] * 4


def test_the_interval_ends_where_chance_leaves_one_case_in_forty():
    one = one_way(MATRIX)
    assert one is not None
    low, high = ends(intraclass(MATRIX).icc_1)
    assert low is not None
    assert high is not None
    k, above, below = float(one.k), one.items - 1, one.ratings - one.items
    ratio = float(one.between / one.within)

    def tail(supposed: float) -> float:
        """How often an F as high as this comes about if the correlation is as supposed."""
        return f_tail(ratio * (1 - supposed) / (1 + (k - 1) * supposed), above, below)

    assert tail(low) == pytest.approx(0.025, abs=1e-9)
    assert tail(high) == pytest.approx(0.975, abs=1e-9)


def test_a_negative_correlation_is_shown_as_zero_and_kept_raw():
    # items (1, 5), (2, 4) and (3, 4): MSB 1/6, MSW 7/2
    found = intraclass([[1, 4, 3], [5, 2, 4]])

    assert found.icc_1
    assert raw(found.icc_1) == pytest.approx((1 / 6 - 7 / 2) / (1 / 6 + 7 / 2))
    assert raw(found.icc_k) == pytest.approx(-20)
    assert found.icc_1.value == 0
    assert found.icc_1.low
    assert found.icc_1.low.value == 0


def test_items_with_one_mean_leave_the_mean_of_raters_without_a_lower_limit():
    # items (1, 3) and (3, 1): MSB 0, MSW 2; MSR 0, MSC 0, MSE 4
    found = intraclass([[1, 3], [3, 1]])

    assert raw(found.icc_1) == -1
    assert ends(found.icc_1) == [-1, -1]
    without_limit = Correlation(raw=None)
    assert found.icc_k == Coefficient(raw=None, low=without_limit, high=without_limit)
    assert found.icc_a_1 == found.icc_a_k == found.icc_c_k == Coefficient(raw=None)
    assert raw(found.icc_c_1) == -1
    assert without_limit.value == 0


def test_raters_who_agree_on_items_that_differ_reach_one_without_doubt():
    found = intraclass([[1, 3, 5]] * 4)

    assert raw(found.icc_1) == raw(found.icc_k) == raw(found.icc_a_1) == raw(found.icc_a_k) == 1
    assert ends(found.icc_1) == ends(found.icc_k) == [1, 1]


def test_raters_who_nearly_agree_on_items_near_one_level_do_not_tell_them_apart():
    found = intraclass([[3, 3, 3, 3], [3, 3, 3, 3], [3, 3, 3, 4]])

    assert found.icc_1
    assert found.icc_1.value == 0


def test_one_level_everywhere_has_no_correlation():
    assert intraclass([[3, 3, 3]] * 4) == Intraclass()


def test_raters_who_differ_by_habit_alone_tell_no_item_from_another():
    # MSR and MSE are 0, so consistency has nothing to divide by; agreement has MSC
    found = intraclass([[2, 2, 2], [4, 4, 4]])

    assert found.icc_c_1 is None
    assert found.icc_c_k is None
    assert raw(found.icc_a_1) == 0


@pytest.mark.parametrize(
    "ratings",
    [
        pytest.param([], id="nobody"),
        pytest.param([[1, 3, 5]], id="one rater"),
        pytest.param([[1], [3], [5]], id="one item"),
        pytest.param([[None, None], [None, None]], id="nothing rated"),
        pytest.param([[1, None], [None, 5]], id="no item rated twice"),
    ],
)
def test_there_is_no_correlation_of(ratings):
    assert intraclass(ratings) == Intraclass()


def test_two_raters_are_enough():
    assert intraclass([[1, 3, 5], [1, 4, 5]]).icc_a_k is not None


def test_a_rater_who_skipped_everything_and_an_item_that_nobody_rated_change_nothing():
    with_blanks: list[list[int | None]] = [[*row, None] for row in SHROUT_AND_FLEISS]
    with_blanks.append([None] * 7)

    assert intraclass(with_blanks) == intraclass(SHROUT_AND_FLEISS)


def test_raters_with_different_numbers_of_items_are_refused():
    with pytest.raises(ValueError, match="zip"):
        intraclass([[1, 2, 3], [1, 2]])


def test_three_hundred_raters_have_an_interval():
    ratings = [[1 + (rater * 7 + item * 3) % 5 for item in range(36)] for rater in range(300)]

    low, high = ends(intraclass(ratings).icc_1)

    assert low is not None
    assert high is not None
    assert -1 <= low <= high <= 1


def test_the_library_behind_the_intervals_is_loaded_by_the_first_of_them():
    program = (
        "import sys; from dashboard.domain.intraclass import intraclass; import dashboard.cli\n"
        "early = 'scipy' in sys.modules\n"
        "intraclass([[1, 3], [2, 4]])\n"
        "print(early, 'scipy' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "True"]
