"""The product under measurement: its server and its command line on a data folder of their own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.perf.servers import Server, clean_environment, free_port, serving

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "dashboard")


class CommandFailedError(Exception):
    """The command line ended with an error."""


def environment(folder: Path, database: str | None = None) -> dict[str, str]:
    """Return settings that keep all data in this folder, or in a database of that address."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    elsewhere = {"CANDOUR_DATABASE_URL": database} if database else {}
    return clean_environment(CANDOUR_DATA_DIR=str(data), **elsewhere)


@contextmanager
def candour(
    folder: Path, *, demo: bool = False, database: str | None = None, port: int | None = None
) -> Iterator[Server]:
    """Serve the product on the data of this folder."""
    port = port or free_port()
    choice = "--demo" if demo else "--no-demo"
    with serving(
        [*COMMAND, "serve", "--port", str(port), choice],
        port=port,
        folder=PROJECT,
        environment=environment(folder, database),
        log=folder / "candour.log",
    ) as server:
        yield server


def run(folder: Path, *arguments: str, database: str | None = None) -> str:
    """Run one command on the data of this folder and return what it printed."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=PROJECT,
        env=environment(folder, database),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise CommandFailedError(f"{' '.join(arguments[:2])}: {done.stderr.strip()}")
    return done.stdout
