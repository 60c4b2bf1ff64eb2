"""People who answer: on the floor's one radio, or through the questions of an assessment.

A respondent never chooses what is chosen already, since a browser would send nothing then, and
notes the last choice of each question so that the store can be compared with it.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count, cycle
from random import Random
from typing import Protocol

from tests.perf.assessments import LEVELS, dimensions
from tests.perf.floors import FLOOR_KEY
from tests.perf.streamlit_client import Visit, visit

LANGUAGE = "en"


class Respondent(Protocol):
    """Somebody on an open page who can give one more answer."""

    async def answer(self) -> float:
        """Give an answer and return the seconds until the page shows it."""
        ...


class FloorRespondent:
    """Clicks through the options of the floor."""

    def __init__(self, opened: Visit) -> None:
        self._visit = opened
        self._clicks = count()

    async def answer(self) -> float:
        """Choose the next option."""
        return await self._visit.choose(FLOOR_KEY, next(self._clicks) % LEVELS)


class AssessRespondent:
    """Answers the questions of one dimension in turn, each time with another level."""

    def __init__(
        self, opened: Visit, dimension: str, *, random: Random, levels: dict[str, int]
    ) -> None:
        self._visit = opened
        self._items = cycle(dimensions()[dimension])
        self._random = random
        self._levels = levels

    async def answer(self) -> float:
        """Choose another level for the next question."""
        item = next(self._items)
        others = [level for level in range(1, LEVELS + 1) if level != self._levels.get(item)]
        level = self._random.choice(others)
        seconds = await self._visit.choose(f"answer-{item}-{LANGUAGE}", level - 1)
        self._levels[item] = level
        return seconds


@asynccontextmanager
async def floor_respondent(origin: str) -> AsyncIterator[FloorRespondent]:
    """Open the floor's page."""
    async with visit(origin) as opened:
        await opened.open()
        yield FloorRespondent(opened)


@asynccontextmanager
async def assess_respondent(
    origin: str, assessment: str, dimension: str, *, random: Random, levels: dict[str, int]
) -> AsyncIterator[AssessRespondent]:
    """Open the page of one dimension; `levels` receives what is sent."""
    query = {"assessment": assessment, "dimension": dimension, "lang": LANGUAGE}
    async with visit(origin, "assess", **query) as opened:
        await opened.open()
        yield AssessRespondent(opened, dimension, random=random, levels=levels)
