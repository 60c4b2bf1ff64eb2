"""Overview: brands and waves begin, change and go here, and nothing goes without a way back."""

import json
from pathlib import Path

import pytest

from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.services import assessments, brands, people
from tests.builders import TESTS, all_at, worked_brand
from tests.views.material import (
    FERRY_LINE,
    NORTHWIND,
    NOW,
    THEN,
    acting,
    begin,
    brand_lines,
    save,
    sheet,
    stored,
)
from tests.views.visiting import Tab

WORKED_FILE = TESTS.parent / "docs" / "examples" / "worked-brand.json"
NAME_TAKEN = "A brand of this name is there already. Choose another name."


def new_brand(name: str, wave: str = NOW) -> Tab:
    return Tab().press("new-brand").fill(Name=name, Wave=wave).press_label("Create and begin")


def names() -> list[str]:
    return list(brand_lines())


def waves(brand: str = NORTHWIND) -> list[str]:
    return [one.assessment.wave for one in brand_lines()[brand].waves]


# Beginning


def test_the_empty_page_says_what_will_be_here_and_how_to_begin() -> None:
    tab = Tab()

    assert tab.title == "How far can people trust your brand with data?"
    assert tab.labels == ["New brand", "Import files", "Load the demo"]
    assert "Nothing is sent anywhere, and nobody is tracked." in tab.text


def test_a_brand_and_its_first_wave_are_created_in_one_step() -> None:
    tab = Tab().press("new-brand").fill(Name="  Acme  ", Wave="2027", Parent="Acme Group")
    tab.app.selectbox(key="industry-new-en").set_value("retail")

    tab.press_label("Create and begin")

    assert (tab.path, tab.title) == ("assess", "Worth of the offer")
    brand = brand_lines()["Acme"].brand.profile
    assert (brand.industry, brand.region, brand.parent) == ("retail", None, "Acme Group")
    assert waves("Acme") == ["2027"]
    overview = tab.go("")
    assert "Acme" in overview.text
    assert "Retail · part of Acme Group" in overview.text


def test_the_quarter_is_proposed_as_the_name_of_the_wave() -> None:
    tab = Tab().press("new-brand")

    now = acting().now()
    proposed = [field.value for field in tab.app.text_input if field.label == "Wave"]

    assert proposed == [f"{now.year}-Q{(now.month + 2) // 3}"]


@pytest.mark.parametrize("name", ["", "   ", "bell\x07"])
def test_a_brand_without_a_usable_name_is_refused_and_the_form_stays(name: str) -> None:
    tab = Tab().press("new-brand").fill(Name=name, Wave="my wave")

    tab.press_label("Create and begin")

    assert len(tab.errors) == 1
    assert "Give the brand a name of 1 to 200" in tab.errors[0]
    assert [field.value for field in tab.app.text_input if field.label == "Wave"] == ["my wave"]
    assert names() == []
    tab.fill(Name="Acme").press_label("Create and begin")
    assert (names(), waves("Acme")) == (["Acme"], ["my wave"])


@pytest.mark.parametrize("wave", ["", "  ", "bell\x07"])
def test_a_wave_without_a_usable_name_is_refused_before_the_brand_is_made(wave: str) -> None:
    tab = new_brand("Acme", wave)

    assert tab.errors == ["Give the wave a name, such as 2026-Q4."]
    assert names() == []


def test_a_second_brand_of_the_same_name_is_refused_in_words() -> None:
    begin(brand="Acme")

    tab = new_brand("Acme")

    assert tab.errors == [NAME_TAKEN]
    assert names() == ["Acme"]
    tab.fill(Name="Acme Two").press_label("Create and begin")
    assert sorted(names()) == ["Acme", "Acme Two"]


def test_a_new_wave_begins_empty_with_last_waves_answers_at_hand() -> None:
    begin(all_at(4), wave=THEN)
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}")
    assert "It begins empty, with last time's answers at hand." in tab.text

    tab.fill(Wave=NOW).press_label("Begin")

    assert tab.path == "assess"
    assert waves() == [NOW, THEN]
    assert stored(tab.address["assessment"], "VE1.1") == [None]
    assert "Use the answers of 2026-Q2 for 3 open questions" in tab.labels


def test_a_second_wave_of_the_same_name_is_refused_in_words() -> None:
    begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand

    tab = Tab().press(f"wave-{brand.id}").fill(Wave=NOW).press_label("Begin")

    assert tab.errors == ["This brand has a wave of this name already. Choose another name."]
    assert waves() == [NOW]


