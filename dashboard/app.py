"""The ASGI app: the pages, the plain routes beside them, and what every request passes first.

Three commands start it: `python -m dashboard serve`, `uvicorn dashboard.app:app` and
`streamlit run dashboard/app.py`. The checks live in middleware, so they hold under all of them.
"""

import logging
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket
from threading import Thread
from typing import Final

import anyio
import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route
from streamlit.file_util import get_static_dir
from streamlit.web.bootstrap import load_config_options

# `streamlit run` puts this file's folder on the path, but not the one that holds the package.
PROJECT: Final = str(Path(__file__).resolve().parents[1])
if PROJECT not in sys.path:
    sys.path.append(PROJECT)

from dashboard import bootstrap  # noqa: E402
from dashboard.page_language import SCRIPTS  # noqa: E402
from dashboard.services.acting import utc_now  # noqa: E402
from dashboard.services.housekeeping import purge  # noqa: E402
from dashboard.store.errors import StoreError  # noqa: E402
from dashboard.views import sending, theme  # noqa: E402
from dashboard.views.failure import show_failure  # noqa: E402
from dashboard.views.pages import PATHS  # noqa: E402
from dashboard.views.warm_up import warm_up  # noqa: E402
from dashboard.web import (  # noqa: E402
    access_log,
    astray,
    guard,
    headers,
    health,
    join,
    relay,
    startup,
    together,
)

MAIN_PAGE: Final = Path(__file__).resolve().parent / "views" / "main.py"
READY: Final = "ready"
NEIGHBOUR: Final = "neighbour"
PING_SECONDS: Final = 30
MEGABYTE: Final = 1024 * 1024
CANNOT_START: Final = 3

logger: Final = logging.getLogger(__name__)
DAY_SECONDS: Final = 86_400


@asynccontextmanager
async def lifespan(started: st.App) -> AsyncIterator[None]:
    """Open the database and read the questionnaires before the first request, close at the end."""
    access_log.without_addresses()
    bootstrap.get_catalog()
    bootstrap.get_store()
    Thread(target=warm_up, daemon=True).start()
    ready: Callable[[], None] | None = started.state.get(READY)
    if ready is not None:
        ready()
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(purge_daily)
            yield
            tasks.cancel_scope.cancel()
    finally:
        bootstrap.reset()


async def purge_daily() -> None:
    """Remove for good what was deleted too long ago to be brought back; now, and every day."""
    while True:
        try:
            await anyio.to_thread.run_sync(lambda: purge(bootstrap.get_store(), utc_now()))
        except StoreError:
            logger.exception("what was deleted long ago is still there; tried again tomorrow")
        await anyio.sleep(DAY_SECONDS)


def policy() -> str:
    """The security policy that fits the start page of the installed Streamlit."""
    index_page = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    return headers.content_security_policy(index_page, SCRIPTS.values())


def run(
    config: Mapping[str, object],
    sockets: Sequence[socket],
    *,
    neighbour: relay.Neighbour | None = None,
    ready: Callable[[], None] | None = None,
) -> None:
    """Serve under these Streamlit settings on bound sockets until stopped.

    `ready` is called as soon as requests are answered. Where the app cannot start, the process ends
    with status 3.
    """
    load_config_options(dict(config))
    certificate = st.get_option("server.sslCertFile")
    # Two processes ask each other without encryption, and by the paths as they are.
    alone = certificate or st.get_option("server.baseUrlPath")
    app.state[READY] = ready
    app.state[NEIGHBOUR] = None if alone else neighbour
    ping_seconds = st.get_option("server.websocketPingInterval") or PING_SECONDS
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            ws="websockets-sansio",
            ws_ping_interval=ping_seconds,
            ws_ping_timeout=ping_seconds,
            ws_max_size=st.get_option("server.maxMessageSize") * MEGABYTE,
            ws_per_message_deflate=st.get_option("server.enableWebsocketCompression"),
            ssl_certfile=certificate,
            ssl_keyfile=st.get_option("server.sslKeyFile"),
            access_log=False,
            use_colors=False,
        )
    )
    server.run(list(sockets))
    if not server.started:
        sys.exit(CANNOT_START)


def run_second(
    config: Mapping[str, object], sockets: Sequence[socket], neighbour: relay.Neighbour
) -> None:
    """Serve beside the process that was started first; nobody waits, so all is loaded before.

    The first socket is the public one.
    """
    warm_up()
    sockets[0].listen()
    neighbour.told(0)  # from now on connections can be steered here
    run(config, sockets, neighbour=neighbour)


def has_session(session_id: str) -> bool:
    """Whether the page that Streamlit knows by this id is told by this process."""
    return st.runtime.exists() and st.runtime.get_instance().is_active_session(session_id)


theme.remember()

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/health", health.health),
    *join.ROUTES,
    *(Route(f"/{name}/{{too_far}}", astray.lead_back) for name in PATHS),
)
MIDDLEWARE: Final = (
    Middleware(startup.OneLineFailure),
    Middleware(headers.SecurityHeaders, policy=policy()),
    Middleware(guard.Guard),
    Middleware(relay.Relay, neighbour=lambda: app.state.get(NEIGHBOUR), has_session=has_session),
    Middleware(together.Together, rest=sending.rest_now),
)

app: st.App = st.App(
    MAIN_PAGE,
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_failure,
)
