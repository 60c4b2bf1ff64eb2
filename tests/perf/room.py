"""A room full of phones: everybody rates alone while a facilitator's screen follows.

The phones do what a browser without scripts does. What they were told is stored is compared with
what the workshop shows once it is revealed, level by level.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from random import Random

import uvloop

from tests.conftest import NO_POSTGRES, found_postgres
from tests.perf.assessments import SEED
from tests.perf.candour import PROJECT
from tests.perf.effort import Effort
from tests.perf.house import House, house
from tests.perf.report import Figure, Rule
from tests.perf.servers import Server, clean_environment, free_port, serving
from tests.perf.streamlit_client import visit
from tests.phone import Answered, Phone
from tests.postgres import running_postgres
from tests.raters_by_phone import Rater

P95_MS = 25.0
AT_ONCE_P95_MS = 500.0
SCREEN_SECONDS = 2.0
TOGETHER_SECONDS = 2.0
LOOK_SECONDS = 2.0
PAUSE_SECONDS = (2.0, 10.0)

Round = Callable[[House, Effort, "Met"], Coroutine[None, None, list[Rater]]]


@dataclass
class Met:
    """What everybody met: the seconds of each page, each post and each look of the facilitator."""

    pages: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)

    def take(self, phone: Phone) -> None:
        self.pages += phone.pages
        self.posts += phone.posts


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """The same room on both databases, everybody at once, and a whole company on PostgreSQL."""
    programs = found_postgres()
    if programs is None:
        raise RuntimeError(NO_POSTGRES)
    bare, page, post = floors = _floors(effort, folder / "floors")
    figures = [*floors, *_room("SQLite", effort, folder / "sqlite", None, page, post)]
    with running_postgres(programs) as postgres:
        url = postgres.create_database()
        figures += _room("PostgreSQL", effort, folder / "postgresql", url, page, post)
        figures += _company(effort, folder / "company", postgres.create_database(), bare)
    return figures


def _room(
    name: str, effort: Effort, folder: Path, database: str | None, page: Figure, post: Figure
) -> list[Figure]:
    calm, raters = _held(_one_evening, effort, folder, effort.phones, database)
    rush, _ = _held(_all_at_once, effort, folder, effort.phones, database)
    who = f"{effort.phones} phones, {name}"
    return [
        _at_most(f"{who}: page, p95", calm.pages, P95_MS, page),
        _at_most(f"{who}: post, p95", calm.posts, P95_MS, post),
        _at_most(f"{who}: all join at once, p95", rush.pages, AT_ONCE_P95_MS, page),
        _at_most(f"{who}: all post at once, p95", rush.posts, AT_ONCE_P95_MS, post),
        _screen(f"{who}: the facilitator's screen, slowest", calm.looks),
        Figure(f"{who}: ratings stored", sum(len(one.acknowledged) for one in raters), ""),
    ]


def _company(effort: Effort, folder: Path, database: str, bare: Figure) -> list[Figure]:
    met, raters = _held(_one_day, effort, folder, effort.company, database)
    who = f"{effort.company} phones, PostgreSQL"
    stored = sum(len(one.acknowledged) for one in raters)
    return [
        Figure(f"{who}: page, p95", _p95(met.pages), "ms", "bare page", bare.value),
        Figure(f"{who}: ratings stored", stored, ""),
    ]


def _held(
    held: Round, effort: Effort, folder: Path, people: int, database: str | None
) -> tuple[Met, list[Rater]]:
    """Hold a round in a house of its own, and compare what it kept."""
    met = Met()
    with house(folder / held.__name__, people=people, database=database) as here:
        raters = uvloop.run(held(here, effort, met))
        here.compare(raters)
    for rater in raters:
        met.take(rater.phone)
    return met, raters


async def _one_evening(here: House, effort: Effort, met: Met) -> list[Rater]:
    """Everybody joins within a minute and takes their time, while the facilitator looks on."""
    return await _walked(here, effort, met, people=effort.phones, arrival=effort.arrival_seconds)


async def _one_day(here: House, effort: Effort, met: Met) -> list[Rater]:
    """A whole company, one after the other."""
    return await _walked(here, effort, met, people=effort.company, arrival=effort.company_seconds)


async def _walked(
    here: House, effort: Effort, met: Met, *, people: int, arrival: float
) -> list[Rater]:
    shortest, longest = (seconds * effort.pause for seconds in PAUSE_SECONDS)

    async def walk(rater: Rater) -> None:
        await asyncio.sleep(rater.random.uniform(0, arrival))
        shown = await rater.join()
        await rater.rate(shown, lambda: asyncio.sleep(rater.random.uniform(shortest, longest)))

    raters = _raters(here, people)
    looking = asyncio.create_task(_look_on(here, met))
    await _everybody(raters, walk)
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking
    return raters


async def _all_at_once(here: House, effort: Effort, met: Met) -> list[Rater]:
    """Everybody joins within two seconds, then everybody hands in a page within two."""
    first: dict[str, Answered] = {}

    async def join(rater: Rater) -> None:
        await asyncio.sleep(rater.random.uniform(0, TOGETHER_SECONDS))
        first[rater.name] = await rater.join()

    async def hand_in(rater: Rater) -> None:
        await asyncio.sleep(rater.random.uniform(0, TOGETHER_SECONDS))
        await rater.rate_page(first[rater.name])

    raters = _raters(here, effort.phones)
    await _everybody(raters, join)
    for rater in raters:
        met.pages += [*rater.phone.pages, *rater.phone.posts]
        rater.phone.pages, rater.phone.posts = [], []
    await _everybody(raters, hand_in)
    return raters


def _raters(here: House, people: int) -> list[Rater]:
    return [
        Rater(Phone(here.server.origin), here.code, Random(SEED + n), name=str(n))
        for n in range(people)
    ]


async def _everybody(raters: Sequence[Rater], does: Callable[[Rater], Awaitable[None]]) -> None:
    async def alone(rater: Rater) -> None:
        async with rater.phone:
            await does(rater)

    async with asyncio.TaskGroup() as group:
        for rater in raters:
            group.create_task(alone(rater))


async def _look_on(here: House, met: Met) -> None:
    """The facilitator's open page asks for its count again and again, as it tells the browser."""
    query = {"workshop": here.workshop, "lang": "en"}
    async with visit(here.server.origin, "workshop", **query) as screen:
        await screen.open()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            met.looks.append(await screen.follow())


