"""A bar for long work on a terminal; nothing where the output goes elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")

LONG = 20
"""Steps from which a bar is worth showing."""


def progress(steps: Sequence[T]) -> Iterator[T]:
    if len(steps) < LONG or not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, file=sys.stderr) as bar:
        yield from bar
