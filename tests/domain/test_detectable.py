"""What is more than raters' noise: the method's example, and rooms worked out by hand."""

import math
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.comparison import MOST
from dashboard.domain.detectable import (
    FACTORS,
    OVERALL,
    RaterError,
    detectable_change,
    noise_between,
    noise_of,
    rater_error,
    standard_error,
)
from dashboard.domain.intraclass import intraclass
from tests.builders import all_at, answers, data_trust
from tests.examples import scaled

BY_HAND = ({"ST1": 1, "ST4": 3}, {"ST1": 2, "ST4": 4}, {"ST1": 3, "ST4": 5})


def room(*rows: dict[str, int]):
    """One rater a row, who gives every item of a dimension the same level."""
    return [
        answers(
            {item.id: row[d.id] for d in data_trust().dimensions if d.id in row for item in d.items}
        )
        for row in rows
    ]


def error(sem: float, *parts: str) -> RaterError:
    return RaterError(raters=6, sem=dict.fromkeys(parts, sem))


def test_the_example_of_the_method() -> None:
    """SD 6 and ICC .70: SEM 3.29, MDC 9.1 (method, section on trends)."""
    sem = standard_error(6, 0.70)

    assert sem == pytest.approx(3.29, abs=0.005)
    assert detectable_change(sem, sem) == pytest.approx(1.96 * math.sqrt(2) * sem)
    assert detectable_change(sem, sem) == pytest.approx(9.1, abs=0.05)


def test_raters_of_one_mind_leave_no_noise() -> None:
    found = rater_error(data_trust(), room(*[{"ST1": 2, "ST4": 4}] * 3))

    assert found
    assert found.sem == {"ST1": 0.0, "ST4": 0.0}


def test_a_room_worked_out_by_hand() -> None:
    """ST1 0, 25, 50 and ST4 50, 75, 100: means 25 and 75, MSB 3750, MSW 625, three raters.

    ICC(k) = 1 - 625 / 3750 = 5/6 and SD = 50 / √2, so SEM = √(1250 / 6) = √(625 / 3).
    """
    found = rater_error(data_trust(), room(*BY_HAND))

    assert found
    assert found.raters == 3
    assert found.sem == pytest.approx(dict.fromkeys(("ST1", "ST4"), math.sqrt(625 / 3)))
    assert found.sem["ST1"] == pytest.approx(standard_error(50 / math.sqrt(2), 5 / 6))


@settings(max_examples=scaled(20))
@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=3, max_size=6))
def test_the_error_is_that_of_spread_and_correlation_where_there_is_one(
    levels: list[list[int]],
) -> None:
    """SEM = SD √(1 - ICC(k)), with the SD over the dimensions' mean scores."""
    named = ("VE1", "DU1", "ST1")
    icc = intraclass(levels).icc_k
    means = [fmean(25 * (level - 1) for level in column) for column in zip(*levels, strict=True)]

    found = rater_error(data_trust(), room(*(dict(zip(named, row, strict=True)) for row in levels)))

    assert found
    if icc and icc.raw is not None:
        assert found.sem["DU1"] == pytest.approx(standard_error(stdev(means), icc.raw), abs=1e-6)


def test_who_is_strict_throughout_is_so_in_pillars_and_overall_too() -> None:
    """At 25, 50 and 75 throughout the variance is 625, of every part and of the whole."""
    found = rater_error(data_trust(), [all_at(level) for level in (2, 3, 4)])

    assert found
    assert found.sem == pytest.approx(dict.fromkeys(found.sem, math.sqrt(625 / 3)))
    assert {"VE1", "VE", OVERALL} < found.sem.keys()


def test_raters_who_balance_each_other_are_noisier_in_dimensions_than_in_pillars() -> None:
    strict = {"ST1": 2, "ST2": 4, "ST3": 3, "ST4": 3}
    mild = {"ST1": 4, "ST2": 2, "ST3": 3, "ST4": 3}

    found = rater_error(data_trust(), room(strict, mild, strict, mild))

    assert found
    assert found.sem["ST1"] > found.sem["ST"] == 0


@pytest.mark.parametrize("rows", [[{"ST1": 2, "ST4": 4}] * 2, []], ids=["two raters", "nobody"])
def test_of_fewer_than_three_nothing_is_said(rows: list[dict[str, int]]) -> None:
    assert rater_error(data_trust(), room(*rows)) is None


def test_a_dimension_that_fewer_than_three_scored_is_left_out() -> None:
    found = rater_error(data_trust(), room(*BY_HAND[:2], BY_HAND[2] | {"VE1": 2}))

    assert found
    assert found.sem.keys() == {"ST1", "ST4"}


def test_one_dimension_is_enough() -> None:
    """0, 25 and 50: variance 625."""
    found = rater_error(data_trust(), room({"ST4": 1}, {"ST4": 2}, {"ST4": 3}))

    assert found
    assert found.sem == pytest.approx({"ST4": math.sqrt(625 / 3)})


def test_raters_without_a_score_are_not_counted() -> None:
    rows = room(*[{"ST1": 2, "ST4": 4}] * 3)

    found = rater_error(data_trust(), [*rows, {}, answers({"ST4.1": 3})])

    assert found
    assert found.raters == 3


def test_noise_is_known_where_either_room_rated() -> None:
    found = noise_between(error(3, "VE1", "VE2"), error(4, "VE2", "VE3"))

    assert found == pytest.approx(
        {
            "VE1": 1.96 * math.sqrt(2) * 3,
            "VE2": 1.96 * 5,
            "VE3": 1.96 * math.sqrt(2) * 4,
        }
    )


def test_the_other_wave_is_taken_to_be_as_exact() -> None:
    assert noise_between(error(3.29, "VE1"), None)["VE1"] == pytest.approx(9.1, abs=0.05)
    assert noise_between(None, error(3, "VE1")) == noise_between(error(3, "VE1"), None)
    assert noise_between(None, None) == {}


@pytest.mark.parametrize("among", FACTORS)
def test_factors_are_those_of_the_studentized_range(among: int) -> None:
    from scipy.stats import studentized_range

    exact = studentized_range.ppf(0.95, among, math.inf) / math.sqrt(2)

    assert FACTORS[among] == pytest.approx(exact, abs=0.0006)
    assert max(FACTORS) == MOST


def test_of_more_scores_the_furthest_two_must_lie_further_apart() -> None:
    """With an error of 3 and of 4 the root is 5."""
    assert noise_of(3, 4) == pytest.approx(9.8)
    assert noise_of(3, 4, among=3) == pytest.approx(11.72)
    assert noise_of(3, None, among=3) == pytest.approx(2.344 * math.sqrt(18))
    assert noise_of(None, None, among=3) is None