def _floors(effort: Effort, folder: Path) -> list[Figure]:
    """Two pages that know nothing, under as many phones."""
    folder.mkdir(parents=True, exist_ok=True)
    with _plain_server(folder) as server:
        bare = uvloop.run(_browse(server.origin, "/bare", effort))
        route = uvloop.run(_browse(server.origin, "/join/ANY", effort))
    return [
        Figure("bare Starlette page, p95", _p95(bare.pages), "ms"),
        Figure("the same route without work: page, p95", _p95(route.pages), "ms"),
        Figure("the same route without work: post, p95", _p95(route.posts), "ms"),
    ]


@contextmanager
def _plain_server(folder: Path) -> Iterator[Server]:
    port = free_port()
    words = ("tests.perf.plain_app:app", "--port", str(port), "--log-level", "warning")
    with serving(
        [sys.executable, "-m", "uvicorn", *words],
        port=port,
        folder=PROJECT,
        environment=clean_environment(),
        log=folder / "plain.log",
    ) as server:
        yield server


async def _browse(origin: str, address: str, effort: Effort) -> Met:
    met = Met()

    async def once(number: int) -> None:
        async with Phone(origin) as phone:
            await asyncio.sleep(Random(number).uniform(0, effort.settle_seconds))
            shown = await phone.open(address)
            for form in shown.forms:
                await phone.submit(shown, form, {"any": "1"}, None)
            met.take(phone)

    await asyncio.gather(*(once(number) for number in range(effort.phones)))
    return met


def _at_most(name: str, seconds: Sequence[float], limit: float, beside: Figure) -> Figure:
    value = beside.value
    return Figure(name, _p95(seconds), "ms", "without work", value, Rule.AT_MOST, limit)


def _screen(name: str, looks: Sequence[float]) -> Figure:
    return Figure(name, max(looks), "s", rule=Rule.AT_MOST, limit=SCREEN_SECONDS)


def _p95(seconds: Sequence[float]) -> float:
    ordered = sorted(seconds)
    return ordered[ceil(len(ordered) * 0.95) - 1] * 1000
