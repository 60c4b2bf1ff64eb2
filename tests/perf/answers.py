"""One person: an answer on Assess, opening Results and running it again, beside the tuned floor.

Product and floor take turns within one run, so that both meet the same machine. Before each step
both rest: a click that comes before the last run's thread is gone waits for that thread, which no
person is quick enough to see, and which would hide most of the difference.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from statistics import median

import uvloop

from tests.perf.assessments import SEED, empty_sheet, full_sheet, imported
from tests.perf.candour import candour
from tests.perf.effort import Effort
from tests.perf.floors import Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.respondents import LANGUAGE, assess_respondent, floor_respondent
from tests.perf.servers import Server
from tests.perf.stored import compare
from tests.perf.streamlit_client import visit

ANSWER_TIMES = 3.0
OPENING_TIMES = 15.0
RERUN_TIMES = 8.0
DIMENSION = "VE1"
REST_SECONDS = 0.02

Step = Callable[[], Awaitable[float]]


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Measure answers on an empty assessment and Results on a full one."""
    empty, full = imported(folder, [empty_sheet(0), full_sheet(1)])
    levels: dict[str, int] = {}
    with floor(Floor.TUNED, folder) as beside, candour(folder) as server:
        figures = [
            uvloop.run(_answering(effort, server, beside, empty, levels)),
            uvloop.run(_opening(effort, server, beside, full)),
            uvloop.run(_rerunning(effort, server, beside, full)),
        ]
    compare(folder, {empty: levels})
    return figures


async def in_turn(ours: Step, floors: Step, *, warm_up: int, steps: int) -> tuple[float, float]:
    """Return the medians in ms of both steps, taken one after the other."""
    pairs = [(await rested(floors), await rested(ours)) for _ in range(warm_up + steps)]
    theirs, own = zip(*pairs[warm_up:], strict=True)
    return median(own) * 1000, median(theirs) * 1000


async def rested(step: Step) -> float:
    """Take the step after a short rest."""
    await asyncio.sleep(REST_SECONDS)
    return await step()


async def _answering(
    effort: Effort, server: Server, beside: Server, assessment: str, levels: dict[str, int]
) -> Figure:
    arrival = assess_respondent(
        server.origin, assessment, DIMENSION, random=Random(SEED), levels=levels
    )
    async with floor_respondent(beside.origin) as clicking, arrival as answering:
        own, theirs = await in_turn(
            answering.answer, clicking.answer, warm_up=effort.warm_up, steps=effort.answers
        )
    return _times("one answer on Assess", own, theirs, ANSWER_TIMES)


async def _opening(effort: Effort, server: Server, beside: Server, assessment: str) -> Figure:
    async def open_once() -> float:
        async with visit(server.origin, "results", assessment=assessment, lang=LANGUAGE) as opened:
            return await opened.open()

    async with floor_respondent(beside.origin) as clicking:
        own, theirs = await in_turn(
            open_once, clicking.answer, warm_up=effort.warm_up, steps=effort.openings
        )
    return _times("opening Results", own, theirs, OPENING_TIMES)


async def _rerunning(effort: Effort, server: Server, beside: Server, assessment: str) -> Figure:
    page = visit(server.origin, "results", assessment=assessment, lang=LANGUAGE)
    async with floor_respondent(beside.origin) as clicking, page as opened:
        await opened.open()
        own, theirs = await in_turn(
            opened.rerun, clicking.answer, warm_up=effort.warm_up, steps=effort.answers
        )
    return _times("a rerun of Results", own, theirs, RERUN_TIMES)


def _times(name: str, own: float, theirs: float, limit: float) -> Figure:
    return Figure(name, own, "ms", f"{Floor.TUNED.value}'s rerun", theirs, Rule.TIMES, limit)
