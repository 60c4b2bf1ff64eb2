"""A real Chromium, and how long a person waits between a click and what it brings.

The clock is the page's own. It starts with the trusted click event and stops in the frame that
first draws the awaited text, so the driver's own delays are outside.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from tests.chromium import NO_BROWSER, found_chromium, running_chromium

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
    """Start this machine's Chromium.

    Raises:
        NoBrowserError: None was found.
    """
    program = found_chromium()
    if program is None:
        raise NoBrowserError(NO_BROWSER)
    with running_chromium(program) as browser:
        yield browser


@contextmanager
def fresh_page(browser: Browser, **opened: Any) -> Iterator[Page]:
    """Open a page with an empty cache; `opened` is what Playwright's contexts take."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | opened)
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
