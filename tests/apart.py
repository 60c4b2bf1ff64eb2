"""Coroutines for tests that are not: the browser of other tests keeps a loop in the main thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Told = TypeVar("Told")


def run_apart(conversation: Coroutine[None, None, Told]) -> Told:
    """What the coroutine returns, run to its end in a thread and a loop of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, conversation).result()
