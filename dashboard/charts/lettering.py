"""Lettering: texts broken into lines and written so that Plotly shows them as they are.

Plotly reads a small HTML in every text and breaks no line by itself. Whatever an author or a user
has written goes through here before it enters a figure.
"""

import html
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

ELLIPSIS: Final = "…"
HYPHEN: Final = "-"
OVERHANG: Final = 1
"""How much a text may exceed the limit rather than be broken."""

_OPENING: Final = "“‘（《「『【〈(["
_CLOSING: Final = "”’）》」』】〉)],，。、；：！？…·"
_WIDE: Final = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
_PIECE: Final = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    rf"(?:[{_WIDE}]|[^\s{_WIDE}/-]+[/-]?|[/-])"
    rf"[{re.escape(_CLOSING)}]*"
)
_WIDE_CLASSES: Final = frozenset("WF")


def width(text: str) -> int:
    """About how wide a text is: 1 for a Latin letter, 2 for a Chinese one."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE_CLASSES else 1 for letter in text)


def shown(text: str) -> str:
    """Write a text so that Plotly shows it as it is: no mark-up, no entity, no reserved colour."""
    return html.escape(text, quote=False).replace("#", "&#35;")


def wrapped(text: str, limit: int, *, most: int | None = None) -> str:
    """Break a text into lines of about equal width, at most `limit`, and `most` lines at most."""
    return "<br>".join(shown(line) for line in broken(text, limit, most=most))


def broken(text: str, limit: int, *, most: int | None = None) -> list[str]:
    """The lines of `wrapped`, still as they were written.

    Latin breaks between words, Chinese between any two characters but never before a closing or
    after an opening mark. A text that takes more lines than allowed ends in an ellipsis.
    """
    flat = " ".join(text.split())
    if width(flat) <= limit + OVERHANG:
        return [flat]
    lines = _balanced(list(_pieces(flat, limit)), limit)
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(lines[most - 1], limit)]


def narrowest(text: str, most: int) -> int:
    """How wide a text is at least, on so many lines at most and with no word broken."""
    flat = " ".join(text.split())
    pieces = list(_pieces(flat, width(flat)))
    longest = max((width(piece.rstrip()) for piece in pieces), default=0)
    limit = max(longest, math.ceil(width(flat) / most) - 1)
    while len(_packed(pieces, limit)) > most:
        limit += 1
    return limit


def _balanced(pieces: Sequence[str], limit: int) -> list[str]:
    """As few lines as the limit allows, and those as equal as can be."""
    fewest = _packed(pieces, limit)
    narrowest = math.ceil(sum(map(width, pieces)) / len(fewest))
    for narrower in range(narrowest, limit):
        lines = _packed(pieces, narrower)
        if len(lines) == len(fewest):
            return lines
    return fewest


def _packed(pieces: Sequence[str], limit: int) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and width((lines[-1] + piece).rstrip()) > limit:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str, limit: int) -> Iterator[str]:
    """What may stand alone on a line, each with the space that follows it."""
    for found in _PIECE.finditer(text):
        space = " " if text[found.end() : found.end() + 1] == " " else ""
        yield from _cut(found.group() + space, limit)


def _cut(piece: str, limit: int) -> Iterator[str]:
    """Break a word that no line could hold into equal parts."""
    word = piece.rstrip()
    if width(word) > limit + OVERHANG and len(word) > 1:
        parts = math.ceil(width(word) / max(limit - len(HYPHEN), 1))
        step = math.ceil(len(word) / parts)
        while len(word) > step:
            yield word[:step] + HYPHEN
            word, piece = word[step:], piece[step:]
    yield piece


def _shortened(line: str, limit: int) -> str:
    while line and width(line) + 1 > limit:
        line = line[:-1]
    return line.rstrip(f" {HYPHEN}") + ELLIPSIS
