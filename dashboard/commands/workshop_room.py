"""A workshop as the commands reach it by its code and print it."""

import click

from dashboard import bootstrap
from dashboard.commands.serve import DEFAULT_PORT
from dashboard.domain import reveal_document
from dashboard.domain.problem import printable
from dashboard.domain.reveal import Reveal
from dashboard.domain.workshop import Progress, Workshop
from dashboard.services import workshops
from dashboard.services.acting import Acting
from dashboard.services.addresses import reach
from dashboard.services.workshops import Room

CODE = click.argument("code", metavar="CODE")
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def reached(acting: Acting, code: str) -> Room:
    """The workshop of a code, however it is typed."""
    return workshops.by_code(acting, printable(code))


def join_link(workshop: Workshop) -> str:
    """Where participants come in: at the public address, else where `serve --room` listens."""
    return reach(bootstrap.get_public_url(), None, DEFAULT_PORT).link(workshop.code)


def as_document(acting: Acting, workshop: Workshop) -> dict[str, object]:
    return reveal_document.as_json(workshop, join_link(workshop), *_found(acting, workshop))


def as_lines(acting: Acting, workshop: Workshop) -> str:
    return reveal_document.as_words(workshop, join_link(workshop), *_found(acting, workshop))


def _found(acting: Acting, workshop: Workshop) -> tuple[Progress, Reveal | None]:
    shown = workshop.stage in workshops.SHOWN
    progress = workshops.progress(acting, workshop.id)
    return progress, workshops.look(acting, workshop.id) if shown else None