def test_a_wave_may_ask_another_questionnaire(ferry_lines: None) -> None:
    begin(all_at(4))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}").fill(Wave="ferry")
    choice = tab.app.selectbox(key=f"questionnaire-{brand.id}-en")
    assert choice.options == ["Brand data trust 1.0.0", "Passenger data on the ferry 1.0.0"]

    choice.set_value(1)
    tab.press_label("Begin")

    assert tab.title == "Asking for little"
    assert sheet(tab.address["assessment"]).questionnaire.reference == FERRY_LINE


# What stands here


def test_every_wave_shows_its_status_band_and_score_and_the_way_in() -> None:
    draft = begin({**all_at(3, VE1_1=None, DU4_2="DK")}, wave=NOW)
    done = begin(worked_brand(), wave=THEN, complete=True)
    empty = begin(brand="Empty")

    tab = Tab()

    assert "in progress, 35 of 36 answered" in tab.text
    assert ":material/check: complete" in tab.text
    assert "**Developing** · 41" in tab.text
    assert [b.label for b in tab.app.button if b.key == f"assess-{draft}"] == ["Continue"]
    assert [b.label for b in tab.app.button if b.key == f"assess-{done}"] == ["Answers"]
    assert [b.label for b in tab.app.button if b.key == f"assess-{empty}"] == ["Start"]
    assert not tab.has(f"results-{empty}")
    assert tab.press(f"results-{done}").address["assessment"] == done
    assert (tab.path, Tab().press(f"assess-{draft}").path) == ("results", "assess")


def test_the_title_says_what_the_newest_waves_come_to() -> None:
    begin(worked_brand())
    assert Tab().title == f"{NORTHWIND} is at Developing"

    begin(all_at(5), brand="Best")
    assert Tab().title == "2 of 2 brands have a result; Best scores highest"


def test_among_many_brands_one_is_found_by_name() -> None:
    for number in range(14):
        begin(brand=f"Brand {number:02}")
    tab = Tab()

    tab.app.text_input(key="find-brand").set_value("bRAND 07")
    tab.run()

    assert [s.value for s in tab.app.subheader] == ["Brand 07"]
    tab.app.text_input(key="find-brand").set_value("nobody")
    assert "No brand has this in its name." in tab.run().text


# Changing


def test_a_brand_is_edited_and_the_form_holds_what_was_there() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "edit").fill(Name="Acme & Sons")
    tab.app.selectbox(key=f"size-{brand.id}-en").set_value("250-999")

    tab.press_label("Save")

    assert names() == ["Acme & Sons"]
    assert "Acme & Sons" in tab.text
    again = tab.pick(f"brand-menu-{brand.id}-en", "edit")
    assert again.app.selectbox(key=f"size-{brand.id}-en").value == "250-999"


def test_the_form_of_one_brand_holds_nothing_of_another() -> None:
    for name, industry in (("One", "retail"), ("Two", "travel")):
        begin(brand=name)
        brand = brand_lines()[name].brand
        brands.change(acting(), brand.id, brand.profile.model_copy(update={"industry": industry}))
    one, two = (brand_lines()[name].brand.id for name in ("One", "Two"))
    tab = Tab().pick(f"brand-menu-{one}-en", "edit")
    assert [box.value for box in tab.app.selectbox][:1] == ["retail"]

    tab.pick(f"brand-menu-{two}-en", "edit")

    assert [box.value for box in tab.app.selectbox][:1] == ["travel"]
    tab.press_label("Save")
    assert brand_lines()["Two"].brand.profile.industry == "travel"


def test_a_brand_cannot_take_anothers_name() -> None:
    begin(brand="One")
    begin(brand="Two")
    two = brand_lines()["Two"].brand.id

    tab = Tab().pick(f"brand-menu-{two}-en", "edit").fill(Name="One").press_label("Save")

    assert tab.errors == [NAME_TAKEN]
    assert sorted(names()) == ["One", "Two"]


def test_a_wave_is_renamed_but_not_to_one_that_is_there() -> None:
    assessment = begin(all_at(3), wave=NOW)
    begin(all_at(3), wave=THEN)
    tab = Tab().pick(f"wave-menu-{assessment}-en", "rename").fill(Wave=THEN).press_label("Save")
    assert tab.errors == ["This brand has a wave of this name already. Choose another name."]

    tab.fill(Wave="Winter").press_label("Save")

    assert waves() == ["Winter", THEN]
    assert "Winter" in tab.text
    tab.pick(f"wave-menu-{assessment}-en", "rename").fill(Wave="").press_label("Save")
    assert tab.errors == ["Give the wave a name, such as 2026-Q4."]


