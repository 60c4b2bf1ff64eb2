"""An archive with anything wrong is refused with the reason, and the database stays as it was."""

import hashlib
import json
import os
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused
from dashboard.store.store import Store
from tests.examples import scaled
from tests.store.rows import NOW, save
from tests.store.tallies import content

Files = dict[str, bytes]


@pytest.fixture
def archive(filled: Store, tmp_path: Path) -> Path:
    for number in range(5):
        save(filled, Answer.at(3), item=f"I{number}")
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    save(filled, Answer.at(5), item="since then")
    return path


def repack(path: Path, change: Callable[[Files], None]) -> None:
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)


def with_manifest(files: Files, **changes: object) -> None:
    manifest = json.loads(files["manifest.json"])
    files["manifest.json"] = json.dumps(manifest | changes).encode()


def with_rows(files: Files, table: str, rows: list[str]) -> None:
    """Other rows, and a manifest that vouches for them."""
    data = "".join(f"{row}\n" for row in rows).encode("utf-8", "surrogatepass")
    files[f"{table}.jsonl"] = data
    tables = json.loads(files["manifest.json"])["tables"]
    tables[table] = {"rows": len(rows), "sha256": hashlib.sha256(data).hexdigest()}
    with_manifest(files, tables=tables)


def with_first_row(table: str, **changes: object) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        first, *rest = files[f"{table}.jsonl"].decode().splitlines()
        row = json.dumps(json.loads(first) | changes, ensure_ascii=False, separators=(",", ":"))
        with_rows(files, table, [row, *rest])

    return change


