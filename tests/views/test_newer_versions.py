"""A draft and a newer version of its questionnaire, and one whose questionnaire is not here."""

import shutil
from pathlib import Path

import pytest

from dashboard.domain.workshop import Setup
from dashboard.services import versions, workshops
from tests.builders import FERRY_LINE as FERRY_LINE_FOLDER
from tests.builders import all_at, answers
from tests.views.material import (
    FERRY_LINE,
    NORTHWIND,
    THEN,
    acting,
    begin,
    read_settings_again,
    sheet,
    stored,
)
from tests.views.visiting import Tab


@pytest.fixture
def newer_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 1.1.0 of the ferry line's questionnaire: one question is worded anew."""

    root = tmp_path / "questionnaires" / "ferry-line"
    shutil.copytree(FERRY_LINE_FOLDER, root / "1.0.0")
    shutil.copytree(FERRY_LINE_FOLDER, root / "1.1.0")
    instrument = root / "1.1.0" / "instrument.yaml"
    instrument.write_text(
        instrument.read_text("utf-8").replace("version: 1.0.0", "version: 1.1.0"), "utf-8"
    )
    crossing = root / "1.1.0" / "crossing.yaml"
    crossing.write_text(crossing.read_text("utf-8").replace("on deck?", "on every deck?"), "utf-8")
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(root.parent))
    read_settings_again()


@pytest.mark.slow
def test_a_draft_stays_on_its_version_until_it_is_moved(newer_version: None) -> None:
    old = begin(answers({"CR1.1": 2, "BK1.2": 6}), questionnaire=FERRY_LINE)
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


def test_a_draft_on_which_a_workshop_was_begun_meanwhile_is_not_moved(newer_version: None) -> None:
    old = begin(questionnaire=FERRY_LINE)
    tab = Tab().pick(f"wave-menu-{old}-en", "move")
    workshops.begin(acting(), old, Setup(dimensions=("CR1",), langs=("en",)))

    tab.press("move")

    assert "Not moved: a workshop was begun on it, so it stays on its version." in tab.text
    assert sheet(old).questionnaire.version == "1.0.0"
    assert "A newer version" not in Tab().text


def test_a_complete_wave_is_never_moved(newer_version: None) -> None:
    old = begin(questionnaire=FERRY_LINE, complete=True)

    tab = Tab()

    assert "A newer version" not in tab.text
    assert [o for o in tab.app.menu_button(key=f"wave-menu-{old}-en").options if "Move" in o] == []


@pytest.mark.slow
def test_an_answer_goes_along_to_the_version_that_the_draft_was_moved_to_meanwhile(
    newer_version: None,
) -> None:
    old = begin(questionnaire=FERRY_LINE)
    tab = Tab("assess", assessment=old)
    versions.move(acting(), sheet(old), "ferry-line@1.1.0")

    tab.answer("BK1.2", 7)

    assert stored(old, "BK1.2") == [7]
    assert tab.run().chosen("BK1.2") == [7]


def test_an_assessment_without_its_questionnaire_is_named_and_waits(
    ferry_lines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = begin(questionnaire=FERRY_LINE)
    begin(all_at(3), wave=THEN)
    monkeypatch.delenv("CANDOUR_QUESTIONNAIRES")
    read_settings_again()

    assert NORTHWIND in Tab().text
    for page in ("assess", "results"):
        assert Tab(page, assessment=lost).title == "Which assessment?"
