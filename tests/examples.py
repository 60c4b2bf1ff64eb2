"""How many examples a property is tried with where it is not as many as Hypothesis chooses."""

from typing import Final

from hypothesis import settings

USUAL: Final = 100
"""What the profile of `make test` tries where a test says nothing."""


def scaled(count: int) -> int:
    """So many in `make test`, and in `make quick` the fifth that its profile tries of all."""
    return max(1, count * settings().max_examples // USUAL)
