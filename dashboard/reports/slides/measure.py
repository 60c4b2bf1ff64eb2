"""How much room a text takes, by the widest fonts that a program may set it in.

Sizes are set from the length of the text: a program fits text into its box only once it is edited.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

from dashboard.reports.slides.area import Area

PT: Final = 12_700
"""EMU a point."""
LINE: Final = 1.2
"""Height of a line in the size of its letters."""
HIGH_LINE: Final = 1.45
"""The same where signs are Chinese, as Noto and others have them."""
BOLD: Final = 1.12
"""How much wider bold letters are."""
NARROW: Final = frozenset(" iljtfrI.,:;'’‘|!()[]-")
WIDE: Final = frozenset("mwMW@%—…→·+=<>−")
WIDTHS: Final = {"narrow": 0.39, "plain": 0.63, "capital": 0.72, "wide": 0.96, "chinese": 1.0}
"""Of letters in their size, about as in DejaVu Sans and Verdana; most fonts are narrower."""
MIXED: Final = 1.08
"""How much wider Chinese with Latin in it becomes by the space that programs put between them."""
SHORT_CHINESE: Final = 6
"""Signs up to which a Chinese text is a word."""
LONGEST_WORD: Final = 24
"""Signs; what is longer is no word and may be broken."""
GLUE: Final = "\u00a0"


def fitting(
    lines: Sequence[str], area: Area, sizes: Sequence[float], *, between: float = 0.0
) -> float:
    """The first size at which the lines fit into the area; the last one if none does."""
    for size in sizes:
        rows = sum(rows_of(line, area.width, size) * line_of(line) for line in lines)
        height = (rows + between * len(lines)) * size * PT
        if height <= area.height and all(longest(line, size) <= area.width for line in lines):
            return size
    return sizes[-1]


def line_of(text: str) -> float:
    """The height of a line of this text, in the size of its letters."""
    return HIGH_LINE if _is_chinese(text) else LINE


def rows_of(text: str, width: int, size: float) -> int:
    """How many rows a text takes at a size, in a box of a width; words stay whole where they can.

    >>> rows_of("one two three", int(5 * 0.63 * 12 * PT), 12)
    3
    """
    room = max(width / (size * PT * _looseness(text)), 0.01)
    rows, at = 1, 0.0
    for word in _words(text):
        wide, bare = _width(word), _width(word.rstrip(" "))
        if at and at + bare > room:
            rows, at = rows + 1, 0.0
        if bare > room:
            rows += math.ceil(bare / room) - 1
        at = min(at + wide, room)
    return rows


def longest(text: str, size: float) -> int:
    """How wide the widest word is at a size, in EMU."""
    if len(text) <= SHORT_CHINESE and _is_chinese(text):
        return width_of(text, size)
    words = (word.rstrip(" ")[:LONGEST_WORD] for word in _words(text))
    widest = max(map(_width, words), default=0.0)
    return math.ceil(widest * size * PT)


def width_of(text: str, size: float) -> int:
    """How wide a text is in one row, in EMU."""
    return math.ceil(_width(text) * _looseness(text) * size * PT)


def _looseness(text: str) -> float:
    return MIXED if _is_chinese(text) and not all(map(_is_wide, text)) else 1.0


def _is_chinese(text: str) -> bool:
    return any(map(_is_wide, text))


def _words(text: str) -> list[str]:
    """What is not broken: words with the space after them, and Chinese signs one by one."""
    words, word = [], ""
    for sign in text:
        if _is_wide(sign):
            words += [word, sign] if word else [sign]
            word = ""
        elif sign.isspace() and sign != GLUE:
            words.append(f"{word} ")
            word = ""
        else:
            word += sign
    return [*words, word] if word else words


@lru_cache(maxsize=8192)
def _width(text: str) -> float:
    return sum(WIDTHS[_kind(sign)] for sign in text)


def _kind(sign: str) -> str:
    if _is_wide(sign):
        return "chinese"
    if sign in NARROW or sign == GLUE:
        return "narrow"
    if sign in WIDE:
        return "wide"
    return "capital" if sign.isupper() else "plain"


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in "WF"
