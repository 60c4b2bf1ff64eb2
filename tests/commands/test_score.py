"""`score`: results without a database."""

import json
import os
from pathlib import Path

import pytest

from tests.builders import FERRY_LINES, vectors
from tests.commands.conftest import Candour, WriteFile
from tests.commands.refused_files import NAMES, refused_files

WORDS_OF_THE_WORKED_BRAND = (
    "Northwind Outfitters, 2026-Q4",
    "34 of 35 applicable questions answered",
    "Developing (Defined by the score alone; held by ST4.1)",
)


def test_a_result_in_words_begins_with_brand_and_wave_and_says_what_holds_the_band(
    run: Candour, worked_brand: Path
) -> None:
    result = run("score", worked_brand)

    assert (result.exit_code, result.stderr) == (0, "")
    for words in WORDS_OF_THE_WORKED_BRAND:
        assert words in result.stdout


def test_the_result_document_of_the_worked_brand_has_the_promised_shape_and_numbers(
    run: Candour, worked_brand: Path
) -> None:
    result = run("score", worked_brand, "--json")

    assert (result.exit_code, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    assert list(document) == [
        "format",
        "questionnaire",
        "overall",
        "band",
        "pillars",
        "dimensions",
        "coverage",
    ]
    assert (document["format"], document["questionnaire"]) == (
        "candour.result/1",
        "data-trust@1.0.0",
    )
    assert rounded(document["overall"]) == {
        "score": 40.63,
        "low": 40.1,
        "high": 41.49,
        "average": 45.83,
        "evidenced": None,
    }
    assert document["overall"]["score"] == 40.625
    assert document["band"] == {
        "raw": "defined",
        "secured": "developing",
        "possible": "developing",
        "awarded": "developing",
        "provisional": False,
        "blocked_by": [
            {"band": "defined", "gate": "critical_item", "id": "ST4.1", "needs": 25.0, "has": 0.0}
        ],
    }
    assert rounded(document["pillars"]["VE"]) == {
        "score": 55.21,
        "low": 55.21,
        "high": 55.21,
        "evidenced": None,
        "published": True,
    }
    assert rounded(document["dimensions"]["VE1"]) == {
        "score": 58.33,
        "low": 58.33,
        "high": 58.33,
        "evidenced": None,
        "published": True,
        "applicable": True,
    }
    assert document["coverage"] == {
        "items": 36,
        "applicable": 35,
        "answered": 34,
        "dont_know": 1,
        "not_applicable": 1,
        "unanswered": 0,
    }
    scores = {id_: round(one["score"], 6) for id_, one in document["dimensions"].items()}
    assert scores == vectors()["worked_brand"]["dims"]


def rounded(scores: dict[str, object]) -> dict[str, object]:
    """Half up to two decimals, as the example in the documentation has them."""
    return {
        key: int(value * 100 + 0.5) / 100 if type(value) is float else value
        for key, value in scores.items()
    }


def test_several_files_give_a_list_in_their_order(
    run: Candour, write: WriteFile, worked_brand: Path
) -> None:
    result = run("score", write(), worked_brand, "--json")

    first, second = json.loads(result.stdout)
    assert first["overall"]["score"] is None
    assert first["band"] == dict.fromkeys(first["band"]) | {"blocked_by": []}
    assert second["overall"]["score"] == 40.625


def test_several_files_in_words_stand_one_after_the_other(
    run: Candour, write: WriteFile, worked_brand: Path
) -> None:
    result = run("score", write(), worked_brand)

    assert result.stdout.index("Alder Teas") < result.stdout.index("Northwind")
    assert "not enough answers for a score" in result.stdout


def test_scoring_makes_no_database(run_anew: Candour, worked_brand: Path, tmp_path: Path) -> None:
    run_anew("score", worked_brand)

    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_one_bad_file_prints_nothing_on_standard_output(
    name: str, form: tuple[str, ...], run: Candour, worked_brand: Path, tmp_path: Path
) -> None:
    file, words = refused_files(tmp_path)[name]

    result = run("score", worked_brand, file, *form)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{file}: " in result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_all_problems_of_all_files_are_named_with_their_fields(
    run: Candour, write: WriteFile
) -> None:
    first = write("a.json", answers={"VE1.1": {"level": 6}, "XX": {"level": 1}}, extra=1)
    second = write("b.json", brand={"name": " ", "industry": "magic"}, wave=7)

    result = run("score", first, second)

    assert result.exit_code == 1
    assert set(result.stderr.splitlines()) >= {
        f"{first}: answers.VE1.1.level: VE1.1: level 6 is outside 1..5",
        f"{first}: answers.XX: is not an item of data-trust@1.0.0",
    }
    for place in (f"{first}: extra: ", f"{second}: brand.name: ", f"{second}: brand.industry: "):
        assert place in result.stderr
    assert f"{second}: wave: " in result.stderr


@pytest.mark.slow
def test_whether_a_file_can_be_read_is_found_by_reading_it(
    run: Candour, worked_brand: Path, write: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a system says beforehand may not be so, and would hide what else is wrong."""
    monkeypatch.setattr(os, "access", lambda *_args, **_more: False)

    assert run("score", worked_brand).exit_code == 0
    assert run("check", write(wave=3)).exit_code == 1


def test_a_questionnaire_of_ones_own_is_searched_in_the_folder_that_is_named(
    run: Candour, write: WriteFile
) -> None:
    ferry = write(questionnaire="ferry-line@1.0.0", answers={"BK1.1": {"level": 1}})
    newer = write("newer.json", questionnaire="ferry-line@1.0.1", answers={})

    assert "there is no questionnaire ferry-line@1.0.0" in run("score", ferry).stderr
    result = run("score", ferry, "--questionnaire", FERRY_LINES, "--json")
    assert json.loads(result.stdout)["questionnaire"] == "ferry-line@1.0.0"
    for folder in (FERRY_LINES / "ferry-line", FERRY_LINES / "ferry-line" / "1.0.0"):
        assert run("score", ferry, "--questionnaire", folder).exit_code == 0
    result = run("score", newer, "--questionnaire", FERRY_LINES)
    assert (result.exit_code, result.stdout) == (1, "")


def test_naming_a_folder_that_is_searched_already_is_no_mistake(
    run: Candour, worked_brand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(worked_brand.parents[2])

    assert run("score", worked_brand, "--questionnaire", "questionnaires").exit_code == 0


def test_a_folder_without_a_sound_questionnaire_is_refused(
    run: Candour, worked_brand: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    result = run("score", worked_brand, "--questionnaire", empty)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{empty}: holds no instrument.yaml" in result.stderr
    assert run("score", worked_brand, "--questionnaire", tmp_path / "none").exit_code == 2


def test_a_name_cannot_break_the_lines_that_are_printed(run: Candour, write: WriteFile) -> None:
    result = run("score", write(brand={"name": "Alder\nTeas\u200e"}))

    assert result.stdout.splitlines()[0] == "Alder\\nTeas\\u200e, 2026-Q4"


def test_long_work_shows_no_progress_where_nobody_watches(run: Candour, worked_brand: Path) -> None:
    result = run("score", *[worked_brand] * 25)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("Northwind") == 25
