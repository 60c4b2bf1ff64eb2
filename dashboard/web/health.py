"""Whether the app can do its work: `/health` asks the database, for monitors and for tests."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard import bootstrap

logger = logging.getLogger(__name__)


def health(request: Request) -> JSONResponse:  # noqa: ARG001
    """200 `{"status": "ok"}` once the database answered, else 503; never why, that is logged."""
    try:
        bootstrap.get_store().ping()
    except Exception:
        logger.exception("the database does not answer")
        return JSONResponse({"status": "unavailable"}, status_code=503)
    return JSONResponse({"status": "ok"})
