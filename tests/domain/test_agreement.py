"""Which items are contested, and what is said of all items together."""

import pytest

from dashboard.domain.agreement import ItemAgreement, agreement, summary
from tests.builders import vectors

CONTESTED_ITEM = [1, 2, 1, 1, 4, 2]
"""ST4.1 of the worked matrix."""


def worked_items() -> list[ItemAgreement]:
    return [agreement(levels, 5) for levels in zip(*vectors()["rater_matrix"]["R"], strict=True)]


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
    assert found.r_wg_j_uniform == pytest.approx(0.984088, abs=5e-7)
    assert found.r_wg_j_slight_skew == pytest.approx(0.97401, abs=5e-7)
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
    item = agreement(vectors()["agreement"][name]["ratings"], 5)

    assert (item.contested, item.agreed) == (contested, not contested)


def test_five_options_are_judged_on_chance_that_leans_upwards():
    # s² = 5/6: r_wg is 0.583 by uniform chance and 0.378 by the skewed one
    item = agreement([1, 2, 2, 3, 3, 1, 2, 2, 4, 2], 5)

    assert item.r_wg_uniform is not None
    assert item.r_wg_uniform > 0.5
    assert item.r_wg_slight_skew is not None
    assert item.r_wg_slight_skew < 0.5
    assert item.contested


def test_a_wg_alone_can_call_an_item_contested():
    # s² = 2/3, so r_wg is 0.502 on the skewed chance; the mean is 2.75 of 1 to 5 but for 4 options
    # s²max = (5 * 2.75 - 2.75² - 4) * 4/3 = 2.92
    item = agreement([2, 2, 3, 4], 4)

    assert item.r_wg_slight_skew is None
    assert item.contested == (item.r_wg_uniform < 0.5 or item.a_wg < 0.6)  # type: ignore[operator]


def test_an_a_wg_without_a_value_flags_nothing():
    item = agreement([5, 5, 4, 5, 5, 5], 5)

    assert item.a_wg is None
    assert item.agreed


def test_r_wg_of_exactly_one_half_is_enough():
    # Σx = 78, Σx² = 284 over 24 ratings would differ; 25 ratings with 25 Σx² - (Σx)² = 402
    levels = r_wg_of_one_half()
    item = agreement(levels, 5)

    assert item.variance == pytest.approx(0.67, abs=1e-12)
    assert item.r_wg_slight_skew == pytest.approx(0.5, abs=1e-12)
    assert item.agreed


def r_wg_of_one_half() -> list[int]:
    return []
