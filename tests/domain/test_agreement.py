"""Which items are contested, and what is said of all items together."""

import pytest

from dashboard.domain.agreement import ItemAgreement, agreement, summary
from tests.domain.rater_vectors import AGREEMENT, ITEMS, R_WG_J, SIX_DECIMALS

CONTESTED_ITEM = [1, 2, 1, 1, 4, 2]
"""ST4.1 of the worked matrix."""


def worked_items() -> list[ItemAgreement]:
    return [agreement(levels, 5) for levels in ITEMS]


def test_one_item_of_the_worked_matrix_is_contested():
    items = worked_items()

    assert [n for n, item in enumerate(items) if item.contested] == [9]
    assert items[9] == agreement(CONTESTED_ITEM, 5)
    assert items[9].r_wg_slight_skew == 0
    assert items[9].a_wg == pytest.approx(0.14, abs=0.005)


def test_the_worked_matrix_in_short():
    found = summary(worked_items())

    assert (found.judged, found.agreed) == (12, 11)
    assert found.agreed_share == 11 / 12
    assert found.r_wg_j_uniform == pytest.approx(R_WG_J["rwgj_uniform"], abs=SIX_DECIMALS)
    assert found.r_wg_j_slight_skew == pytest.approx(R_WG_J["rwgj_slight"], abs=SIX_DECIMALS)
    assert found.r_wg_j_star_uniform == pytest.approx(0.838, abs=5e-4)
    assert found.r_wg_j_star_slight_skew == pytest.approx(0.757, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "contested"),
    [
        ("A tight", False),
        ("B mild", False),
        ("C split", True),
        ("D high", False),
        ("E one of each", True),
    ],
)
def test_the_vectors_are_contested_where_raters_are_split(name, contested):
    item = agreement(AGREEMENT[name]["ratings"], 5)

    assert (item.contested, item.agreed) == (contested, not contested)


def test_five_options_are_judged_on_chance_that_leans_upwards():
    # Σx = 14 and Σx² = 42, so s² = (5 * 42 - 196) / 20 = 0.7
    item = agreement([2, 2, 3, 3, 4], 5)

    assert item.r_wg_uniform == pytest.approx(0.65)
    assert item.r_wg_slight_skew == pytest.approx(1 - 0.7 / 1.34)
    assert item.contested


def test_any_other_number_of_options_is_judged_on_uniform_chance():
    # the same s² = 0.7 against (49 - 1) / 12 = 4
    item = agreement([2, 2, 3, 3, 4], 7)

    assert item.r_wg_uniform == pytest.approx(1 - 0.7 / 4)
    assert item.r_wg_slight_skew is None
    assert item.agreed


def test_a_low_a_wg_is_enough_to_be_contested():
    # s² = 2/3, and at a mean of 5/3 it could be (6 * 5/3 - 25/9 - 5) * 6/5 = 8/3
    item = agreement([1, 1, 1, 2, 2, 3], 5)

    assert item.r_wg_slight_skew == pytest.approx(1 - (2 / 3) / 1.34)
    assert item.a_wg == pytest.approx(0.5)
    assert item.contested


def test_an_a_wg_without_a_value_flags_nothing():
    item = agreement([5, 5, 4, 5, 5, 5], 5)

    assert item.a_wg is None
    assert item.agreed


def test_an_a_wg_without_a_value_excuses_nothing():
    item = agreement([1, 1, 1, 3], 5)

    assert item.a_wg is None
    assert item.contested


@pytest.mark.parametrize(
    ("levels", "options", "r_wg", "a_wg"),
    [([1, 3, 3, 3, 5], 7, 0.5, 0.6), ([2, 3, 3, 3, 4], 4, 0.6, 0.6)],
)
def test_what_just_reaches_both_marks_is_agreed(levels, options, r_wg, a_wg):
    item = agreement(levels, options)

    assert item.r_wg_uniform == pytest.approx(r_wg)
    assert item.a_wg == pytest.approx(a_wg)
    assert item.agreed


def test_what_just_misses_one_mark_is_contested():
    # Σx = 13 and Σx² = 35: s² = 41/30 against 4, and against (42 - 13) (13 - 6) / 30 = 203/30
    item = agreement([1, 1, 2, 2, 3, 4], 7)

    assert item.r_wg_uniform == pytest.approx(1 - 41 / 120)
    assert item.a_wg == pytest.approx(1 - 82 / 203)
    assert item.contested


@pytest.mark.parametrize("levels", [[], [5], [1, 5]])
def test_of_fewer_than_three_ratings_nothing_is_said_and_nothing_is_flagged(levels):
    item = agreement(levels, 5)

    assert item == ItemAgreement(options=5, k=len(levels))
    assert (item.judged, item.agreed, item.contested) == (False, False, False)
    said = item.model_dump(exclude={"options", "k", "contested"})
    assert set(said.values()) == {None}


def test_items_that_too_few_have_rated_are_left_out_of_the_share():
    items = [agreement(levels, 5) for levels in ([3, 3, 3], [1, 5, 1], [1, 5], [])]

    found = summary(items)

    assert (found.judged, found.agreed, found.agreed_share) == (2, 1, 0.5)


def test_one_item_makes_a_summary():
    # s² = 1/3
    found = summary([agreement([3, 3, 4], 5)])

    assert (found.judged, found.agreed_share) == (1, 1.0)
    assert found.r_wg_j_uniform == found.r_wg_j_star_uniform == pytest.approx(5 / 6)


def test_no_judged_item_has_no_share_and_no_agreement():
    found = summary([agreement([3, 3], 5)])

    assert (found.judged, found.agreed) == (0, 0)
    said = found.model_dump(exclude={"judged", "agreed"})
    assert set(said.values()) == {None}


def test_items_of_different_scales_are_summed_up_on_uniform_chance_alone():
    # s² = 1/3 on both: 1/6 of 2 and 4/3 of 1/4
    found = summary([agreement([3, 3, 4], 5), agreement([1, 1, 2], 2)])

    assert found.r_wg_j_star_uniform == pytest.approx(1 - (1 / 6 + 4 / 3) / 2)
    assert found.r_wg_j_slight_skew is None
    assert found.r_wg_j_star_slight_skew is None


def test_a_level_that_the_item_does_not_have_is_refused():
    with pytest.raises(ValueError, match=r"level 6 is outside 1\.\.5"):
        agreement([6], 5)
