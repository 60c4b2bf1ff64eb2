"""Who may come in while nobody signs in: this machine alone, but for the participants' doors.

A request is let in only if all that is known of it says "from here": the address it comes from, the
one host it asks for, no sign of a go-between, and, where the browser names it, the page it was sent
by. What cannot be understood is refused.
"""

import ipaddress
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

DOOR: Final = re.compile(r"/health|/join(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
"""Paths that anybody may ask for. Nothing that could step out of them fits: no empty or dotted
segment, no escape."""

HOST: Final = re.compile(
    r"(?P<name>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?", re.ASCII
)
FORWARDING: Final = re.compile(
    r"forwarded|via|client-ip|fly-client-ip|true-client-ip|fastly-client-ip|cdn-loop"
    r"|front-end-https|cf-.+|tailscale-.+|x-(?:scheme|host|https|rewrite-url)"
    r"|x-(?:forward|original|proxy|real|remote|originating|client|cluster).*"
    r"|x-(?:appengine|envoy|vercel|azure|arr|amzn|cloud-trace)-.+"
)
"""Headers a proxy, tunnel or load balancer adds; no browser sends one by itself."""

DENIAL: Final = "websocket.http.response"
"""The ASGI extension that lets a refused websocket be answered with a page."""

LAST_PORT: Final = 65535
POLICY_VIOLATION: Final = 1008


@dataclass(frozen=True)
class Authority:
    """Host and port as a header names them, in one spelling; `port` is empty for the default."""

    name: str
    port: str

    @property
    def is_loopback(self) -> bool:
        """Whether the host can only mean this machine."""
        return self.name == "localhost" or is_loopback(self.name)


class Guard:
    """ASGI middleware: refuses every request that is not from here and not for a door."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        page = files("dashboard.web") / "templates" / "refused.html"
        self._page = page.read_text(encoding="utf-8")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403 with a page that says why."""
        if scope["type"] == "lifespan" or is_door(scope) or is_from_here(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "http" or DENIAL in scope.get("extensions", {}):
            refusal = HTMLResponse(
                self._page, status_code=403, headers={"Cache-Control": "no-store"}
            )
            await refusal(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})


def is_door(scope: Scope) -> bool:
    """Whether anybody may ask for this path over HTTP.

    The path is taken as it was sent: one that needs decoding, or that reads differently decoded,
    is no door.
    """
    if scope["type"] != "http":
        return False
    path: str = scope["path"]
    if (scope.get("raw_path") or path.encode()) != path.encode():
        return False
    return DOOR.fullmatch(_without_root(path, scope.get("root_path", ""))) is not None


def is_from_here(scope: Scope) -> bool:
    """Whether address, host, origin and the absence of a go-between all say "this machine"."""
    client = scope.get("client")
    headers = Headers(scope=scope)
    if client is None or not is_loopback(client[0]) or _was_forwarded(headers):
        return False
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or len(origins) > 1:
        return False
    host = authority(hosts[0])
    return host is not None and host.is_loopback and all(_origin(o) == host for o in origins)


def authority(value: str) -> Authority | None:
    """Host and port of a Host header, or None where it is anything but a plain host and port.

    >>> authority("LocalHost:8501")
    Authority(name='localhost', port='8501')
    >>> authority("localhost@evil.example") is authority("localhost.:80") is None
    True
    """
    match = HOST.fullmatch(value)
    if match is None or match["name"].endswith(".") or int(match["port"] or 0) > LAST_PORT:
        return None
    return Authority(match["name"].lower(), match["port"] or "")


def is_loopback(address: str) -> bool:
    """Whether an IP address, with or without brackets, is one of this machine's own.

    >>> [is_loopback(a) for a in ("127.8.0.1", "[::1]", "::ffff:127.0.0.1", "127.1", "10.0.0.1")]
    [True, True, True, False, False]
    """
    try:
        parsed = ipaddress.ip_address(address.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    inner = getattr(parsed, "ipv4_mapped", None)
    return (inner or parsed).is_loopback


def _was_forwarded(headers: Headers) -> bool:
    return any(FORWARDING.fullmatch(name.lower().replace("_", "-")) for name in headers)


def _origin(value: str) -> Authority | None:
    scheme, _, rest = value.partition("://")
    return authority(rest) if scheme in {"http", "https"} else None


def _without_root(path: str, root: str) -> str:
    """The path below the place where the app is mounted, as the routes see it."""
    below = path.removeprefix(root)
    return below if below == "" or below.startswith("/") else path
