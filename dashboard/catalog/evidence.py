"""Outside evidence: tables in `data/`, each with a block that says where it comes from.

Nothing of it is on the scale of a questionnaire, and nothing of it becomes a benchmark of one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from dashboard.catalog.csv_table import CsvTable, Unreadable, read_table
from dashboard.catalog.refusals import validated
from dashboard.catalog.yaml_file import read_yaml
from dashboard.catalog.yaml_tree import Path_, YamlTree, mapping, sequence
from dashboard.domain.text import Frozen, StatedText, Text

PROVENANCE = "provenance.yaml"

Kind = Literal[
    "trackers", "products", "replies", "disclosure", "sector trust", "single figures", "matches"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What the page has a picture of its own for; any other table it shows as it is."""


class Drawn(Frozen):
    """Which columns are drawn as bars, one bar a line."""

    label: StatedText
    value: StatedText
    unit: Text


class Source(Frozen):
    """Where one table comes from, and how far it carries."""

    file: Annotated[StatedText, Field(pattern=r"^[a-z0-9_]+\.csv$")]
    kind: Kind | None = None
    columns: tuple[StatedText, ...] = Field(min_length=1)
    rows: Annotated[int, Field(strict=True, ge=1)]
    bars: Drawn | None = None
    title: Text
    publisher: Text
    year: Text
    n: Text
    geography: Text
    licence: Text
    changed: Text
    """What we changed; "None." where the table is as published."""
    limits: Text
    names: dict[str, Text] = Field(default_factory=dict)
    """A heading or a cell of the table, and what it reads on the page."""

    def named(self, cell: str) -> Text:
        return self.names.get(cell) or Text.model_construct(en=cell, zh=cell)


class Provenance(Frozen):
    sources: tuple[Source, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Published:
    """A table with its block."""

    source: Source
    table: CsvTable
    path: Path_
    """Where the block stands in its file."""


def read_published(file: Path) -> tuple[tuple[Published, ...], YamlTree]:
    """Read the blocks with their tables, and check that each table is as its block says."""
    tree = read_yaml(file)
    provenance = validated(Provenance, tree) if tree.data is not None else None
    described = [
        mapping(block).get("file") for block in sequence(mapping(tree.data).get("sources"))
    ]
    published = tuple(_published(tree, provenance)) if provenance else ()
    for table in sorted(file.parent.glob("*.csv")):
        if table.name not in described:
            tree.fault(("sources",), f"{table.name} has no block that says where it comes from")
    return published, tree


def _published(tree: YamlTree, provenance: Provenance) -> Iterator[Published]:
    seen: dict[str, str] = {}
    for i, source in enumerate(provenance.sources):
        path = ("sources", i)
        if source.file in seen.values():
            tree.fault((*path, "file"), f"{source.file} has a block already")
        if source.kind in seen:
            message = f"{source.kind} is the kind of {seen[source.kind]} already"
            tree.fault((*path, "kind"), message)
        seen[source.kind or source.file] = source.file
        try:
            table = read_table(tree.file.parent / source.file)
        except Unreadable as error:
            tree.fault((*path, "file"), f"{source.file} {error}")
        else:
            _check_block(tree, path, source, table)
            yield Published(source, table, path)


def _check_block(tree: YamlTree, path: Path_, source: Source, table: CsvTable) -> None:
    if table.columns != source.columns:
        message = f"{source.file} has the columns {', '.join(table.columns)}"
        tree.fault((*path, "columns"), message)
    if table.problems:
        return
    if len(table.lines) != source.rows:
        tree.fault((*path, "rows"), f"{source.file} has {len(table.lines)} rows")
        return
    there = {*table.columns, *(cell for line in table.lines for cell in line.cells)}
    for name in source.names:
        if name not in there:
            tree.fault((*path, "names", name), f"{source.file} has no such heading or cell")
