"""How many examples a property is tried with where it is not as many as the profile says."""

from typing import Final

from hypothesis import settings

WHOLE: Final = 100
"""What the profile of `make prove` tries where a test says nothing."""


def scaled(count: int) -> int:
    """So many in `make prove`, and elsewhere the part of them that the profile tries of all."""
    return max(1, count * settings().max_examples // WHOLE)
