"""A process that is killed while it saves loses nothing that it said was saved."""

import random
import subprocess
import sys
import time
from contextlib import closing

import pytest

from dashboard.domain.answer import Answer
from dashboard.store.store import Store

ROUNDS = 6


def killed_while_saving(address: str, number: int, after: float) -> list[str]:
    """The items of which the process said that they are saved."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.saving", address, str(number)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        time.sleep(after)
        process.kill()
        said = process.stdout.read()
    return said[: said.rfind("\n") + 1].split()


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
        with subprocess.Popen(
            [sys.executable, "-m", "tests.store.saving", address, "0"], stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(0.25 + 0.06 * step)
            process.kill()

    with closing(Store.open(address)) as store, store.begin() as tx:
        assert tx.users.names(["ann", "bob"]).keys() in ({"ann", "bob"}, set())
