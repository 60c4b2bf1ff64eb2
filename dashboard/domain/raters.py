"""What several raters' levels come to before they are discussed, and how far that hangs on one.

A rater is a position in a sequence, never a name: what comes out of here is one level, a range or
a count.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import fsum
from typing import TypeVar

from dashboard.domain.agreement_indices import FIVE_OPTIONS, MINIMUM_RATERS
from dashboard.domain.precision import reaches
from dashboard.domain.text import Frozen

Ratings = Sequence[Sequence[int | None]]
"""Raters by items: `ratings[rater][item]` is a level, None where the rater gave none."""

STRAIGHT_SHARE = 0.8
STRAIGHT_DEVIATION = 0.5
"""In levels of a five-option item."""
STRAIGHT_FROM = 10
"""Levels a rater has given. On fewer, being of one mind with oneself is nothing to remark on."""

Rater = TypeVar("Rater")


class LeftOut(Frozen):
    """Lowest and highest score when each rater in turn is left out."""

    low: float | None
    high: float | None
    """None where no such run gives a score."""
    withheld: int = 0
    """Runs in which the score could not be published."""


def lower_median(levels: Sequence[int]) -> int | None:
    """The element (k - 1) // 2 of the sorted levels, counted from 0; no level gives None.

    Of two middle levels the lower: always a level that somebody chose. However extreme, one more
    rater cannot take it past the next of the levels already there.

    >>> lower_median([4, 2, 3, 5]), lower_median([1, 5, 5])
    (3, 5)
    """
    return sorted(levels)[(len(levels) - 1) // 2] if levels else None


def leave_one_out(
    raters: Sequence[Rater],
    scores: Callable[[Sequence[Rater]], Mapping[str, float | None]],
) -> Mapping[str, LeftOut]:
    """Each score's range over all groups that lack one rater, as a jackknife forms them.

    `scores` gives the scores of a group by id, None for one that is not published. `raters` are
    those who gave anything: leaving out who gave nothing changes nothing. Below three raters the
    result is empty, since a group of one would show what the other said.

    >>> def level(group):
    ...     return {"level": lower_median(group)}
    >>> found = leave_one_out([2, 3, 4], level)["level"]
    >>> found.low, found.high  # 3 without the 2, otherwise 2
    (2.0, 3.0)
    """
    if len(raters) < MINIMUM_RATERS:
        return {}
    runs = [scores([*raters[:out], *raters[out + 1 :]]) for out in range(len(raters))]
    return {
        score: _range([run.get(score) for run in runs])
        for score in dict.fromkeys(score for run in runs for score in run)
    }


def _range(values: Sequence[float | None]) -> LeftOut:
    known = [value for value in values if value is not None]
    return LeftOut(
        low=min(known, default=None),
        high=max(known, default=None),
        withheld=len(values) - len(known),
    )


def straight_liners(ratings: Ratings, options: Sequence[int]) -> int:
    """How many raters gave 80 % or more identical levels, or levels with a deviation below 0.5.

    `options` holds each item's number of options. The deviation is over n - 1, in steps of a
    five-option item: with A options a step counts 4 / (A - 1). Raters with fewer than ten levels
    are not looked at. A count to be cautious by, no proof: a brand may be at one level throughout.

    >>> straight_liners([[3] * 8 + [1, 5], [1, 2, 3, 4, 5] * 2, [3] * 9 + [None]], options=[5] * 10)
    1
    """
    return sum(_is_straight(levels, options) for levels in ratings)


def _is_straight(levels: Sequence[int | None], options: Sequence[int]) -> bool:
    given = [(x, of) for x, of in zip(levels, options, strict=True) if x is not None]
    if len(given) < STRAIGHT_FROM:
        return False
    most = max(Counter(level for level, _ in given).values())
    steps = [(FIVE_OPTIONS - 1) * (level - 1) / (of - 1) for level, of in given]
    return reaches(most / len(given), STRAIGHT_SHARE) or not reaches(
        _variance(steps), STRAIGHT_DEVIATION**2
    )


def _variance(values: Sequence[float]) -> float:
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
