"""A database in which somebody has written by hand: told in one line, never by a traceback."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard import bootstrap
from tests.commands.conftest import Candour

LIST_AND_BACKUP = [
    ("UPDATE assessments SET dated = 'yesterday'", "'yesterday' is no day"),
    ("UPDATE assessments SET dated = 5", "5 is no day"),
    ("UPDATE assessments SET created_at = '2026-02-30'", "'2026-02-30' is no moment"),
    ("UPDATE assessments SET brand_keys = '[1]'", "'[1]' is no list of texts"),
    ("UPDATE assessments SET brand_keys = x'ff'", r"b'\xff' is no list of texts"),
    ("UPDATE assessments SET status = 'gone'", "is not valid: status: Input should be 'draft'"),
    ("UPDATE assessments SET wave = ''", "is not valid: wave: Value error, is empty"),
    ("UPDATE answers SET level = 2.5 WHERE item_id = 'DU1.1'", ", DU1.1) is not valid: level: "),
    ("UPDATE answers SET reason = NULL WHERE item_id = 'VE3.3'", ", VE3.3) is not valid: "),
    ("UPDATE brands SET name = x'00ff'", "is not valid: name: "),
    ("UPDATE workspaces SET kind = 'x'", "a row of workspaces (own) is not valid: kind: "),
    ("DELETE FROM brands", "a row of assessments belongs to one of brands that is not there"),
]
BACKUP_ALONE = [("UPDATE history SET changed_at = 'x'", "'x' is no moment")]


@pytest.fixture
def database(run: Candour, worked_brand: Path, tmp_path: Path) -> Path:
    run("import", worked_brand)
    return tmp_path / "data" / "candour.db"


def write_by_hand(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()
    bootstrap.reset()


@pytest.mark.parametrize(("statement", "words"), LIST_AND_BACKUP)
def test_what_the_product_has_not_written_is_told_with_its_row(
    run: Candour, database: Path, statement: str, words: str
) -> None:
    write_by_hand(database, statement)

    result = run("list")

    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert "restore the latest backup" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(("statement", "words"), LIST_AND_BACKUP + BACKUP_ALONE)
def test_no_backup_is_made_that_could_not_be_restored(
    run: Candour, database: Path, tmp_path: Path, statement: str, words: str
) -> None:
    write_by_hand(database, statement)

    result = run("backup", tmp_path / "backup.zip")

    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_a_revision_that_is_no_text_is_another_programs(run: Candour, database: Path) -> None:
    write_by_hand(database, "UPDATE alembic_version SET version_num = x'ff'")

    result = run("list")

    assert result.exit_code == 1
    assert r"revision b'\xff'" in result.stderr
