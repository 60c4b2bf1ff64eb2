"""The two floors: the one-radio page as Streamlit starts it, and under the product's own settings.

Each runs in a fresh folder with a fresh home, so that no configuration file reaches it.
"""

import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from tests.perf.candour import PROJECT
from tests.perf.servers import Server, clean_environment, free_port, serving

FLOOR_KEY = "answer-floor"
FLOOR_APP = Path(__file__).with_name("floor_app.py")
CONFIG = PROJECT / ".streamlit" / "config.toml"
SPEED = (("server", "fileWatcherType"), ("runner", "postScriptGC"))
QUIET = ("--server.headless=true", "--browser.gatherUsageStats=false")


class Floor(Enum):
    """Which settings the floor runs under."""

    DEFAULT = "default floor"
    TUNED = "tuned floor"

    @property
    def options(self) -> tuple[str, ...]:
        """Return the command line options that make the difference."""
        if self is Floor.DEFAULT:
            return ()
        ours = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
        return tuple(
            f"--{section}.{name}={_spelled(ours[section][name])}" for section, name in SPEED
        )


@contextmanager
def floor(kind: Floor, folder: Path) -> Iterator[Server]:
    """Serve the floor app from an empty folder inside the given one."""
    home = folder / kind.name.lower()
    home.mkdir(parents=True, exist_ok=True)
    script = shutil.copy(FLOOR_APP, home / "app.py")
    port = free_port()
    address = (f"--server.port={port}", "--server.address=127.0.0.1")
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    with serving(
        [*command, *address, *QUIET, *kind.options],
        port=port,
        folder=home,
        environment=clean_environment(HOME=str(home)),
        log=home / "server.log",
    ) as server:
        yield server


def _spelled(value: object) -> str:
    """Return a setting as the command line takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
