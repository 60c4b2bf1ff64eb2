"""Files and addresses that are no whole database are refused, and nothing is changed."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.domain.answer import Answer
from dashboard.store.errors import (
    AddressRefused,
    DatabaseDamaged,
    DatabaseUnreachable,
    StoreError,
)
from dashboard.store.store import Store
from tests.store.rooms import furnish
from tests.store.rows import fill, save


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file of some size, closed and whole, for every test to copy."""
    path = tmp_path_factory.mktemp("whole") / "candour.db"
    with closing(Store.open(f"sqlite:///{path}")) as store:
        fill(store)
        furnish(store)
        for number in range(40):
            save(store, Answer.dont_know(), item=f"I{number}")
    return path


@pytest.fixture
def file(whole_file: Path, tmp_path: Path) -> Path:
    """A copy that the test may spoil."""
    return Path(shutil.copy(whole_file, tmp_path))


def assert_refused_untouched(path: Path, kind: type[StoreError], says: str) -> None:
    before = path.read_bytes()
    with pytest.raises(kind, match=says) as refusal:
        Store.open(f"sqlite:///{path}")
    assert path.read_bytes() == before
    assert str(path) in str(refusal.value)


@pytest.mark.parametrize("length", [1, 15, 16, 100, 4096, 50_000])
def test_a_file_of_other_bytes_is_refused_and_left_as_it_is(tmp_path: Path, length: int) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(random.Random(length).randbytes(length))

    assert_refused_untouched(path, DatabaseDamaged, "not an SQLite database")


@pytest.mark.parametrize("part", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused_and_left_as_it_is(file: Path, part: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * part)])

    assert_refused_untouched(file, DatabaseDamaged, "restore the latest backup")


@pytest.mark.parametrize("page", [1, 2, 5, 9])
def test_a_file_with_a_spoilt_page_is_refused_and_left_as_it_is(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
    file.write_bytes(content)

    assert_refused_untouched(file, DatabaseDamaged, "restore the latest backup")


def test_a_log_that_belongs_to_a_damaged_file_is_left_as_it_is(file: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "crashed.db"
    log = damaged.with_name("crashed.db-wal")
    with closing(Store.open(f"sqlite:///{file}")) as store:
        save(store, Answer.at(3))
        shutil.copy(file.with_name("candour.db-wal"), log)
        shutil.copy(file, damaged)
    damaged.write_bytes(damaged.read_bytes()[:20_000])
    written = log.read_bytes()

    assert_refused_untouched(damaged, DatabaseDamaged, "restore the latest backup")
    assert log.read_bytes() == written != b""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("INSERT INTO alembic_version VALUES ('0005')", "its tables are 0005 and 0006 at once"),
        ("UPDATE alembic_version SET version_num='0003'", "tables 0003 have no table"),
        ("ALTER TABLE answers DROP COLUMN note", "no column note in table answers"),
        ("DROP TABLE answers", "no table answers"),
    ],
)
def test_tables_that_are_not_as_they_were_are_refused(file: Path, change: str, says: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(change)

    assert_refused_untouched(file, DatabaseDamaged, says)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable, match="folder"):
        Store.open(f"sqlite:///{tmp_path}")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_a_pipe_is_no_database_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "candour.db")

    with pytest.raises(DatabaseUnreachable, match="no file"):
        Store.open(f"sqlite:///{tmp_path / 'candour.db'}")


def test_a_folder_that_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable, match="there is no folder"):
        Store.open(f"sqlite:///{tmp_path / 'none' / 'candour.db'}")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "candour.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite://host/candour.db",
        "sqlite:///candour.db?mode=ro",
        "mysql://root:secret@localhost/candour",
        "postgresql+asyncpg://u:secret@localhost/candour",
        "postgresql://u:secret@localhost:port/candour",
    ],
)
def test_an_address_of_nothing_usable_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(AddressRefused, match="sqlite:///FILE") as refusal:
        Store.open(address)

    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ann:secret@127.0.0.1:9/candour",
        "postgres://ann:secret@127.0.0.1:9/candour",
        "postgresql://ann@127.0.0.1:9/candour?password=secret",
        "postgresql://ann:secret@127.0.0.1:9/candour?colour=red",
    ],
)
def test_a_server_that_does_not_answer_is_named_without_its_password(address: str) -> None:
    with pytest.raises(DatabaseUnreachable, match=r"127\.0\.0\.1:9") as refusal:
        Store.open(address)

    assert "secret" not in str(refusal.value)
