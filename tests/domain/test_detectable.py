"""What is more than raters' noise: the method's example, and rooms worked out by hand."""

import math

import pytest

from dashboard.domain.detectable import (
    RaterError,
    detectable_change,
    noise_between,
    rater_error,
    standard_error,
)
from tests.builders import all_at, answers, data_trust


def room(*rows: dict[str, int]):
    """One rater a row, who gives every item of a dimension the same level."""
    return [
        answers(
            {item.id: row[d.id] for d in data_trust().dimensions if d.id in row for item in d.items}
        )
        for row in rows
    ]


def error(sd: float = 6, icc: float = 0.7, dimensions: tuple[str, ...] = ("VE1",)) -> RaterError:
    return RaterError(raters=6, dimensions=dimensions, sd=sd, icc=icc)


def test_the_example_of_the_method() -> None:
    """SD 6 and ICC .70: SEM 3.29, MDC 9.1 (method, section on trends)."""
    sem = standard_error(6, 0.70)

    assert sem == pytest.approx(3.29, abs=0.005)
    assert detectable_change(sem, sem) == pytest.approx(1.96 * math.sqrt(2) * sem)
    assert detectable_change(sem, sem) == pytest.approx(9.1, abs=0.05)


def test_raters_of_one_mind_leave_no_noise() -> None:
    found = rater_error(data_trust(), room(*[{"ST1": 2, "ST4": 4}] * 3))

    assert found
    assert (found.icc, found.sem) == (1.0, 0.0)


def test_a_room_worked_out_by_hand() -> None:
    """ST1 0, 25, 50 and ST4 50, 75, 100: means 25 and 75, MSB 3750, MSW 625, three raters.

    ICC(k) = 1 - 625 / 3750 = 5/6 and SD = 50 / √2, so SEM = √(1250 / 6) = √(625 / 3).
    """
    found = rater_error(
        data_trust(), room({"ST1": 1, "ST4": 3}, {"ST1": 2, "ST4": 4}, {"ST1": 3, "ST4": 5})
    )

    assert found
    assert (found.raters, found.dimensions) == (3, ("ST1", "ST4"))
    assert found.icc == pytest.approx(5 / 6)
    assert found.sem == pytest.approx(math.sqrt(625 / 3))


def test_raters_who_differ_more_than_dimensions_do_are_noisier_than_any_spread() -> None:
    """A negative ICC is used as it is: set to 0 it would understate the noise."""
    found = rater_error(
        data_trust(), room({"ST1": 1, "ST4": 5}, {"ST1": 5, "ST4": 1}, {"ST1": 2, "ST4": 3})
    )

    assert found
    assert found.icc < 0
    assert found.sem > found.sd


@pytest.mark.parametrize(
    "rows",
    [
        [{"ST1": 2, "ST4": 4}] * 2,
        [{"ST4": 2}, {"ST4": 3}, {"ST4": 4}],
        [{"ST1": 3, "ST4": 3}] * 3,
        [],
    ],
    ids=["two raters", "one dimension", "all the same", "nobody"],
)
def test_where_nothing_can_be_told_apart_nothing_is_said(rows: list[dict[str, int]]) -> None:
    assert rater_error(data_trust(), room(*rows)) is None


def test_a_dimension_that_fewer_than_three_scored_is_left_out() -> None:
    rows = [{"ST1": 1, "ST4": 3, "VE1": 2}, {"ST1": 2, "ST4": 4}, {"ST1": 3, "ST4": 5}]

    found = rater_error(data_trust(), room(*rows))

    assert found
    assert found.dimensions == ("ST1", "ST4")


def test_raters_without_a_score_are_not_counted() -> None:
    rows = room(*[{"ST1": 2, "ST4": 4}] * 3)

    found = rater_error(data_trust(), [*rows, {}, answers({"ST4.1": 3})])

    assert found
    assert found.raters == 3


def test_noise_is_known_where_either_room_rated() -> None:
    one, other = error(dimensions=("VE1", "VE2")), error(sd=8, dimensions=("VE2", "VE3"))

    found = noise_between(one, other)

    assert found.keys() == {"VE1", "VE2", "VE3"}
    assert found["VE1"] == pytest.approx(1.96 * math.hypot(one.sem, other.sem))


def test_the_other_wave_is_taken_to_be_no_more_exact() -> None:
    assert noise_between(error(), None)["VE1"] == pytest.approx(9.1, abs=0.05)
    assert noise_between(None, error()) == noise_between(error(), None)
    assert noise_between(None, None) == {}


def test_forty_eight_raters_of_everything_are_done_at_once() -> None:
    rows = [all_at(1 + number % 5, ST4_1=1 + number % 3) for number in range(48)]

    assert rater_error(data_trust(), rows)
