"""The messages of the product, read from its source, and the catalogues brought up to date.

`python -m tests.words` keeps what is translated, adds what is new without a translation, drops what
is no longer said, and names what it leaves to translate. Messages stand in calls `t("…")`,
`t.plural("one", "many", n)` and, in the domain, `worded("…")`; they are read from the syntax tree,
inside f-strings too.
"""

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from dashboard import i18n
from dashboard.domain.text import LANGS, Lang

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "dashboard"
WRITERS = frozenset({"t", "worded"})
SPEAKERS = frozenset({"words", "current_words"})
"""What gives the words of a language: `words(lang)("…")` speaks as `t("…")` does."""
HEADER = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""
WIDTH = 100


@dataclass(frozen=True)
class Said:
    """One call that speaks. `texts` is empty where the message is not written out in the call."""

    file: str
    line: int
    texts: tuple[str, ...]


def said_in(tree: ast.AST, file: str = "") -> Iterator[Said]:
    """Every message of a module: one text, or two for a plural."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (count := _texts_of(node.func)):
            texts = [_literal(argument) for argument in node.args[:count]]
            written = [text for text in texts if text is not None]
            yield Said(file, node.lineno, tuple(written) if len(written) == count else ())


def _texts_of(called: ast.expr) -> int:
    """How many texts a call to this begins with: none, unless it speaks."""
    if isinstance(called, ast.Attribute) and called.attr == "plural" and _speaks(called.value):
        return 2
    return int(_speaks(called))


def _speaks(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in WRITERS
    if isinstance(called, ast.Attribute):
        return called.attr == "t"
    if not isinstance(called, ast.Call):
        return False
    maker = called.func
    name = maker.attr if isinstance(maker, ast.Attribute) else getattr(maker, "id", "")
    return name in SPEAKERS


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@cache
def said() -> tuple[Said, ...]:
    """Every message of the product, file by file from the top."""
    return tuple(chain.from_iterable(map(_said_by, sorted(PACKAGE.rglob("*.py")))))


def _said_by(path: Path) -> list[Said]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    file = path.relative_to(PROJECT).as_posix()
    return sorted(said_in(tree, file), key=lambda one: one.line)


def template() -> Catalog:
    catalog = Catalog()
    for one in said():
        if one.texts:
            message = one.texts if len(one.texts) > 1 else one.texts[0]
            catalog.add(message, locations=[(one.file, one.line)])
    return catalog


def refreshed(lang: Lang) -> Catalog:
    """The catalogue as it should be, with empty texts for new messages."""
    catalog = i18n.read_catalogue(lang)
    catalog.update(template(), no_fuzzy_matching=True)
    return catalog


def written(catalog: Catalog, lang: Lang) -> str:
    file = io.BytesIO()
    write_po(
        file, catalog, width=WIDTH, omit_header=True, ignore_obsolete=True, include_lineno=False
    )
    header = HEADER.format(locale=i18n.BABEL_LOCALE[lang], plurals=catalog.plural_forms)
    return header + file.getvalue().decode().rstrip() + "\n"


def main() -> None:
    for lang in LANGS:
        if lang == "en":
            continue
        catalog = refreshed(lang)
        (i18n.LOCALES / f"{lang}.po").write_text(written(catalog, lang), encoding="utf-8")
        open_ones = [
            message.id for message in catalog if message.id and not any(message.string or "")
        ]
        for message in open_ones:
            sys.stdout.write(f"{lang}: {message!r}\n")
        sys.stdout.write(f"{lang}: {len(open_ones)} messages to translate\n")


if __name__ == "__main__":
    main()
