"""When the store takes no change: it is said, nothing typed is lost, and it can be done again."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from dashboard import bootstrap
from dashboard.store import engine
from tests.builders import all_at, data_trust
from tests.views.material import (
    NORTHWIND,
    NOW,
    THEN,
    WORKED_FILE,
    begin,
    brand_lines,
    save,
    sheet,
    stored,
)
from tests.views.visiting import Tab

NOT_SAVED = "Not saved: the database does not answer. Try again in a moment."
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""

Trouble = Callable[[], AbstractContextManager[None]]


@contextmanager
def read_only() -> Iterator[None]:
    """The database takes no change, as on a full disk or without the right to write."""
    connection = bootstrap.get_store().database.writing.raw_connection()
    driver = connection.driver_connection
    connection.close()
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA query_only=ON")
    try:
        yield
    finally:
        driver.execute("PRAGMA query_only=OFF")


@contextmanager
def held_by_another_program() -> Iterator[None]:
    """Another process is in the middle of writing, and does not come to an end."""
    file = bootstrap.get_store().database.file
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.close()


@pytest.fixture(
    params=[read_only, pytest.param(held_by_another_program, marks=pytest.mark.slow)],
)
def trouble(
    request: pytest.FixtureRequest, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Trouble:
    """Nobody waits ten seconds for another program here."""
    monkeypatch.setattr(engine, "LOCK_WAIT", 0.05)
    chosen: Trouble = request.param
    return chosen


def test_an_answer_that_was_not_saved_says_so_and_can_be_sent_again(trouble: Trouble) -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment)

    with trouble():
        tab.answer("VE1.1", 4)
        assert NOT_SAVED in tab.text
        assert ":material/check: Saved" not in tab.text
        assert tab.chosen("VE1.1") == [4]
        assert "0 of 36 done" in tab.text
        assert NOT_SAVED in tab.press("retry-VE1.1-en").text
        assert NOT_SAVED in tab.run().text
    assert stored(assessment, "VE1.1") == [None]
    tab.press("retry-VE1.1-en")

    assert stored(assessment, "VE1.1") == [4]
    assert NOT_SAVED not in tab.text
    assert ":material/check: Saved" in tab.text
    assert "1 of 36 done" in tab.text


def test_an_unsaved_choice_is_told_on_the_next_page_and_can_be_sent_on_coming_back(
    trouble: Trouble,
) -> None:
    assessment = begin(all_at(2))
    tab = Tab("assess", assessment=assessment)
    left = "An answer of “Worth of the offer” was not saved."

    with trouble():
        tab.answer("VE1.1", 4)
    assert left not in tab.text
    assert left in tab.press("next").text
    tab.press("unsettled-VE1")
    assert tab.chosen("VE1.1") == [2]
    assert NOT_SAVED in tab.text
    tab.press("retry-VE1.1-en")

    assert stored(assessment, "VE1.1") == [4]
    assert tab.chosen("VE1.1") == [4]
    assert NOT_SAVED not in tab.text
    assert left not in tab.press("next").text


def test_what_is_sent_again_meets_what_somebody_else_has_answered_meanwhile(
    trouble: Trouble,
) -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment)
    with trouble():
        tab.answer("VE1.1", 4)
    tab.press("next")
    save(assessment, "VE1.1", 5)

    tab.press("back").press("retry-VE1.1-en")

    assert stored(assessment, "VE1.1") == [5]
    assert "Somebody else answered this meanwhile" in tab.text
    assert NOT_SAVED not in tab.press("theirs-VE1.1-en").text
    assert tab.chosen("VE1.1") == [5]


def test_what_was_not_saved_can_be_let_go_of(trouble: Trouble) -> None:
    assessment = begin(all_at(2))
    tab = Tab("assess", assessment=assessment)
    with trouble():
        tab.answer("VE1.1", 4)
    statement = data_trust().items_by_id["VE1.1"].options[3].text.en
    assert f"Your answer, not saved: {statement}" in tab.text

    tab.press("discard-VE1.1-en")

    assert NOT_SAVED not in tab.text
    assert tab.chosen("VE1.1") == [2]
    assert ":material/check: Saved" in tab.text
    assert "was not saved" not in tab.press("next").text


def test_a_note_that_was_not_saved_stays_in_its_field(trouble: Trouble) -> None:
    assessment = begin(all_at(2))
    tab = Tab("assess", assessment=assessment).look("support", "VE1.1")

    with trouble():
        tab.write("note-VE1.1-en", "a long thought")
        assert NOT_SAVED in tab.text
        tab.press("retry-VE1.1-en")
    assert tab.note("note-VE1.1-en") == "a long thought"
    tab.press("retry-VE1.1-en")

    assert sheet(assessment).answers["VE1.1"].note == "a long thought"


def test_a_shared_condition_that_was_not_saved_keeps_its_reason(trouble: Trouble) -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment, dimension="DU2")
    tab.select("applies-DU2-en", "does-not")

    with trouble():
        tab.write("applies-reason-DU2-en", "We hold no data.")
        assert NOT_SAVED in tab.text
    assert tab.note("applies-reason-DU2-en") == "We hold no data."
    tab.write("applies-reason-DU2-en", "We hold no data at all.")
    assert "was not saved" not in tab.press("next").text

    assert stored(assessment, "DU2.1", "DU2.2", "DU2.3") == ["not_applicable"] * 3


def test_completing_and_taking_over_are_refused_in_words(trouble: Trouble) -> None:
    begin(all_at(3), wave=THEN)
    assessment = begin(wave=NOW)
    tab = Tab("assess", assessment=assessment)

    with trouble():
        assert tab.press("adopt-VE1").errors == [NOT_SAVED]
        assert tab.chosen("VE1.1") == [None]
        assert tab.press("to-review").press("complete").errors == [NOT_SAVED]
    assert sheet(assessment).assessment.open_for_answers
    tab.press("complete")

    assert not tab.errors
    assert tab.title == "This assessment is complete"


def test_a_form_of_the_overview_keeps_what_was_typed(trouble: Trouble) -> None:
    tab = Tab().press("new-brand").fill(Name="Acme", Wave="Winter")

    with trouble():
        tab.press_label("Create and begin")
        assert tab.errors == [NOT_SAVED]
    assert brand_lines() == {}
    tab.press_label("Create and begin")

    assert [line.waves[0].assessment.wave for line in brand_lines().values()] == ["Winter"]


@pytest.mark.slow
def test_every_change_on_the_overview_is_refused_in_words(trouble: Trouble) -> None:
    assessment = begin(all_at(3))
    brand = brand_lines()[NORTHWIND].brand
    tab = Tab()
    menus = [(f"brand-menu-{brand.id}-en", one) for one in ("archive", "delete")]
    menus += [(f"wave-menu-{assessment}-en", one) for one in ("archive", "delete")]

    with trouble():
        for menu, action in menus:
            assert tab.pick(menu, action).errors == [NOT_SAVED]
            assert not tab.has("undo-last")
        rename = tab.pick(f"wave-menu-{assessment}-en", "rename").fill(Wave="Winter")
        assert rename.press_label("Save").errors == [NOT_SAVED]
        edit = tab.pick(f"brand-menu-{brand.id}-en", "edit").fill(Name="Acme")
        assert edit.press_label("Save").errors == [NOT_SAVED]
        wave = tab.press(f"wave-{brand.id}").fill(Wave="Winter")
        assert wave.press_label("Begin").errors == [NOT_SAVED]
        files = tab.press("import").upload(worked=WORKED_FILE.read_text("utf-8"))
        assert files.press_label("Import").errors == [NOT_SAVED]

    assert NORTHWIND in Tab().text
    assert len(brand_lines()) == 1


@pytest.mark.slow
def test_loading_the_demo_is_refused_in_words(trouble: Trouble) -> None:
    tab = Tab()

    with trouble():
        assert tab.press("load-demo").errors == [NOT_SAVED]
    tab.press("load-demo")

    assert brand_lines(demo=True)
    with trouble():
        assert tab.press("remove-demo").errors == [NOT_SAVED]
    assert brand_lines(demo=True)


def test_reading_goes_on_while_nothing_can_be_saved(trouble: Trouble) -> None:
    assessment = begin(all_at(3))

    with trouble():
        for page in ("", "assess", "results", "compare", "library"):
            tab = Tab(page, assessment=assessment)
            assert not tab.errors
            assert tab.path == page


@pytest.mark.slow
def test_a_page_that_fails_says_what_to_do_and_nothing_of_how_it_broke(own_folder: Path) -> None:
    tab = Tab("assess", assessment=begin())
    with sqlite3.connect(own_folder / "candour.db") as connection:
        connection.execute("DROP TABLE history")
    connection.close()

    with pytest.raises(OperationalError):
        tab.answer("VE1.1", 3)

    (error,) = tab.errors
    assert error.startswith("**Something went wrong on this page.**")
    assert "Traceback" not in tab.sent
    assert "sqlite" not in tab.sent.lower()
