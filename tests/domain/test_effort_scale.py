"""Efforts in whole units: what they add up to is exact, and what just misses a budget misses it."""

from fractions import Fraction
from math import inf

import pytest

from dashboard.domain.effort_scale import Scale


@pytest.mark.parametrize(
    ("efforts", "unit"),
    [
        ((1, 2, 3, 5, 8), Fraction(1)),
        ((2, 4, 8), Fraction(2)),
        ((0.5, 2), Fraction(1, 2)),
        ((0.75, 0.1), Fraction(1, 20)),
        ((1.00000001, 1.00000001), Fraction(100000001, 100000000)),
        ((0.1 + 0.2, 0.6), Fraction(3, 10)),
        ((), Fraction(1)),
    ],
)
def test_the_unit_is_the_largest_of_which_all_efforts_are_whole_numbers(
    efforts: tuple[float, ...], unit: Fraction
) -> None:
    assert Scale.of(efforts).unit == unit


def test_a_budget_buys_whole_units_and_no_more_than_there_are() -> None:
    tenths = Scale.of([0.1, 0.7])

    assert [tenths.units(effort) for effort in (0.1, 0.7)] == [1, 7]
    assert tenths.within(0.3, most=99) == 3
    assert tenths.within(0.1 + 0.2, most=99) == 3
    assert tenths.within(0.29, most=99) == 2
    assert tenths.within(inf, most=99) == tenths.within(1000, most=99) == 99
    assert Scale.of([1.00000001]).within(10, most=99) == 9
