"""`import`, `export`, `list` and `demo`: commands on the local user's work."""

import json
from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.commands.files import FILE, FOLDER, load_catalog, read_documents
from dashboard.commands.refusing import Stopped, says_why
from dashboard.domain.access import Workspace
from dashboard.domain.document import write_document
from dashboard.domain.precision import whole
from dashboard.services import assessments, files, people
from dashboard.services import demo as demo_workspace
from dashboard.services.assessments import Sheet
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import portfolio


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
        raise Stopped(f"{paths[refused.position]}: {refused}") from refused
    for assessment in imported:
        click.echo(assessment.id)


@click.command()
@click.argument("assessment_id", metavar="ID")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@says_why
def export(assessment_id: str, out: Path) -> None:
    """Write one assessment to a file."""
    sheet = assessments.open_sheet(bootstrap.get_acting(), assessment_id)
    try:
        out.write_text(write_document(files.export_document(sheet)), encoding="utf-8")
    except OSError as error:
        raise Stopped(f"{out}: cannot be written: {error.strerror}") from error


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@says_why
def list_(*, as_json: bool) -> None:
    """List brands and waves with status, overall score and band."""
    acting = bootstrap.get_acting()
    rows = [
        _row(workspace, sheet)
        for workspace in people.workspaces(acting)
        for line in portfolio(acting, workspace).lines
        for sheet in reversed(line.waves)
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        overall = "–" if row["overall"] is None else str(whole(float(str(row["overall"]))))
        demo = "  (demo data)" if row["demo"] else ""
        band = row["band"] or "–"
        click.echo(
            f"{row['id']}  {row['brand']}  {row['wave']}  {row['status']}  {overall}  {band}{demo}"
        )


def _row(workspace: Workspace, sheet: Sheet) -> dict[str, object]:
    return {
        "id": sheet.assessment.id,
        "brand": sheet.brand.name,
        "wave": sheet.assessment.wave,
        "status": sheet.assessment.status.value,
        "overall": sheet.result.overall.score,
        "band": sheet.result.band.awarded,
        "provisional": sheet.result.band.provisional,
        "questionnaire": sheet.assessment.questionnaire,
        "workspace": workspace.name,
        "demo": workspace.is_demo,
    }


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
