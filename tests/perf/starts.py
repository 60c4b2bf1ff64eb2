"""From the command to the first page a person can use, in a browser with an empty cache.

The product is started twice: on nothing, with migration and demo, and on the database that left.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser

from tests.perf.candour import candour
from tests.perf.chromium import chromium, fresh_page, key_class
from tests.perf.effort import Effort
from tests.perf.floors import FLOOR_KEY, Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.servers import Server

AGAIN_TIMES = 2.0
FIRST_SECONDS = 5.0
HEADING = '[data-testid="stMain"] h1'
RADIO = f".{key_class(FLOOR_KEY)} [data-testid='stRadioOption']"


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Start floor and product in turn and take the slowest of each start."""
    with chromium() as browser:
        _seconds(browser, floor(Floor.DEFAULT, folder), RADIO)
        first = _seconds(browser, candour(folder, demo=True), HEADING)
        pairs = [
            (
                _seconds(browser, floor(Floor.DEFAULT, folder), RADIO),
                _seconds(browser, candour(folder), HEADING),
            )
            for _ in range(effort.starts)
        ]
    theirs, own = max(pairs, key=lambda pair: pair[1] / pair[0])
    return [
        Figure(
            "start to first page", own, "s", Floor.DEFAULT.value, theirs, Rule.TIMES, AGAIN_TIMES
        ),
        Figure(
            "first start, with migration and demo",
            first,
            "s",
            "",
            None,
            Rule.AT_MOST,
            FIRST_SECONDS,
        ),
    ]


def _seconds(browser: Browser, start: AbstractContextManager[Server], usable: str) -> float:
    with start as server, fresh_page(browser) as page:
        page.goto(server.origin)
        page.locator(usable).first.wait_for()
        return perf_counter() - server.asked_at
