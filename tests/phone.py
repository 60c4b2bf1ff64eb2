"""A participant's phone: one connection, one cookie, and no more than a browser without scripts.

It knows no address but the first. Every further step is a form or a redirect that it was given.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urljoin, urlsplit

LIMIT = 1 << 20
REDIRECTS = frozenset({301, 302, 303, 307})


class ConnectionLostError(Exception):
    """The server went away before it had answered."""


@dataclass
class Form:
    """A form as it stands: where it goes, and what it would send."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    """Name of a group of radio buttons to the values it offers."""
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Answered:
    """What came back, and how long it took from the last byte sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def forms(self) -> list[Form]:
        reader = _Reader()
        reader.feed(self.text)
        return reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        elif self.forms and tag in {"input", "button", "textarea"}:
            self._take(tag, given)

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1].fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def _take(self, tag: str, given: Mapping[str, str]) -> None:
        form, name, value = self.forms[-1], given.get("name", ""), given.get("value", "")
        kind = "textarea" if tag == "textarea" else given.get("type", "submit")
        match kind:
            case "radio":
                form.choices.setdefault(name, []).append(value)
                if "checked" in given:
                    form.fields[name] = value
            case "submit":
                form.buttons.append((name, value))
            case "textarea":
                form.fields[name], self._area = "", name
            case _ if name:
                form.fields[name] = value


@dataclass
class Phone:
    """One device. `pages` and `posts` collect the seconds of each answer."""

    origin: str
    cookies: dict[str, str] = field(default_factory=dict)
    pages: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.hang_up()

    def hang_up(self) -> None:
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def open(self, address: str) -> Answered:
        """Load a page, following redirects. A connection that was kept too long is made anew."""
        answered = await self._ask("GET", address)
        self.pages.append(answered.seconds)
        return await self._followed(answered)

    async def submit(
        self, shown: Answered, form: Form, values: Mapping[str, str], button: tuple[str, str] | None
    ) -> Answered:
        """Send a form with these values, and go where the answer leads."""
        pressed = {button[0]: button[1]} if button and button[0] else {}
        body = urlencode(form.fields | dict(values) | pressed).encode()
        answered = await self._ask("POST", urljoin(shown.address, form.action), body)
        self.posts.append(answered.seconds)
        return await self._followed(answered)

    async def _followed(self, answered: Answered) -> Answered:
        while answered.status in REDIRECTS:
            answered = await self._ask(
                "GET", urljoin(answered.address, answered.headers["location"])
            )
            self.pages.append(answered.seconds)
        return answered

    async def _ask(self, method: str, address: str, body: bytes = b"") -> Answered:
        url = urlsplit(urljoin(self.origin, address))
        path = url.path + (f"?{url.query}" if url.query else "")
        lines = [f"{method} {path} HTTP/1.1", f"Host: {url.netloc}", "Accept-Language: en"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if method == "POST":
            lines.append(f"Origin: {self.origin}")
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        message = "\r\n".join([*lines, "", ""]).encode() + body
        kept = self._streams is not None
        try:
            return await self._exchange(message, url.geturl())
        except (OSError, asyncio.IncompleteReadError) as error:
            self.hang_up()
            if not kept:
                raise ConnectionLostError(address) from error
        return await self._ask(method, address, body)

    async def _exchange(self, message: bytes, address: str) -> Answered:
        if self._streams is None or self._streams[0].at_eof():
            url = urlsplit(self.origin)
            self._streams = await asyncio.open_connection(url.hostname, url.port, limit=LIMIT)
        reader, writer = self._streams
        started = time.perf_counter()
        writer.write(message)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(self._header(line) for line in head[1:] if line)
        body = await self._body(reader, headers)
        return Answered(int(head[0].split()[1]), headers, body, address, _since(started))

    def _header(self, line: str) -> tuple[str, str]:
        name, _, value = line.partition(":")
        if name.lower() == "set-cookie":
            key, _, content = value.strip().partition(";")[0].partition("=")
            self.cookies[key] = content
        return name.lower(), value.strip()

    @staticmethod
    async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding", "").lower() != "chunked":
            return await reader.readexactly(int(headers.get("content-length", "0")))
        whole = b""
        while size := int(await reader.readuntil(b"\r\n"), 16):
            whole += await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readexactly(2)
        return whole


def _since(started: float) -> float:
    return time.perf_counter() - started
