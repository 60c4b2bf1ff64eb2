"""The real app's routes, checks and life around a page that fails on demand."""

from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.app import MIDDLEWARE, ROUTES, lifespan
from dashboard.views.failure import show_failure


def fails(request: Request) -> JSONResponse:
    raise RuntimeError("innermost secret")


def option(request: Request) -> JSONResponse:
    return JSONResponse(st.get_option(request.query_params["name"]))


app = st.App(
    Path(__file__).with_name("trial_page.py"),
    routes=[Route("/fails", fails), Route("/option", option), *ROUTES],
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_failure,
)
