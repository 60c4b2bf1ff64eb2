"""Somebody at the door of one workshop: what they may see, and how each page of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from starlette.responses import Response

from dashboard import bootstrap
from dashboard.services import participation
from dashboard.services.acting import utc_now
from dashboard.services.participation import Invitation, NotJoined, Sheet
from dashboard.web.form import Fields, FormRefused
from dashboard.web.page import Paper, Switch
from dashboard.web.ticket import Ticket
from dashboard.web.visit import Visit

REVIEW: Final = "review"
DIMENSION: Final = "d"
SIGNATURE: Final = "csrf"
"""Name of the field by which a form shows that a page of ours sent it."""


class NotSigned(Exception):
    """A form without the cookie or without the signature that belongs to it."""


@dataclass(frozen=True)
class Guest:
    visit: Visit
    invited: Invitation

    @classmethod
    def find(cls, visit: Visit, code: str) -> "Guest":
        """At whatever stage the workshop is; `DoorClosed` if there is none."""
        found = participation.find(bootstrap.get_store(), bootstrap.get_catalog(), code)
        return cls(visit, found)

    @property
    def code(self) -> str:
        return self.invited.workshop.code

    @property
    def home(self) -> str:
        return self.visit.path(self.code)

    @cached_property
    def paper(self) -> Paper:
        """Every page but one of questions can be had again in another language by a link."""
        langs = self.invited.workshop.setup.langs
        here = self.visit.lang(langs)
        path = self.visit.path(*self.visit.steps)
        links = (Switch(lang, f"{path}?lang={lang}") for lang in langs if lang != here)
        return Paper(here, tuple(links))

    @cached_property
    def ticket(self) -> Ticket:
        """The one that came along, else a new one; in the language that was asked for."""
        ticket = self.visit.ticket or Ticket.new()
        asked = self.visit.asked_lang(self.invited.workshop.setup.langs)
        return ticket.speaking(asked) if asked else ticket

    def check_open(self) -> None:
        self.invited.check_open(utc_now())

    def sheet(self) -> Sheet | None:
        """What this phone gave so far, if it has a place."""
        if self.visit.ticket is None:
            return None
        try:
            return participation.sheet(bootstrap.get_store(), self.invited, self.visit.ticket.token)
        except NotJoined:
            return None

    def signed(self, fields: Fields) -> tuple[Ticket, dict[str, str]]:
        """The ticket that signed a form, and its other fields; `NotSigned` without one."""
        rest = dict(fields)
        signature = rest.pop(SIGNATURE, "")
        if self.visit.ticket is None or not self.visit.ticket.signed(signature):
            raise NotSigned
        return self.visit.ticket, rest

    def step(self, position: int) -> tuple[str, ...]:
        """The path of a page by its position among the dimensions; after the last, the review."""
        dimensions = self.invited.dimensions
        if position >= len(dimensions):
            return (self.code, REVIEW)
        return (self.code, DIMENSION, dimensions[max(position, 0)].id)

    def first_open(self, sheet: Sheet) -> tuple[str, ...]:
        """The path of the first page on which something is still to be answered."""
        left = (n for n, one in enumerate(self.invited.dimensions) if not sheet.done(one))
        return self.step(next(left, len(self.invited.dimensions)))

    def page(
        self, template: str, status: int = 200, *, saving_switches: bool = False, **parts: object
    ) -> Response:
        """A page of this workshop; the phone gets, or keeps, its cookie.

        `saving_switches`: what is typed is stored before it is shown in another language.
        """
        paper = self.paper
        if saving_switches:
            paper = replace(paper, switches=tuple(Switch(one.lang) for one in paper.switches))
        signature = {"name": SIGNATURE, "value": self.ticket.signature}
        return self.with_cookie(
            paper.page(template, status, home=self.home, signature=signature, **parts)
        )

    def with_cookie(self, response: Response) -> Response:
        self.ticket.put_on(response, path=self.home, secure=self.visit.secure)
        return response


def refuse_unknown(fields: Mapping[str, str], *known: str) -> None:
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise FormRefused(f"unknown field {unknown[0]!r}")
