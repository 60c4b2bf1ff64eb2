"""Addresses that go one step too far, such as `/results/2026`.

Streamlit answers them with its start page, which then looks for its server below `/results/` and
stays blank.
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse


def lead_back(request: Request) -> RedirectResponse:
    """To the page that the address begins with, and to all that it says after "?"."""
    page, asked = request.scope["path"].rsplit("/", 2)[-2], request.url.query
    return RedirectResponse(f"../{page}?{asked}" if asked else f"../{page}")
