"""Names around a circle: how large it may be and how each name breaks, so that none is cut.

How wide a figure will be is known to the browser alone, so both are worked out for the narrowest
one; where there is more room, the circle grows into it between the same margins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from dashboard.charts.lettering import ELLIPSIS, OVERHANG, narrowest, wrapped

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
GLUE: Final = "·"
"""Never begins a line, so that it can stand for a mark while a name is broken into lines."""


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
    free = int((NARROWEST / 2 - BESIDE - radius * _aside(name)) / LETTER)
    room = free - len(name.mark)
    label = wrapped(name.text, _limit(letters, room), most=MOST_LINES) + name.mark
    if not name.mark or not label.endswith(ELLIPSIS + name.mark):
        return label
    # The mark needs room on the last line alone: with more on the others, all may be shown.
    glue = GLUE * len(name.mark)
    glued = name.text + glue
    whole = wrapped(glued, _limit(narrowest(glued, MOST_LINES), free), most=MOST_LINES)
    return whole.removesuffix(glue) + name.mark if whole.endswith(glue) else label


def _limit(letters: int, room: int) -> int:
    """Letters a line, where a name takes so many at least and there is room for so many."""
    return min(max(room - OVERHANG, min(letters, room)), MOST_LETTERS)


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
