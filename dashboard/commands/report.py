"""`report`: an assessment as a PDF, slides, a spreadsheet or JSON; or all of them at once."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.commands.progress import progress, say
from dashboard.commands.refusing import REFUSALS, Stopped, says_why
from dashboard.commands.writing import write_new
from dashboard.domain.problem import printable
from dashboard.domain.text import LANGS, Lang
from dashboard.reports.formats import Form, Format, Paper
from dashboard.reports.look import read_look
from dashboard.reports.rendering import CannotRender, Choice, render
from dashboard.services import people, reports
from dashboard.services.acting import Acting
from dashboard.services.portfolio import portfolio

PAPERS = {"a4": Paper.A4, "letter": Paper.LETTER}


@click.command()
@click.argument("assessment_id", metavar="[ID]", required=False)
@click.option("--all", "everything", is_flag=True, help="Every assessment, into the folder --out.")
@click.option("--format", "ending", type=click.Choice([one.value for one in Format]), required=True)
@click.option("--lang", type=click.Choice(LANGS), default="en", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File, or folder.")
@click.option(
    "--form", type=click.Choice([one.value for one in Form]), help="PDF only.  [default: board]"
)
@click.option("--paper", type=click.Choice([*PAPERS]), help="PDF only.  [default: a4]")
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="PPTX only: the .pptx whose colours, fonts and logo the slides take.",
)
@click.option(
    "--look",
    "look_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with name, logo and colours for it.  [default: those of the workspace]",
)
@says_why
def report(
    *,
    assessment_id: str | None,
    everything: bool,
    ending: str,
    lang: Lang,
    out: Path,
    form: str | None,
    paper: str | None,
    template: Path | None,
    look_file: Path | None,
) -> None:
    """Write the report of assessment ID, or with --all those of all assessments."""
    if everything == (assessment_id is not None):
        raise click.UsageError("give either an ID or --all")
    choice = _choice(Format(ending), form, paper, template)
    dress = read_look(look_file) if look_file else None
    acting = bootstrap.get_acting()

    def make(one: str) -> bytes:
        try:
            return render(reports.report_of(acting, one, lang=lang, look=dress), choice)
        except CannotRender as refused:
            raise Stopped(str(refused)) from refused

    if assessment_id is not None:
        _refuse_misnamed(out, choice.format)
        write_new(out, make(assessment_id))
    else:
        _write_all(list(_everything(acting)), make, out, choice.format)


def _choice(ending: Format, form: str | None, paper: str | None, template: Path | None) -> Choice:
    if ending is not Format.PDF and (form or paper):
        raise click.UsageError("--form and --paper are for PDF")
    if ending is not Format.PPTX and template:
        raise click.UsageError("--template is for PPTX")
    return Choice(
        ending,
        Form(form) if form else Form.BOARD,
        PAPERS[paper] if paper else Paper.A4,
        template.read_bytes() if template else None,
    )


def _refuse_misnamed(out: Path, ending: Format) -> None:
    """A file by the name of another format would open in nothing; and `-` is no file."""
    named = out.suffix.lower().removeprefix(".")
    if named != ending and named in list(Format):
        raise click.UsageError(f"{out}: a report as {ending} is no .{named} file")
    if str(out) == "-":
        raise click.UsageError("--out is the name of a file: nothing goes to standard output")


def _write_all(ids: Sequence[str], make: Callable[[str], bytes], folder: Path, ending: str) -> None:
    """One file an assessment, named by its ID; one that fails is said, and the others are made."""
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for one in progress(ids):
        out = folder / f"{one}.{ending}"
        try:
            write_new(out, make(one))
        except (Stopped, *REFUSALS) as error:
            failed += 1
            say(f"{one}: {printable(str(error))}", err=True)
        except Exception as error:  # noqa: BLE001  (of a hundred reports, one that breaks is one)
            failed += 1
            say(f"{one}: {printable(f'{type(error).__name__}: {error}')}", err=True)
        else:
            say(out)
    if failed:
        raise Stopped(f"{failed} {'report' if failed == 1 else 'reports'} could not be made")


def _everything(acting: Acting) -> Iterator[str]:
    """Those too whose questionnaire is not here: left out in silence, nobody would miss them."""
    for workspace in people.workspaces(acting):
        found = portfolio(acting, workspace)
        for line in found.lines:
            yield from (sheet.assessment.id for sheet in line.waves)
        yield from (assessment.id for _, assessment in found.without_questionnaire)
