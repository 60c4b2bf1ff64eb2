"""A bar for long work on a terminal; nothing where the output goes elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import click

T = TypeVar("T")

LONG: Final = 20
"""Steps from which a bar is worth showing."""

ERASE: Final = "\r\033[K"
"""Back to the beginning of the line, and nothing on it (ECMA-48, EL)."""


def progress(steps: Sequence[T]) -> Iterator[T]:
    if len(steps) < LONG or not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def say(text: object, *, err: bool = False) -> None:
    """Print a line while a bar may be shown: the line takes its place, and it comes again below."""
    if sys.stderr.isatty():
        click.echo(ERASE, nl=False, err=True)
    click.echo(text, err=err)
