"""A second process for when people come in numbers: Python answers with one processor alone.

It is forked when everything is imported and nothing is open yet: no thread, no event loop, no
database. Until it is woken it takes neither time nor memory of its own.
"""

import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Final

logger: Final = logging.getLogger(__name__)
STOP_SECONDS: Final = 10.0
POLL_SECONDS: Final = 0.01
WAKE: Final = b"!"
ENDED: Final = 1


def possible() -> bool:
    """Whether there is a processor for it, and a system that shares connections out between two."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


@dataclass
class Standby:
    """The waiting process, as the first one sees it."""

    process: int
    bell: int
    """The open end of a pipe; the other process waits at its other end."""

    def wake(self) -> None:
        """Let it begin to answer; of no effect if it has begun, or is no more."""
        with suppress(BrokenPipeError):
            os.write(self.bell, WAKE)

    def stop(self) -> None:
        """End it as one is ended from outside, and wait until it is gone."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGTERM)
        patience = time.monotonic() + STOP_SECONDS
        while not self._is_gone():
            if time.monotonic() > patience:
                os.kill(self.process, signal.SIGKILL)
            time.sleep(POLL_SECONDS)
        os.close(self.bell)

    def _is_gone(self) -> bool:
        try:
            return os.waitpid(self.process, os.WNOHANG)[0] == self.process
        except ChildProcessError:
            return True


def stand_by(work: Callable[[], None], *, without: Iterable[socket.socket] = ()) -> Standby:
    """Fork a process that does this work once it is woken, and that ends with this one.

    The sockets that it is to be without stay open in this one alone.
    """
    listening, bell = os.pipe()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # so it is where the one who started this has closed it
            stream.flush()
    process = os.fork()
    if process:
        os.close(listening)
        return Standby(process, bell)
    os.close(bell)
    for one in without:
        one.close()
    status = ENDED
    try:
        if os.read(listening, len(WAKE)):
            Thread(target=_end_with_the_first, args=(listening,), daemon=True).start()
            work()
        status = 0
    except KeyboardInterrupt:
        pass
    except Exception:
        logger.exception("the second process has failed; the first goes on alone")
    finally:
        # Nothing of what the first process is in the middle of may go on here.
        os._exit(status)


def bound(host: str, port: int, *, shared: bool = False) -> socket.socket:
    """A socket bound to this address, for a server to listen on.

    Raises `OSError` if the address is taken.
    """
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if os.name == "posix":  # what a closed port leaves behind is no bar
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if made.family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        if shared:
            _share(made)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made


def beside(public: socket.socket) -> socket.socket:
    """Another socket at the address of one that listens; each gets its part of the connections.

    The first was made for itself alone, so that nobody else's could come beside it before.
    """
    _share(public)
    host, port = public.getsockname()[:2]
    return bound(host, port, shared=True)


def port_of(bound: socket.socket) -> int:
    """The port that a socket is bound to."""
    return int(bound.getsockname()[1])


def _share(made: socket.socket) -> None:
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)


def _end_with_the_first(listening: int) -> None:
    """Wait for the first process to end, however it ends: nobody else holds the other end."""
    while os.read(listening, len(WAKE)):
        pass
    os._exit(ENDED)
