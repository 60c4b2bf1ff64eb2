"""How a workspace's reports look: its name, its logo and its colours."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from PIL import Image
from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator

from dashboard.domain.problem import Problem, Refused, dotted
from dashboard.domain.text import Frozen, StatedText
from dashboard.domain.wording import words_of

GRAPHIC: Final = 3.0
"""Least contrast of graphics with the paper (WCAG 2.2, 1.4.11)."""
WRITING: Final = 4.5
"""Least contrast of text with the paper (WCAG 2.2, 1.4.3)."""
PAPER: Final = "#FFFFFF"

LARGEST_LOGO: Final = 500_000
"""Bytes; it stands in every file."""
PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""


def picture(logo: bytes) -> bytes:
    if not logo.startswith(PICTURES):
        raise ValueError("the logo is neither a PNG nor a JPEG")
    if len(logo) > LARGEST_LOGO:
        raise ValueError(f"the logo is larger than {LARGEST_LOGO // 1000} kB")
    try:
        Image.open(BytesIO(logo)).load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("the logo is a broken picture") from error
    return logo


def colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError(f"{value!r} is no colour such as #1F4E79")
    return value


Name = Annotated[StatedText, StringConstraints(max_length=80)]
Colour = Annotated[StatedText, AfterValidator(colour)]


class Look(Frozen):
    """`pillars` colours bars and petals, `accent` headings and rules; both on white."""

    name: Name = "Candour"
    logo: Annotated[bytes, AfterValidator(picture)] | None = None
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
        for shade, least in ((self.accent, WRITING), *((one, GRAPHIC) for one in self.pillars)):
            found = contrast(shade, PAPER)
            if found < least:
                yield f"{shade} has a contrast of {found:.1f} on white, and {least:g} is needed"

    def pillar(self, position: int) -> str:
        """The colour of the pillar at a position from 0; after the last they begin again."""
        return self.pillars[position % len(self.pillars)]


class LookFile(Frozen):
    """A look as a file, `candour.look/1`; what is left out is the house's."""

    format: Literal["candour.look/1"]
    name: Name = "Candour"
    logo: StatedText | None = None
    """The path of a picture, from the folder of the file."""
    accent: Colour | None = None
    pillars: tuple[Colour, ...] | None = None


def read_look(file: Path) -> Look:
    """`Refused`, with what is wrong, if the file or its logo cannot be used; OSError if missing."""
    try:
        outline = LookFile.model_validate_json(file.read_bytes())
        stated = outline.model_dump(exclude_none=True, exclude={"format", "logo"})
        logo = (file.parent / outline.logo).read_bytes() if outline.logo else None
        return Look(logo=logo, **stated)
    except ValidationError as error:
        problems = [
            Problem(file=file, message=words_of(one), path=dotted(one["loc"]))
            for one in error.errors()
        ]
        raise Refused(problems) from error


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