# Putting away


@pytest.mark.parametrize("action", ["archive", "delete"])
def test_a_brand_is_put_away_and_brought_back(action: str) -> None:
    begin(all_at(3), brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", action)
    assert names() == []
    assert f"Acme is {action}d." in tab.text
    assert "Archived and deleted · 1" in tab.text

    tab.press("undo-last")
    assert names() == ["Acme"]
    assert not tab.has("undo-last")

    tab.pick(f"brand-menu-{brand.id}-en", action)
    again = tab.again().press(f"bring-back-{brand.id}")
    assert names() == ["Acme"]
    assert waves("Acme") == [NOW]
    assert "Archived and deleted" not in again.text


@pytest.mark.parametrize("action", ["archive", "delete"])
def test_a_wave_is_put_away_and_brought_back(action: str) -> None:
    assessment = begin(all_at(3))
    tab = Tab().pick(f"wave-menu-{assessment}-en", action)
    assert waves() == []
    assert "No wave yet." in tab.text

    tab.press("undo-last")
    assert waves() == [NOW]

    tab.pick(f"wave-menu-{assessment}-en", action)
    tab.again().press(f"bring-back-{assessment}")
    assert waves() == [NOW]
    assert stored(assessment, "VE1.1") == [3]


def test_what_was_deleted_says_how_long_it_can_be_brought_back() -> None:
    assessment = begin(all_at(3))

    tab = Tab().pick(f"wave-menu-{assessment}-en", "delete")

    assert "deleted; gone for good after" in tab.text


def test_a_namesake_made_meanwhile_keeps_a_deleted_brand_away_in_words() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "delete")
    begin(brand="Acme")

    tab.press("undo-last")

    assert "Not brought back: something of this name is there by now." in tab.text
    assert len(brand_lines()) == 1


def test_what_somebody_else_brought_back_already_is_no_failure() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "delete")
    brands.undelete(acting(), brand.id)

    tab.press("undo-last")

    assert names() == ["Acme"]
    assert "Acme" in tab.text


# Files


def test_what_is_exported_equals_what_was_imported() -> None:
    given = WORKED_FILE.read_text("utf-8")
    tab = Tab().press("import").upload(worked=given).press_label("Import")
    (line,) = brand_lines().values()
    assert tab.title == "Northwind Outfitters (fictional) is at Developing"

    exported = tab.download(f"export-{line.waves[0].assessment.id}")

    assert json.loads(exported) == json.loads(given)


def test_an_export_holds_what_is_stored_when_it_is_asked_for() -> None:
    assessment = begin(all_at(3))
    tab = Tab()
    save(assessment, "VE1.1", 5)

    assert json.loads(tab.download(f"export-{assessment}"))["answers"]["VE1.1"] == {"level": 5}


def test_bad_files_are_refused_with_every_problem_named_and_nothing_is_imported() -> None:
    good = json.loads(WORKED_FILE.read_text("utf-8"))
    answers = good["answers"] | {"VE1.1": {"level": 9}, "XX1.1": {"level": 1}}
    bad = json.dumps(good | {"answers": answers, "wave": ""})
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


# The demo


