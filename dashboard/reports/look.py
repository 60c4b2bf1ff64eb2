"""How a workspace's reports look: its name, its logo and its colours."""

from collections.abc import Iterator
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from dashboard.domain.text import Frozen, StatedText

GRAPHIC: Final = 3.0
"""Least contrast of graphics with the paper (WCAG 2.2, 1.4.11)."""
WRITING: Final = 4.5
"""Least contrast of text with the paper (WCAG 2.2, 1.4.3)."""
PAPER: Final = "#FFFFFF"

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Look(Frozen):
    """`pillars` colours bars and petals, `accent` headings and rules; both on white."""

    name: StatedText = "Candour"
    logo: bytes | None = None
    """A PNG or JPEG."""
    accent: Colour = "#1F4E79"
    pillars: Annotated[tuple[Colour, ...], Field(min_length=1)] = (
        "#2A7F86",
        "#B7791F",
        "#4A4E9E",
        "#7C8088",
        "#1F4E79",
    )

    @model_validator(mode="after")
    def _can_be_seen(self) -> Self:
        if faint := list(self._too_faint()):
            raise ValueError("; ".join(faint))
        return self

    def _too_faint(self) -> Iterator[str]:
        for colour, least in ((self.accent, WRITING), *((one, GRAPHIC) for one in self.pillars)):
            found = contrast(colour, PAPER)
            if found < least:
                yield f"{colour} has a contrast of {found:.1f} on white, and {least:g} is needed"

    def pillar(self, position: int) -> str:
        """The colour of the pillar at a position from 0; after the last they begin again."""
        return self.pillars[position % len(self.pillars)]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).

    >>> round(contrast("#000000", "#FFFFFF"), 1), round(contrast("#777777", "#FFFFFF"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


HOUSE: Final = Look()
"""The look of an installation that has not chosen one."""
