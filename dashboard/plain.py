"""People's text inside markdown: every sign stays the sign that was typed."""

import re
from functools import lru_cache

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=@/])")
ADDRESS = re.compile(r"(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Where an address can be parted so that no page makes a link of it; escaping does not help."""
PARTED = "\N{WORD JOINER}"
"""Nothing to see, and no place to break a line."""


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Text to put into markdown; line ends become spaces."""
    return escaped(ADDRESS.sub(PARTED, " ".join(text.split())))


def escaped(text: str) -> str:
    """Text to put into markdown where an address is a link already: its sign for sign."""
    return SPECIAL.sub(r"\\\1", text)
