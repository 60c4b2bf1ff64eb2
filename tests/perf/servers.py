"""Servers under measurement: started in a folder of their own, watched, and ended by their own id.

A server inherits none of the settings of the shell that starts it.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import psutil

START_SECONDS = 60.0
POLL_SECONDS = 0.01
FOREIGN_SETTINGS = ("STREAMLIT_", "CANDOUR_")
TRACEBACK = "Traceback (most recent call last)"
MEGABYTE = 1024 * 1024


class ServerFailedError(Exception):
    """The server ended early, never answered, or wrote a traceback."""


@dataclass(frozen=True)
class Server:
    """A running server and the moment its process was asked for."""

    process: psutil.Popen
    port: int
    log: Path
    asked_at: float

    @property
    def origin(self) -> str:
        """Return the address that a browser on this machine uses."""
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Return the memory in MB, child processes included; what they share counts once."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(_own_bytes(member) for member in family) / MEGABYTE

    def check_log(self) -> None:
        """Refuse to go on after a traceback that no page showed."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        if TRACEBACK in text:
            raise ServerFailedError(text[text.index(TRACEBACK) :])


def free_port() -> int:
    """Return a loopback port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def clean_environment(**settings: str) -> dict[str, str]:
    """Return this process's environment without foreign settings, and with these."""
    kept = {name: value for name, value in os.environ.items() if not _foreign(name)}
    return {**kept, **settings}


@contextmanager
def serving(
    command: Sequence[str], *, port: int, folder: Path, environment: Mapping[str, str], log: Path
) -> Iterator[Server]:
    """Start a server, wait until it answers, and end it on leaving."""
    with log.open("wb") as sink:
        asked_at = time.perf_counter()
        process = psutil.Popen(
            list(command), cwd=folder, env=dict(environment), stdout=sink, stderr=sink
        )
    server = Server(process, port, log, asked_at)
    try:
        _wait(server)
        yield server
        server.check_log()
    finally:
        _end(process)


def _own_bytes(process: psutil.Process) -> int:
    used = process.memory_full_info()
    return int(getattr(used, "pss", used.rss))  # only Linux divides shared memory up


def _foreign(name: str) -> bool:
    return name.startswith(FOREIGN_SETTINGS)


def _wait(server: Server) -> None:
    while not _answers(server.port):
        if server.process.poll() is not None or _elapsed(server) > START_SECONDS:
            raise ServerFailedError(server.log.read_text(encoding="utf-8", errors="replace"))
        time.sleep(POLL_SECONDS)


def _elapsed(server: Server) -> float:
    return time.perf_counter() - server.asked_at


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _end(process: psutil.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
        process.kill()
        process.wait(timeout=10)
