"""The executive's page: from the address to its first useful words, beside a bare page.

Useful is the heading of the card: the band of a brand. The demo is what there is to see, every
page is fresh, and both servers have served one before. The caches of the browser stay empty.
"""

from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser

from tests.perf.candour import candour
from tests.perf.chromium import chromium, fresh_page
from tests.perf.effort import Effort
from tests.perf.floors import Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.starts import RADIO

TIMES = 1.2
CARD = '[data-testid="stMain"] h2'


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Open the floor and the product in turn, in the same browser, and take the medians."""
    with (
        chromium() as browser,
        floor(Floor.TUNED, folder) as bare,
        candour(folder, demo=True) as product,
    ):
        places = ((bare.origin, RADIO), (product.origin, CARD))
        pairs = [_pair(browser, places) for _ in range(1 + effort.starts * 4)][1:]
    theirs, own = (median(times) for times in zip(*pairs, strict=True))
    name = "overview: address to first useful words"
    return [Figure(name, own, "s", Floor.TUNED.value, theirs, Rule.TIMES, TIMES)]


def _pair(browser: Browser, places: tuple[tuple[str, str], ...]) -> list[float]:
    return [_seconds(browser, origin, wanted) for origin, wanted in places]


def _seconds(browser: Browser, origin: str, wanted: str) -> float:
    with fresh_page(browser) as page:
        asked_at = perf_counter()
        page.goto(origin, wait_until="commit")
        page.locator(wanted).first.wait_for()
        return perf_counter() - asked_at
