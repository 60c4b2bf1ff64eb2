"""The project's documents, taken apart for the library: sections of the method, groups of words.

A document is written for readers of the repository. Links to files beside it lead nowhere in the
app, so only their words stay; links within the document and to the web remain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.domain.text import Lang, Text
from dashboard.settings import PROJECT

DOCS: Final = PROJECT / "docs"
METHOD: Final[dict[Lang, Path]] = {"en": DOCS / "method.md", "zh": DOCS / "method.zh.md"}
GLOSSARY: Final = DOCS / "glossary.md"

LINK_BESIDE: Final = re.compile(r"\[([^\]]+)\]\((?!#|https?://)[^)\s]+\)")
TABLE: Final = re.compile(r"(?:^\|.*\|\n?)+", re.M)
BLOCK: Final = re.compile(rf"^```\w*\n(?P<code>[^`]*)^```|{TABLE.pattern}", re.M)
CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
RESERVED: Final = "○"
"""Marks a word of a part that is not built yet."""


@dataclass(frozen=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Code:
    text: str


@dataclass(frozen=True)
class Section:
    title: str
    anchor: str
    """The fragment by which the document's own links name this section."""
    body: tuple[str | Table | Code, ...]
    """Prose in markdown, tables and code, in their order."""


@dataclass(frozen=True)
class Method:
    title: str
    opening: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Term:
    name: Text
    meaning: Text


@dataclass(frozen=True)
class TermGroup:
    title: Text
    terms: tuple[Term, ...]


@cache
def method(lang: Lang) -> Method:
    text = LINK_BESIDE.sub(r"\1", METHOD[lang].read_text(encoding="utf-8"))
    head, *parts = re.split(r"^## ", text, flags=re.M)
    title, opening = head.removeprefix("# ").split("\n", 1)
    return Method(title.strip(), opening.strip(), tuple(_section(part) for part in parts))


def _section(part: str) -> Section:
    title, body = part.split("\n", 1)
    return Section(title.strip(), anchor(title), tuple(_blocks(body)))


def _blocks(body: str) -> Iterator[str | Table | Code]:
    end = 0
    for found in BLOCK.finditer(body):
        if prose := body[end : found.start()].strip():
            yield prose
        code = found["code"]
        yield _table(found.group()) if code is None else Code(code.strip())
        end = found.end()
    if prose := body[end:].strip():
        yield prose


def _table(text: str) -> Table:
    head, _, *rows = (_cells(line) for line in text.strip().split("\n"))
    return Table(head, tuple(rows))


def anchor(title: str) -> str:
    """The fragment of a heading, by the rule of the sites that show repositories."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


@cache
def glossary() -> tuple[TermGroup, ...]:
    """The words of what there is; those reserved for later parts are left out."""
    _, *parts = re.split(r"^## ", GLOSSARY.read_text(encoding="utf-8"), flags=re.M)
    groups = (TermGroup(_in_both(part.split("\n", 1)[0]), tuple(_terms(part))) for part in parts)
    return tuple(group for group in groups if group.terms)


def _in_both(title: str) -> Text:
    """A heading says its English words first, then its Chinese ones."""
    start = CHINESE.search(title)
    cut = start.start() if start else len(title)
    return Text(en=title[:cut].strip(), zh=title[cut:].strip() or title.strip())


def _terms(part: str) -> Iterator[Term]:
    for table in TABLE.findall(part):
        for english, chinese, meaning, chinese_meaning in _table(table).rows:
            if RESERVED not in chinese:
                yield Term(Text(en=english, zh=chinese), Text(en=meaning, zh=chinese_meaning))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
