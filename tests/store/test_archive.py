"""Backup and restore: the same content on the other side, whichever database it is."""

import json
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.domain.answer import Answer, State
from dashboard.domain.assessment import BrandProfile, Status
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused, BackupRefused
from dashboard.store.migrate import HEAD
from dashboard.store.schema import TABLES
from dashboard.store.store import Store
from tests.store.rows import DEMO, NOW, assessment, brand, fill, save
from tests.store.tallies import content


def fill_with_everything(store: Store) -> None:
    fill(store)
    with store.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
        tx.users.join("ann", "demo", "owner", NOW)
        tx.brands.add(brand("tale", workspace_id="demo"), by="ann", now=NOW)
        profile = BrandProfile(
            name="Nørth 北 🧭", industry="retail", region="x", size="y", parent="z"
        )
        tx.brands.add(brand("Zebra", profile=profile, archived_at=NOW), by="bob", now=NOW)
        tx.brands.add(brand("gone", deleted_at=NOW), by="bob", now=NOW)
        tx.assessments.add(
            assessment("w2", wave="2", status=Status.COMPLETE, completed_at=NOW, brand_keys=()),
            by="ann",
        )
        tx.assessments.set_outcome("w2", 1 / 3, "initial", "1")
        tx.assessments.add(assessment("w3", wave="3", dated=NOW.date()), by="ann")
    full = Answer(
        state=State.LEVEL, level=4, evidence=0, note='"\\\n\t🧭', links=("https://a.b/?c=d",)
    )
    save(store, full)
    save(store, Answer.not_applicable("无"), read_version=1, by="bob", after=100)
    save(store, Answer.dont_know(), read_version=1, after=101)
    save(store, None, read_version=2, after=200)
    with store.begin() as tx:
        many = {f"I{count}": Answer.at(3) for count in range(1200)}
        tx.answers.add(assessment(), many, by="ann", now=NOW)
        tx.history.begin(assessment(), many, by="ann", now=NOW)


@pytest.fixture
def archive(filled: Store, tmp_path: Path) -> Path:
    save(filled, Answer.at(3))
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    return path


@pytest.mark.slow
def test_everything_comes_back_from_any_database_into_any(
    store: Store, target: Store, tmp_path: Path
) -> None:
    fill_with_everything(store)

    written = backup(store, tmp_path / "there.zip", now=NOW)
    read = restore(target, tmp_path / "there.zip")
    again = backup(target, tmp_path / "back.zip", now=NOW)

    assert written == read == again
    assert written.rows == 2419
    assert content(store) == content(target) == written.tables
    with store.read() as before, target.read() as after:
        assert after.answers.of("first") == before.answers.of("first")
        assert after.history.of("first", "VE1.1") == before.history.of("first", "VE1.1")
        assert after.assessments.of_workspace("ws") == before.assessments.of_workspace("ws")
        assert after.brands.of_workspace("ws") == before.brands.of_workspace("ws")


def test_work_goes_on_after_a_restore(archive: Path, target: Store) -> None:
    restore(target, archive)

    assert save(target, Answer.at(4), read_version=1, after=100)
    assert save(target, Answer.at(4), item="VE1.2")
    with target.read() as tx:
        assert len(tx.history.of("first", "VE1.1")) == 2


