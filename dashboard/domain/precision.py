"""How exactly scores are compared and shown.

Scores are computed unrounded; thresholds are compared with a tolerance, so that the order of
summation never decides a band; only what is shown is rounded.
"""

import math

TOLERANCE = 1e-9
SAME_BELOW = 3
"""Displayed points: a smaller difference reads "about the same"."""


def reaches(value: float, threshold: float) -> bool:
    return value >= threshold - TOLERANCE


def whole(score: float) -> int:
    """Round half up to the integer that is shown: 62.5 is 63, 12.5 is 13."""
    return math.floor(score + 0.5 + TOLERANCE)


def change(now: float, before: float) -> int:
    """The difference between two scores as shown, in whole points."""
    return whole(now) - whole(before)


def about_the_same(now: float, before: float) -> bool:
    return abs(change(now, before)) < SAME_BELOW
