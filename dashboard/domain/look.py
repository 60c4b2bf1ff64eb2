"""How a workspace's reports look: its name, its logo and its colours."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, Field, StringConstraints

from dashboard.domain.message import worded
from dashboard.domain.text import Frozen, StatedText

GRAPHIC: Final = 3.0
"""Least contrast of graphics with the paper (WCAG 2.2, 1.4.11)."""
WRITING: Final = 4.5
"""Least contrast of text with the paper (WCAG 2.2, 1.4.3)."""
PAPER: Final = "#FFFFFF"

LARGEST_LOGO: Final = 500_000
"""Bytes; it stands in every file."""
PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""
LONGEST_NAME: Final = 80


def picture(logo: bytes) -> bytes:
    if not logo.startswith(PICTURES):
        raise ValueError(worded("the logo is neither a PNG nor a JPEG"))
    if len(logo) > LARGEST_LOGO:
        raise ValueError(worded("the logo is larger than {n} kB", n=LARGEST_LOGO // 1000))
    return logo


def colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError(worded("{colour} is no colour such as #1F4E79", colour=repr(value)))
    return value


def seen(least: float) -> AfterValidator:
    """A colour that stands out from the paper by at least so much."""

    def checked(value: str) -> str:
        found = contrast(value, PAPER)
        if found < least:
            raise ValueError(
                worded(
                    "{colour} has a contrast of {found} on white, and {least} is needed",
                    colour=value,
                    found=f"{found:.1f}",
                    least=f"{least:g}",
                )
            )
        return value

    return AfterValidator(checked)


Name = Annotated[StatedText, StringConstraints(max_length=LONGEST_NAME)]
Colour = Annotated[StatedText, AfterValidator(colour)]


class Look(Frozen):
    """`pillars` colours bars and petals, `accent` headings and rules; both on white."""

    name: Name = "Candour"
    logo: Annotated[bytes, AfterValidator(picture)] | None = None
    accent: Annotated[Colour, seen(WRITING)] = "#1F4E79"
    pillars: Annotated[tuple[Annotated[Colour, seen(GRAPHIC)], ...], Field(min_length=1)] = (
        "#2A7F86",
        "#B7791F",
        "#4A4E9E",
        "#7C8088",
        "#1F4E79",
    )

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


def _luminance(shade: str) -> float:
    red, green, blue = (_linear(int(shade[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


HOUSE: Final = Look()
"""The look of an installation that has not chosen one."""


class LookChanged(Exception):
    """Somebody else has set or removed the look since it was read."""