def test_an_empty_store_is_backed_up_and_restored(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "empty.zip"

    assert backup(store, path, now=NOW).rows == 0
    assert restore(store, path).rows == 0


def test_an_archive_says_what_it_is_and_what_it_holds(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        assert packed.testzip() is None
        assert set(packed.namelist()) == {"manifest.json"} | {f"{t.name}.jsonl" for t in TABLES}
        (row,) = packed.read("answers.jsonl").splitlines()

    assert (manifest["format"], manifest["revision"]) == ("candour.backup/1", HEAD)
    assert manifest["created"] == "2026-11-24T09:30:15.123456Z"
    assert manifest["tables"]["answers"]["rows"] == 1
    assert json.loads(row) == {
        "assessment_id": "first",
        "item_id": "VE1.1",
        "workspace_id": "ws",
        "state": "level",
        "level": 3,
        "evidence": None,
        "reason": None,
        "note": None,
        "links": None,
        "version": 1,
        "changed_at": "2026-11-24T09:30:15.123456+00:00",
        "changed_by": "ann",
    }


def test_a_backup_is_one_moment_while_others_write(filled: Store, tmp_path: Path) -> None:
    done = threading.Event()

    def write_pairs() -> int:
        version = 0
        while not done.is_set():
            with filled.begin() as tx:
                for item in ("left", "right"):
                    answer = Answer.at(1 + version % 5)
                    assert tx.answers.replace(
                        assessment(), item, answer, read_version=version, by="ann", now=NOW
                    )
                    tx.history.note(assessment(), item, answer, by="ann", now=NOW)
            version += 1
        return version

    with ThreadPoolExecutor() as pool:
        writing = pool.submit(write_pairs)
        try:
            for number in range(10):
                backup(filled, tmp_path / f"{number}.zip", now=NOW)
        finally:
            done.set()
        assert writing.result() > 10

    for number in range(10):
        restore(filled, tmp_path / f"{number}.zip", replace=True)
        with filled.read() as tx:
            stored = tx.answers.of("first")
            if stored:
                assert stored["left"].version == stored["right"].version
                assert stored["left"].answer == stored["right"].answer


def test_a_file_that_is_there_is_not_overwritten(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "precious.zip"
    path.write_text("precious")

    with pytest.raises(BackupRefused, match=r"precious\.zip is there already"):
        backup(filled, path, now=NOW)
    assert path.read_text() == "precious"


def test_a_link_to_nowhere_is_not_replaced(filled: Store, tmp_path: Path) -> None:
    link = tmp_path / "link.zip"
    link.symlink_to(tmp_path / "nowhere.zip")

    with pytest.raises(BackupRefused, match=r"link\.zip is there already"):
        backup(filled, link, now=NOW)
    assert link.is_symlink()


def test_a_folder_is_never_replaced_and_a_missing_one_not_made(
    filled: Store, tmp_path: Path
) -> None:
    with pytest.raises(BackupRefused, match="give another name"):
        backup(filled, tmp_path, now=NOW)
    with pytest.raises(BackupRefused, match="No such file or directory"):
        backup(filled, tmp_path / "none" / "backup.zip", now=NOW)


def test_a_backup_leaves_nothing_but_itself(archive: Path) -> None:
    assert [path.name for path in archive.parent.iterdir() if "backup" in path.name] == [
        "backup.zip"
    ]


def test_a_store_with_brands_is_not_replaced_unless_told(archive: Path, target: Store) -> None:
    fill(target)
    with target.begin() as tx:
        tx.brands.add(brand("mine"), by="ann", now=NOW)
    before = content(target)

    with pytest.raises(ArchiveRefused, match="holds brands"):
        restore(target, archive)
    assert content(target) == before

    restore(target, archive, replace=True)
    with target.read() as tx:
        assert tx.brands.get("mine") is None
        assert tx.answers.of("first").keys() == {"VE1.1"}


def test_a_store_with_made_up_brands_alone_is_free_to_restore_into(
    archive: Path, target: Store
) -> None:
    with target.begin() as tx:
        tx.users.add("ann", "Ann", NOW)
        tx.workspaces.add(DEMO, NOW)
        tx.brands.add(brand("tale", workspace_id="demo"), by="ann", now=NOW)

    restore(target, archive)

    with target.read() as tx:
        assert tx.workspaces.get("demo") is None


def test_a_restore_finds_its_turn_while_others_save(filled: Store, archive: Path) -> None:
    """What it reads back would not be what it wrote if others could save meanwhile."""
    stop = threading.Event()

    def keep_saving() -> int:
        count = 0
        while not stop.is_set():
            save(filled, Answer.at(3), item=f"S{count}")
            count += 1
        return count

    with ThreadPoolExecutor() as pool:
        saving = [pool.submit(keep_saving) for _ in range(2)]
        try:
            for _ in range(5):
                restore(filled, archive, replace=True)
        finally:
            stop.set()

    assert all(thread.result() for thread in saving)


def test_damaged_content_of_any_compression_is_refused(on_sqlite: Store, tmp_path: Path) -> None:
    whole, packed_anew = tmp_path / "whole.zip", tmp_path / "packed.zip"
    backup(on_sqlite, whole, now=NOW)
    with (
        zipfile.ZipFile(whole) as given_,
        zipfile.ZipFile(packed_anew, "w", zipfile.ZIP_LZMA) as packed,
    ):
        for name in given_.namelist():
            packed.writestr(name, given_.read(name))
        entry = packed.getinfo("manifest.json")
    content = bytearray(packed_anew.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename)
    content[start + 4 : start + 9] = b"\xff" * 5  # how the rest is packed
    packed_anew.write_bytes(content)

    with pytest.raises(ArchiveRefused, match="no readable backup"):
        restore(on_sqlite, packed_anew, replace=True)
