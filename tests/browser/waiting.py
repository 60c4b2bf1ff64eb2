"""Waiting for what a page says of itself.

`Page.wait_for_function` asks again by `eval` in the page, which the app's own policy forbids: it
fails whenever the first answer is no.
"""

from time import monotonic
from typing import Final

from playwright.sync_api import Page

PATIENCE_SECONDS: Final = 30
PAUSE_MS: Final = 40


def wait_until(page: Page, condition: str, arg: object = None) -> None:
    """Ask the page again and again until the condition, an expression or a function, holds."""
    end = monotonic() + PATIENCE_SECONDS
    while not page.evaluate(condition, arg):
        assert monotonic() < end, f"{page.url}: {condition} does not come true"
        page.wait_for_timeout(PAUSE_MS)
