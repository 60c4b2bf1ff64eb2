"""A server that is killed while it saves has kept every answer that a page showed as saved.

The pages are read over their websocket, as a browser reads them: an answer counts as reported once
the message that says so has arrived. `CANDOUR_KILLS=50` kills as many servers as that.
"""

import asyncio
import os
import re
import signal
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from websockets.exceptions import ConnectionClosed

from tests.apart import run_apart
from tests.browser.furnished import document, imported
from tests.builders import data_trust
from tests.perf.streamlit_client import Visit, visit
from tests.running_server import RunningServer, serving

KILLS = int(os.environ.get("CANDOUR_KILLS", "2"))
PEOPLE = 3
SHORTEST, LONGEST = 0.1, 0.6
"""Seconds for which people answer before the server is killed."""


@dataclass
class Person:
    """What one person was told is saved, and the choice whose outcome nobody saw."""

    assessment: str
    saved: dict[str, int] = field(default_factory=dict)
    unseen: tuple[str, int] | None = None

    def may_find(self, item: str, level: int | None) -> bool:
        """A choice whose outcome was not seen was saved, or was not; nothing else may differ."""
        return level == self.saved.get(item) or (item, level) == self.unseen

    def found(self, item: str, level: int | None) -> None:
        if level is not None:
            self.saved[item] = level


@pytest.mark.slow
def test_what_was_reported_saved_survives_every_kill(tmp_path: Path) -> None:
    random = Random(2026)
    sheets = {str(number): document(f"Brand {number}", {}) for number in range(PEOPLE)}
    people = [Person(assessment) for assessment in imported(tmp_path, sheets).values()]
    lost: list[str] = []
    reported = 0
    for _ in range(KILLS):
        with serving(tmp_path) as server:
            lost += run_apart(differences(server, people))
            reported += run_apart(answer_until_killed(server, people, random))
            assert server.process.wait() == -signal.SIGKILL
    with serving(tmp_path) as server:
        lost += run_apart(differences(server, people))

    assert lost == []
    assert reported >= KILLS


async def differences(server: RunningServer, people: Sequence[Person]) -> list[str]:
    """Read every answer on the pages; what they show is what is known from then on."""
    found = []
    for person in people:
        for dimension in data_trust().dimensions:
            async with arriving(server, person, dimension.id) as page:
                await page.open()
                for item in dimension.items:
                    level = level_shown(page, item.id)
                    if not person.may_find(item.id, level):
                        found.append(f"{item.id}: {person.saved.get(item.id)} became {level}")
                    person.found(item.id, level)
        person.unseen = None
    return found


async def answer_until_killed(
    server: RunningServer, people: Sequence[Person], random: Random
) -> int:
    """Everybody answers at once until the server is gone; how many answers were reported saved."""
    tasks = [asyncio.create_task(answer(server, person, random)) for person in people]
    await asyncio.sleep(random.uniform(SHORTEST, LONGEST))
    server.process.kill()
    return sum(await asyncio.gather(*tasks))


async def answer(server: RunningServer, person: Person, random: Random) -> int:
    """Choose another level for one question after the other."""
    dimension = random.choice(data_trust().dimensions)
    reported = 0
    page: Visit | None = None
    try:
        async with arriving(server, person, dimension.id) as page:
            await page.open()
            while True:
                item = random.choice(dimension.items)
                level = random.choice([n for n in item.levels if n != person.saved.get(item.id)])
                person.unseen = (item.id, level)
                await page.choose(f"answer-{item.id}-en", level - 1)
                assert reports_saved(page, item.id, level)
                person.saved[item.id], person.unseen = level, None
                reported += 1
    except (ConnectionClosed, OSError):
        # The report may have arrived when the server was killed on its way to the end of the run.
        if page and person.unseen and reports_saved(page, *person.unseen):
            person.saved[person.unseen[0]], person.unseen = person.unseen[1], None
            reported += 1
    return reported


def arriving(server: RunningServer, person: Person, dimension: str):
    return visit(server.url, "assess", assessment=person.assessment, dimension=dimension, lang="en")


def level_shown(page: Visit, item: str) -> int | None:
    """The level that is said to be saved, below the options."""
    _, fragment = page.screen.radio(f"answer-{item}-en")
    lines = [
        shown.element.markdown.body
        for shown in page.screen.shown.values()
        if shown.fragment_id == fragment and shown.element.WhichOneof("type") == "markdown"
    ]
    found = [match for line in lines if (match := re.search(r"Saved\] Level (\d)", line))]
    return int(found[0][1]) if found else None


def reports_saved(page: Visit, item: str, level: int) -> bool:
    return level_shown(page, item) == level
