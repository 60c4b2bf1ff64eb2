"""The process that is asleep until a second page is open."""

import time
from collections.abc import Callable
from typing import Final

import psutil
import pytest

from dashboard.web import standby
from tests.running_server import RunningServer

NEEDS_TWO: Final = pytest.mark.skipif(
    not standby.possible(), reason="needs Linux and two processors"
)
PATIENCE_SECONDS: Final = 30


def second(server: RunningServer) -> psutil.Process:
    (process,) = psutil.Process(server.process.pid).children()
    return process


def is_awake(server: RunningServer) -> bool:
    return any(
        connection.status == psutil.CONN_LISTEN and connection.laddr.port == server.port
        for connection in second(server).net_connections("tcp")
    )


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
