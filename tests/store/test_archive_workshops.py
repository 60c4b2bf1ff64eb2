"""Backups of workshops that are going on, and backups from before there were any."""

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.domain.answer import Answer
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused
from dashboard.store.migrate import HEAD
from dashboard.store.schema import TABLES, tables_at
from dashboard.store.store import Store
from tests.store.rooms import furnish, join, workshop
from tests.store.rows import NOW, fill, save
from tests.store.tallies import content
from tests.store.test_archive_faults import Files, repack, with_first_row, with_manifest

NEW = [table.name for table in tables_at("0002") if table not in tables_at("0001")]


@pytest.fixture
def archive(filled: Store, tmp_path: Path) -> Path:
    save(filled, Answer.at(3))
    furnish(filled)
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    return path


def as_of_0001(files: Files) -> None:
    """What the version before workshops wrote: the same, without their tables."""
    tables = json.loads(files["manifest.json"])["tables"]
    for name in tables.keys() - {table.name for table in tables_at("0001")}:
        del files[f"{name}.jsonl"], tables[name]
    with_manifest(files, revision="0001", tables=tables)


def test_the_tables_of_workshops_are_the_ones_that_came_later() -> None:
    assert NEW[:4] == ["workshops", "participants", "ratings", "agreed"]


def test_a_workshop_that_is_going_on_comes_back_on_any_database(
    filled: Store, archive: Path, target: Store, tmp_path: Path
) -> None:
    read = restore(target, archive)
    again = backup(target, tmp_path / "again.zip", now=NOW)

    assert [read.tables[name].rows for name in NEW[:4]] == [2, 3, 3, 2]
    assert content(filled) == content(target) == read.tables == again.tables
    with filled.read() as there, target.read() as here:
        assert here.workshops.of_workspace("ws") == there.workshops.of_workspace("ws")
        assert here.ratings.ballots("room") == there.ratings.ballots("room")
        assert here.agreements.of("room") == there.agreements.of("room")
        one = here.ratings.participant("room", "hash of p1")
        assert one == there.ratings.participant("room", "hash of p1")
        assert one
        assert one.finished


def test_the_room_goes_on_after_a_restore(archive: Path, target: Store) -> None:
    restore(target, archive)

    join(target, "p4")
    with target.begin() as tx:
        tx.ratings.give(workshop(), "p2", {"ST4.1": Answer.at(5)})
        assert tx.ratings.joined("room") == 4
        assert tx.ratings.of_participant("p2") == {"ST4.1": Answer.at(5)}


def test_a_backup_holds_whole_forms_while_a_room_hands_them_in(
    filled: Store, tmp_path: Path
) -> None:
    furnish(filled)
    done = threading.Event()

    def hand_in(key: str) -> int:
        count = 0
        while not done.is_set():
            given = dict.fromkeys(("left", "right"), Answer.at(1 + count % 5))
            with filled.begin() as tx:
                tx.ratings.give(workshop(), key, given)
            count += 1
        return count

    with ThreadPoolExecutor() as pool:
        forms = [pool.submit(hand_in, key) for key in ("p1", "p2", "p3")]
        try:
            for number in range(6):
                backup(filled, tmp_path / f"{number}.zip", now=NOW)
        finally:
            done.set()
        assert all(one.result() for one in forms)

    for number in range(6):
        manifest = restore(filled, tmp_path / f"{number}.zip", replace=True)
        assert content(filled) == manifest.tables
        with filled.read() as tx:
            for one in tx.ratings.ballots("room"):
                assert one.answers.get("left") == one.answers.get("right")


def test_a_backup_from_before_workshops_is_restored_without_any(
    filled: Store, archive: Path, target: Store
) -> None:
    repack(archive, as_of_0001)

    manifest = restore(target, archive)

    assert manifest.revision == "0001"
    found, there = content(target), content(filled)
    assert [found[name].rows for name in NEW] == [0] * len(NEW)
    assert {table.name: found[table.name] for table in tables_at("0001")} == manifest.tables
    assert all(there[name] == found[name] for name in manifest.tables)


def test_a_backup_from_before_workshops_takes_the_place_of_those_that_are_there(
    archive: Path, target: Store, tmp_path: Path
) -> None:
    repack(archive, as_of_0001)
    fill(target)
    furnish(target)

    restore(target, archive, replace=True)

    assert [content(target)[name].rows for name in NEW] == [0] * len(NEW)
    written = backup(target, tmp_path / "newer.zip", now=NOW)
    assert written.revision == HEAD
    assert written.tables.keys() == {table.name for table in TABLES}


def claiming_to_be_old(files: Files) -> None:
    tables = json.loads(files["manifest.json"])["tables"]
    older = {table.name: tables[table.name] for table in tables_at("0001")}
    with_manifest(files, revision="0001", tables=older)


def without_a_new_table(files: Files) -> None:
    tables = json.loads(files["manifest.json"])["tables"]
    del files["ratings.jsonl"], tables["ratings"]
    with_manifest(files, tables=tables)


FAULTS: dict[str, tuple[Callable[[Files], None], str]] = {
    "workshops in a backup from before": (claiming_to_be_old, r"of its age holds .*workshops"),
    "an older revision than it has tables": (
        lambda files: with_manifest(files, revision="0001"),
        "of its age holds",
    ),
    "a new table that is missing": (without_a_new_table, r"incomplete \(ratings"),
    "a stage that is none": (with_first_row("workshops", stage="party"), "do not fit"),
    "a workshop of another workspace": (
        with_first_row("workshops", workspace_id="none"),
        "do not fit",
    ),
    "no code": (with_first_row("workshops", code=None), "has no code"),
    "a workshop on no dimension": (with_first_row("workshops", dimensions=[]), "not valid"),
    "a language that is none": (with_first_row("workshops", langs=["fr"]), "not valid"),
    "a role of nothing": (with_first_row("workshops", roles=[""]), "not valid"),
    "fewer people than none": (with_first_row("workshops", expected=-1), "not valid"),
    "a participant without a workshop": (
        with_first_row("participants", workshop_id="none"),
        "do not fit",
    ),
    "a place that is taken twice": (
        with_first_row("participants", token_hash="hash of p2"),
        "do not fit",
    ),
    "a rating without its participant": (
        with_first_row("ratings", participant_id="none"),
        "do not fit",
    ),
    "a rating without its level": (with_first_row("ratings", level=None), "do not fit"),
    "a rating at no level": (with_first_row("ratings", level=0), "not valid"),
    "a rating that is unanswered": (
        with_first_row("ratings", state="unanswered", level=None),
        "do not fit",
    ),
    "something agreed by nobody": (with_first_row("agreed", agreed_by="none"), "do not fit"),
    "a reason of nothing": (with_first_row("agreed", agreement_reason=" "), "not valid"),
}


@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_backup_with_a_fault_in_its_workshops_is_refused_and_changes_nothing(
    filled: Store, archive: Path, change: Callable[[Files], None], says: str
) -> None:
    before = content(filled)
    repack(archive, change)

    with pytest.raises(ArchiveRefused, match=says):
        restore(filled, archive, replace=True)

    assert content(filled) == before
