"""Places on a slide, and what is left of one when others are taken away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

MOST_TAKEN: Final = 12
"""More places than these are not looked at one by one: the largest ones are."""


@dataclass(frozen=True)
class Area:
    """In EMU, 914,400 an inch."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def size(self) -> int:
        return max(self.width, 0) * max(self.height, 0)

    def shared(self, other: "Area") -> int:
        """How much of both is the same place."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0) * max(height, 0)

    def grown(self, by: int) -> "Area":
        """
        >>> Area(10, 10, 20, 20).grown(-2)
        Area(left=12, top=12, width=16, height=16)
        """
        return Area(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


def free(region: Area, taken: Iterable[Area]) -> Area:
    """The largest rectangle of a region that touches nothing of what is taken.

    >>> free(Area(0, 0, 100, 100), [Area(0, 0, 100, 20), Area(0, 10, 30, 90)])
    Area(left=30, top=20, width=70, height=80)
    """
    near = sorted((one for one in taken if region.shared(one)), key=lambda one: -one.size)
    near = near[:MOST_TAKEN]
    across = _cuts(region.left, region.right, [(one.left, one.right) for one in near])
    down = _cuts(region.top, region.bottom, [(one.top, one.bottom) for one in near])
    best = Area(region.left, region.top, 0, 0)
    for (left, right), (top, bottom) in product(combinations(across, 2), combinations(down, 2)):
        one = Area(left, top, right - left, bottom - top)
        if one.size > best.size and not any(one.shared(other) for other in near):
            best = one
    return best


def _cuts(start: int, end: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    inside = {edge for pair in edges for edge in pair if start < edge < end}
    return [start, *sorted(inside), end]
