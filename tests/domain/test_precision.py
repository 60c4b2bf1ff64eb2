"""Scores are computed unrounded, compared with a tolerance and shown as integers."""

import pytest

from dashboard.domain.precision import TOLERANCE, about_the_same, change, reaches, whole


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (0, 0),
        (0.4999, 0),
        (0.5, 1),
        (12.5, 13),
        (40.625, 41),
        (62.5, 63),
        (99.5, 100),
        (100, 100),
        (37.499999999999993, 38),  # 37.5 but for the order of summation
    ],
)
def test_half_is_rounded_up(score, shown):
    assert whole(score) == shown


def test_a_threshold_is_reached_despite_the_order_of_summation():
    assert reaches(37.5 - TOLERANCE / 2, 37.5)
    assert not reaches(37.5 - 2 * TOLERANCE, 37.5)


def test_a_change_is_the_difference_of_what_is_shown():
    assert change(40.5, 40.4) == 1
    assert change(40.4, 39.6) == 0


def test_about_the_same_is_under_three_shown_points():
    assert about_the_same(43.4, 40.6)  # 43 and 41
    assert not about_the_same(43.5, 40.6)  # 44 and 41, though 2.9 apart
    assert about_the_same(40.6, 43.4)
    assert not about_the_same(40, 43)
