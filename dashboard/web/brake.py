"""Slows down who guesses codes, and nobody else.

A whole room shares one address, so nobody's is looked at or kept. Wrong codes are counted for the
process as a whole, and only the answer to a wrong one waits; a right one never does.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import anyio

WINDOW_SECONDS: Final = 60.0
FREE: Final = 20
"""Wrong codes within the window that are answered at once: people mistype."""
STEP_SECONDS: Final = 0.1
LONGEST_SECONDS: Final = 3.0
MOST_WAITING: Final = 50


@dataclass
class Brake:
    clock: Callable[[], float] = time.monotonic
    waiting: int = 0
    wrong: deque[float] = field(default_factory=lambda: deque(maxlen=1_000))

    def count(self) -> float:
        """Note one wrong code; the seconds for which its answer waits."""
        now = self.clock()
        while self.wrong and self.wrong[0] <= now - WINDOW_SECONDS:
            self.wrong.popleft()
        self.wrong.append(now)
        return min(LONGEST_SECONDS, STEP_SECONDS * max(0, len(self.wrong) - FREE))

    async def slow_down(self) -> bool:
        """Wait as long as a wrong code has to; False, at once, if too many wait already."""
        seconds = self.count()
        if self.waiting >= MOST_WAITING:
            return False
        self.waiting += 1
        try:
            await anyio.sleep(seconds)
        finally:
            self.waiting -= 1
        return True
