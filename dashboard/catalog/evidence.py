"""Outside evidence: tables in `data/`, each with a block that says where it comes from.

Nothing of it is on the scale of a questionnaire, and nothing of it becomes a benchmark of one.
"""

import csv
from pathlib import Path
from typing import Annotated

from pydantic import Field

from dashboard.catalog.refusals import validated
from dashboard.catalog.yaml_file import read_yaml
from dashboard.catalog.yaml_tree import YamlTree, mapping, sequence
from dashboard.domain.text import Frozen, StatedText, Text

PROVENANCE = "provenance.yaml"


class Source(Frozen):
    """Where one table comes from, and how far it carries."""

    file: Annotated[StatedText, Field(pattern=r"^[a-z0-9_]+\.csv$")]
    columns: tuple[StatedText, ...] = Field(min_length=1)
    rows: Annotated[int, Field(strict=True, ge=1)]
    title: Text
    publisher: Text
    year: Text
    n: Text
    geography: Text
    licence: Text
    changed: Text
    """What we changed; "nothing" where the table is as published."""
    limits: Text


class Provenance(Frozen):
    sources: tuple[Source, ...] = Field(min_length=1)


def read_provenance(file: Path) -> tuple[Provenance | None, YamlTree]:
    """Read the provenance blocks, and check that every table is there and as described."""
    tree = read_yaml(file)
    provenance = validated(Provenance, tree) if tree.data is not None else None
    described = [
        mapping(block).get("file") for block in sequence(mapping(tree.data).get("sources"))
    ]
    for i, source in enumerate(provenance.sources if provenance else ()):
        _check_table(tree, ("sources", i), file.parent / source.file, source)
    for table in sorted(file.parent.glob("*.csv")):
        if table.name not in described:
            tree.fault(("sources",), f"{table.name} has no block that says where it comes from")
    return provenance, tree


def _check_table(tree: YamlTree, path: tuple[str, int], table: Path, source: Source) -> None:
    try:
        with table.open(encoding="utf-8", newline="") as lines:
            header, *rows = list(csv.reader(lines, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        tree.fault((*path, "file"), f"{table.name} cannot be read: {error}")
        return
    if tuple(header) != source.columns:
        tree.fault((*path, "columns"), f"{table.name} has the columns {', '.join(header)}")
    if len(rows) != source.rows:
        tree.fault((*path, "rows"), f"{table.name} has {len(rows)} rows")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            tree.fault((*path, "file"), f"{table.name} line {number} has {len(row)} values")
