"""One request at the participants' door, and what of it matters.

Where it comes from and what it was made with are not among it, so that neither can be kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.domain.text import Lang
from dashboard.web.form import Fields
from dashboard.web.ticket import COOKIE, Ticket

SEE_OTHER: Final = 303
DOOR: Final = "/join"
NOT_KEPT: Final = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class Visit:
    """`steps` are what the path has below the door; `fields` what a form sent, if it was one."""

    root: str
    steps: tuple[str, ...]
    query: Mapping[str, str]
    languages: str
    secure: bool
    ticket: Ticket | None
    fields: Fields | None = None

    @classmethod
    def of(cls, request: Request, fields: Fields | None = None) -> Self:
        rest = str(request.path_params.get("rest", ""))
        forwarded = request.headers.get("x-forwarded-proto", "")
        return cls(
            root=request.scope.get("root_path", ""),
            steps=tuple(step for step in rest.split("/") if step),
            query=request.query_params,
            languages=request.headers.get("accept-language", ""),
            secure="https" in {request.url.scheme, forwarded},
            ticket=Ticket.read(request.cookies.get(COOKIE)),
            fields=fields,
        )

    def path(self, *steps: str) -> str:
        return "/".join((f"{self.root}{DOOR}", *steps))

    def go_to(self, *steps: str, lang: Lang | None = None) -> Response:
        """Lead on, so that reloading what is shown then sends no form again."""
        query = f"?lang={lang}" if lang else ""
        address = self.path(*steps) + query
        return RedirectResponse(address, status_code=SEE_OTHER, headers=NOT_KEPT)

    def asked_lang(self, offered: Sequence[Lang]) -> Lang | None:
        """The language that the address asks for, if it is offered."""
        return next((lang for lang in offered if lang == self.query.get("lang")), None)

    def lang(self, offered: Sequence[Lang]) -> Lang:
        """The address decides, then what was chosen before, then the phone."""
        chosen = self.ticket.lang if self.ticket and self.ticket.lang in offered else None
        return self.asked_lang(offered) or chosen or preferred(self.languages, offered)


def preferred(header: str, offered: Sequence[Lang]) -> Lang:
    """The first choice of an Accept-Language header among those offered, else the first offered.

    >>> preferred("fr, zh-TW;q=0.8, en;q=0.9", ("zh", "en"))
    'en'
    >>> preferred("zh-Hans", ("en", "zh")), preferred("*;q=?", ("en", "zh"))
    ('zh', 'en')
    """
    wanted = [(_quality(part), part.strip()[:2].lower()) for part in header.split(",")]
    ranked = sorted((one for one in wanted if one[0] > 0), key=lambda one: -one[0])
    return next((lang for _, tag in ranked for lang in offered if tag == lang), offered[0])


def _quality(part: str) -> float:
    _, _, said = part.partition(";q=")
    try:
        return float(said or 1)
    except ValueError:
        return 0.0
