"""How words get onto a page: spoken through `t(…)`, written out, and found for the catalogue."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.words import PACKAGE, PROJECT, Said, said, said_in

SPEAKING = frozenset(
    [
        "Page",
        "badge",
        "button",
        "caption",
        "checkbox",
        "dialog",
        "download_button",
        "error",
        "expander",
        "file_uploader",
        "form_submit_button",
        "header",
        "info",
        "link_button",
        "markdown",
        "menu_button",
        "metric",
        "number_input",
        "page_link",
        "pills",
        "popover",
        "progress",
        "radio",
        "segmented_control",
        "selectbox",
        "show_head",
        "spinner",
        "subheader",
        "success",
        "tabs",
        "text",
        "text_area",
        "text_input",
        "title",
        "toast",
        "toggle",
        "warning",
        "write",
    ]
)
"""What puts text on a page."""
SHOWN = frozenset({"alt", "body", "captions", "caption", "help", "label", "placeholder", "title"})
"""The named arguments that are read by people."""
MARK_UP = re.compile(r":material/\w+:|:[a-z]+(-[a-z]+)*\[|https?://")


def written_on_the_page(tree: ast.AST) -> Iterator[int]:
    """Words that reach a page without `t(…)`, in whichever language."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _speaks(node.func):
            shown = [keyword.value for keyword in node.keywords if keyword.arg in SHOWN]
            for argument in (*node.args, *shown):
                yield from _words_in(argument)


def _speaks(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in SPEAKING
    logs = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "logger"
    return isinstance(called, ast.Attribute) and called.attr in SPEAKING and not logs


def _words_in(node: ast.AST) -> Iterator[int]:
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if re.search(r"[A-Za-z]{2}|[\u3400-\u9fff]", MARK_UP.sub("", node.value)):
            yield node.lineno
        return
    for below in ast.iter_child_nodes(node):
        yield from _words_in(below)


@pytest.mark.parametrize(
    "source",
    [
        "st.markdown('Saved')",
        "left.button(f':green-badge[Saved {n}]')",
        "st.text_input(t('Name'), help='The name')",
        "st.caption('第 1 级' if level else t('No answer'))",
        "show_head(name, 'Results')",
    ],
)
def test_the_rule_finds_words_outside_the_catalogue(source: str) -> None:
    assert list(written_on_the_page(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "st.markdown(f':green-badge[:material/check: {t(\"Saved\")}]')",
        "st.text_area(t('Links'), placeholder='https://', key='links', icon=':material/link:')",
        "st.button(f'{n} · {name}', type='primary')",
    ],
)
def test_the_rule_lets_mark_up_and_keys_pass(source: str) -> None:
    assert not list(written_on_the_page(ast.parse(source)))


def test_no_page_says_anything_outside_the_catalogue() -> None:
    found = [
        f"{path.relative_to(PROJECT).as_posix()}:{line}"
        for path in sorted((PACKAGE / "views").rglob("*.py"))
        for line in written_on_the_page(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("t('a')", ("a",)),
        ("t('a ' 'b', n=1)", ("a b",)),
        ("t.plural('{n} a', '{n} b', n)", ("{n} a", "{n} b")),
        ("f'[{t(\"a\")}]'", ("a",)),
        ("worded('a {n}', n=1)", ("a {n}",)),
        ("book.facts.t('a')", ("a",)),
        ("deck.facts.t.plural('a', 'b', 2)", ("a", "b")),
        ("current_words()('a')", ("a",)),
        ("session.current_words().plural('a', 'b', 2)", ("a", "b")),
        ("t(message)", ()),
        ("t('a' if n else 'b')", ()),
        ("t.plural(*both, n)", ()),
    ],
)
def test_a_message_is_found_however_it_is_spoken(source: str, texts: tuple[str, ...]) -> None:
    assert list(said_in(ast.parse(source))) == [Said("", 1, texts)]


def test_every_message_is_written_out_where_it_is_spoken() -> None:
    assert [f"{one.file}:{one.line}" for one in said() if not one.texts] == []
