"""The executive's page: from the address to its first useful words, beside a bare page.

Useful is the heading of the card: the band of a brand. The demo is what there is to see, every
page is fresh, and both servers have served one before. The clock is the page's own, from the
moment the address was followed to the frame that first draws the words: a driver that asks from
outside waits for the figure below them.
"""

from pathlib import Path
from statistics import median

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


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Open the floor and the product in turn, in the same browser, and take the medians."""
    with (
        chromium() as browser,
        floor(Floor.TUNED, folder) as bare,
        candour(folder, demo=True) as product,
    ):
        places = ((bare.origin, RADIO), (product.origin, CARD))
        rounds = [
            [_seconds(browser, origin, wanted) for origin, wanted in places]
            for _ in range(1 + effort.starts * OPENINGS)
        ]
    theirs, own = (median(times) for times in zip(*rounds[1:], strict=True))
    name = "overview: address to first useful words"
    return [Figure(name, own, "s", Floor.TUNED.value, theirs, Rule.TIMES, TIMES)]


def _seconds(browser: Browser, origin: str, wanted: str) -> float:
    with fresh_page(browser) as page:
        page.add_init_script(f"({WATCH % wanted})()")
        page.goto(origin, wait_until="commit")
        drawn: float = page.evaluate("window.drawn")
        return drawn / MS
