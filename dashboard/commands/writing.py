"""A file that a command makes: there as a whole or not at all, and never in another's place."""

import os
import tempfile
from pathlib import Path

from dashboard.commands.refusing import Stopped


def write_new(path: Path, content: bytes) -> None:
    """Write to a file of another name first; `Stopped` if this one is there or cannot be made."""
    try:
        _refuse_if_there(path)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            _refuse_if_there(path)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise Stopped(f"{path}: cannot be written: {error.strerror or error}") from error


def _refuse_if_there(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise Stopped(f"{path} is there already and stays as it is; give another name")
