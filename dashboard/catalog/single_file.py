"""Checks files and folders that somebody names, by what they are."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from dashboard.catalog import DATA, Catalog, read_questionnaires
from dashboard.catalog.context import read_cases, read_vocabulary
from dashboard.catalog.evidence import PROVENANCE
from dashboard.catalog.instrument import INSTRUMENT
from dashboard.catalog.outside import read_outside
from dashboard.catalog.yaml_file import read_yaml
from dashboard.catalog.yaml_tree import mapping
from dashboard.domain.document import MAX_BYTES, read_document
from dashboard.domain.problem import Problem, Refused

UNKNOWN = (
    "is none of the files that can be checked: a questionnaire's folder or file, cases, "
    "a vocabulary, provenance, a table beside its provenance (.csv), or an assessment (.json)"
)


def check_files(files: Sequence[Path], folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Every problem of every file; a questionnaire is checked as a whole."""
    catalog = cache(partial(Catalog.load, folders, DATA))  # read once, and only if it is needed
    return tuple(p for file in dict.fromkeys(files) for p in _problems_of(file, folders, catalog))


def _problems_of(
    file: Path, folders: Sequence[Path], catalog: Callable[[], Catalog]
) -> tuple[Problem, ...]:
    try:
        return _check_file(file, folders, catalog)
    except OSError as error:
        return (Problem(file=file, message=f"cannot be read: {error.strerror}"),)


def _check_file(
    file: Path, folders: Sequence[Path], catalog: Callable[[], Catalog]
) -> tuple[Problem, ...]:
    if not file.exists():
        return (Problem(file=file, message="is not there"),)
    if file.is_dir():
        return tuple(read_questionnaires((file,)).problems)
    if file.suffix == ".json":
        return _check_document(file, catalog)
    if file.suffix == ".csv":
        return _check_table(file)
    if file.suffix in {".yaml", ".yml"}:
        return _check_yaml(file, folders)
    return (Problem(file=file, message=UNKNOWN),)


def _check_table(file: Path) -> tuple[Problem, ...]:
    """With all the tables beside it: their blocks stand in one file."""
    blocks = file.with_name(PROVENANCE)
    if not blocks.exists():
        return (Problem(file=file, message=UNKNOWN),)
    return tuple(read_outside(blocks)[1].problems)


def document_content(file: Path) -> bytes:
    """The content, or one byte more than is allowed of a file that may never end."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _check_document(file: Path, catalog: Callable[[], Catalog]) -> tuple[Problem, ...]:
    try:
        known, raw = catalog(), document_content(file)
        read_document(raw, file, find=known.find, vocabulary=known.vocabulary)
    except Refused as refused:
        return refused.problems
    return ()


def _check_yaml(file: Path, folders: Sequence[Path]) -> tuple[Problem, ...]:
    if (file.parent / INSTRUMENT).exists():
        return tuple(read_questionnaires((file.parent,)).problems)
    tree = read_yaml(file)
    if tree.problems:
        return tuple(tree.problems)
    keys = mapping(tree.data).keys()
    if "cases" in keys:
        outlines = read_questionnaires(folders).outlines
        return tuple(read_cases(file, outlines)[1].problems)
    if "sources" in keys:
        return tuple(read_outside(file)[1].problems)
    if "industry" in keys:
        return tuple(read_vocabulary(file)[1].problems)
    return (Problem(file=file, message=UNKNOWN),)
