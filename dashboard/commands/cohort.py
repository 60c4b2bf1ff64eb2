"""`cohort`: make the release that is due, write it to a file, bring in one of another publisher."""

from collections.abc import Iterable
from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.catalog.single_file import document_content
from dashboard.charts.places import cohort_in_words
from dashboard.commands.files import FILE
from dashboard.commands.printing import print_json
from dashboard.commands.refusing import Stopped, says_why
from dashboard.commands.writing import OUT, write_new
from dashboard.domain.pack import read_pack, write_pack
from dashboard.domain.problem import printable
from dashboard.domain.release import NoRelease, Release, next_due
from dashboard.services import benchmarks, packs
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.releases import StoredRelease

QUESTIONNAIRE = click.option(
    "--questionnaire", metavar="ID@VERSION", help="Of one questionnaire; else of the newest ones."
)
WHY = {
    NoRelease.TOO_FEW: "fewer than 10 organisations count",
    NoRelease.TOO_LITTLE_CHANGED: "fewer than 3 organisations entered, left or changed: "
    "the release before stays",
    NoRelease.NOT_AGAIN_YET: "the last one is no longer shown, and fewer than 3 organisations "
    "entered, left or changed since it or an earlier one: no date is sure before that",
}


@click.group()
def cohort() -> None:
    """Benchmarks among participating brands: made twice a year, passed on as files."""


@cohort.command()
@QUESTIONNAIRE
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@says_why
def release(questionnaire: str | None, *, as_json: bool) -> None:
    """Make the release that is due, or say why there is none.

    Due on 1 January and 1 July, of whoever had consented before. Run it after either day, from a
    timetable or by hand; run twice, it does nothing the second time.
    """
    acting = bootstrap.get_acting()
    found = {one: benchmarks.release(acting, one) for one in _references(acting, questionnaire)}
    if as_json:
        rows = [_row(acting, reference, one) for reference, one in found.items()]
        print_json(rows)
        return
    for reference, one in found.items():
        click.echo(_line(acting, reference, one))


@cohort.command()
@QUESTIONNAIRE
@click.option("--out", type=OUT, required=True)
@click.option("--publisher", help="Who publishes it; a name that readers know.")
@click.option("--licence", help="What readers may do with it, such as CC BY 4.0.")
@says_why
def export(
    questionnaire: str | None, out: Path, publisher: str | None, licence: str | None
) -> None:
    """Write the release that is shown now to a file, `candour.cohort/1`."""
    acting = bootstrap.get_acting()
    references = _references(acting, questionnaire)
    if len(references) > 1:
        raise click.UsageError("there are several questionnaires: name one by --questionnaire")
    shown = benchmarks.published(acting, references[0])
    named = {"publisher": publisher, "licence": licence}
    changes = {key: value for key, value in named.items() if value is not None}
    text = write_pack(shown.model_copy(update=changes))
    # What is written must be readable: a name too long is found here, not by the reader.
    _read(acting, text.encode(), out)
    write_new(out, text.encode())


@cohort.command(name="import")
@click.argument("path", metavar="FILE", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@says_why
def import_(path: Path, *, as_json: bool) -> None:
    """Bring in a release of another publisher, and print its ID."""
    acting = bootstrap.get_acting()
    found = _read(acting, document_content(path), path)
    try:
        pack = packs.add(acting, OWN_WORKSPACE_ID, found)
    except packs.PackRefused as refused:
        raise Stopped(f"{path}: {refused.message}") from refused
    if as_json:
        shown = {"id": pack.id, "publisher": found.publisher, "released": str(found.released)}
        print_json(shown)
        return
    click.echo(pack.id)


def _references(acting: Acting, questionnaire: str | None) -> list[str]:
    if questionnaire is not None:
        return [acting.catalog.find(questionnaire).reference]
    return [one.reference for one in acting.catalog.newest]


def _read(acting: Acting, raw: bytes, path: Path) -> Release:
    catalog = acting.catalog
    return read_pack(raw, path, find=catalog.find, vocabulary=catalog.vocabulary)


def _row(acting: Acting, reference: str, found: StoredRelease | NoRelease) -> dict[str, object]:
    due = str(next_due(acting.now().date()))
    if isinstance(found, NoRelease):
        return {"questionnaire": reference, "released": None, "why": found.value, "next_due": due}
    return {
        "questionnaire": reference,
        "released": str(found.due),
        "shown": found.ended_at is None,
        "n": found.release.all.n,
        "cohorts": len(found.release.cohorts),
        "next_due": due,
    }


def _line(acting: Acting, reference: str, found: StoredRelease | NoRelease) -> str:
    due = f"the next one is due on {next_due(acting.now().date())}"
    if isinstance(found, NoRelease):
        return f"{reference}  no release: {WHY[found]}; {due}"
    if found.ended_at is not None:
        return f"{reference}  the release of {found.due} is not shown: a brand has withdrawn; {due}"
    cohorts = _named(acting, found.release)
    shown = f"{reference}  release of {found.due}: about {found.release.all.n} brands; {due}"
    return "\n".join([shown, *(f"  {printable(line)}" for line in cohorts)])


def _named(acting: Acting, found: Release) -> Iterable[str]:
    vocabulary = acting.catalog.vocabulary
    for one in found.cohorts:
        yield f"{cohort_in_words(one.cohort, vocabulary, 'en')}  about {one.n}"
