"""Two processes answer as one: what only the other one can answer is asked of it.

Connections are shared out by the system, which does not know whose session is where. A page is told
over one connection; its uploads, its downloads and an agent's calls come over others.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Final

import anyio
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.services.addresses import LOOPBACK

UPLOAD: Final = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")
MEDIA: Final = "/media/"
AGENT: Final = "/_stcore/agent/"
RELAYED: Final = b"candour-relayed"
"""The header that keeps two processes from asking each other for what neither has."""
OF_ONE_CONNECTION: Final = frozenset({b"connection", b"keep-alive", b"transfer-encoding"})
ASKED_ANEW: Final = OF_ONE_CONNECTION | {b"content-length"}
ANSWERED_ANEW: Final = OF_ONE_CONNECTION | {b"date", b"server"}
MOST_BYTES: Final = 8 * 1024 * 1024
"""Above what the app itself accepts."""
PATIENCE_SECONDS: Final = 300.0


@dataclass(frozen=True)
class Neighbour:
    """The other process, as one of the two knows it."""

    port: int
    """Where it listens on the loopback address for this one alone."""
    keeps_agents: bool
    """Whether the sessions of agents, which come without a connection, are all there."""
    told: Callable[[int], None]
    """Called with the number of pages open here whenever it changes."""


class Relay:
    """ASGI middleware: passes on what the other process has to answer, and counts."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        neighbour: Callable[[], Neighbour | None],
        has_session: Callable[[str], bool],
    ) -> None:
        self._app = app
        self._neighbour = neighbour
        self._has_session = has_session
        self._pages = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or there; where the other one does not answer, here."""
        neighbour = self._neighbour()
        if neighbour is None or scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            with self._open_page(neighbour):
                await self._app(scope, receive, send)
        elif any(name == RELAYED for name, _ in scope["headers"]):
            await self._app(scope, receive, send)
        elif scope["path"].startswith(MEDIA):
            await self._look_here_first(neighbour, scope, receive, send)
        elif self._belongs_there(neighbour, scope["path"]):
            await self._pass_on(neighbour, scope, await _body(receive), send)
        else:
            await self._app(scope, receive, send)

    @contextmanager
    def _open_page(self, neighbour: Neighbour) -> Iterator[None]:
        self._pages += 1
        neighbour.told(self._pages)
        try:
            yield
        finally:
            self._pages -= 1
            neighbour.told(self._pages)

    def _belongs_there(self, neighbour: Neighbour, path: str) -> bool:
        if path.startswith(AGENT):
            return neighbour.keeps_agents
        upload = UPLOAD.fullmatch(path)
        return upload is not None and not self._has_session(upload[1])

    async def _look_here_first(
        self, neighbour: Neighbour, scope: Scope, receive: Receive, send: Send
    ) -> None:
        missing = False

        async def send_what_is_found(message: Message) -> None:
            nonlocal missing
            if message["type"] == "http.response.start":
                missing = message["status"] == 404
            if not missing:
                await send(message)

        await self._app(scope, receive, send_what_is_found)
        if missing:
            await self._pass_on(neighbour, scope, b"", send)

    async def _pass_on(
        self, neighbour: Neighbour, scope: Scope, body: bytes | None, send: Send
    ) -> None:
        if body is None:
            answer: Response = PlainTextResponse("Too large. 太大了。", status_code=413)
            await answer(scope, _saying(b""), send)
            return
        try:
            answer = await anyio.to_thread.run_sync(_ask, neighbour.port, scope, body)
        except (OSError, HTTPException):  # it does not answer yet, or any more
            await self._app(scope, _saying(body), send)
        else:
            await answer(scope, _saying(b""), send)


async def _body(receive: Receive) -> bytes | None:
    """The whole body of a request; None if it is larger than anything the app takes."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        more = message.get("more_body", False)
    return bytes(body)


def _saying(body: bytes) -> Receive:
    """A request's body once more, for an app that has not read it yet."""
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Message:
        return next(messages, {"type": "http.disconnect"})

    return receive


def _ask(port: int, scope: Scope, body: bytes) -> Response:
    """The other process's answer to this request. Raises `OSError` or `HTTPException`."""
    connection = HTTPConnection(LOOPBACK, port, timeout=PATIENCE_SECONDS)
    try:
        target = scope["raw_path"] + (
            b"?" + scope["query_string"] if scope["query_string"] else b""
        )
        connection.putrequest(
            scope["method"], target.decode("ascii"), skip_host=True, skip_accept_encoding=True
        )
        for name, value in scope["headers"]:
            if name not in ASKED_ANEW:
                connection.putheader(name, value)
        connection.putheader(RELAYED, b"1")
        connection.putheader(b"content-length", str(len(body)))
        connection.endheaders(body)
        found = connection.getresponse()
        answer = Response(found.read(), status_code=found.status)
        answer.raw_headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in found.getheaders()
            if name.lower().encode("latin-1") not in ANSWERED_ANEW
        ]
        return answer
    finally:
        connection.close()
