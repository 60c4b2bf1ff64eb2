"""The security headers of every answer, failures included.

The policy allows this server alone. A script that is not a file of this server runs only if its
digest is in the policy, and the digests are computed at start from the page that is really served.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = "Content-Security-Policy"
NOTHING: Final = "default-src 'none'"
"""How a page's own policy begins that allows less than the app's; it is kept."""
STARTS: Final = {"http.response.start", "websocket.http.response.start"}
INLINE_SCRIPT: Final = re.compile(
    r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.S | re.I
)
REFUSED_FEATURES: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)


class SecurityHeaders:
    """ASGI middleware: stands outermost, so that no answer leaves without its headers."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = headers(policy)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through the wrapped app; where that fails unanswered, say so with the headers."""
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            started = started or message["type"] != "http.response.debug"
            if message["type"] in STARTS:
                set_headers = MutableHeaders(scope=message)
                stricter = set_headers.get(POLICY, "").startswith(NOTHING)
                for name, value in self._headers:
                    if name != POLICY or not stricter:
                        set_headers[name] = value
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            if scope["type"] == "http" and not started:
                failure = PlainTextResponse("Something went wrong. 出错了。", status_code=500)
                await failure(scope, receive, send_with_headers)
            raise


def headers(policy: str) -> tuple[tuple[str, str], ...]:
    """Name and value of each header, with `policy` as the content security policy."""
    return (
        (POLICY, policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in REFUSED_FEATURES)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    )


def content_security_policy(index_page: str, own_scripts: Iterable[str]) -> str:
    """The policy for a start page with these inline scripts and for scripts of our own."""
    allowed = " ".join(digest(script) for script in (*inline_scripts(index_page), *own_scripts))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {allowed}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_scripts(page: str) -> tuple[str, ...]:
    """What stands in the page's script elements that have no file, to the letter."""
    return tuple(
        match["body"]
        for match in INLINE_SCRIPT.finditer(page)
        if not re.search(r"\bsrc\s*=", match["attributes"], re.I)
    )


def digest(script: str) -> str:
    """The source expression of the policy for one inline script.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    hashed = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(hashed).decode()}'"
