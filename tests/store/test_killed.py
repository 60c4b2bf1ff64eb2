"""A process that is killed while it saves loses nothing that it said was saved."""

import random
import time
from contextlib import closing

import pytest

from dashboard.domain.answer import Answer
from dashboard.store.store import Store
from tests.store.processes import at_work, saves_without_end

ROUNDS = 6


def killed_while_saving(address: str, number: int, after: float) -> list[str]:
    """The items of which the process said that they are saved."""
    said: list[str] = []
    with at_work(saves_without_end, address, number) as (process, hearing):
        assert hearing.recv() == "open"
        time.sleep(after)
        process.kill()
        try:
            while True:
                said.append(hearing.recv())
        except EOFError:
            return said


@pytest.mark.slow
def test_every_answer_that_was_said_to_be_saved_is_there(address: str) -> None:
    chance = random.Random(1)
    said = [
        item
        for number in range(ROUNDS)
        for item in killed_while_saving(address, number, chance.uniform(0.01, 0.3))
    ]

    with closing(Store.open(address)) as store, store.read() as tx:
        stored = tx.answers.of("first")
        assert len(said) > ROUNDS
        assert set(said) <= set(stored)
        for item, answer in stored.items():
            level = 1 + int(item.rpartition(".")[2]) % 5
            (entry,) = tx.history.of("first", item)
            assert answer.answer == entry.answer == Answer.at(level)


@pytest.mark.slow
def test_a_process_killed_while_it_makes_the_tables_leaves_nothing_half_made(address: str) -> None:
    for step in range(8):
        with at_work(saves_without_end, address, 0):
            time.sleep(0.02 + 0.04 * step)

    with closing(Store.open(address)) as store, store.begin() as tx:
        assert tx.users.names(["ann", "bob"]).keys() in ({"ann", "bob"}, set())
