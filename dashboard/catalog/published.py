"""Published versions never change: their digests stand in `published.sha256`, and are kept here.

A line is `<sha256>  <id>/<version>`. A digest covers the names and the text of all YAML files of
the folder; line ends do not count, so that a checkout on any system has the same one.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from dashboard.domain.problem import Problem

PUBLISHED = "published.sha256"


def digest(folder: Path) -> str:
    total = sha256()
    for file in sorted(filter(Path.is_file, folder.glob("*.yaml"))):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{file.name} {sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def check_published(root: Path, *, only: str | None = None) -> Iterator[Problem]:
    """Compare what `root` says is published, or `only` one `<id>/<version>`, with what is there."""
    register = root / PUBLISHED
    if not register.is_file():
        return
    try:
        lines = register.read_text("utf-8", "replace").splitlines()
    except OSError as error:
        yield Problem(file=register, message=f"cannot be read: {error.strerror}")
        return
    for number, line in enumerate(lines, start=1):
        message: str | None
        recorded, _, version = line.partition("  ")
        if not line.strip() or only not in {None, version}:
            continue
        folder = root / version
        if not version or Path(version).is_absolute() or ".." in Path(version).parts:
            message = "is not a line of the form <sha256>  <id>/<version>"
        else:
            message = _change(folder, version, recorded)
        if message:
            yield Problem(file=register, line=number, message=message)


def _change(folder: Path, version: str, recorded: str) -> str | None:
    """What is wrong with a published folder, if anything."""
    try:
        if not folder.is_dir():
            return f"{version} is published, but its folder is not there"
        if digest(folder) == recorded:
            return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return f"{version} is published, but cannot be read: {reason}"
    return f"{version} is published and has changed: undo it, or make a new version"
