"""The product's own words in every language.

The key of a message is its English text; `locales/<lang>.po` holds the other languages. A test
keeps the catalogues complete and their placeholders equal; `python -m tests.words` refreshes them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Formatter

from babel.dates import format_date, format_datetime, get_timezone
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from dashboard.domain.message import Message
from dashboard.domain.text import Lang

LOCALES = Path(__file__).parent / "locales"
BABEL_LOCALE: dict[Lang, str] = {"en": "en_GB", "zh": "zh_Hans_CN"}
SHORT_MOMENT: dict[Lang, str] = {"en": "d MMM y, HH:mm", "zh": "y 年 M 月 d 日 HH:mm"}
LONG_DAY: dict[Lang, str] = {"en": "d MMMM y", "zh": "y 年 M 月 d 日"}
HTML_LANG: dict[Lang, str] = {"en": "en", "zh": "zh-CN"}
OWN_NAME: dict[Lang, str] = {"en": "English", "zh": "中文"}

_SCRIPTS_MEET = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")


@dataclass(frozen=True)
class Words:
    """Speaks one language: `t("{n} of {total} answered", n=3, total=36)`.

    Messages are written out in the call, so that the catalogues can be made from the source.
    """

    lang: Lang

    def __call__(self, message: str, /, **values: object) -> str:
        return self._filled(self._find(message), values)

    def say(self, message: Message | str) -> str:
        """Speak what the domain found wrong; a plain text is in English only."""
        if isinstance(message, str):
            return message
        values = {
            name: self.say(value) if isinstance(value, Message) else value
            for name, value in message.values.items()
        }
        return self._filled(self._find(message.text), values)

    def plural(self, one: str, many: str, /, n: int, **values: object) -> str:
        """Speak of `n` things; both texts may use {n}."""
        message = (one if n == 1 else many) if self.lang == "en" else self._find(one)
        return self._filled(message, {"n": n, **values})

    def listed(self, names: Sequence[str]) -> str:
        """Join names: "a, b and c"; "a, and b and c" where one name is "b and c"."""
        if self.lang == "zh":
            return "、".join(names)
        last = ", and " if any(" and " in name for name in names) else " and "
        return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def sentences(self, *whole: str) -> str:
        """Put whole sentences, each with its full stop, one after the other."""
        return ("" if self.lang == "zh" else " ").join(whole)

    def moment(self, value: datetime, timezone: str | None = None) -> str:
        zone, form = get_timezone(timezone), SHORT_MOMENT[self.lang]
        return format_datetime(value, form, tzinfo=zone, locale=BABEL_LOCALE[self.lang])

    def day(self, value: date) -> str:
        return format_date(value, LONG_DAY[self.lang], locale=BABEL_LOCALE[self.lang])

    def _find(self, message: str) -> str:
        return message if self.lang == "en" else _translations(self.lang).get(message, message)

    def _filled(self, message: str, values: Mapping[str, object]) -> str:
        return _spaced(message, values) if self.lang == "zh" else message.format(**values)


def _spaced(message: str, values: Mapping[str, object]) -> str:
    """Fill in the values, with a space wherever Chinese then meets Latin letters or digits."""
    text = ""
    for literal, field, _, _ in Formatter().parse(message):
        for piece in (literal, "" if field is None else str(values[field])):
            gap = " " if _SCRIPTS_MEET.fullmatch(text[-1:] + piece[:1]) else ""
            text += gap + piece
    return text


@cache
def words(lang: Lang) -> Words:
    return Words(lang)


@cache
def _translations(lang: Lang) -> dict[str, str]:
    """Message to its text; a plural message is found by its singular."""
    return {_first(m.id): _first(m.string) for m in read_catalogue(lang) if m.id and m.string}


def _first(forms: str | Sequence[str]) -> str:
    return forms if isinstance(forms, str) else forms[0]


def read_catalogue(lang: Lang) -> Catalog:
    with (LOCALES / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=BABEL_LOCALE[lang], abort_invalid=True)