def with_text(table: str, old: str, new: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        text = files[f"{table}.jsonl"].decode()
        assert old in text
        with_rows(files, table, text.replace(old, new).splitlines())

    return change


def without(name: str) -> Callable[[Files], None]:
    return lambda files: files.__delitem__(name)


def adding(name: str) -> Callable[[Files], None]:
    return lambda files: files.__setitem__(name, b"x")


def stating(**changes: object) -> Callable[[Files], None]:
    return lambda files: with_manifest(files, **changes)


def swapping(files: Files) -> None:
    rows = files["answers.jsonl"].decode().splitlines()
    with_rows(files, "answers", rows[::-1])


def twice(files: Files) -> None:
    rows = files["answers.jsonl"].decode().splitlines()
    with_rows(files, "answers", [rows[0], *rows])


def flipping(files: Files) -> None:
    data = files["answers.jsonl"]
    files["answers.jsonl"] = data.replace(b'"level":3', b'"level":4', 1)


def shortening(files: Files) -> None:
    files["history.jsonl"] = files["history.jsonl"].splitlines(keepends=True)[0]


def endless(files: Files) -> None:
    files["users.jsonl"] = b"x" * 2_000_000


FAULTS: dict[str, tuple[Callable[[Files], None], str]] = {
    "a value other than at the backup": (flipping, "not what the manifest states"),
    "fewer rows than at the backup": (shortening, "not what the manifest states"),
    "an endless line": (endless, "endless line"),
    "no manifest": (without("manifest.json"), "no manifest"),
    "no file of a table": (without("answers.jsonl"), r"incomplete \(answers.jsonl\)"),
    "a file beside": (adding("notes.txt"), "notes.txt"),
    "a path that leads out": (adding("../../evil.jsonl"), "evil.jsonl"),
    "an absolute path": (adding("/etc/evil"), "/etc/evil"),
    "another format": (stating(format="other/1"), "not a candour.backup/1"),
    "no format": (stating(format=None), "not a candour.backup/1"),
    "a newer format": (stating(format="candour.backup/2"), "newer version"),
    "newer tables": (stating(revision="0999"), "newer version"),
    "unknown tables": (stating(revision="zzz"), "not a candour.backup/1"),
    "no moment": (stating(created="yesterday"), "manifest is wrong in"),
    "a table too many": (stating(tables={}), "incomplete"),
    "an unknown key": (stating(mood="good"), "manifest is wrong in"),
    "rows in another order": (swapping, "came back otherwise"),
    "a row twice": (twice, "do not fit"),
    "a brand without its workspace": (
        with_first_row("brands", workspace_id="none"),
        "do not fit",
    ),
    "an answer of nobody": (with_first_row("answers", changed_by="none"), "do not fit"),
    "a state that is none": (with_first_row("answers", state="maybe"), "do not fit"),
    "a level without its state": (with_first_row("answers", state="dont_know"), "do not fit"),
    "a row that is no answer": (
        with_first_row("answers", state="not_applicable", level=None),
        "not valid",
    ),
    "a level that no item has": (with_first_row("history", level=0), "not valid"),
    "a name that is too long": (with_first_row("brands", name="x" * 201), "not valid"),
    "a key too many": (with_first_row("brands", mood="good"), "other columns"),
    "no id": (with_first_row("brands", id=None), "has no id"),
    "a number for a text": (with_first_row("brands", name=3), "wrong name"),
    "a text for a number": (with_first_row("answers", level="3"), "wrong level"),
    "a truth for a number": (with_first_row("answers", level=True), "wrong level"),
    "a number for a truth": (with_first_row("history", set_aside=0), "wrong set_aside"),
    "a number too big": (with_first_row("answers", version=2**31), "wrong version"),
    "a far too big number": (with_first_row("history", id=2**63), "wrong id"),
    "a number that is none": (with_first_row("assessments", overall=float("nan")), "overall"),
    "an infinite number": (
        with_text("assessments", '"overall":null', '"overall":1e999'),
        "overall",
    ),
    "a moment without a zone": (
        with_first_row("brands", created_at="2026-01-01T00:00:00.000000"),
        "line 1 ",
    ),
    "a moment that never was": (
        with_first_row("brands", created_at="2026-02-30T00:00:00.000000+00:00"),
        "wrong created_at",
    ),
    "a moment before the first year": (
        with_first_row("brands", created_at="0001-01-01T00:00:00.000000+01:00"),
        "wrong created_at",
    ),
    "a day that never was": (with_first_row("assessments", dated="2026-02-30"), "wrong dated"),
    "links that are none": (with_first_row("answers", links="https://a.b"), "wrong links"),
    "links of numbers": (with_first_row("answers", links=[1]), "wrong links"),
    "a control character": (with_first_row("brands", parent="a\u0000b"), "wrong parent"),
    "half a character": (with_text("brands", '"Acme"', '"\\ud800"'), "wrong name"),
    "a key twice": (
        with_text("brands", '"id":"acme"', '"id":"x","id":"acme"'),
        "as a backup writes",
    ),
    "white space": (with_text("brands", '"id":', '"id": '), "as a backup writes"),
    "no JSON": (with_text("brands", "{", "["), "not JSON"),
    "deep JSON": (with_text("brands", '"Acme"', "[" * 100_000), "not JSON"),
    "a list for a row": (lambda files: with_rows(files, "brands", ["[]"]), "other columns"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_an_archive_with_a_fault_is_refused_and_changes_nothing(
    filled: Store, archive: Path, change: Callable[[Files], None], says: str
) -> None:
    before = content(filled)
    repack(archive, change)

    with pytest.raises(ArchiveRefused, match=says) as refusal:
        restore(filled, archive, replace=True)

    assert content(filled) == before
    assert str(archive) in str(refusal.value)


def test_a_file_twice_in_an_archive_is_refused(on_sqlite: Store, tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    backup(on_sqlite, path, now=NOW)
    with zipfile.ZipFile(path, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr("users.jsonl", b"")

    with pytest.raises(ArchiveRefused, match="twice"):
        restore(on_sqlite, path, replace=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["users.jsonl", "manifest.json"])
@pytest.mark.parametrize("filling", [b" ", b"\n", b"{}\n"], ids=repr)
def test_an_archive_that_would_unpack_to_far_too_much_is_refused_before_it_does(
    on_sqlite: Store, tmp_path: Path, name: str, filling: bytes
) -> None:
    path = tmp_path / "bomb.zip"
    backup(on_sqlite, path, now=NOW)
    repack(path, lambda files: files.__setitem__(name, filling * (40_000_000 // len(filling))))
    assert path.stat().st_size < 400_000

    tracemalloc.start()
    with pytest.raises(ArchiveRefused):
        restore(on_sqlite, path, replace=True)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 20_000_000


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive", bytes(range(256)) * 100])
def test_what_is_no_archive_is_refused(on_sqlite: Store, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(data)

    with pytest.raises(ArchiveRefused, match="no readable backup"):
        restore(on_sqlite, path, replace=True)


def test_an_archive_that_is_not_there_is_refused(on_sqlite: Store, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.zip", Path(os.devnull)):
        with pytest.raises(ArchiveRefused, match="no readable backup"):
            restore(on_sqlite, path)


def _spoilt(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    spoilt = bytearray(data)
    match chance.randrange(3):
        case 0:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        case 1:
            del spoilt[chance.randrange(len(spoilt)) :]
        case _:
            place = chance.randrange(len(spoilt))
            spoilt[place : place + 40] = chance.randbytes(40)
    return bytes(spoilt)


@pytest.mark.slow
@settings(
    max_examples=scaled(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_a_spoilt_archive_is_refused_or_holds_what_it_held(
    on_sqlite: Store, tmp_path: Path, seed: int
) -> None:
    whole = tmp_path / "whole.zip"
    if not whole.exists():
        backup(on_sqlite, whole, now=NOW)
    before = content(on_sqlite)
    spoilt = tmp_path / "spoilt.zip"
    spoilt.write_bytes(_spoilt(whole.read_bytes(), seed))

    try:
        manifest = restore(on_sqlite, spoilt, replace=True)
    except ArchiveRefused:
        pass
    else:
        assert manifest.created == datetime(2026, 11, 24, 9, 30, 15, 123456, tzinfo=UTC)
    assert content(on_sqlite) == before
