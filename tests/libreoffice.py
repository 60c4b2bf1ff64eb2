"""A real LibreOffice for tests: which one, and how it turns many files into others at once."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PROGRAMS: Final = ("soffice", "libreoffice")
NO_LIBREOFFICE: Final = (
    "no LibreOffice found: install it (Debian: apt-get install libreoffice-calc-nogui "
    "libreoffice-impress-nogui) or name soffice in CANDOUR_SOFFICE"
)
PATIENCE: Final = 240
"""Seconds."""


def found_libreoffice() -> str | None:
    """The program named in CANDOUR_SOFFICE, else the first one installed."""
    for name in filter(None, (os.environ.get("CANDOUR_SOFFICE"), *PROGRAMS)):
        if path := shutil.which(name):
            return path
    return None


def converted(program: str, files: Sequence[Path], to: str, folder: Path) -> None:
    """Turn files into another format, all in one call, with a profile that nobody else uses."""
    profile = (folder / "profile").resolve().as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", to]
    done = subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
