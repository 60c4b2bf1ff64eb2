"""Names around a circle: how large it may be and how each name breaks, so that none is cut.

How wide a figure will be is known to the browser alone, so both are worked out for the narrowest
one; where there is more room, the circle grows into it between the same margins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from dashboard.charts.lettering import OVERHANG, narrowest, wrapped

NARROWEST: Final = 326
"""Width of a figure inside a card on a phone, in pixels, as are all lengths here."""
SMALLEST: Final = 97
LARGEST: Final = 136
"""Radius, in the narrowest figure."""
LETTER: Final = 6.0
LINE: Final = 15.6
BESIDE: Final = 5
"""Between the circle and the edge, apart from the name itself."""
MOST_LETTERS: Final = 12
MOST_LINES: Final = 2


@dataclass(frozen=True)
class Name:
    """What stands at an angle, in degrees clockwise from the top; the mark never leaves it."""

    text: str
    angle: float
    mark: str = ""


@dataclass(frozen=True)
class Circle:
    labels: tuple[str, ...]
    margin: dict[str, int]


def circle(names: Sequence[Name]) -> Circle:
    """The largest circle that leaves each name its room."""
    tight = [narrowest(name.text, MOST_LINES) for name in names]
    radii = (_radius(name, letters) for name, letters in zip(names, tight, strict=True))
    radius = min(max(int(min(radii)), SMALLEST), LARGEST)
    labels = tuple(
        _label(name, letters, radius) for name, letters in zip(names, tight, strict=True)
    )
    beside = NARROWEST // 2 - radius
    return Circle(
        labels=labels,
        margin={
            "l": beside,
            "r": beside,
            "t": _beyond(names, labels, radius, side=1),
            "b": _beyond(names, labels, radius, side=-1),
        },
    )


def _radius(name: Name, letters: int) -> float:
    free = NARROWEST / 2 - BESIDE - (letters + len(name.mark)) * LETTER
    return free / max(_aside(name), 0.01)


def _label(name: Name, letters: int, radius: int) -> str:
    free = NARROWEST / 2 - BESIDE - radius * _aside(name)
    room = int(free / LETTER) - len(name.mark)
    limit = min(max(room - OVERHANG, min(letters, room)), MOST_LETTERS)
    return wrapped(name.text, limit, most=MOST_LINES) + name.mark


def _aside(name: Name) -> float:
    return abs(sin(radians(name.angle)))


def _beyond(names: Sequence[Name], labels: Sequence[str], radius: int, *, side: int) -> int:
    """How far names reach above the circle (`side` 1) or below it (-1).

    Plotly sets a name above the top of the circle, below its bottom, and between them beside it.
    """
    reach = [0.0]
    for name, label in zip(names, labels, strict=True):
        towards = side * cos(radians(name.angle))
        lines = label.count("<br>") + 1
        reach.append(lines * LINE * (1 + towards) / 2 - radius * (1 - towards))
    return round(max(reach)) + BESIDE
