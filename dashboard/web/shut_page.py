"""What stands on the door when nobody is let in: that it is so, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from starlette.responses import Response

from dashboard.domain.text import LANGS
from dashboard.i18n import Words
from dashboard.services.participation import Closed
from dashboard.web.guest import Guest
from dashboard.web.page import Paper, Switch
from dashboard.web.visit import Visit

CODE: Final = "code"
LONGEST_TYPED: Final = 40
STATUS: Final[Mapping[Closed, int]] = MappingProxyType(
    {
        Closed.WRONG_CODE: 404,
        Closed.NOT_YET: 403,
        Closed.LOCKED: 403,
        Closed.FULL: 409,
        Closed.OVER: 410,
        Closed.EXPIRED: 410,
    }
)


@dataclass(frozen=True)
class Notice:
    title: str
    text: str
    way: str = ""
    """What the link to the invitation says; empty: there is no use in it."""


def show_code_form(visit: Visit, *, wrong: str | None = None) -> Response:
    """The form for the code; `wrong` is what was typed in vain."""
    paper = paper_for(visit)
    t = paper.t
    return paper.page(
        "code",
        STATUS[Closed.WRONG_CODE] if wrong is not None else 200,
        title=t("Join a workshop"),
        head=t("No workshop with this code") if wrong is not None else t("Join a workshop"),
        action=visit.path(),
        field=CODE,
        label=t("Code of the workshop"),
        hint=t("Eight letters and digits, as on the screen or the card"),
        typed=(wrong or "")[:LONGEST_TYPED],
        problem=t(
            "There is no workshop with this code. "
            "Compare it with the screen or the card, sign by sign."
        )
        if wrong is not None
        else "",
        button=t("Go on"),
    )


def show_closed(guest: Guest, why: Closed) -> Response:
    """Why this workshop takes nothing now, and what becomes of what was handed in or just sent."""
    t = guest.paper.t
    notice = closed_notice(why, t)
    more = []
    if guest.visit.fields is not None and why is not Closed.FULL:
        more.append(t("What you just sent is not stored."))
    if guest.sheet() is not None:
        more.append(t("What you handed in before is kept."))
    home = guest.home if notice.way else ""
    return guest.paper.page("notice", STATUS[why], notice=notice, more=more, home=home)


def show_notice(visit: Visit, notice: Notice, status: int) -> Response:
    """Something that went wrong; the way on leads to the invitation, else to the code."""
    home = visit.path(*visit.steps[:1]) if notice.way else ""
    return paper_for(visit).page("notice", status, notice=notice, more=[], home=home)


def paper_for(visit: Visit) -> Paper:
    """What is written where no workshop says which languages are spoken."""
    here = visit.lang(LANGS)
    path = visit.path(*visit.steps)
    return Paper(here, tuple(Switch(lang, f"{path}?lang={lang}") for lang in LANGS if lang != here))


def closed_notice(why: Closed, t: Words) -> Notice:
    match why:
        case Closed.NOT_YET:
            return Notice(
                t("The workshop has not begun"),
                t("Wait until the facilitator opens it, then try again."),
                t("Try again"),
            )
        case Closed.LOCKED:
            return Notice(
                t("The workshop is locked"),
                t(
                    "No answers are taken any more. "
                    "If you have not finished, tell the facilitator, who can open it again."
                ),
                t("Try again"),
            )
        case Closed.FULL:
            return Notice(
                t("The workshop is full"),
                t(
                    "Every place is taken. If you have joined before, go on in the same browser "
                    "on the same phone. Otherwise ask the facilitator for more places."
                ),
                t("Try again"),
            )
        case Closed.EXPIRED:
            return Notice(
                t("The invitation has expired"),
                t("Ask the facilitator to open the workshop again; the code remains the same."),
                t("Try again"),
            )
        case Closed.OVER | Closed.WRONG_CODE:
            return Notice(
                t("The workshop is over"),
                t("No answers are taken any more. Ask who invited you for the result."),
            )
