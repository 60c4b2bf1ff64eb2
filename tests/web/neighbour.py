"""Another machine in the same room: a network namespace of the test's own, with its own address.

It needs root and the program `ip`. Requests are sent by a Python of its own inside, byte by byte.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    """The other machine; `here` is the address under which it knows this one."""

    name: str
    here: str = HERE

    def statuses(self, port: int, targets: Sequence[str]) -> dict[str, int]:
        """What each path is answered with; `ws:` before one asks for a websocket."""
        words = [sys.executable, "-c", ASKING, str(port), self.here, *targets]
        done = subprocess.run(
            ["ip", "netns", "exec", self.name, *words],
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
    """Make the other machine and the cable, and take both away again."""
    name, cable = f"candour-{os.getpid()}", f"cr{os.getpid() % 100_000}"
    _ip("netns", "add", name)
    try:
        _ip("link", "add", cable, "type", "veth", "peer", "name", "room", "netns", name)
        _ip("address", "add", f"{HERE}/24", "dev", cable)
        _ip("link", "set", cable, "up")
        _ip("-n", name, "address", "add", f"{THERE}/24", "dev", "room")
        _ip("-n", name, "link", "set", "room", "up")
        yield Neighbour(name)
    finally:
        _ip("netns", "delete", name)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
