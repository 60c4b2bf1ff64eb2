"""A server that is killed while a room rates has kept every page that it acknowledged.

`CANDOUR_KILLS=10` kills as many servers as that; of more, a room would be done before the last.
"""

import asyncio
import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.apart import run_apart
from tests.browser.furnished import command, document, imported
from tests.phone import ConnectionLostError, Phone
from tests.raters_by_phone import Rater, tallied
from tests.running_server import RunningServer, serving

KILLS = min(int(os.environ.get("CANDOUR_KILLS", "2")), 10)
PEOPLE = min(12 * KILLS, 48)
"""So many that some still rate when the last server is killed."""
SHORTEST, LONGEST = 0.05, 0.4
"""Seconds for which the room rates before the server is killed."""


@pytest.mark.slow
def test_every_acknowledged_page_survives_every_kill_and_everyone_goes_on(tmp_path: Path) -> None:
    random = Random(2026)
    (assessment,) = imported(tmp_path, {"it": document("Killed brand", {})}).values()
    code = json.loads(command(tmp_path, "workshop", "open", assessment, "--json"))["code"]
    raters = [Rater(Phone(""), code, Random(number)) for number in range(PEOPLE)]

    for _ in range(KILLS):
        with serving(tmp_path) as server:
            run_apart(rate_until_killed(server, raters, random.uniform(SHORTEST, LONGEST)))
            assert server.process.wait() == -signal.SIGKILL
    before_the_end = sum(rater.finished for rater in raters)
    with serving(tmp_path) as server:
        run_apart(rate_to_the_end(server, raters))

    for step in ("lock", "reveal"):
        command(tmp_path, "workshop", step, code)
    items = json.loads(command(tmp_path, "workshop", "status", code, "--json"))["items"]
    assert before_the_end < PEOPLE
    assert all(rater.finished for rater in raters)
    assert {item: one["counts"] for item, one in items.items()} == tallied(raters)


async def rate_until_killed(server: RunningServer, raters: Sequence[Rater], seconds: float) -> None:
    rating = [asyncio.create_task(rate_while_it_lasts(server, rater)) for rater in raters]
    await asyncio.sleep(seconds)
    server.process.kill()
    await asyncio.gather(*rating)


async def rate_while_it_lasts(server: RunningServer, rater: Rater) -> None:
    try:
        await go_on(server, rater)
    except ConnectionLostError:
        return


async def rate_to_the_end(server: RunningServer, raters: Sequence[Rater]) -> None:
    await asyncio.gather(*(go_on(server, rater) for rater in raters))


async def go_on(server: RunningServer, rater: Rater) -> None:
    if rater.finished:
        return
    rater.phone.origin = server.url
    async with rater.phone:
        await rater.go_on()
