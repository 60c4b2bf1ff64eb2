"""`import`, `export`, `list` and `demo`: assessments in and out of the database."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.services import answers, assessments
from tests.builders import FERRY_LINES
from tests.commands.conftest import Candour, WriteFile
from tests.commands.refused_files import NAMES, refused_files

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other files, links and limits")
COLUMNS = ["id", "brand", "wave", "status", "overall", "band"]


def imported(run: Candour, *words: object) -> list[str]:
    result = run("import", *words)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return result.stdout.splitlines()


def rows(run: Candour) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list", "--json").stdout)
    return found


def test_import_prints_the_ids_and_nothing_else(
    run: Candour, write: WriteFile, worked_brand: Path
) -> None:
    ids = imported(run, write(), worked_brand)

    assert [row["id"] for row in rows(run)] == ids
    assert len(set(ids)) == 2


def test_list_shows_the_id_first_then_brand_wave_status_overall_and_band(
    run: Candour, write: WriteFile, worked_brand: Path
) -> None:
    small, worked = imported(run, write(), worked_brand)

    result = run("list")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"{small}  Alder Teas  2026-Q4  draft  –  –",
        f"{worked}  Northwind Outfitters  2026-Q4  draft  41  developing",
    ]


def test_list_as_json_has_unrounded_scores(run: Candour, worked_brand: Path) -> None:
    (id_,) = imported(run, worked_brand)
    assessments.complete(bootstrap.get_acting(), id_)

    assert rows(run) == [
        {
            "id": id_,
            "brand": "Northwind Outfitters",
            "wave": "2026-Q4",
            "status": "complete",
            "overall": 40.625,
            "band": "developing",
            "provisional": False,
            "questionnaire": "data-trust@1.0.0",
            "questionnaire_found": True,
            "workspace": "My workspace",
            "demo": False,
        }
    ]


def test_an_empty_database_lists_nothing(run: Candour) -> None:
    assert run("list").stdout == ""
    assert rows(run) == []


def test_a_name_cannot_break_the_lines_of_a_list(run: Candour, write: WriteFile) -> None:
    imported(run, write(brand={"name": "Alder\nTeas"}, wave="a\tb"))

    (line,) = run("list").stdout.splitlines()
    assert "Alder\\nTeas  a\\tb  draft" in line
    assert rows(run)[0]["brand"] == "Alder\nTeas"


@pytest.mark.parametrize("name", NAMES)
def test_one_bad_file_imports_nothing_and_prints_no_id(
    name: str, run: Candour, worked_brand: Path, tmp_path: Path
) -> None:
    file, words = refused_files(tmp_path)[name]

    result = run("import", worked_brand, file)

    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert rows(run) == []


def test_what_is_there_is_refused_with_its_id_and_the_file(
    run: Candour, write: WriteFile, worked_brand: Path
) -> None:
    (id_,) = imported(run, worked_brand)
    before = rows(run)

    new = write()
    result = run("import", new, worked_brand, new)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"{worked_brand}: Northwind Outfitters has an assessment 2026-Q4 already ({id_})",
        f"{new}: is Alder Teas, 2026-Q4, as another of the documents is",
    ]
    assert rows(run) == before


def test_a_file_that_contradicts_what_is_known_of_the_brand_is_refused_with_the_field(
    run: Candour, write: WriteFile
) -> None:
    imported(run, write(brand={"name": "Alder Teas", "industry": "food"}))
    other = write("b.json", brand={"name": "Alder Teas", "industry": "retail"}, wave="2027")

    result = run("import", other)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{other}: brand.industry: retail" in result.stderr


def test_replace_writes_new_values_with_history(run: Candour, write: WriteFile) -> None:
    (id_,) = imported(run, write())
    better = write("better.json", answers={"VE1.2": {"level": 5}})

    assert imported(run, better, "--replace", id_) == [id_]

    acting = bootstrap.get_acting()
    assert list(assessments.open_sheet(acting, id_).answers) == ["VE1.2"]
    assert [entry.answer is None for entry in answers.history(acting, id_, "VE1.1")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("id_", ["nowhere", "", "' OR 1=1"])
def test_an_id_that_never_was_is_refused(run: Candour, write: WriteFile, id_: str) -> None:
    exported = run("export", id_, "--out", "out.json")
    replaced = run("import", write(), "--replace", id_)

    for result in (exported, replaced):
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"there is no assessment {id_} for you" in result.stderr
    assert not Path("out.json").exists()
    assert rows(run) == []


def test_replace_takes_one_file(run: Candour, write: WriteFile) -> None:
    result = run("import", write("a.json"), write("b.json"), "--replace", "x")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--replace takes one file" in result.stderr


@pytest.mark.parametrize("brand", [{"name": "艾尔德"}, {"name": "A", "parent": None}])
@pytest.mark.parametrize("more", [{}, {"date": "2026-01-31"}])
def test_what_was_imported_is_exported_as_an_equal_json_value(
    run: Candour, write: WriteFile, brand: dict[str, object], more: dict[str, object]
) -> None:
    original = write(brand=brand, **more)
    (id_,) = imported(run, original)

    result = run("export", id_, "--out", "out.json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert json.loads(Path("out.json").read_text("utf-8")) == json.loads(original.read_text())


@pytest.mark.parametrize("name", ["candour.db", "candour.db-wal", "candour.db-journal"])
def test_an_export_does_not_take_the_place_of_the_database(
    run: Candour, write: WriteFile, name: str
) -> None:
    (id_,) = imported(run, write())
    before = rows(run)

    result = run("export", id_, "--out", f"data/{name}")

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"data/{name}: belongs to the database and stays as it is" in result.stderr
    assert rows(run) == before


@pytest.mark.parametrize("out", ["none/out.json", "taken/x", "a" * 5_000])
def test_a_place_that_cannot_be_written_is_refused(
    run: Candour, write: WriteFile, out: str
) -> None:
    (id_,) = imported(run, write())
    Path("taken").write_text("a file")

    result = run("export", id_, "--out", out)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "cannot be written" in result.stderr


@POSIX
def test_a_file_that_is_there_is_replaced_and_through_a_link_where_it_leads(
    run: Candour, write: WriteFile
) -> None:
    (id_,) = imported(run, write())
    usual, there = Path("usual.json"), Path("there.json")
    usual.touch()
    there.write_text("{}")
    there.chmod(0o604)
    assert run("export", id_, "--out", "new.json").exit_code == 0
    assert Path("new.json").stat().st_mode & 0o777 == usual.stat().st_mode & 0o777
    Path("link.json").symlink_to(there)

    result = run("export", id_, "--out", "link.json")

    assert (result.exit_code, result.stderr) == (0, "")
    assert Path("link.json").is_symlink()
    assert json.loads(there.read_text("utf-8"))["wave"] == "2026-Q4"
    assert there.stat().st_mode & 0o777 == 0o604


@POSIX
def test_a_file_stays_as_it_was_where_the_disk_is_full(
    run: Candour, write: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    (id_,) = imported(run, write(answers={"VE1.1": {"level": 4, "note": "x" * 4000}}))
    there = Path("there.json")
    there.write_text("precious")
    before = set(Path().iterdir())
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, was[1]))
    try:
        result = run("export", id_, "--out", there)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)

    assert result.exit_code == 1
    assert "there.json: cannot be written: File too large" in result.stderr
    assert there.read_text() == "precious"
    assert set(Path().iterdir()) == before


@POSIX
def test_what_is_no_file_is_written_to(run: Candour, write: WriteFile) -> None:
    (id_,) = imported(run, write())
    os.mkfifo("pipe")
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(Path("pipe").read_text, "utf-8")

        result = run("export", id_, "--out", "pipe")

        assert (result.exit_code, result.stderr) == (0, "")
        assert json.loads(read.result(timeout=10))["wave"] == "2026-Q4"


def test_an_assessment_whose_questionnaire_is_not_searched_is_listed_as_such(
    run: Candour, write: WriteFile
) -> None:
    ferry = write(questionnaire="ferry-line@1.0.0", answers={"BK1.1": {"level": 1}})
    (id_,) = imported(run, ferry, "--questionnaire", FERRY_LINES)

    assert run("list").stdout == (
        f"{id_}  Alder Teas  2026-Q4  draft  –  –  (there is no ferry-line@1.0.0 here)\n"
    )
    assert [rows(run)[0][key] for key in COLUMNS] == [
        *(id_, "Alder Teas", "2026-Q4", "draft"),
        *(None, None),
    ]
    result = run("export", id_, "--out", "out.json")
    assert result.exit_code == 1
    assert "there is no questionnaire ferry-line@1.0.0" in result.stderr


def test_the_demo_is_listed_as_demo_data_and_removed_without_a_trace(
    run: Candour, write: WriteFile
) -> None:
    (mine,) = imported(run, write())
    before = rows(run)

    for _ in range(2):
        loaded = run("demo", "load")
        assert (loaded.exit_code, loaded.stderr) == (0, "")
    lines = run("list").stdout.splitlines()
    assert [line.endswith("(demo data)") for line in lines] == [False] + [True] * 13
    assert lines[0].startswith(mine)

    removed = run("demo", "remove")
    assert (removed.exit_code, removed.stdout) == (0, "7 demo brands removed.\n")
    assert rows(run) == before
    assert run("demo", "remove").exit_code == 0
