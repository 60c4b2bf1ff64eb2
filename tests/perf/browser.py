"""What a person sees: from the click on an option to the word that says it is saved.

Every click of the product is the first answer to a question: only then does the word appear.
"""

from collections.abc import Iterator
from itertools import count, islice
from math import ceil
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from tests.perf.assessments import LEVELS, dimensions, empty_sheet, imported
from tests.perf.candour import candour
from tests.perf.chromium import chromium, click_until, fresh_page, key_class, options
from tests.perf.effort import Effort
from tests.perf.floors import FLOOR_KEY, Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.respondents import LANGUAGE
from tests.perf.servers import Server

SAVED_TIMES = 0.8
SAVED = "Saved"
WARM_UP = 6
FLOOR_LINE = '[data-testid="stText"]'
CARD = '[data-testid="stVerticalBlock"]:has(> .{key})'


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Click on the default floor and on the product in the same browser, one after the other."""
    with chromium() as browser:
        default = _on_floor(browser, Floor.DEFAULT, effort.clicks, folder)
        tuned = _on_floor(browser, Floor.TUNED, effort.clicks, folder)
        own = _on_product(browser, effort.clicks, folder)
    name = "browser: click to text"
    return [
        Figure(
            "browser: click to Saved",
            own,
            "ms",
            Floor.DEFAULT.value,
            default,
            Rule.TIMES,
            SAVED_TIMES,
        ),
        Figure(f"{name} on the tuned floor", tuned, "ms", Floor.DEFAULT.value, default),
    ]


def _on_floor(browser: Browser, kind: Floor, clicks: int, folder: Path) -> float:
    with floor(kind, folder) as server, fresh_page(browser) as page:
        page.goto(server.origin)
        return median(list(islice(_floor_clicks(page), WARM_UP + clicks))[WARM_UP:])


def _floor_clicks(page: Page) -> Iterator[float]:
    for click in count():
        option = options(page, FLOOR_KEY).nth(click % LEVELS)
        yield click_until(option, region=FLOOR_LINE, wanted=option.inner_text())


def _on_product(browser: Browser, clicks: int, folder: Path) -> float:
    questions = sum(len(items) for items in dimensions().values())
    sheets = [empty_sheet(number) for number in range(ceil((WARM_UP + clicks) / questions))]
    assessments = imported(folder, sheets)
    with candour(folder) as server, fresh_page(browser) as page:
        first_answers = _first_answers(page, server, assessments)
        return median(list(islice(first_answers, WARM_UP + clicks))[WARM_UP:])


def _first_answers(page: Page, server: Server, assessments: list[str]) -> Iterator[float]:
    for assessment in assessments:
        for dimension, items in dimensions().items():
            query = {"assessment": assessment, "dimension": dimension, "lang": LANGUAGE}
            page.goto(f"{server.origin}/assess?{urlencode(query)}")
            for number, item in enumerate(items):
                key = f"answer-{item}-{LANGUAGE}"
                region = CARD.format(key=key_class(key))
                option = options(page, key).nth(number % LEVELS)
                yield click_until(option, region=region, wanted=SAVED)
