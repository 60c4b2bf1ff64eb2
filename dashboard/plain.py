"""People's text inside markdown: every sign stays the sign that was typed."""

import re
from functools import lru_cache

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=@/])")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Text to put into markdown; line ends become spaces."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
