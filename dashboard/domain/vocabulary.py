"""The words for what a brand is: keys that files and rows hold, and their names."""

from typing import Annotated

from pydantic import Field

from dashboard.domain.text import Frozen, StatedText, Text

KEY_FORM = r"^[a-z0-9][a-z0-9_+-]*$"

Key = Annotated[StatedText, Field(pattern=KEY_FORM)]


class Vocabulary(Frozen):
    """The words for a brand's industry, region and size: key to name."""

    industry: dict[Key, Text]
    region: dict[Key, Text]
    size: dict[Key, Text]
