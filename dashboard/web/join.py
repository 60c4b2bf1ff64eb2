"""The participants' door: under `/join` nothing of the app itself is ever answered.

Whatever is asked for here gets a page that says what to do, and every answer to a form comes
after what it did is stored.
"""

import logging
from dataclasses import replace
from typing import Final

import anyio
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from dashboard.domain.answer import AnswerRefused
from dashboard.domain.text import LANGS
from dashboard.domain.workshop import readable_code
from dashboard.services.answers import NoSuchItem
from dashboard.services.participation import Closed, DoorClosed, NotJoined
from dashboard.store.errors import StoreError
from dashboard.web import trouble
from dashboard.web.brake import WINDOW_SECONDS, Brake
from dashboard.web.form import Fields, FormRefused, read_form
from dashboard.web.guest import DIMENSION, REVIEW, Guest, NotSigned
from dashboard.web.invitation_page import show_invitation, take_place
from dashboard.web.question_page import show_questions, take_ratings
from dashboard.web.review_page import finish, show_review
from dashboard.web.shut_page import (
    CODE,
    closed_notice,
    paper_for,
    show_closed,
    show_code_form,
    show_notice,
)
from dashboard.web.visit import Visit

logger: Final = logging.getLogger(__name__)

AT_A_TIME: Final = 8
"""Visits that are served side by side; the others wait their turn without a thread."""
READING: Final = frozenset({"GET", "HEAD"})


class Door:
    """The one endpoint. One that is no function answers every method, not GET alone."""

    def __init__(self) -> None:
        self._brake = Brake()
        self._turns: anyio.CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, unless who asked has gone."""
        try:
            response = await self._answer(Request(scope, receive))
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        visit = Visit.of(request)
        try:
            if request.method == "POST":
                visit = replace(visit, fields=await read_form(request))
            elif request.method not in READING:
                raise FormRefused(f"no form is sent by {request.method}", 405)
            return await anyio.to_thread.run_sync(respond, visit, limiter=self._limiter())
        except FormRefused as refused:
            return show_notice(visit, trouble.unusual(paper_for(visit).t), refused.status)
        except DoorClosed as closed:
            if closed.why is Closed.WRONG_CODE:
                return await self._wrong_code(visit)
            return show_notice(visit, closed_notice(closed.why, paper_for(visit).t), 410)

    async def _wrong_code(self, visit: Visit) -> Response:
        if await self._brake.slow_down():
            return show_code_form(visit, wrong=visit.query.get(CODE, "".join(visit.steps[:1])))
        response = show_notice(visit, trouble.too_many(paper_for(visit).t), 429)
        response.headers["Retry-After"] = str(int(WINDOW_SECONDS))
        return response

    def _limiter(self) -> anyio.CapacityLimiter:
        """Made where it is first needed: it belongs to the loop that runs then."""
        self._turns = self._turns or anyio.CapacityLimiter(AT_A_TIME)
        return self._turns


def respond(visit: Visit) -> Response:
    """The page for a visit. `DoorClosed` is left where no workshop is found."""
    try:
        return _at_workshop(visit, *visit.steps) if visit.steps else _at_the_door(visit)
    except StoreError:
        logger.exception("a participant's page could not be served")
        return show_notice(visit, trouble.out_of_order(paper_for(visit).t), 503)


def _at_the_door(visit: Visit) -> Response:
    """The form for the code; one that was typed leads to its workshop, if it can be a code."""
    if visit.fields is not None:
        raise FormRefused("the code is asked for by GET", 405)
    typed = visit.query.get(CODE)
    if typed is None:
        return show_code_form(visit)
    code = readable_code(typed)
    if code is None:
        raise DoorClosed(Closed.WRONG_CODE)
    return visit.go_to(code, lang=visit.asked_lang(LANGS))


def _at_workshop(visit: Visit, typed: str, *rest: str) -> Response:
    code = readable_code(typed)
    if code and code != typed and visit.fields is None:
        return visit.go_to(code, *rest, lang=visit.asked_lang(LANGS))
    guest = Guest.find(visit, typed)
    t = guest.paper.t
    try:
        guest.check_open()
        return _let_in(guest, rest, visit.fields)
    except DoorClosed as closed:
        return show_closed(guest, closed.why)
    except NotSigned:
        return show_notice(visit, trouble.not_signed(t), 403)
    except NotJoined:
        return show_notice(visit, trouble.not_joined(t), 403)
    except (AnswerRefused, NoSuchItem) as refused:
        raise FormRefused(str(refused)) from refused


def _let_in(guest: Guest, rest: tuple[str, ...], fields: Fields | None) -> Response:
    match rest:
        case ():
            return show_invitation(guest) if fields is None else take_place(guest, fields)
        case (page,) if page == REVIEW:
            return show_review(guest) if fields is None else finish(guest, fields)
        case (kind, name) if kind == DIMENSION:
            dimension = guest.invited.dimension(name)
            if dimension and fields is None:
                return show_questions(guest, dimension)
            if dimension and fields is not None:
                return take_ratings(guest, dimension, fields)
    return show_notice(guest.visit, trouble.no_page(guest.paper.t), 404)


DOOR: Final = Door()
ROUTES: Final[tuple[BaseRoute, ...]] = (Route("/join", DOOR), Route("/join/{rest:path}", DOOR))
