"""The executive's page: from the address to its first useful words, beside a bare page.

Useful is the heading of the card: the band of a brand. Bare is a page as Streamlit starts it; the
one under our own settings is told beside it. The demo is what there is to see, every page is fresh,
and every server has served one before. The clock is the page's own, from the moment the address was
followed to the frame that first draws the words: a driver that asks from outside waits for the
figure below them.
"""

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests.perf.candour import candour
from tests.perf.chromium import chromium, fresh_page
from tests.perf.effort import Effort
from tests.perf.floors import Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.starts import RADIO

TIMES = 1.2
CARD = '[data-testid="stMain"] h2'
OPENINGS = 5
"""For each start of the effort."""
MS = 1000

WATCH = """() => {
  window.drawn = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(%r)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
}"""


@dataclass(frozen=True)
class Visitor:
    """A kind of browser: its name in the figures, and what Playwright opens it with."""

    name: str
    opened: dict[str, Any]


COMPUTER = Visitor("computer", {"viewport": {"width": 1280, "height": 900}})
PHONE = Visitor(
    "phone",
    {
        "viewport": {"width": 390, "height": 844},
        "user_agent": "Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0 Mobile Safari/537.36",
        "is_mobile": True,
        "has_touch": True,
        "device_scale_factor": 2,
    },
)
VISITORS = (COMPUTER, PHONE)


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Open both floors and the product in turn, in the same browser, and take the medians."""
    with (
        chromium() as browser,
        floor(Floor.DEFAULT, folder) as bare,
        floor(Floor.TUNED, folder) as tuned,
        candour(folder, demo=True) as product,
    ):
        places = ((bare.origin, RADIO), (tuned.origin, RADIO), (product.origin, CARD))
        rounds = [
            [
                [_seconds(browser, visitor, origin, wanted) for origin, wanted in places]
                for visitor in VISITORS
            ]
            for _ in range(1 + effort.starts * OPENINGS)
        ]
    figures = []
    for visitor, times in zip(VISITORS, zip(*rounds[1:], strict=True), strict=True):
        bare_time, tuned_time, own = (median(each) for each in zip(*times, strict=True))
        name = f"overview, {visitor.name}: address to first useful words"
        figures += [
            Figure(name, own, "s", Floor.DEFAULT.value, bare_time, Rule.TIMES, TIMES),
            Figure(name, own, "s", Floor.TUNED.value, tuned_time),
        ]
    return figures


def _seconds(browser: Browser, visitor: Visitor, origin: str, wanted: str) -> float:
    with fresh_page(browser, **visitor.opened) as page:
        page.add_init_script(f"({WATCH % wanted})()")
        page.goto(origin, wait_until="commit")
        drawn: float = page.evaluate("window.drawn")
        return drawn / MS
