"""Files that commands make: there as a whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import click

from dashboard.commands.refusing import Stopped

OUT = click.Path(dir_okay=False, readable=False, path_type=Path)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; `Stopped` if it is, or cannot be made."""
    with _told_of(path):
        _refuse_if_there(path)
        with _written_aside(path, content) as partial:
            _refuse_if_there(path)
            partial.replace(path)


def write_over(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that is there; what is no file, as a pipe, is written to.

    `Stopped` if it cannot be written; what was there is as it was then.
    """
    with _told_of(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        with _written_aside(target, content) as partial:
            if target.exists():
                shutil.copymode(target, partial)
            partial.replace(target)


@contextmanager
def _written_aside(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a file of another name beside it, which is gone afterwards."""
    partial = path.with_name(f".{path.name}.{token_hex(4)}.partial")
    try:
        with partial.open("xb") as file:
            file.write(content)
        yield partial
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Stopped(f"{path}: cannot be written: {error.strerror or error}") from error


def _refuse_if_there(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise Stopped(f"{path} is there already and stays as it is; give another name")
