"""A real Chromium for tests and measurements: which one, and how it is started."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, sync_playwright

PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER: Final = (
    "no Chromium found: install chromium (Debian: apt-get install chromium fonts-noto-cjk) "
    "or name it in CANDOUR_CHROMIUM"
)
REBOUND: Final = "rebound.example"
"""A foreign name that leads this browser to this machine, as a rebinding attacker's would."""

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1",
)


def found_chromium() -> str | None:
    """The Chromium named in CANDOUR_CHROMIUM, else the first one installed."""
    for name in filter(None, (os.environ.get("CANDOUR_CHROMIUM"), *PROGRAMS)):
        if path := shutil.which(name):
            return path
    return None


@contextmanager
def running_chromium(program: str) -> Iterator[Browser]:
    """A headless Chromium until the block ends."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
