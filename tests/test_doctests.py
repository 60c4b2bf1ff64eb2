"""The examples in docstrings print what they say they print."""

import doctest
import importlib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "dashboard"
SCRIPTS = PACKAGE / "views"
"""Pages run when they are imported, so they hold no examples."""

EXAMPLES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if not path.is_relative_to(SCRIPTS) and "\n    >>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", EXAMPLES)
def test_every_example_in_a_docstring_holds(module):
    outcome = doctest.testmod(importlib.import_module(module))

    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_statistics_are_among_the_modules_with_examples():
    assert {"dashboard.domain.agreement_indices", "dashboard.domain.intraclass"} <= set(EXAMPLES)
