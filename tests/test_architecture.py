"""The rules of the house that no linter has, read from the source itself.

Each rule is a function from a module's tree to the lines that break it, and is shown to catch what
it forbids before it is trusted with the product.
"""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).resolve().parents[1] / "dashboard"
PROJECT: Final = PACKAGE.parent
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
TESTS: Final = sorted((PROJECT / "tests").rglob("*.py"))
LONGEST: Final = 300
DESCRIBED: Final = frozenset(
    {
        "altair_chart",
        "area_chart",
        "bar_chart",
        "data_editor",
        "dataframe",
        "graphviz_chart",
        "image",
        "line_chart",
        "map",
        "plotly_chart",
        "pydeck_chart",
        "pyplot",
        "scatter_chart",
        "table",
        "vega_lite_chart",
    }
)
CACHES: Final = frozenset({"cache_data", "cache_resource"})
VAGUE: Final = frozenset({"utils", "util", "helpers", "common", "manager", "base", "misc"})

Rule = Callable[[ast.AST], Iterator[int]]
Trees = Mapping[Path, ast.Module]


@pytest.fixture(scope="module")
def product() -> Trees:
    """Every module of the product, read once for all rules."""
    return {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in MODULES}


def caches(tree: ast.AST) -> Iterator[int]:
    """`cache_data` or `cache_resource`, however it is reached."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Attribute) and node.attr in CACHES
        imported = isinstance(node, ast.ImportFrom) and node.module == "streamlit"
        if named or (imported and any(a.name in CACHES for a in _aliases(node))):
            yield _line(node)


def reads_the_user(tree: ast.AST) -> Iterator[int]:
    """`st.user`, `st.experimental_user` or `from streamlit import user`."""
    for node in ast.walk(tree):
        named = (
            isinstance(node, ast.Attribute)
            and node.attr in {"user", "experimental_user"}
            and isinstance(node.value, ast.Name)
            and node.value.id in {"st", "streamlit"}
        )
        imported = isinstance(node, ast.ImportFrom) and node.module == "streamlit"
        if named or (imported and any(a.name.endswith("user") for a in _aliases(node))):
            yield _line(node)


def shows_without_words(tree: ast.AST) -> Iterator[int]:
    """A chart, table or picture without `alt=`."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in DESCRIBED
            and not any(keyword.arg == "alt" for keyword in node.keywords)
        ):
            yield _line(node)


def imports_streamlit_oddly(tree: ast.AST) -> Iterator[int]:
    """Streamlit under another name than `st`, piecewise, or by a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            odd = any(
                a.name.partition(".")[0] == "streamlit"
                and (a.name, a.asname) != ("streamlit", "st")
                for a in node.names
            )
        elif isinstance(node, ast.ImportFrom):
            odd = node.module == "streamlit"
        else:
            odd = _imports_by_name(node)
        if odd:
            yield _line(node)


def imports_its_own_barely(tree: ast.AST) -> Iterator[int]:
    """A module of this package by a bare or relative name, which would load it a second time."""
    own = {path.stem for path in PACKAGE.iterdir()} - {"__init__", "__main__", "__pycache__"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            roots = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots = {"" if node.level else (node.module or "").partition(".")[0]}
        else:
            continue
        if roots & (own | {""}):
            yield _line(node)


def raw_html(tree: ast.AST) -> Iterator[int]:
    """HTML that the page would not clean: `unsafe_allow_html` or a script of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in {
            "unsafe_allow_html",
            "unsafe_allow_javascript",
        }:
            yield _line(node)


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (caches, "@st.cache_data\ndef f(): ..."),
        (caches, "from streamlit import cache_resource as keep"),
        (reads_the_user, "name = st.user.email"),
        (reads_the_user, "from streamlit import user"),
        (shows_without_words, "left.plotly_chart(figure, key='a')"),
        (shows_without_words, "st.image(path)"),
        (imports_streamlit_oddly, "import streamlit"),
        (imports_streamlit_oddly, "import streamlit as shown"),
        (imports_streamlit_oddly, "import streamlit.components.v1 as components"),
        (imports_streamlit_oddly, "from streamlit import markdown"),
        (imports_streamlit_oddly, "importlib.import_module('streamlit')"),
        (imports_streamlit_oddly, "__import__('streamlit')"),
        (imports_its_own_barely, "import settings"),
        (imports_its_own_barely, "from domain.text import Lang"),
        (imports_its_own_barely, "from . import store"),
        (raw_html, "st.markdown(x, unsafe_allow_html=True)"),
    ],
)
def test_each_rule_catches_what_it_forbids(rule: Rule, source: str) -> None:
    assert list(rule(ast.parse(source)))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (caches, "from functools import cache; made.cache_clear()"),
        (reads_the_user, "user = bootstrap.get_user(); user.id"),
        (shows_without_words, "st.plotly_chart(figure, key='a', alt=describe(figure))"),
        (imports_streamlit_oddly, "import streamlit as st"),
        (imports_its_own_barely, "from dashboard.settings import Settings"),
        (raw_html, "st.html(text)"),
    ],
)
def test_each_rule_lets_pass_what_is_right(rule: Rule, source: str) -> None:
    assert not list(rule(ast.parse(source)))


def test_only_one_module_caches(product: Trees) -> None:
    assert broken(caches, product, but="views/cached.py") == []


def test_only_one_module_reads_who_is_signed_in(product: Trees) -> None:
    assert broken(reads_the_user, product, but="views/session.py") == []


def test_every_chart_table_and_picture_says_in_words_what_it_shows(product: Trees) -> None:
    assert broken(shows_without_words, product, under="views") == []


def test_streamlit_is_imported_in_the_open_so_that_the_contracts_see_it(product: Trees) -> None:
    assert broken(imports_streamlit_oddly, product) == []


def test_no_module_is_loaded_a_second_time_under_a_bare_name(product: Trees) -> None:
    assert broken(imports_its_own_barely, product) == []


def test_only_the_main_page_brings_a_script_along_and_no_page_raw_html(product: Trees) -> None:
    assert broken(raw_html, product, but="views/main.py") == []


def test_no_module_is_named_like_one_of_the_standard_library() -> None:
    folders = {path.parent for path in MODULES}
    names = {path.stem for path in MODULES} | {folder.name for folder in folders - {PACKAGE}}

    assert names & sys.stdlib_module_names == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert {path.stem for path in MODULES} & VAGUE == set()


@pytest.mark.parametrize(
    "path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(PROJECT))
)
def test_no_module_is_longer_than_can_be_read_at_a_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_module_says_what_it_is(product: Trees) -> None:
    silent = [
        path.relative_to(PROJECT).as_posix()
        for path, tree in product.items()
        if path.read_text(encoding="utf-8").strip()
        and ast.get_docstring(tree) is None
        and "migrations/versions" not in path.as_posix()
    ]

    assert silent == []


@pytest.mark.slow
def test_the_layers_know_only_what_lies_below_them() -> None:
    lint_imports = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [lint_imports, "--no-cache"], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def broken(rule: Rule, product: Trees, *, under: str = "", but: str = "") -> list[str]:
    """Where the product breaks the rule, as `file:line`."""
    return [
        f"{path.relative_to(PROJECT).as_posix()}:{line}"
        for path, tree in product.items()
        if path.is_relative_to(PACKAGE / under) and path.relative_to(PACKAGE).as_posix() != but
        for line in rule(tree)
    ]


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def _aliases(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def _imports_by_name(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in {"__import__", "import_module"})
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "import_module")
        )
        and any("streamlit" in ast.dump(argument) for argument in node.args)
    )
