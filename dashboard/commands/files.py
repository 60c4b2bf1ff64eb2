"""`check` and `score`: commands that read files and need no database."""

from collections.abc import Sequence
from pathlib import Path

import click

from dashboard import bootstrap
from dashboard.catalog import DATA, Catalog, survey
from dashboard.catalog.single_file import check_files, document_content
from dashboard.commands.garbage import nothing_thrown_away
from dashboard.commands.printing import print_json
from dashboard.commands.progress import progress
from dashboard.commands.refusing import says_why
from dashboard.domain import result_document
from dashboard.domain.document import Document, read_document
from dashboard.domain.problem import Problem, Refused, printable
from dashboard.domain.scoring import score as score_answers

FILE = click.Path(path_type=Path, readable=False)
"""What cannot be read is told by the command, with all else that is wrong."""
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@says_why
def check(files: tuple[Path, ...]) -> None:
    """Check questionnaires, cases and data files, or the FILES given.

    Prints every problem with its file, line and path. A folder is checked as a questionnaire.
    """
    folders = bootstrap.questionnaire_folders(bootstrap.get_settings())
    if files:
        problems = check_files(files, folders)
    else:
        _, problems = survey(folders, DATA)
    for problem in problems:
        click.echo(str(problem), err=not problem.warning)
    errors = sum(not problem.warning for problem in problems)
    if errors:
        click.echo(f"{errors} {'problem' if errors == 1 else 'problems'} found", err=True)
        raise SystemExit(1)
    click.echo("Everything is in order.")


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--questionnaire", "folder", type=FOLDER, help="One more folder to search.")
@click.option("--json", "as_json", is_flag=True, help="Print result documents.")
@says_why
def score(files: tuple[Path, ...], folder: Path | None, *, as_json: bool) -> None:
    """Score assessment FILES without a database."""
    catalog = load_catalog(folder)
    scored = []
    with nothing_thrown_away():
        for document in read_documents(files, catalog):
            questionnaire = catalog.find(document.questionnaire)
            scored.append((document, questionnaire, score_answers(questionnaire, document.answers)))
    if as_json:
        shown = [result_document.as_json(result) for _, _, result in scored]
        print_json(shown if len(shown) > 1 else shown[0])
        return
    lines: list[str] = []
    for document, questionnaire, result in scored:
        lines.append(f"{printable(document.brand.name)}, {printable(document.wave)}")
        lines.append(result_document.as_words(questionnaire, result))
    click.echo("\n".join(lines))


def load_catalog(folder: Path | None) -> Catalog:
    """The catalogue of the settings, with one more folder if given."""
    folders = bootstrap.questionnaire_folders(bootstrap.get_settings())
    return Catalog.load((*folders, folder.resolve())) if folder else bootstrap.get_catalog()


def read_documents(files: Sequence[Path], catalog: Catalog) -> list[Document]:
    """Read all files; `Refused`, with the problems of all of them, if one is wrong."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for file in progress(files):
        try:
            raw = document_content(file)
            documents.append(
                read_document(raw, file, find=catalog.find, vocabulary=catalog.vocabulary)
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(Problem(file=file, message=f"cannot be read: {reason.lower()}"))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return documents
