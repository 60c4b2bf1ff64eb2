"""Looks over a page's shoulder: requests to other hosts, script errors, breaches of the policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, WebSocket

# Streamlit's number library tries WebAssembly once and does without when it is forbidden.
REPORT_BREACHES: Final = """
document.addEventListener("securitypolicyviolation", breach => {
  if (breach.blockedURI !== "wasm-eval")
    console.error(`policy: ${breach.effectiveDirective} forbids ${breach.blockedURI}`);
});
"""
# Opened below the root, Streamlit's page looks for its server beside itself before it looks above.
LOOKED_FOR: Final = ("/_stcore/health", "/_stcore/host-config")
LOCAL_SCHEMES: Final = frozenset({"data", "blob", "about"})


@dataclass
class Watch:
    """What went wrong on one page; `origin` is the server it may talk to."""

    origin: str
    problems: list[str] = field(default_factory=list)

    @contextmanager
    def over(self, page: Page) -> Iterator[None]:
        """Until the block ends. Breaches are told where `REPORT_BREACHES` runs on the page."""
        page.on("request", self._see_request)
        page.on("requestfailed", self._see_failure)
        page.on("websocket", self._see_websocket)
        page.on("console", self._hear)
        page.on("pageerror", self._see_error)
        try:
            yield
        finally:
            page.remove_listener("request", self._see_request)
            page.remove_listener("requestfailed", self._see_failure)
            page.remove_listener("websocket", self._see_websocket)
            page.remove_listener("console", self._hear)
            page.remove_listener("pageerror", self._see_error)

    def _see_request(self, request: Request) -> None:
        self._check(request.url)

    def _see_failure(self, request: Request) -> None:
        """What a page no longer waits for when it is left is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"failed request: {request.url} ({request.failure})")

    def _see_websocket(self, websocket: WebSocket) -> None:
        self._check(websocket.url)

    def _see_error(self, error: Error) -> None:
        self.problems.append(f"script error: {error}")

    def _check(self, url: str) -> None:
        parts, own = urlsplit(url), urlsplit(self.origin)
        if parts.scheme not in LOCAL_SCHEMES and parts.netloc != own.netloc:
            self.problems.append(f"request to another host: {url}")

    def _hear(self, message: ConsoleMessage) -> None:
        source = str(message.location.get("url", ""))
        if message.type == "error" and not source.endswith(LOOKED_FOR):
            self.problems.append(f"console: {message.text} ({source})")
