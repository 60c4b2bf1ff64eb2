"""A real Chromium, and how long a person waits between a click and what it brings.

The clock is the page's own. It starts with the trusted click event and stops in the frame that
first draws the awaited text, so the driver's own delays are outside.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE_MS = 20_000

ARM = """([region, wanted]) => {
  window.measured = new Promise((resolve) => {
    document.addEventListener("click", (event) => {
      const shown = () => {
        if (!document.querySelector(region)?.textContent.includes(wanted)) return false;
        requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
        return true;
      };
      const observer = new MutationObserver(() => { if (shown()) observer.disconnect(); });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }, { capture: true, once: true });
  });
}"""


class NoBrowserError(Exception):
    """No Chromium was found on this machine."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium: the one named in CANDOUR_CHROMIUM, or the first one installed."""
    program = os.environ.get("CANDOUR_CHROMIUM") or _installed()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """Open a page with an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield context.new_page()
    finally:
        context.close()


def options(page: Page, key: str) -> Locator:
    """Return the options of the radio with this key."""
    return page.locator(f".{key_class(key)}").get_by_test_id("stRadioOption")


def key_class(key: str) -> str:
    """Return the class Streamlit gives the element of a key."""
    return "st-key-" + "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in key)


def click_until(option: Locator, *, region: str, wanted: str) -> float:
    """Click and return the milliseconds until the region's text first contains what is wanted."""
    page = option.page
    option.scroll_into_view_if_needed()
    page.evaluate(ARM, [region, wanted])
    option.click()
    return float(page.evaluate("() => window.measured"))


def _installed() -> str:
    for program in PROGRAMS:
        if path := shutil.which(program):
            return path
    raise NoBrowserError(
        f"none of {', '.join(PROGRAMS)} is installed; name one in CANDOUR_CHROMIUM"
    )
