"""A failing start says what is wrong and nothing else, under every server that speaks ASGI."""

import sys

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.bootstrap import CannotStart

FAILED = "lifespan.startup.failed"


class OneLineFailure:
    """ASGI middleware: replaces the traceback of an explained failure by its explanation."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but for the report of a start that failed for a known reason."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_plainly(message: Message) -> None:
            problem = sys.exc_info()[1]
            if message["type"] == FAILED and isinstance(problem, CannotStart):
                message = {"type": FAILED, "message": f"Candour cannot start. {problem}"}
            await send(message)

        await self._app(scope, receive, send_plainly)
