"""`workshop`: lead a workshop from a terminal, from its opening to its close."""

import click
from pydantic import ValidationError

from dashboard import bootstrap
from dashboard.commands.printing import print_json
from dashboard.commands.refusing import Stopped, says_why
from dashboard.commands.workshop_outcome import agree, delete_votes, votes
from dashboard.commands.workshop_room import (
    CODE,
    JSON,
    as_document,
    as_lines,
    join_link,
    reached,
)
from dashboard.domain.problem import dotted, printable
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import LANGS, Lang
from dashboard.domain.wording import words_of
from dashboard.domain.workshop import MAX_EXPECTED, Setup, Stage, Workshop, spoken_code
from dashboard.i18n import words
from dashboard.services import assessments, people, workshops
from dashboard.services.acting import Acting
from dashboard.services.workshops import Room


class Listed(click.ParamType[tuple[str, ...]]):
    """A list with commas; blanks around and between them count for nothing."""

    name = "list"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        del param, ctx
        parts = value if isinstance(value, tuple) else str(value).split(",")
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


class Languages(Listed):
    """A list of languages that the product speaks."""

    name = "languages"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        named = super().convert(value, param, ctx)
        if not named or not set(named) <= set(LANGS):
            self.fail(f"{value!r} is not a list of {' and '.join(LANGS)}", param, ctx)
        return named


@click.group()
def workshop() -> None:
    """Lead a workshop: open it, see how far it is, reveal, agree, close."""


@workshop.command(name="open")
@click.argument("assessment_id", metavar="ID")
@click.option("--dimensions", metavar="IDS", type=Listed(), help="What is rated.  [default: all]")
@click.option("--roles", metavar="NAMES", type=Listed(), default=(), help="Roles to choose from.")
@click.option(
    "--expected",
    metavar="N",
    type=click.IntRange(1, MAX_EXPECTED),
    default=10,
    show_default=True,
    help="How many people are expected.",
)
@click.option("--note", metavar="TEXT", help="What the invitation says besides.")
@click.option(
    "--lang",
    metavar="LANGS",
    type=Languages(),
    default=LANGS,
    help="What participants may read; closing writes in the first.  [default: en,zh]",
)
@JSON
@says_why
def open_(
    *,
    assessment_id: str,
    dimensions: tuple[str, ...] | None,
    roles: tuple[str, ...],
    expected: int,
    note: str | None,
    lang: tuple[Lang, ...],
    as_json: bool,
) -> None:
    """Open a workshop on an assessment and print its code and link.

    Ratings are collected at once. IDS, NAMES and LANGS are lists with commas; IDS may be
    dimensions and pillars.
    """
    acting = bootstrap.get_acting()
    questionnaire = assessments.open_sheet(acting, assessment_id).questionnaire
    setup = _setup(
        dimensions=_dimensions(questionnaire, dimensions),
        langs=lang,
        roles=roles,
        expected=expected,
        note=note,
    )
    begun = workshops.begin(acting, assessment_id, setup)
    opened = workshops.move(acting, begun, Stage.COLLECTING)
    if as_json:
        print_json(as_document(acting, opened))
        return
    click.echo(spoken_code(opened.code))
    click.echo(join_link(opened))


def _setup(**fields: object) -> Setup:
    try:
        return Setup.model_validate(fields)
    except ValidationError as error:
        raise Stopped(
            "\n".join(
                printable(f"--{dotted(found['loc'])}: {words_of(found)}")
                for found in error.errors()
            )
        ) from error


def _dimensions(questionnaire: Questionnaire, named: tuple[str, ...] | None) -> tuple[str, ...]:
    """The dimensions named, a pillar standing for all of its own."""
    if named is None:
        return tuple(one.id for one in questionnaire.dimensions)
    of_pillar = {
        pillar.id: tuple(one.id for one in pillar.dimensions) for pillar in questionnaire.pillars
    }
    ids = (id_ for name in named for id_ in of_pillar.get(name, (name,)))
    return tuple(dict.fromkeys(ids))


@workshop.command()
@CODE
@JSON
@says_why
def status(*, code: str, as_json: bool) -> None:
    """Say how far a workshop is, and once it is revealed, what was given."""
    acting = bootstrap.get_acting()
    found = reached(acting, code).workshop
    if as_json:
        print_json(as_document(acting, found))
        return
    click.echo(as_lines(acting, found))


@workshop.command()
@CODE
@JSON
@says_why
def lock(*, code: str, as_json: bool) -> None:
    """Take no more ratings."""
    acting = bootstrap.get_acting()
    _say(acting, _moved(acting, code, Stage.LOCKED), as_json=as_json)


@workshop.command()
@CODE
@JSON
@says_why
def reveal(*, code: str, as_json: bool) -> None:
    """Show the ratings of a locked workshop, or go on with a closed one."""
    acting = bootstrap.get_acting()
    _say(acting, _moved(acting, code, Stage.REVEALED), as_json=as_json)


@workshop.command()
@CODE
@JSON
@says_why
def close(*, code: str, as_json: bool) -> None:
    """Make the outcome the assessment's answers."""
    acting = bootstrap.get_acting()
    found = reached(acting, code).workshop
    closed = workshops.close(acting, found, words(found.setup.langs[0]))
    _say(acting, closed, as_json=as_json)


def _moved(acting: Acting, code: str, to: Stage) -> Workshop:
    return workshops.move(acting, reached(acting, code).workshop, to)


def _say(acting: Acting, moved: Workshop, *, as_json: bool) -> None:
    if as_json:
        print_json(as_document(acting, moved))
        return
    click.echo(f"{spoken_code(moved.code)} is {moved.stage}.")


@workshop.command(name="list")
@JSON
@says_why
def list_(*, as_json: bool) -> None:
    """List the workshops with code, stage, brand and wave, the newest first."""
    acting = bootstrap.get_acting()
    rooms = [
        room
        for workspace in people.workspaces(acting)
        for room in workshops.of_workspace(acting, workspace.id)
    ]
    if as_json:
        print_json([_row(room) for room in rooms])
        return
    for room in rooms:
        named = printable(room.brand.name), printable(room.assessment.wave)
        found = room.workshop
        click.echo("  ".join((spoken_code(found.code), found.stage, *named, room.assessment.id)))


def _row(room: Room) -> dict[str, object]:
    return {
        "code": room.workshop.code,
        "stage": room.workshop.stage.value,
        "link": join_link(room.workshop),
        "brand": room.brand.name,
        "wave": room.assessment.wave,
        "assessment": room.assessment.id,
    }


for command in (agree, votes, delete_votes):
    workshop.add_command(command)
