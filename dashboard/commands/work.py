"""`import`, `export`, `list` and `demo`: commands on the local user's work."""

import errno
from collections.abc import Iterator
from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.commands.files import FILE, FOLDER, load_catalog, read_documents
from dashboard.commands.printing import print_json
from dashboard.commands.refusing import Stopped, says_why
from dashboard.commands.writing import OUT, write_over
from dashboard.domain.access import Workspace
from dashboard.domain.assessment import Assessment, Brand
from dashboard.domain.document import write_document
from dashboard.domain.precision import whole
from dashboard.domain.problem import Problem, Refused, printable
from dashboard.domain.result import Result
from dashboard.services import assessments, files, people
from dashboard.services import demo as demo_workspace
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import Portfolio, portfolio

BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of the names of SQLite's files."""


@click.command(name="import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=FILE)
@click.option("--questionnaire", "folder", type=FOLDER, help="One more folder to search.")
@click.option("--replace", metavar="ID", help="Give this assessment the answers of the one file.")
@says_why
def import_(paths: tuple[Path, ...], folder: Path | None, replace: str | None) -> None:
    """Import assessment files, all or none, and print the IDs."""
    if replace and len(paths) > 1:
        raise click.UsageError("--replace takes one file")
    catalog = load_catalog(folder)
    documents = read_documents(paths, catalog)
    acting = bootstrap.get_acting(catalog)
    try:
        imported = files.import_documents(acting, OWN_WORKSPACE_ID, documents, replace=replace)
    except files.ImportRefused as refused:
        raise Refused(
            Problem(file=paths[position], message=reason)
            for position, reason in refused.reasons.items()
        ) from refused
    ids = [assessment.id for assessment in imported]
    try:
        click.echo("\n".join(ids))
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise Stopped(
            f"imported as {', '.join(ids)}, which cannot be printed: {error.strerror}"
        ) from error


@click.command()
@click.argument("assessment_id", metavar="ID")
@click.option("--out", type=OUT, required=True)
@says_why
def export(assessment_id: str, out: Path) -> None:
    """Write one assessment to a file."""
    acting = bootstrap.get_acting()
    sheet = assessments.open_sheet(acting, assessment_id)
    if _is_of_database(out, acting.store.database.file):
        raise Stopped(f"{out}: belongs to the database and stays as it is; give another name")
    write_over(out, write_document(files.export_document(sheet)).encode())
    if sheet.misfits:
        items = printable(", ".join(sheet.misfits))
        message = (
            "warning: left out, for the questionnaire has changed since they were given: "
            f"the answers to {items}"
        )
        click.echo(message, err=True)


def _is_of_database(path: Path, database: Path | None) -> bool:
    """Whether it is the database's file, or one that SQLite keeps beside it."""
    if database is None:
        return False
    beside = {database.resolve().with_name(f"{database.name}{end}") for end in BESIDE}
    try:
        return path.resolve() in beside or path.samefile(database)
    except OSError:
        return False


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@says_why
def list_(*, as_json: bool) -> None:
    """List brands and waves with status, overall score and band."""
    acting = bootstrap.get_acting()
    shown = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
    rows = [row for one in shown for row in _rows(one)]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(_line(row))


def _rows(shown: Portfolio) -> Iterator[dict[str, object]]:
    for line in shown.lines:
        for sheet in reversed(line.waves):
            yield _row(shown.workspace, sheet.brand, sheet.assessment, sheet.result)
    for brand, assessment in shown.without_questionnaire:
        yield _row(shown.workspace, brand, assessment, None)


def _row(
    workspace: Workspace, brand: Brand, assessment: Assessment, result: Result | None
) -> dict[str, object]:
    return {
        "id": assessment.id,
        "brand": brand.name,
        "wave": assessment.wave,
        "status": assessment.status.value,
        "overall": result.overall.score if result else None,
        "band": result.band.awarded if result else None,
        "provisional": result.band.provisional if result else None,
        "questionnaire": assessment.questionnaire,
        "questionnaire_found": result is not None,
        "workspace": workspace.name,
        "demo": workspace.is_demo,
    }


def _line(row: dict[str, object]) -> str:
    overall = "–" if row["overall"] is None else str(whole(float(str(row["overall"]))))
    brand, wave = printable(str(row["brand"])), printable(str(row["wave"]))
    unread = "" if row["questionnaire_found"] else f"  (there is no {row['questionnaire']} here)"
    demo = "  (demo data)" if row["demo"] else ""
    shown = (row["id"], brand, wave, row["status"], overall, row["band"] or "–")
    return "  ".join(str(part) for part in shown) + unread + demo


@click.group()
def demo() -> None:
    """The demo workspace: made-up brands, apart from your own work."""


@demo.command()
@says_why
def load() -> None:
    """Put the demo brands into their workspace."""
    demo_workspace.load(bootstrap.get_acting())
    click.echo("The demo workspace is there.")


@demo.command()
@says_why
def remove() -> None:
    """Remove the demo brands for good."""
    removed = demo_workspace.remove(bootstrap.get_acting())
    click.echo(f"{removed} demo brands removed.")
