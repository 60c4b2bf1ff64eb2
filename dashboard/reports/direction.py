"""Text that is read from right to left, among words and numbers that are not."""

from unicodedata import bidirectional

RIGHT = frozenset({"R", "AL", "AN"})


def isolated(text: str) -> str:
    """The text so that it turns nothing beside it; as it is where it holds nothing to turn.

    Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode UAX 9, section 2.4.2), as a
    number beside an Arabic name would otherwise be shown on its other side.
    """
    turns = any(bidirectional(sign) in RIGHT for sign in text)
    return f"\u2068{text}\u2069" if turns else text
