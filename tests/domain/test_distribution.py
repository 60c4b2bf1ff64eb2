"""A place says no more than its cohort allows, and what is said of it is true."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.distribution import PARTS, binned, distribution, protected, rounded
from dashboard.domain.mean_bounds import bounds_of_mean
from dashboard.domain.percentile import BINS, Precision, bin_of, place_in_bins
from tests.examples import scaled

SCORES = st.floats(0, 100, allow_nan=False)


def test_of_fewer_than_ten_nothing_is_said() -> None:
    assert distribution([50.0] * 9) is None


def test_twelve_scores_have_thirds_that_can_be_counted() -> None:
    """Two each at 10, 20, 30, 40, 50, 60. Below 25 lie four of twelve, a third: the middle third
    begins there (bin 5). Below 45 lie eight: there the upper one begins (bin 9)."""
    found = distribution([10, 20, 30, 40, 50, 60] * 2)

    assert found
    assert (found.mean, found.limits, found.counts) == (35, (5, 9), None)
    assert found.place(24, member=False).part == 0
    assert found.place(25, member=False).part == 1
    assert found.place(100, member=False).part == 2


@pytest.mark.parametrize(
    ("n", "precision"),
    [(10, 10), (29, 10), (30, 30), (99, 30), (100, 100)],
)
def test_the_size_of_a_cohort_decides_how_finely_it_is_told(n: int, precision: int) -> None:
    found = distribution([50.0] * n)

    assert found
    assert found.precision == precision
    assert (found.counts is not None) == (n == 100)


@settings(max_examples=scaled(40))
@given(st.lists(SCORES, min_size=10, max_size=60), SCORES)
def test_a_part_is_the_one_that_the_exact_bins_give(scores: list[float], own: float) -> None:
    """For a stranger against all of them, for a member against the others alone."""
    found = distribution(scores)
    assert found
    parts = PARTS[found.precision]

    for score, others, member in ((own, scores, False), (scores[0], scores[1:], True)):
        place = place_in_bins(score, binned(others))
        twice = 2 * place.below + place.equal
        expected = min(twice * parts // (2 * place.others), parts - 1)
        assert found.place(score, member=member).part == expected


@settings(max_examples=scaled(15))
@given(st.lists(SCORES, min_size=100, max_size=160), SCORES)
def test_a_percentile_is_as_near_as_rounding_lets_it(scores: list[float], own: float) -> None:
    """Each running sum is off by two at most, and so is their number."""
    found = distribution(scores)
    assert found
    place = found.place(own, member=False).percentile
    assert place
    exact = place_in_bins(own, binned(scores))

    assert abs(place.rank - exact.rank) <= 100 * 4 / len(scores) + 1e-9


@settings(max_examples=scaled(40))
@given(st.lists(st.integers(0, 40), min_size=BINS, max_size=BINS))
def test_no_count_by_bin_is_exact_and_all_add_up_to_the_rounded_number(bins: list[int]) -> None:
    told = protected(bins)

    assert all(count >= 0 and count % 5 == 0 for count in told)
    assert sum(told) == rounded(sum(bins))
    sums = zip(accumulate(told), accumulate(bins), strict=True)
    assert all(abs(shown - true) <= 2 for shown, true in sums)


@pytest.mark.parametrize(("n", "shown"), [(10, 10), (12, 10), (13, 15), (17, 15), (18, 20)])
def test_numbers_are_rounded_to_five(n: int, shown: int) -> None:
    assert rounded(n) == shown


def test_a_member_among_equals_stands_in_the_middle_third() -> None:
    found = distribution([50.0] * 12)

    assert found
    assert found.place(50, member=True).part == 1
    assert found.place(bin_of(50) * 5 + 4, member=True).part == 1
    assert found.place(100, member=False).precision is Precision.THIRDS


@given(st.lists(SCORES, min_size=10, max_size=300))
def test_a_true_mean_lies_between_the_bounds_that_are_told_with_it(scores: list[float]) -> None:
    found = distribution(scores)
    assert found

    low, high = bounds_of_mean(found, rounded(len(scores)))

    assert low <= found.mean <= high


def test_the_bounds_of_a_mean_by_hand() -> None:
    """Ten at 10 and 50 by turns: thirds begin at bins 3 and 10, a member's at the same.

    The three thirds are at least 0, 10 and 45, and at most 20, 55 and 100; one record that moved
    and the rounding add 10.5.
    """
    found = distribution([10, 50] * 5)
    assert found
    assert (found.limits, found.limits_of_members, found.mean) == ((3, 10), (3, 10), 30)

    low, high = bounds_of_mean(found, 10)

    assert low == pytest.approx((0 + 10 + 45) / 3 - 10.5)
    assert high == pytest.approx((20 + 55 + 100) / 3 + 10.5)
