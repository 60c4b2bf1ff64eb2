"""Under which address the phones in a room reach this machine."""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

EVERYWHERE: Final = frozenset({None, "", "0.0.0.0", "::"})  # noqa: S104 -- what was asked for
LOOPBACK: Final = "127.0.0.1"
DOCUMENTATION_ADDRESS: Final = "192.0.2.1"
"""An address no network has; a datagram socket "connected" to it sends nothing."""


@dataclass(frozen=True)
class Reach:
    """The start of every join link, and whether it leads to this machine from nowhere else."""

    base: str
    from_here_alone: bool

    def link(self, code: str) -> str:
        return f"{self.base}/join/{code}"

    @property
    def spoken(self) -> str:
        """The place where the code is typed, as one reads it aloud."""
        return f"{self.base.partition('://')[2]}/join"


def reach(public_url: str | None, listens_on: str | None, port: int) -> Reach:
    """The public address if there is one, else where the server listens.

    >>> reach("https://candour.example.org", "127.0.0.1", 8501).link("ACDEFGHJ")
    'https://candour.example.org/join/ACDEFGHJ'
    >>> reach(None, "127.0.0.1", 8501)
    Reach(base='http://127.0.0.1:8501', from_here_alone=True)
    >>> reach(None, "10.0.0.7", 80).spoken
    '10.0.0.7:80/join'
    """
    if public_url is None:
        host = own_address() if listens_on in EVERYWHERE else str(listens_on)
        public_url = url_of(host, port)
    return Reach(public_url, is_loopback(urlsplit(public_url).hostname or ""))


def url_of(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def own_address() -> str:
    """The address by which the local network knows this machine, else the loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((DOCUMENTATION_ADDRESS, 9))
        except OSError:
            return LOOPBACK
        return str(probe.getsockname()[0])


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
