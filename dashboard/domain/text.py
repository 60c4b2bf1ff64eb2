"""Texts in the product's two languages, and what counts as text at all."""

import re
import unicodedata
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Strict

from dashboard.domain.message import worded

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = get_args(Lang)

_REFUSED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Every control character but tab and line ends, those that turn the direction of the words after
them, every half of a surrogate pair, and the two signs that XML cannot hold."""


_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def as_typed(value: str) -> str:
    """What somebody typed or pasted, as it can be kept: white space around it, and signs that
    cannot be seen and cannot be stored, are left out; every kind of line end is one."""
    return _REFUSED.sub("", _LINE_ENDS.sub("\n", value)).strip()


UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode categories of white space, controls and signs without a width."""


def clean(value: str) -> str:
    """Refuse what no database or document can hold: control characters and halves of surrogates."""
    found = _REFUSED.search(value)
    if found is None:
        return value
    code = f"{ord(found.group()):04X}"
    if "\ud800" <= found.group() <= "\udfff":
        raise ValueError(worded("has half a surrogate pair, U+{code}", code=code))
    raise ValueError(worded("has the control character U+{code}", code=code))


def stated(value: str) -> str:
    """Refuse a text in which there is nothing to see."""
    if all(unicodedata.category(sign) in UNSEEN for sign in value):
        raise ValueError(worded("is empty"))
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
