"""`check`: questionnaires, cases, data files and assessments, every problem with its place."""

import shutil
from pathlib import Path

import pytest

from dashboard.catalog import DATA, QUESTIONNAIRES
from tests.added_source import CSV, TABLE, add_source
from tests.builders import DATA_TRUST, FERRY_LINE, FERRY_LINES
from tests.commands.conftest import Candour, WriteFile
from tests.commands.refused_files import TOO_LONG


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A questionnaire with a missing translation, and a word that YAML reads as something else."""
    folder = shutil.copytree(FERRY_LINE, tmp_path / "boats" / "ferry-line" / "1.0.0")
    booking = folder / "booking.yaml"
    text = booking.read_text("utf-8").replace('en: "No"', "en: No").replace("  zh: 订票\n", "", 1)
    booking.write_text(text, "utf-8")
    return folder


def test_what_is_shipped_is_in_order(run_anew: Candour, tmp_path: Path) -> None:
    result = run_anew("check")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "Everything is in order.\n", "")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "file",
    [
        QUESTIONNAIRES,
        DATA_TRUST,
        DATA_TRUST / "stewardship.yaml",
        FERRY_LINES,
        FERRY_LINE / "instrument.yaml",
        DATA / "cases.yaml",
        DATA / "vocabulary.yaml",
        DATA / "provenance.yaml",
        DATA / "disclosure_rdr.csv",
        DATA / "demo" / "zixu-bookshop-2026-q4.json",
    ],
    ids=str,
)
def test_files_and_folders_that_are_in_order_are_said_to_be(run: Candour, file: Path) -> None:
    result = run("check", file)

    assert (result.exit_code, result.stdout) == (0, "Everything is in order.\n")


def test_every_problem_is_named_with_file_line_and_path(run: Candour, broken: Path) -> None:
    booking = broken / "booking.yaml"

    for named in (broken, broken.parents[1], booking):
        result = run("check", named)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"{booking}:3: title.zh: " in result.stderr
        assert f"{booking}:21: dimensions[0].items[0].options[0].text.en: " in result.stderr
        assert result.stderr.endswith("2 problems found\n")


def test_a_broken_folder_in_the_settings_stops_whatever_needs_it_and_says_how_to_see_all(
    run: Candour, broken: Path, worked_brand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(broken.parents[1]))

    assert run("check").stderr.endswith("2 problems found\n")
    result = run("score", worked_brand)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "`python -m dashboard check` lists everything" in result.stderr


def test_a_table_is_checked_with_its_block_and_every_cell_is_named(
    run: Candour, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "tables", ignore=shutil.ignore_patterns("*.db*")))
    add_source(data, csv=CSV.replace("17.5", "many"))

    for named in (data / TABLE, data / "provenance.yaml"):
        result = run("check", named)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"{data / TABLE}:4: percent_returning: must be a number")
        assert result.stderr.endswith("1 problem found\n")


def test_an_assessment_is_checked_like_an_import(run: Candour, write: WriteFile) -> None:
    good, bad = write("good.json"), write("bad.json", wave="")

    assert run("check", good).exit_code == 0
    result = run("check", good, bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{bad}: wave: " in result.stderr
    assert result.stderr.endswith("1 problem found\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"hello"),
        ("binary.yaml", bytes(range(256))),
        ("empty.yaml", b""),
        ("other.yaml", b"colour: red"),
        ("list.yaml", b"- 1"),
        ("bad.yaml", b"a: [1"),
        ("binary.json", b"\xff\xfe\x00"),
    ],
)
def test_other_files_are_refused_in_one_line(
    run: Candour, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    result = run("check", file)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(str(file))
    assert result.stderr.count("\n") == 2


def test_a_line_end_in_a_file_name_makes_no_second_line(run: Candour, tmp_path: Path) -> None:
    result = run("check", tmp_path / "a\nb.json")

    assert result.stderr.splitlines()[0] == f"{tmp_path}/a\\nb.json: is not there"


@pytest.mark.parametrize("name", ["none.yaml", "none.json", "none", TOO_LONG])
def test_what_is_not_there_is_refused(run: Candour, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.yaml").touch()

    result = run("check", tmp_path / name, tmp_path / "empty.yaml")

    assert (result.exit_code, result.stdout) == (1, "")
    assert name in result.stderr
    assert "empty.yaml: is empty" in result.stderr
    assert result.stderr.endswith("2 problems found\n")
