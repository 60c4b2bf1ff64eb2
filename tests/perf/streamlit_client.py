"""One visitor of a Streamlit app, over the websocket a browser uses.

The visitor sends what a browser sends and reads what it would show. Whatever a person would see as
broken is an exception here: an error on the page, a page that is not found, a closed session.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.perf.screen import AppRaisedError, Screen, describe

PATIENCE_SECONDS = 60.0
SUBPROTOCOLS = (Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN"))


class UnexpectedMessageError(Exception):
    """The server did something a measured visit must not meet."""


@dataclass
class Visit:
    """A live session: the page it is on, its address and its screen."""

    socket: ClientConnection
    origin: str
    page_name: str = ""
    query_string: str = ""
    page_script_hash: str = ""
    session_id: str = ""
    oldest_message: int = 2
    screen: Screen = field(default_factory=Screen)
    pages: dict[str, str] = field(default_factory=dict)
    repeated: str = ""
    """The part of the page that is to run again by itself."""

    async def open(self) -> float:
        """Run the page for the first time and return the seconds it took."""
        return await self._run()

    async def rerun(self) -> float:
        """Run the whole page again and return the seconds it took."""
        return await self._run()

    async def go(self, page_name: str, query: dict[str, str]) -> float:
        """Follow a link to another page of the app and return the seconds it took."""
        self.page_script_hash = self.pages[page_name]
        self.page_name = page_name
        self.query_string = urlencode(query)
        return await self._run()

    async def choose(self, key: str, option: int) -> float:
        """Click an option of the radio with this key and return the seconds until all is shown."""
        radio, fragment_id = self.screen.radio(key)
        self.screen.choose(radio, option)
        return await self._run(fragment_id)

    async def tick(self, key: str) -> float:
        """Click the checkbox with this key and return the seconds until all is shown."""
        return await self._run(self.screen.tick(key))

    async def follow(self) -> float:
        """Run again the part that asked for it, and return the seconds it took."""
        return await self._run(self.repeated)

    async def _run(self, fragment_id: str = "") -> float:
        message = BackMsg(rerun_script=self._client_state(fragment_id)).SerializeToString()
        started = time.perf_counter()
        await self.socket.send(message)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._read_until_finished()
        return time.perf_counter() - started

    def _client_state(self, fragment_id: str) -> ClientState:
        return ClientState(
            query_string=self.query_string,
            widget_states=self.screen.widget_states(),
            page_script_hash=self.page_script_hash,
            page_name="" if self.page_script_hash else self.page_name,
            fragment_id=fragment_id,
            cached_message_hashes=self.screen.remembered,
            context_info=ContextInfo(
                timezone="Europe/Berlin",
                timezone_offset=-60,
                locale="en-US",
                url=f"{self.origin}/{self.page_name}",
                color_scheme="light",
            ),
        )

    async def _read_until_finished(self) -> None:
        started = False
        while True:
            frame = await self.socket.recv(decode=False)
            message = self.screen.resolve(ForwardMsg.FromString(frame))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                started = True
            self._take(message)
            if kind == "script_finished" and started and self._finished(message):
                return

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "delta":
                self.screen.write(tuple(message.metadata.delta_path), message.delta)
            case "new_session":
                self._begin(message)
            case "page_info_changed":
                self.query_string = message.page_info_changed.query_string
            case "navigation":
                self.page_script_hash = message.navigation.page_script_hash
                self.pages = {
                    page.url_pathname: page.page_script_hash
                    for page in message.navigation.app_pages
                }
            case "session_event" if message.session_event.HasField("script_compilation_exception"):
                raise AppRaisedError(describe(message.session_event.script_compilation_exception))
            case "auto_rerun":
                self.repeated = message.auto_rerun.fragment_id
            case "page_not_found" | "auth_redirect":
                raise UnexpectedMessageError(f"{self.page_name}: {message}")

    def _begin(self, message: ForwardMsg) -> None:
        session = message.new_session
        self.page_script_hash = session.page_script_hash
        self.session_id = session.initialize.session_id
        self.oldest_message = session.config.max_cached_message_age
        self.screen.begin_run(message.metadata.run.script_run_id)

    def _finished(self, message: ForwardMsg) -> bool:
        """Say whether the run is over; a run cut short by another one is not."""
        run = message.metadata.run
        if run.script_run_id != self.screen.run_id:
            return False
        match message.script_finished:
            case ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return False
            case ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise AppRaisedError(f"{self.page_name} does not compile")
        self.screen.end_run(tuple(run.fragment_ids), self.oldest_message)
        return True


@asynccontextmanager
async def visit(origin: str, page_name: str = "", **query: str) -> AsyncIterator[Visit]:
    """Connect as a browser does after loading the page; the first run is still to be asked for."""
    async with connect(
        f"{origin.replace('http', 'ws', 1)}/_stcore/stream",
        origin=Origin(origin),
        subprotocols=SUBPROTOCOLS,
        max_size=None,
    ) as socket:
        yield Visit(socket, origin, page_name, urlencode(query))
