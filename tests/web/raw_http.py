"""HTTP as an attacker writes it: byte by byte; any header can be missing, odd or doubled."""

import base64
import os
import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


def ask(
    port: int,
    target: str = "/",
    *headers: str,
    host: str | None = "localhost",
    method: str = "GET",
    address: str = "127.0.0.1",
    version: str = "1.1",
    body: bytes = b"",
) -> Answer:
    """Send one request with exactly these headers and read the whole answer."""
    lines = [f"{method} {target} HTTP/{version}"]
    if host is not None:
        lines.append(f"Host: {host}")
    lines += [*headers, "Connection: close", "", ""]
    with socket.create_connection((address, port), timeout=20) as connection:
        connection.sendall("\r\n".join(lines).encode("latin-1") + body)
        return _read(connection)


def open_websocket(
    port: int,
    *headers: str,
    target: str = "/_stcore/stream",
    host: str = "localhost",
    address: str = "127.0.0.1",
) -> Answer:
    """Ask for the websocket; 101 is an open door."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        f"GET {target} HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *headers,
        "",
        "",
    ]
    with socket.create_connection((address, port), timeout=20) as connection:
        connection.sendall("\r\n".join(lines).encode("latin-1"))
        return _parse(connection.recv(65536))


def own_address() -> str | None:
    """This machine's address in its network, or None if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith("127.") else address


def _read(connection: socket.socket) -> Answer:
    received = b""
    while chunk := connection.recv(65536):
        received += chunk
    return _parse(received)


def _parse(received: bytes) -> Answer:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return Answer(
        status=int(first.split(" ")[1]) if first else 0,
        headers={name.strip().lower(): value.strip() for name, _, value in pairs},
        body=body.decode("utf-8", errors="replace"),
    )
