"""Typst at work: which fonts draw what, and what becomes of signs that none can draw.

A sign without a font is named in brackets and never becomes an empty box. That is no way to read
Chinese: a report in Chinese, or on a brand with a Chinese name, is refused without a font for it.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Final
from unicodedata import category, name

import typst

from dashboard.domain.message import worded
from dashboard.reports.formats import CannotRender
from dashboard.reports.pdf.content import Content

TEMPLATES: Final = Path(__file__).parent
LATIN: Final = "Libertinus Serif"
"""Comes with Typst."""
CHINESE: Final = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
"""Simplified Chinese families, serifs first."""
SURE: Final = 0x17F
"""The last sign of Latin that is drawn without a look."""
SPELLED_OUT: Final = 3
"""So many signs in a row are named one by one."""
LONGEST_WORD: Final = 40
BREAK: Final = "\u200b"
"""Lets a line break within a word that no line can hold; takes no room."""


class NoChineseFont(CannotRender):
    """The report holds Chinese, and no font on this machine can draw it."""

    def __init__(self) -> None:
        super().__init__(
            worded(
                "This report holds Chinese text, and this machine has no font for it: install one, "
                "such as `fonts-noto-cjk`, and start Candour again"
            )
        )


@dataclass(frozen=True)
class Typesetter:
    """Typst with the fonts of this machine, or with those alone that it brings."""

    system_fonts: bool = True

    def set(self, template: str, content: Content, day: date) -> bytes:
        """The PDF of a template that reads its content as JSON."""
        named = (str(content[key]) for key in ("lang", "brand", "wave"))
        if not self.chinese and needs_chinese(*named):
            raise NoChineseFont
        latin: object = LATIN
        if content["lang"] == "zh":
            latin = {"name": LATIN, "covers": "latin-in-cjk"}
        fonts = [latin, *([self.chinese] if self.chinese else [])]
        told = json.dumps(self._drawable(content | {"fonts": fonts}), ensure_ascii=False)
        made = datetime(day.year, day.month, day.day, tzinfo=UTC)
        with _compiling:
            found = _compiler(self.system_fonts).compile(
                TEMPLATES / f"{template}.typ",
                format="pdf",
                sys_inputs={"content": told},
                pdf_standards=["ua-1"],
                timestamp=int(made.timestamp()),
            )
        if not isinstance(found, bytes):
            raise TypeError(f"{template}: Typst gave no file")
        return found

    @cached_property
    def chinese(self) -> str | None:
        """The family that sets Chinese here."""
        there = set(_families(self.system_fonts))
        return next((family for family in CHINESE if family in there), None)

    def _drawable(self, part: object) -> object:
        """The content with every text as it can be drawn."""
        match part:
            case str():
                return broken(self.drawable(part))
            case dict():
                return {key: self._drawable(one) for key, one in part.items()}
            case list() | tuple():
                return [self._drawable(one) for one in part]
        return part

    def drawable(self, text: str) -> str:
        """The text, with "[grinning face]" where no font has the sign."""
        if text.isascii():
            return text
        runs = groupby(text, key=self._can_draw)
        return "".join("".join(run) if can else _named("".join(run)) for can, run in runs)

    def _can_draw(self, sign: str) -> bool:
        if ord(sign) <= SURE or category(sign) in {"Cf", "Zs", "Mn", "Zl", "Zp"}:
            return True
        if self.chinese and _surely_with_chinese(sign):
            return True
        return _has_glyph(sign, self.system_fonts)


MACHINE: Final = Typesetter()
_compiling = Lock()
"""A compiler serves one caller at a time."""


@cache
def _compiler(system_fonts: bool) -> typst.Compiler:
    return typst.Compiler(root=TEMPLATES, ignore_system_fonts=not system_fonts)


@cache
def _families(system_fonts: bool) -> tuple[str, ...]:
    return tuple(typst.Fonts(include_system_fonts=system_fonts).families())


@cache
def _has_glyph(sign: str, system_fonts: bool) -> bool:
    """Whether any font has the sign: a document that may hold no empty box says so."""
    source = f'#set document(title: "-")\n#"\\u{{{ord(sign):x}}}"'.encode()
    try:
        with _compiling:
            _compiler(system_fonts).compile(source, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


def needs_chinese(lang: str, *names: str) -> bool:
    """Whether naming the signs would be no way out: a language, and what the report is about."""
    return lang == "zh" or any(is_chinese(sign) for name in names for sign in name)


def is_chinese(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or "\U00020000" <= sign <= "\U0003ffff"


def _surely_with_chinese(sign: str) -> bool:
    """Signs and punctuation that every Chinese font has: there are too many to try each."""
    return "\u3400" <= sign <= "\u9fff" or "\u3001" <= sign <= "\u3011" or "！" <= sign <= "～"


def _named(signs: str) -> str:
    """What stands for signs that cannot be drawn."""
    if len(signs) > SPELLED_OUT:
        return f"[{len(signs)} × {_name(signs[0]).partition(' ')[0]} …]"
    return "".join(f"[{_name(sign)}]" for sign in signs)


def _name(sign: str) -> str:
    """
    >>> _name("😀"), _name("\\ue000")
    ('grinning face', 'U+E000')
    """
    return name(sign, f"U+{ord(sign):04X}").lower() if name(sign, "") else f"U+{ord(sign):04X}"


def broken(text: str) -> str:
    """The text with room to break in words that no line can hold."""
    words = text.split(" ")
    if all(len(word) <= LONGEST_WORD for word in words):
        return text
    return " ".join(_with_breaks(word) for word in words)


def _with_breaks(word: str) -> str:
    if len(word) <= LONGEST_WORD or any(is_chinese(sign) for sign in word):
        return word
    cut = LONGEST_WORD // 2
    return BREAK.join(word[at : at + cut] for at in range(0, len(word), cut))
