"""`workshop agree`, `votes` and `delete-votes`: what comes of the ratings, and their end."""

import re
from pathlib import Path
from typing import Final

import click
from pydantic import TypeAdapter, ValidationError

from dashboard import bootstrap
from dashboard.commands.refusing import Stopped, says_why
from dashboard.commands.workshop_room import CODE, reached
from dashboard.commands.writing import OUT, write_new
from dashboard.domain.answer import Answer, Reason, State
from dashboard.domain.problem import printable
from dashboard.domain.votes import Votes
from dashboard.domain.wording import words_of
from dashboard.domain.workshop import NotAtThisStage
from dashboard.services import votes as votes_service
from dashboard.services import votes_file, workshops

LEVEL: Final = re.compile(r"[1-9][0-9]?")
"""No item has as many options."""
KINDS: Final = (".csv", ".xlsx", ".json")


@click.command()
@CODE
@click.argument("item_id", metavar="ITEM")
@click.argument("level", metavar="LEVEL")
@click.option("--reason", metavar="TEXT", required=True, help="Why the room agreed on it.")
@says_why
def agree(*, code: str, item_id: str, level: str, reason: str) -> None:
    """Note the level that the room agreed on for an item.

    LEVEL is a number, dont_know or, where the item allows it, not_applicable.
    """
    acting = bootstrap.get_acting()
    room = reached(acting, code)
    item_id = printable(item_id)
    answer = _answer(item_id, level, _reason(reason))
    try:
        workshops.agree(acting, room.workshop.id, item_id, answer, reason=reason)
    except NotAtThisStage as error:
        raise Stopped(f"{error}: a level is agreed on between reveal and close") from error
    click.echo(f"{item_id}: {level} is agreed.")


def _reason(text: str) -> str:
    try:
        return TypeAdapter(Reason).validate_python(text)
    except ValidationError as error:
        raise Stopped(f"--reason: {words_of(error.errors()[0])}") from error


def _answer(item_id: str, level: str, reason: str) -> Answer:
    if LEVEL.fullmatch(level):
        return Answer.at(int(level))
    match level:
        case State.DONT_KNOW.value:
            return Answer.dont_know()
        case State.NOT_APPLICABLE.value:
            return Answer.not_applicable(reason)
    raise Stopped(
        f"{item_id}: {printable(level)} is no level; give a number from 1, "
        f"{State.DONT_KNOW} or {State.NOT_APPLICABLE}"
    )


@click.command()
@CODE
@click.option("--out", type=OUT, required=True)
@click.option("--shape", type=click.Choice(["wide", "long"]), help="CSV only.  [default: wide]")
@says_why
def votes(*, code: str, out: Path, shape: str | None) -> None:
    """Write the revealed votes to a CSV, XLSX or JSON file, without anybody's name.

    In the wide shape a row is a participant, in the long one it is a rating; XLSX and JSON hold
    both.
    """
    kind = out.suffix.lower()
    if kind not in KINDS:
        raise click.BadParameter(f"{out} must end in {', '.join(KINDS)}", param_hint="--out")
    if shape and kind != ".csv":
        raise click.UsageError("--shape is for CSV; the other files hold both shapes")
    acting = bootstrap.get_acting()
    room = reached(acting, code)
    try:
        found = votes_service.of_workshop(acting, room.workshop.id)
    except NotAtThisStage as error:
        raise Stopped(f"{error}: votes are there once it is revealed") from error
    write_new(out, _content(found, kind, shape))


def _content(found: Votes, kind: str, shape: str | None) -> bytes:
    match kind:
        case ".xlsx":
            return votes_file.as_xlsx(found)
        case ".json":
            return votes_file.as_json(found)
    return votes_file.as_csv(found.long_table if shape == "long" else found.wide_table)


@click.command(name="delete-votes")
@CODE
@says_why
def delete_votes(*, code: str) -> None:
    """Delete all participants of a workshop and what they gave, for good."""
    acting = bootstrap.get_acting()
    gone = workshops.delete_votes(acting, reached(acting, code).workshop.id)
    click.echo(f"{gone} {'participant' if gone == 1 else 'participants'} deleted with all votes.")
