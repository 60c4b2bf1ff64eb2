"""Two machines in one room: network namespaces of the test's own, a cable and an address each.

They need root and the program `ip`. Both are apart from this machine: a new cable in its own
network makes every Chromium that loads a page at that moment give up (ERR_NETWORK_CHANGED).
"""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).resolve().parents[1]
HERE: Final = "10.203.0.1"
THERE: Final = "10.203.0.2"
ASKING: Final = """
import json, sys
from tests.web.raw_http import ask, open_websocket
port, address = int(sys.argv[1]), sys.argv[2]
host = f"{address}:{port}"
statuses = {}
for target in sys.argv[3:]:
    kind, _, path = target.rpartition(":")
    if kind == "ws":
        origin = f"Origin: http://{host}"
        found = open_websocket(port, origin, target=path, host=host, address=address)
    else:
        found = ask(port, path, host=host, address=address)
    statuses[target] = found.status
print(json.dumps(statuses))
"""


@dataclass(frozen=True)
class Neighbour:
    """The other machine, and the one whose address it knows as `HERE`."""

    here: str
    there: str

    @contextmanager
    def next_door(self) -> Iterator[None]:
        """This thread, and every process it starts, in the network of the one it asks."""
        own = Path("/proc/thread-self/ns/net")
        with own.open("rb") as back, Path("/run/netns", self.here).open("rb") as inside:
            _enter(inside.fileno())
            try:
                yield
            finally:
                _enter(back.fileno())

    def statuses(self, port: int, targets: Sequence[str]) -> dict[str, int]:
        """What each path is answered with; `ws:` before one asks for a websocket."""
        words = [sys.executable, "-c", ASKING, str(port), HERE, *targets]
        done = subprocess.run(
            ["ip", "netns", "exec", self.there, *words],
            cwd=TESTS.parent,
            env=os.environ | {"PYTHONPATH": str(TESTS.parent)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        found: dict[str, int] = json.loads(done.stdout)
        return found


def can_have_neighbours() -> bool:
    return os.geteuid() == 0 and shutil.which("ip") is not None


@contextmanager
def neighbour() -> Iterator[Neighbour]:
    """Make both machines and the cable, and take them away again."""
    here, there = (f"candour-{os.getpid()}-{name}" for name in ("here", "there"))
    with ExitStack() as made:
        for name in (here, there):
            _ip("netns", "add", name)
            made.callback(_ip, "netns", "delete", name)
            _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", here, "link", "add", "room", "type", "veth", "peer", "room", "netns", there)
        for name, address in ((here, HERE), (there, THERE)):
            _ip("-n", name, "address", "add", f"{address}/24", "dev", "room")
            _ip("-n", name, "link", "set", "room", "up")
        yield Neighbour(here, there)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _enter(namespace: int) -> None:
    """`setns(2)`; `os.setns` comes with Python 3.12."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(namespace, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
