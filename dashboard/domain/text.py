"""Texts in the product's two languages, and what counts as text at all."""

import unicodedata
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Strict

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = get_args(Lang)

ALLOWED_CONTROLS = frozenset("\t\n\r")


def clean(value: str) -> str:
    """Refuse what no database or document can hold: control characters and halves of surrogates."""
    for character in value:
        if unicodedata.category(character) == "Cc" and character not in ALLOWED_CONTROLS:
            raise ValueError(f"has the control character U+{ord(character):04X}")
        if "\ud800" <= character <= "\udfff":
            raise ValueError(f"has half a surrogate pair, U+{ord(character):04X}")
    return value


def stated(value: str) -> str:
    """Refuse a text of white space alone."""
    if not value.strip():
        raise ValueError("is empty")
    return value


CleanText = Annotated[str, Strict(), AfterValidator(clean)]
StatedText = Annotated[CleanText, AfterValidator(stated)]


class Frozen(BaseModel):
    """A value: never changes, knows no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Text(Frozen):
    """One text in every language of the product."""

    en: StatedText
    zh: StatedText

    def get(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.zh
