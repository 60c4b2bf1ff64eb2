"""What other processes do with a store, and how they are started.

They are forked from a process that has imported the store and opened nothing: they begin at the
same moment, and none of them spends its time starting Python. They import this module, so it
imports no more than they need.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from typing import TypeVar

from dashboard.domain.answer import Answer
from dashboard.store.store import Store
from tests.store.rows import fill, save
from tests.store.tallies import content

Told = TypeVar("Told")


def each_in_a_process(work: Callable[..., Told], *told: Sequence[object]) -> list[Told]:
    """What the work returns in each process; none begins before all are there."""
    context, count = _starting(), len(told[0])
    all_there = context.Barrier(count).wait
    with ProcessPoolExecutor(count, mp_context=context, initializer=all_there) as pool:
        return list(pool.map(work, *told))


@contextmanager
def at_work(work: Callable[..., None], *told: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process and what can be heard of it, as its last argument; killed at the end."""
    hearing, saying = multiprocessing.Pipe(duplex=False)
    process = _starting().Process(target=work, args=(*told, saying))
    process.start()
    saying.close()
    try:
        yield process, hearing
    finally:
        process.kill()
        process.join()
        hearing.close()


def _starting() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def opens(address: str) -> bool:
    with closing(Store.open(address)) as store, store.begin() as tx:
        return tx.users.get("nobody") is None


def rows(address: str) -> int:
    with closing(Store.open(address)) as store:
        return sum(table.rows for table in content(store).values())


def saves_forty(address: str, level: int) -> list[bool]:
    """Of which items this process was the first to save an answer."""
    with closing(Store.open(address)) as store:
        return [save(store, Answer.at(level), item=f"I{item}") is not None for item in range(40)]


def saves_without_end(address: str, number: int, saying: Connection) -> None:
    """Say that the store is open, and then of each answer that it is saved."""
    with closing(Store.open(address)) as store:
        with store.read() as tx:
            known = tx.users.get("ann")
        if not known:
            fill(store)
        saying.send("open")
        for count in range(1_000_000):
            item = f"R{number}.{count}"
            if save(store, Answer.at(1 + count % 5), item=item):
                saying.send(item)
