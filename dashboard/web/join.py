"""The participants' door: under `/join` nothing of the app itself is ever answered.

Without routes of their own these addresses would fall through to the app's start page.
"""

from typing import Final

from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

NO_WORKSHOP: Final = PlainTextResponse(
    "There is no workshop here. 这里没有研讨会。", status_code=404
)

# An endpoint that is no function answers every method, not GET alone.
ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/join", NO_WORKSHOP),
    Route("/join/{rest:path}", NO_WORKSHOP),
)
