"""A look as a file, with its logo beside it; and whether a logo is a picture that can be drawn."""

from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from pydantic import ValidationError

from dashboard.domain.look import Colour, Look, Name
from dashboard.domain.message import message_of, worded
from dashboard.domain.problem import Problem, Refused, dotted
from dashboard.domain.text import Frozen, StatedText
from dashboard.domain.wording import words_of


class BrokenPicture(ValueError):
    def __init__(self) -> None:
        super().__init__(worded("the logo is a broken picture"))


def check_logo(look: Look) -> Look:
    """`BrokenPicture` if there is a logo that cannot be drawn."""
    if look.logo is not None:
        try:
            Image.open(BytesIO(look.logo)).load()
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise BrokenPicture from error
    return look


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
        return check_logo(Look(logo=logo, **stated))
    except BrokenPicture as error:
        raise Refused([Problem(file=file, message=message_of(error), path="logo")]) from error
    except ValidationError as error:
        problems = [
            Problem(file=file, message=words_of(one), path=dotted(one["loc"]))
            for one in error.errors()
        ]
        raise Refused(problems) from error
