"""The floor of a plain page: Starlette, a few words, and nothing to look up.

`/bare` is the least that the server can send. `/join/{code}` has the route and the size of a page
of questions without the work behind it.
"""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

WORDS = "<p>One statement among five, about as long as they are in a questionnaire.</p>"
PAGE = f"<!doctype html><title>Page</title><form method=post>{WORDS * 60}</form>"


async def bare(_: Request) -> Response:
    return HTMLResponse("<!doctype html><title>Bare</title>")


async def page(request: Request) -> Response:
    if request.method == "GET":
        return HTMLResponse(PAGE)
    await request.body()
    return RedirectResponse(request.url.path, status_code=303)


async def health(_: Request) -> Response:
    return PlainTextResponse("ok")


app = Starlette(
    routes=[
        Route("/_stcore/health", health),
        Route("/bare", bare),
        Route("/join/{code}", page, methods=["GET", "POST"]),
    ]
)
