"""The archive's file: a zip of a manifest and one file of lines a table.

Whatever is read here may come from anywhere: nothing is believed before it was compared with
the manifest, and nothing is unpacked but the line in hand, up to the first that is no row.
"""

import hashlib
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Literal

from pydantic import AwareDatetime, ValidationError
from sqlalchemy import Table

from dashboard.domain.problem import dotted, printable
from dashboard.domain.text import Frozen
from dashboard.store.errors import ArchiveRefused, ArchiveUnsound
from dashboard.store.migrate import HEAD, REVISIONS
from dashboard.store.portable import LineRefused, row_of
from dashboard.store.schema import TABLES, tables_at

FORMAT = "candour.backup/1"
MANIFEST = "manifest.json"
MAX_MANIFEST = 100_000
MAX_LINE = 1_000_000
"""Bytes; the longest row that the product can hold has about a quarter of it."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises for the many ways in which a zip file can be wrong."""


class TableSummary(Frozen):
    rows: int
    sha256: str


class Manifest(Frozen):
    """What an archive says of itself."""

    format: Literal["candour.backup/1"]
    revision: str
    created: AwareDatetime
    tables: dict[str, TableSummary]

    @property
    def rows(self) -> int:
        return sum(summary.rows for summary in self.tables.values())


class Tally:
    """Counts lines and digests them."""

    def __init__(self) -> None:
        self._rows = 0
        self._digest = hashlib.sha256()

    def add(self, line: bytes) -> None:
        self._rows += 1
        self._digest.update(line)

    def summary(self) -> TableSummary:
        return TableSummary(rows=self._rows, sha256=self._digest.hexdigest())


def write_archive(
    file: IO[bytes], lines: Callable[[Table], Iterable[bytes]], *, now: datetime
) -> Manifest:
    summaries = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for table in TABLES:
            tally = Tally()
            with packed.open(_entry(table), "w", force_zip64=True) as entry:
                for line in lines(table):
                    entry.write(line)
                    tally.add(line)
            summaries[table.name] = tally.summary()
        manifest = Manifest(format=FORMAT, revision=HEAD, created=now, tables=summaries)
        packed.writestr(MANIFEST, manifest.model_dump_json(indent=2))
    return manifest


@dataclass(frozen=True)
class Archive:
    """An archive whose manifest was read, and whose rows are checked as they are read."""

    path: Path
    packed: zipfile.ZipFile
    manifest: Manifest

    @property
    def tables(self) -> tuple[Table, ...]:
        """What there was at its revision; tables that came later are empty when it is restored."""
        return tables_at(self.manifest.revision)

    def check(self) -> None:
        """Read every row; raises `ArchiveRefused` at the first that is not as stated."""
        for table in self.tables:
            for _ in self.rows(table):
                pass

    def rows(self, table: Table) -> Iterator[dict[str, object]]:
        stated = self.manifest.tables[table.name]
        tally = Tally()
        for number, line in enumerate(self._lines(table), start=1):
            tally.add(line)
            try:
                row = row_of(table, line)
            except LineRefused as error:
                raise ArchiveUnsound(
                    self.path, f"{_entry(table)}, line {number} {error}"
                ) from error
            if number > stated.rows:
                raise ArchiveUnsound(self.path, f"{_entry(table)} has more rows than stated")
            yield row
        if tally.summary() != stated:
            raise ArchiveUnsound(self.path, f"{_entry(table)} is not what the manifest states")

    def _lines(self, table: Table) -> Iterator[bytes]:
        with _readable(self.path), self.packed.open(_entry(table)) as entry:
            while line := entry.readline(MAX_LINE):
                if not line.endswith(b"\n"):
                    raise ArchiveUnsound(self.path, f"{_entry(table)} has an endless line")
                yield line


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    with _readable(path):
        if path.exists() and not path.is_file():
            raise ArchiveUnsound(path, "this is no readable backup (it is no file)")
        packed = zipfile.ZipFile(path)
    with packed:
        with _readable(path):
            _check_names(path, packed.namelist())
            manifest = _manifest(path, packed)
        yield Archive(path, packed, manifest)


def _entry(table: Table) -> str:
    return f"{table.name}.jsonl"


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise ArchiveUnsound(path, f"this is no readable backup ({error})") from error


def _check_names(path: Path, names: list[str]) -> None:
    expected = {MANIFEST, *map(_entry, TABLES)}
    surplus = printable(", ".join(sorted(set(names) - expected)))
    if surplus or len(names) != len(set(names)):
        raise ArchiveUnsound(path, f"it holds what no backup holds ({surplus or 'twice'})")
    if MANIFEST not in names:
        raise ArchiveUnsound(path, "it has no manifest.json, so it is no backup")


def _manifest(path: Path, packed: zipfile.ZipFile) -> Manifest:
    with packed.open(MANIFEST) as entry:
        text = entry.read(MAX_MANIFEST)
    plain = json.loads(text)
    if not isinstance(plain, dict):
        raise ArchiveUnsound(path, "its manifest is no JSON object")
    _check_age(path, plain)
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        wrong = printable(", ".join(dotted(detail["loc"]) for detail in error.errors()))
        raise ArchiveUnsound(path, f"its manifest is wrong in {wrong}") from error
    tables = tables_at(manifest.revision)
    entries, found = {MANIFEST, *map(_entry, tables)}, set(packed.namelist())
    if surplus := printable(", ".join(sorted(found - entries))):
        raise ArchiveUnsound(path, f"it holds what no backup of its age holds ({surplus})")
    missing = {table.name for table in tables} ^ set(manifest.tables)
    missing |= entries - found
    if missing:
        raise ArchiveUnsound(path, f"it is incomplete ({', '.join(sorted(missing))})")
    return manifest


def _check_age(path: Path, plain: dict[str, object]) -> None:
    format_, revision = str(plain.get("format")), str(plain.get("revision"))
    newer = revision.isascii() and revision.isdecimal() and revision > HEAD
    stated = printable(f"{format_}, tables {revision}")
    if format_.startswith("candour.backup/") and (format_ != FORMAT or newer):
        raise ArchiveRefused(
            f"{path} was written by a newer version ({stated}); "
            "the database is as it was; restore with that version"
        )
    if format_ != FORMAT or revision not in REVISIONS:
        raise ArchiveUnsound(path, f"it is not a {FORMAT} archive")