def test_the_demo_is_loaded_shown_apart_and_removed_by_one_click() -> None:
    tab = Tab().press("load-demo")
    assert tab.app.caption[0].value.startswith("Demo workspace")
    assert len(brand_lines(demo=True)) >= 5
    assert brand_lines() == {}

    tab.press("remove-demo")

    assert brand_lines(demo=True) == {}
    assert tab.title == "How far can people trust your brand with data?"
    assert tab.labels == ["New brand", "Import files", "Load the demo"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_that_shows_demo_data_says_so(lang: Lang) -> None:
    badge = f":material/science: {words(lang)('Demo data')}"
    Tab(lang=lang).press("load-demo")
    demo = next(iter(brand_lines(demo=True).values())).waves[0].assessment.id

    for page in ("", "assess", "results"):
        assert badge in Tab(page, lang=lang, assessment=demo).text
    assert words(lang)("Demo data") in Tab("results", lang=lang).text
    assert badge not in Tab("library", lang=lang).text
    own = begin(all_at(3))
    for page in ("", "assess", "results"):
        assert badge not in Tab(page, lang=lang, assessment=own).text
    assert badge in Tab(lang=lang).select(f"workspace-{lang}", "demo").text


def test_work_and_demo_never_share_a_page() -> None:
    begin(all_at(3), brand="Mine")
    Tab().run()
    begin(all_at(3), brand="Mine too")
    people_before = {w.id for w in people.workspaces(acting())}
    load_demo()
    tab = Tab()
    demo_names = set(brand_lines(demo=True))
    assert {w.id for w in people.workspaces(acting())} > people_before

    assert "Mine" in tab.text
    assert not any(name in tab.text for name in demo_names)
    tab.select("workspace-en", "demo")
    assert "Mine" not in tab.text
    assert all(name in tab.text for name in demo_names)
    tab.press("remove-demo")
    assert sorted(names()) == ["Mine", "Mine too"]


def load_demo() -> None:
    from dashboard.services import demo

    demo.load(acting())


def test_a_brand_begun_from_the_demo_is_the_users_own() -> None:
    tab = Tab().press("load-demo").press("new-brand").fill(Name="Mine", Wave=NOW)

    tab.press_label("Create and begin")

    assert names() == ["Mine"]
    assert "Mine" not in brand_lines(demo=True)
    assert "Demo data" not in tab.text


# Versions of a questionnaire


@pytest.fixture
def newer_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 1.1.0 of the ferry line's questionnaire: one question is worded anew."""
    import shutil

    from tests.builders import FERRY_LINE as FOLDER
    from tests.views.material import read_settings_again

    root = tmp_path / "questionnaires" / "ferry-line"
    shutil.copytree(FOLDER, root / "1.0.0")
    shutil.copytree(FOLDER, root / "1.1.0")
    instrument = root / "1.1.0" / "instrument.yaml"
    instrument.write_text(
        instrument.read_text("utf-8").replace("version: 1.0.0", "version: 1.1.0"), "utf-8"
    )
    crossing = root / "1.1.0" / "crossing.yaml"
    crossing.write_text(crossing.read_text("utf-8").replace("on deck?", "on every deck?"), "utf-8")
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(root.parent))
    read_settings_again()


def test_a_draft_stays_on_its_version_until_it_is_moved(newer_version: None) -> None:
    from tests.builders import answers as given

    old = begin(given({"CR1.1": 2, "BK1.2": 6}), questionnaire=FERRY_LINE)
    tab = Tab()
    assert "A newer version of the questionnaire is there (1.1.0)" in tab.text
    assert sheet(old).questionnaire.version == "1.0.0"

    tab.pick(f"wave-menu-{old}-en", "move")
    assert "1 answer goes along: its question asks the same." in tab.text
    assert "1 answer is withdrawn" in tab.text
    tab.press("move")

    assert sheet(old).questionnaire.version == "1.1.0"
    assert stored(old, "CR1.1", "BK1.2") == [None, 6]
    assert "A newer version" not in tab.text


def test_a_complete_wave_is_never_moved(newer_version: None) -> None:
    old = begin(questionnaire=FERRY_LINE, complete=True)

    tab = Tab()

    assert "A newer version" not in tab.text
    assert [o for o in tab.app.menu_button(key=f"wave-menu-{old}-en").options if "Move" in o] == []


def test_answering_what_was_moved_meanwhile_is_refused_in_words(newer_version: None) -> None:
    from dashboard.services import versions

    old = begin(questionnaire=FERRY_LINE)
    tab = Tab("assess", assessment=old)
    versions.move(acting(), sheet(old), "ferry-line@1.1.0")

    tab.answer("BK1.2", 7)

    assert stored(old, "BK1.2") == [7]
    assert tab.run().chosen("BK1.2") == [7]


def test_an_assessment_without_its_questionnaire_is_named_and_waits(
    ferry_lines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.views.material import read_settings_again

    lost = begin(questionnaire=FERRY_LINE)
    begin(all_at(3), wave=THEN)
    monkeypatch.delenv("CANDOUR_QUESTIONNAIRES")
    read_settings_again()

    assert NORTHWIND in Tab().text
    for page in ("assess", "results"):
        assert Tab(page, assessment=lost).title == "Which assessment?"


# Trouble


def test_a_wave_of_a_brand_that_was_deleted_meanwhile_is_refused_in_words() -> None:
    begin(all_at(3))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab().press(f"wave-{brand.id}").fill(Wave="2027")
    brands.delete(acting(), brand.id)

    tab.press_label("Begin")

    assert len(tab.errors) == 1
    assert tab.errors[0].startswith("Not saved")


def test_putting_away_a_wave_that_was_deleted_meanwhile_is_no_failure() -> None:
    assessment = begin(all_at(3))
    tab = Tab()
    assessments.delete(acting(), assessment)

    tab.pick(f"wave-menu-{assessment}-en", "archive")

    assert "No wave yet." in tab.text
    assert not tab.errors
