"""Plans: the best one of few and of many items, and one tick of a step on the page.

Each plan is another one, as the page keeps what it was asked before.
"""

from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import uvloop

from dashboard.domain.plan import Plan, best_plan
from dashboard.domain.wish import Wish
from tests.domain.large import large
from tests.perf.answers import rested
from tests.perf.candour import PROJECT, candour, run
from tests.perf.effort import Effort
from tests.perf.report import Figure, Rule
from tests.perf.respondents import LANGUAGE
from tests.perf.servers import Server
from tests.perf.streamlit_client import visit

SECONDS: Final = {36: 1, 180: 10, 300: 10}
"""Items, to what a plan for them may take."""
POINTS: Final = (0.5, 1, 2)
"""Budgets, for each item."""
TICK_MILLISECONDS: Final = 100
WORKED: Final = PROJECT / "docs" / "examples" / "worked-brand.json"
TICKED: Final = ("ST4.1", "ST1.2")
"""Two of the steps that come first, tried in turn."""


class PlanUnprovenError(Exception):
    """The plan that was measured is not the best one."""


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Plan in this process, and tick on the page of a server."""
    figures = [_planning(effort, items, limit) for items, limit in SECONDS.items()]
    assessment = run(folder, "import", str(WORKED)).strip()
    with candour(folder) as server:
        return [*figures, *uvloop.run(_ticking(effort, server, assessment))]


def _planning(effort: Effort, items: int, limit: float) -> Figure:
    """The slowest of several; the first loads the libraries that are needed, as for a person."""
    wishes = [
        *(
            Wish(budget=points * items, band_first=first)
            for points in POINTS
            for first in (True, False)
        ),
        Wish(band="managed"),
    ]
    taken = [
        _planned(items, seed, wish) for seed in range(max(effort.starts, 2)) for wish in wishes
    ]
    return Figure(f"best plan of {items} items", max(taken), "s", rule=Rule.AT_MOST, limit=limit)


def _planned(items: int, seed: int, wish: Wish) -> float:
    many = large(items, seed, weighted=seed % 2 == 1)
    start = perf_counter()
    plan = best_plan(many.questionnaire, many.answers, wish, many.efforts)
    seconds = perf_counter() - start
    if not isinstance(plan, Plan) or plan.unproven is not None:
        raise PlanUnprovenError(f"{items} items, seed {seed}, {wish}")
    return seconds


async def _ticking(effort: Effort, server: Server, assessment: str) -> list[Figure]:
    async with visit(server.origin, "plan", assessment=assessment, lang=LANGUAGE) as opened:
        await opened.open()
        ticks = [
            await rested(partial(opened.tick, f"try-{item}-{LANGUAGE}"))
            for _ in range((effort.warm_up + effort.answers) // len(TICKED))
            for item in TICKED
        ]
    ticks = sorted(1000 * seconds for seconds in ticks[effort.warm_up :])
    p95 = ticks[int(0.95 * len(ticks))]
    return [
        Figure("one tick on Plan, median", median(ticks), "ms"),
        Figure("one tick on Plan, p95", p95, "ms", rule=Rule.AT_MOST, limit=TICK_MILLISECONDS),
    ]
