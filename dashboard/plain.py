"""People's text inside markdown: every sign stays the sign that was typed."""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&^=@/])")


def plain(text: str) -> str:
    """Text to put into markdown; line ends become spaces."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
