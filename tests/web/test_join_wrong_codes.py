"""Who guesses codes waits longer and longer; who has the right one never does."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.web.brake import FREE, LONGEST_SECONDS, MOST_WAITING, WINDOW_SECONDS, Brake
from tests.apart import run_apart
from tests.phone import Answered
from tests.running_server import serving
from tests.web.browser import form_of
from tests.web.host import Host

GUESSES = 120
SOON = 1.0
"""Seconds within which a right code is served beside any number of wrong ones."""


@pytest.fixture
def besieged(tmp_path: Path) -> Iterator[Host]:
    with serving(tmp_path) as server:
        host = Host.of(server)
        yield host
        host.store.close()


def test_only_wrong_codes_wait_and_beyond_a_number_they_are_sent_away(besieged: Host) -> None:
    host, workshop = besieged, besieged.workshop()

    def guess(number: int) -> Answered:
        return host.phone().get(f"/join/{'ACDEFGHJ'[: number % 8]}{'X' * (8 - number % 8)}")

    with ThreadPoolExecutor(GUESSES) as crowd:
        guesses = [crowd.submit(guess, number) for number in range(GUESSES)]
        phone = host.phone()
        invitation = phone.get(f"/join/{workshop.code}")
        page = phone.press(invitation)
        question = phone.follow(page)
        stored = phone.press(question, {"ST3.1": "2"})
        found = [guess.result() for guess in guesses]

    right = [invitation, page, question, stored]
    assert [one.status for one in right] == [200, 303, 200, 303]
    assert max(one.seconds for one in right) < SOON
    assert {one.status for one in found} == {404, 429}
    assert max(one.seconds for one in found if one.status == 404) > SOON
    refused = next(one for one in found if one.status == 429)
    assert "Too many wrong codes" in refused.text
    assert refused.headers["retry-after"] == "60"
    assert form_of(invitation).action == f"/join/{workshop.code}"


def test_whoever_mistypes_is_answered_at_once_and_leaves_no_address(besieged: Host) -> None:
    phone = besieged.phone(**{"X-Forwarded-For": "203.0.113.77"})
    answers = [phone.get("/join/ACDEFGHX") for _ in range(5)]

    assert {one.status for one in answers} == {404}
    assert max(one.seconds for one in answers) < SOON
    assert "203.0.113" not in besieged.everything_stored() + besieged.server.log
    assert not re.search(r"ACDEFGHX", besieged.server.log)


class Clock:
    shows = 0.0

    def __call__(self) -> float:
        return self.shows


def test_the_wait_grows_with_the_wrong_codes_of_a_minute_and_has_an_end() -> None:
    clock = Clock()
    brake = Brake(clock)

    waits = [brake.count() for _ in range(200)]

    assert waits[:FREE] == [0.0] * FREE
    assert waits == sorted(waits)
    assert waits[FREE] > 0
    assert waits[-1] == LONGEST_SECONDS
    clock.shows = WINDOW_SECONDS
    assert brake.count() == 0.0


def test_the_count_does_not_grow_without_end() -> None:
    brake = Brake(Clock())

    for _ in range(5_000):
        brake.count()

    assert len(brake.wrong) <= 1_000


def test_whoever_waited_makes_room_even_if_they_hang_up() -> None:
    async def besiege() -> tuple[int, bool, int]:
        brake = Brake(Clock())
        for _ in range(100):
            brake.count()
        waiting = [asyncio.create_task(brake.slow_down()) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        held, let_in = brake.waiting, await brake.slow_down()
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        return held, let_in, brake.waiting

    assert run_apart(besiege()) == (MOST_WAITING, False, 0)
