"""Efforts as whole numbers of units, so that they add up exactly."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, inf, lcm
from typing import Final, Self

from dashboard.domain.precision import TOLERANCE

DECIMALS: Final = 9
"""To which efforts are told apart, as scores are."""


@dataclass(frozen=True)
class Scale:
    unit: Fraction

    @classmethod
    def of(cls, efforts: Iterable[float]) -> Self:
        """The scale of the largest unit of which all these efforts are whole numbers."""
        exact = {_exact(effort) for effort in efforts} or {Fraction(1)}
        parts = lcm(*(effort.denominator for effort in exact))
        return cls(Fraction(gcd(*(int(effort * parts) for effort in exact)), parts))

    def units(self, effort: float) -> int:
        return int(_exact(effort) / self.unit)

    def within(self, budget: float, *, most: int) -> int:
        """How many units a budget buys of `most`."""
        return most if budget == inf else min(int(Fraction(budget + TOLERANCE) // self.unit), most)


def _exact(effort: float) -> Fraction:
    return Fraction(str(round(effort, DECIMALS)))
