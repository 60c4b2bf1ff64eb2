"""The review: how far each page is, the way back to it, and the button that says "done"."""

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from dashboard import bootstrap
from dashboard.domain.questionnaire import Dimension
from dashboard.services import participation
from dashboard.services.acting import utc_now
from dashboard.services.participation import Sheet
from dashboard.web.form import Fields
from dashboard.web.guest import DIMENSION, REVIEW, Guest, refuse_unknown

GO: Final = "go"
DONE: Final = "done"


@dataclass(frozen=True)
class Line:
    """One page: the way to it, and how much of it is answered."""

    address: str
    name: str
    count: str
    left: bool


def show_review(guest: Guest) -> Response:
    sheet = guest.sheet()
    return guest.visit.go_to(guest.code) if sheet is None else _page(guest, sheet)


def finish(guest: Guest, fields: Fields) -> Response:
    """Say that one is done, with whatever is answered by then."""
    ticket, given = guest.signed(fields)
    refuse_unknown(given, GO)
    participation.finish(bootstrap.get_store(), guest.invited, ticket.token, now=utc_now())
    return guest.visit.go_to(guest.code, REVIEW)


def _page(guest: Guest, sheet: Sheet) -> Response:
    t, done = guest.paper.t, sheet.participant.finished
    return guest.page(
        "review",
        done=done,
        title=t("Thank you, you are done") if done else t("Have you finished?"),
        lead=_lead(guest, sheet),
        pages_title=t("Your pages"),
        lines=[_line(guest, sheet, dimension) for dimension in guest.invited.dimensions],
        action=guest.visit.path(guest.code, REVIEW),
        go=GO,
        go_done=DONE,
        button=t("I am done"),
    )


def _lead(guest: Guest, sheet: Sheet) -> str:
    t = guest.paper.t
    if sheet.participant.finished:
        return t.sentences(
            t("Your answers are stored."),
            t("You can still change them until the facilitator locks the workshop."),
            t("The result then appears on the screen in the room."),
        )
    left = len(_asked(guest)) - len(sheet.answers.keys() & _asked(guest))
    if not left:
        return t("Every question has an answer. You can still change each of them.")
    return t.plural(
        "{n} question has no answer yet. You may leave it so; “I don't know” is an answer too.",
        "{n} questions have no answer yet. You may leave them so; “I don't know” is an answer too.",
        left,
    )


def _asked(guest: Guest) -> set[str]:
    return {item.id for one in guest.invited.dimensions for item in one.items}


def _line(guest: Guest, sheet: Sheet, dimension: Dimension) -> Line:
    total = len(dimension.items)
    answered = sum(item.id in sheet.answers for item in dimension.items)
    return Line(
        address=guest.visit.path(guest.code, DIMENSION, dimension.id),
        name=dimension.title.get(guest.paper.lang),
        count=guest.paper.t("{n} of {total} answered", n=answered, total=total),
        left=answered < total,
    )
