"""Where a score stands among others: the method's example, and small cases by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.percentile import (
    BINS,
    Precision,
    bin_of,
    jeffreys,
    place_among,
    place_in_bins,
)
from tests.builders import vectors

EXAMPLE = vectors()["percentile"]


def test_the_example_of_the_method() -> None:
    place = place_among(EXAMPLE["score"], EXAMPLE["cohort"])  # type: ignore[arg-type]

    assert (place.below, place.equal, place.others) == (16, 3, 24)
    assert place.rank == pytest.approx(EXAMPLE["PR"], abs=1e-6)
    assert [place.low, place.high] == pytest.approx(EXAMPLE["jeffreys"], abs=1e-6)


@pytest.mark.parametrize(
    ("score", "rank"), [(10, 0), (20, 12.5), (25, 25), (40.004, 87.5), (40.006, 100), (50, 100)]
)
def test_equals_count_half_and_equal_is_what_agrees_to_two_decimals(
    score: float, rank: float
) -> None:
    assert place_among(score, [20, 30, 35, 40]).rank == rank


@pytest.mark.parametrize(
    ("successes", "low", "high"),
    [
        (0, 0.0, 0.2172),
        (1, 0.0110, 0.3813),
        (5, 0.2235, 0.7765),
        (10, 0.7828, 1.0),
    ],
)
def test_intervals_of_ten_trials_as_they_are_published(
    successes: int, low: float, high: float
) -> None:
    """Brown, Cai and DasGupta 2001, table 5: n = 10, to three decimals."""
    assert jeffreys(successes, 10) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize(
    ("organisations", "precision"),
    [
        *((0, Precision.NOTHING), (9, Precision.NOTHING), (10, Precision.THIRDS)),
        *((29, Precision.THIRDS), (30, Precision.QUARTERS), (99, Precision.QUARTERS)),
        *((100, Precision.PERCENTILE), (5000, Precision.PERCENTILE)),
    ],
)
def test_how_fine_a_place_is_said_follows_the_size(
    organisations: int, precision: Precision
) -> None:
    assert Precision.of(organisations) is precision


@pytest.mark.parametrize(
    ("score", "number"), [(0, 0), (4.99, 0), (5, 1), (62.5, 12), (95, 19), (99.9, 19), (100, 19)]
)
def test_a_bin_holds_its_lower_edge_and_the_last_one_a_hundred(score: float, number: int) -> None:
    assert bin_of(score) == number


def test_whoever_is_in_ones_own_bin_is_equal() -> None:
    others = [0] * BINS
    others[bin_of(40)], others[bin_of(50)], others[bin_of(60)] = 3, 4, 5

    place = place_in_bins(53, others)

    assert (place.below, place.equal, place.others) == (3, 4, 12)
    assert place.rank == pytest.approx(100 * 5 / 12)
    assert place.part(3) == 1


def test_there_is_no_place_among_nobody() -> None:
    with pytest.raises(ValueError, match="nobody"):
        place_among(50, [])


@given(st.floats(0, 100), st.lists(st.floats(0, 100), min_size=1, max_size=60))
def test_a_place_lies_in_its_interval_and_a_higher_score_never_lower(
    score: float, others: list[float]
) -> None:
    place, above = place_among(score, others), place_among(min(score + 1, 100), others)

    assert 0 <= place.low <= place.rank + 1e-9
    assert place.rank - 1e-9 <= place.high <= 100
    assert above.rank >= place.rank
    assert place.part(4) in range(4)
