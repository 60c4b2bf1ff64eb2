"""The ASGI app: the pages, the plain routes beside them, and what every request passes first.

Three commands start it: `python -m dashboard serve`, `uvicorn dashboard.app:app` and
`streamlit run dashboard/app.py`. The checks live in middleware, so they hold under all of them.
"""

import logging
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Final

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route
from streamlit.file_util import get_static_dir

# `streamlit run` puts this file's folder on the path, but not the one that holds the package.
PROJECT: Final = str(Path(__file__).resolve().parents[1])
if PROJECT not in sys.path:
    sys.path.append(PROJECT)

from dashboard import bootstrap  # noqa: E402
from dashboard.page_language import SCRIPTS  # noqa: E402
from dashboard.services.acting import utc_now  # noqa: E402
from dashboard.services.housekeeping import purge  # noqa: E402
from dashboard.store.errors import StoreError  # noqa: E402
from dashboard.views import theme  # noqa: E402
from dashboard.views.failure import show_failure  # noqa: E402
from dashboard.views.warm_up import warm_up  # noqa: E402
from dashboard.web import access_log, guard, headers, health, join, startup  # noqa: E402

MAIN_PAGE: Final = Path(__file__).resolve().parent / "views" / "main.py"
READY: Final = "ready"

logger: Final = logging.getLogger(__name__)
DAY_SECONDS: Final = 86_400


@asynccontextmanager
async def lifespan(started: st.App) -> AsyncIterator[None]:
    """Open the database and read the questionnaires before the first request, close at the end."""
    access_log.without_addresses()
    bootstrap.get_catalog()
    bootstrap.get_store()
    Thread(target=warm_up, daemon=True).start()
    announce: Callable[[int], None] | None = started.state.get(READY)
    if announce is not None:
        announce(st.get_option("server.port"))
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


def run(config: Mapping[str, object], *, ready: Callable[[int], None]) -> None:
    """Serve under these Streamlit settings until stopped; `ready` is told the port once it is open.

    Ends the process with status 1 if the port is taken.
    """
    app.state[READY] = ready
    app.run(config=config)


theme.remember()

ROUTES: Final[tuple[BaseRoute, ...]] = (Route("/health", health.health), *join.ROUTES)
MIDDLEWARE: Final = (
    Middleware(startup.OneLineFailure),
    Middleware(headers.SecurityHeaders, policy=policy()),
    Middleware(guard.Guard),
)

app = st.App(
    MAIN_PAGE,
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_failure,
)
