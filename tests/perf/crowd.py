"""Many people at once, each with an assessment of their own, thinking between answers.

Everybody is on the page before the clock starts. The first seconds are left out, and afterwards the
store must hold exactly what was sent last.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from math import ceil
from pathlib import Path
from random import Random

import uvloop

from tests.perf.assessments import SEED, dimensions, empty_sheet, imported
from tests.perf.candour import candour
from tests.perf.effort import Effort
from tests.perf.floors import Floor, floor
from tests.perf.report import Figure, Rule
from tests.perf.respondents import Respondent, assess_respondent, floor_respondent
from tests.perf.servers import Server
from tests.perf.stored import compare

P95_MS = 60.0
P99_MS = 200.0

Arrival = AbstractAsyncContextManager[Respondent]


@dataclass
class Load:
    """What a crowd met: the seconds of each answer, and the server's memory at the end."""

    seconds: list[float] = field(default_factory=list)
    memory: float = 0.0

    def percentile(self, percent: int) -> float:
        """Return the smallest time that so many per cent of the answers do not exceed, in ms."""
        ordered = sorted(self.seconds)
        return ordered[ceil(len(ordered) * percent / 100) - 1] * 1000


@dataclass(frozen=True)
class Window:
    """The seconds of the loop's clock between which answers count."""

    opens: float
    closes: float


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Put the crowd on both floors, then on the product."""
    default, tuned = (on_floor(kind, effort, folder) for kind in Floor)
    return _figures(effort.people, on_product(effort, folder), default=default, tuned=tuned)


def on_floor(kind: Floor, effort: Effort, folder: Path) -> Load:
    """Let the crowd click on one of the floors."""
    with floor(kind, folder) as server:
        arrivals = [floor_respondent(server.origin) for _ in range(effort.people)]
        return uvloop.run(respond(server, effort, arrivals))


def on_product(effort: Effort, folder: Path) -> Load:
    """Let the crowd answer, spread over all dimensions, and compare the store with it."""
    identities = imported(folder, [empty_sheet(number) for number in range(effort.people)])
    sent: dict[str, dict[str, int]] = {identity: {} for identity in identities}
    with candour(folder) as server:
        arrivals = [
            assess_respondent(
                server.origin, identity, dimension, random=Random(SEED), levels=sent[identity]
            )
            for identity, dimension in zip(identities, cycle(dimensions()), strict=False)
        ]
        load = uvloop.run(respond(server, effort, arrivals))
    compare(folder, sent)
    return load


async def respond(server: Server, effort: Effort, arrivals: Sequence[Arrival]) -> Load:
    """Let everybody in, one after the other, then let all answer at their own pace."""
    load = Load()
    async with AsyncExitStack() as visits:
        present = [await visits.enter_async_context(arrival) for arrival in arrivals]
        opens = asyncio.get_running_loop().time() + effort.settle_seconds
        window = Window(opens, opens + effort.crowd_seconds)
        async with asyncio.TaskGroup() as group:
            for number, respondent in enumerate(present):
                pace = Pace(Random(SEED + number), effort.think_seconds)
                group.create_task(_answer_on(respondent, pace, window, load))
        load.memory = server.memory()
    return load


@dataclass(frozen=True)
class Pace:
    """How long one person thinks: anything up to the longest, each time drawn anew."""

    random: Random
    longest: float

    async def think(self) -> None:
        """Wait as long as the person thinks this time."""
        await asyncio.sleep(self.random.uniform(0, self.longest))


async def _answer_on(respondent: Respondent, pace: Pace, window: Window, load: Load) -> None:
    clock = asyncio.get_running_loop().time
    await pace.think()
    while (begun := clock()) < window.closes:
        seconds = await respondent.answer()
        if begun >= window.opens:
            load.seconds.append(seconds)
        await pace.think()


def _figures(people: int, load: Load, *, default: Load, tuned: Load) -> list[Figure]:
    crowd = f"{people} people"
    beside = Floor.DEFAULT.value
    return [
        Figure(
            f"{crowd}: answer, median", load.percentile(50), "ms", beside, default.percentile(50)
        ),
        Figure(
            f"{crowd}: answer, p95",
            load.percentile(95),
            "ms",
            beside,
            default.percentile(95),
            Rule.AT_MOST,
            P95_MS,
        ),
        Figure(
            f"{crowd}: answer, p99",
            load.percentile(99),
            "ms",
            beside,
            default.percentile(99),
            Rule.AT_MOST,
            P99_MS,
        ),
        Figure(f"{crowd}: answers measured", len(load.seconds), "", beside, len(default.seconds)),
        Figure(
            f"{crowd}: tuned floor, p95", tuned.percentile(95), "ms", beside, default.percentile(95)
        ),
        Figure(f"{crowd}: memory of the server", load.memory, "MB", beside, default.memory),
    ]
