"""Files in and out by the page: all or none, and as they came."""

import json

import pytest

from dashboard.services import demo
from tests.builders import all_at
from tests.views.material import (
    NOW,
    WORKED_FILE,
    acting,
    begin,
    brand_lines,
    save,
)
from tests.views.visiting import Tab


def test_what_is_exported_equals_what_was_imported() -> None:
    given = WORKED_FILE.read_text("utf-8")
    tab = Tab().press("import").upload(worked=given).press_label("Import")
    (line,) = brand_lines().values()
    assert tab.title.startswith("Northwind Outfitters (fictional) is at Developing")

    exported = tab.download(f"export-{line.waves[0].assessment.id}")

    assert json.loads(exported) == json.loads(given)


@pytest.mark.slow
def test_a_file_of_made_up_data_says_so_by_its_name() -> None:
    own = begin(all_at(3), brand="Mine")
    tab = Tab()
    assert tab.file_name(f"export-{own}") == f"Mine {NOW}.json"
    demo.load(acting())
    tab = Tab().select("workspace-en", "demo")
    made_up = next(iter(brand_lines(demo=True).values())).waves[0].assessment.id

    assert tab.file_name(f"export-{made_up}").startswith("demo ")


def test_two_waves_of_a_long_brand_are_two_files() -> None:
    waves = [begin(brand="长" * 200, wave=wave) for wave in ("2026/Q4", "2026/Q2")]
    tab = Tab()

    names = [tab.file_name(f"export-{wave}") for wave in waves]

    assert names == [f"{'长' * 72} 2026-{quarter}.json" for quarter in ("Q4", "Q2")]


def test_an_export_holds_what_is_stored_when_it_is_asked_for() -> None:
    assessment = begin(all_at(3))
    tab = Tab()
    save(assessment, "VE1.1", 5)

    assert json.loads(tab.download(f"export-{assessment}"))["answers"]["VE1.1"] == {"level": 5}


@pytest.mark.slow
def test_bad_files_are_refused_with_every_problem_named_and_nothing_is_imported() -> None:
    good = json.loads(WORKED_FILE.read_text("utf-8"))
    wrong = good["answers"] | {"VE1.1": {"level": 9}, "XX1.1": {"level": 1}}
    bad = json.dumps(good | {"answers": wrong, "wave": ""})
    tab = Tab().press("import")

    tab.upload(good=json.dumps(good), bad=bad, broken="{", binary=b"\xff\xfe\x00")
    tab.press_label("Import")

    (error,) = tab.errors
    assert error.startswith("Nothing was imported.")
    for problem in (
        "bad.json: answers.VE1.1.level: VE1.1: level 9 is outside 1..5",
        "bad.json: answers.XX1.1: is not an item of data-trust@1.0.0",
        "bad.json: wave",
        "broken.json: ",
        "binary.json: ",
    ):
        assert problem in error
    assert "good.json" not in error
    assert brand_lines() == {}


def test_what_was_imported_is_said_once() -> None:
    good = json.loads(WORKED_FILE.read_text("utf-8"))
    waves = {f"wave{n}": json.dumps(good | {"wave": f"2026-Q{n}"}) for n in (1, 2, 3, 4)}
    first = waves.pop("wave1")
    tab = Tab().press("import").upload(wave1=first).press_label("Import")
    assert f"Imported: {good['brand']['name']} 2026-Q1" in tab.text
    assert "Imported" not in tab.run().text

    tab.press("import").upload(**waves).press_label("Import")

    assert f"{good['brand']['name']} 2026-Q4" in tab.text


def test_a_chooser_that_opens_again_holds_no_file() -> None:
    tab = Tab().press("import").upload(broken="{").press_label("Import")
    assert tab.errors[0].startswith("Nothing was imported.")

    tab.press("import").press_label("Import")

    assert tab.errors == ["Choose a file first."]


def test_a_wave_that_is_there_is_not_imported_again() -> None:
    given = WORKED_FILE.read_text("utf-8")
    tab = Tab().press("import").upload(worked=given).press_label("Import")

    tab.press("import").upload(worked=given).press_label("Import")

    (error,) = tab.errors
    assert error.startswith("Nothing was imported.")
    assert "worked.json: " in error
    assert len(brand_lines()) == 1


def test_importing_without_a_file_says_so() -> None:
    tab = Tab().press("import").press_label("Import")

    assert tab.errors == ["Choose a file first."]


def test_many_problems_are_listed_up_to_twenty_and_the_rest_counted() -> None:
    good = json.loads(WORKED_FILE.read_text("utf-8"))
    bad = good | {"answers": {item: {"level": 9} for item in good["answers"]}}

    tab = Tab().press("import").upload(bad=json.dumps(bad)).press_label("Import")

    assert tab.errors[0].count("is outside 1..5") == 20
    assert "and 16 more" in tab.errors[0]
