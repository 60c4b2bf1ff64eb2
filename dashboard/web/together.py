"""What a short run of a page says is sent together."""

from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Together:
    """ASGI middleware: who sends to the browsers rests before a message from one is answered."""

    def __init__(self, app: ASGIApp, *, rest: Callable[[], Awaitable[None]]) -> None:
        self._app = app
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def receive_in_rest() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                await self._rest()
            return message

        await self._app(scope, receive_in_rest, send)
