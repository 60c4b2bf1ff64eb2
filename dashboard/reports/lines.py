"""Where lines end: names have one line in every file, and what people wrote breaks in one way."""

import re
from typing import Final

_BREAKS: Final = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
_RETURNS: Final = re.compile(r"\r\n?")


def in_one_line(text: str) -> str:
    r"""A name, which a file on disk may have brought in several.

    >>> in_one_line("Alder\r\nTeas")
    'Alder Teas'
    """
    return _BREAKS.sub(" ", text).strip()


def same_breaks(text: str) -> str:
    r"""The text without carriage returns: Office files would show each as "_x000D_".

    >>> same_breaks("one\r\ntwo\rthree\n")
    'one\ntwo\nthree\n'
    """
    return _RETURNS.sub("\n", text)
