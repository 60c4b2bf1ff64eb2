""" "Does not apply": saved with its reason alone, and asked once where one condition is shared."""

from pathlib import Path

import pytest

from dashboard.reports.facts import Facts
from tests.builders import NA, all_at, answer, ferry_line
from tests.reports.material import report
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, begin, history, later, sheet, stored
from tests.views.visiting import Tab, assess

DU2 = ("DU2.1", "DU2.2", "DU2.3")
DU3 = ("DU3.1", "DU3.2", "DU3.3")
REASON = "We hold no data about individual customers."


def test_does_not_apply_is_saved_with_its_reason_and_not_before() -> None:
    assessment = begin()
    tab = assess(assessment, "VE3")

    tab.answer("VE3.3", "not_applicable")
    assert stored(assessment, "VE3.3") == [None]
    assert "Not saved yet: give the reason" in tab.text
    assert "Saved" not in tab.text.replace("Not saved yet", "")

    tab.write("reason-VE3.3-en", "   ")
    assert stored(assessment, "VE3.3") == [None]

    tab.write("reason-VE3.3-en", REASON)
    assert stored(assessment, "VE3.3") == ["not_applicable"]
    assert sheet(assessment).answers["VE3.3"].reason == REASON
    assert "Not saved yet" not in tab.text
    assert "1 of 36 done" in tab.text


def test_a_level_stands_while_does_not_apply_waits_for_its_reason() -> None:
    assessment = begin(all_at(4))
    tab = assess(assessment, "VE3")

    tab.answer("VE3.3", "not_applicable")

    assert stored(assessment, "VE3.3") == [4]
    assert "Not saved yet: give the reason" in tab.text
    assert tab.text.count(":material/check: Saved") == 2
    assert tab.again().chosen("VE3.3") == [4]


def test_the_reason_can_be_changed_and_a_level_can_take_its_place() -> None:
    assessment = begin(all_at(4, VE3_3=NA))
    tab = assess(assessment, "VE3")
    assert tab.chosen("VE3.3") == ["not_applicable"]

    tab.write("reason-VE3.3-en", "Another reason")
    assert sheet(assessment).answers["VE3.3"].reason == "Another reason"

    tab.answer("VE3.3", 2)
    assert stored(assessment, "VE3.3") == [2]
    assert not tab.has("reason-VE3.3-en")


@pytest.mark.parametrize("items", [DU2, DU3])
def test_a_shared_condition_is_asked_once_and_marks_and_unmarks_all_three(
    items: tuple[str, ...],
) -> None:
    assessment = begin()
    dimension = items[0][:3]
    tab = assess(assessment, dimension)
    assert tab.text.count("Does this dimension apply?") == 2  # the question and the radio's name
    assert not any("Does not apply" in tab.radio(item).options[-1] for item in items)

    tab.select(f"applies-{dimension}-en", "does-not")
    assert stored(assessment, *items) == [None] * 3
    assert "Not saved yet" in tab.text
    assert not any(tab.has(f"answer-{item}-en") for item in items)
    tab.write(f"applies-reason-{dimension}-en", REASON)

    assert stored(assessment, *items) == ["not_applicable"] * 3
    assert {a.reason for a in sheet(assessment).answers.values()} == {REASON}
    assert not any(tab.has(f"answer-{item}-en") for item in items)
    assert "3 of 36 done" in tab.text
    assert "Saved" in tab.text

    tab.select(f"applies-{dimension}-en", "applies")
    assert stored(assessment, *items) == [None] * 3
    assert tab.chosen(*items) == [None] * 3
    assert "0 of 36 done" in tab.text


def test_marking_after_answering_is_nobody_elses_answer_and_leaves_it_to_be_put_back() -> None:
    assessment = begin()
    tab = assess(assessment, "DU2")
    tab.answer("DU2.1", 4).answer("DU2.3", 2)

    tab.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    assert stored(assessment, *DU2) == ["not_applicable"] * 3
    assert "Somebody else" not in tab.text
    tab.write("applies-reason-DU2-en", "Another reason.").select("applies-DU2-en", "applies")
    assert history(assessment, "DU2.1") == [None, "not_applicable", 4]


def test_another_assessment_in_the_same_session_shows_its_own_answers() -> None:
    one, other = begin(all_at(4), brand="One"), begin(brand="Other")
    tab = assess(one)
    assert tab.chosen("VE1.1") == [4]

    tab.go("assess", assessment=other, dimension="VE1")
    assert tab.chosen("VE1.1") == [None]
    tab.go("assess", assessment=one, dimension="VE1")
    assert tab.chosen("VE1.1") == [4]
    assert stored(other, "VE1.1") == [None]


def test_unmarking_leaves_the_questions_open_and_the_earlier_answers_in_the_history() -> None:
    assessment = begin(all_at(4))
    for item in DU2:
        later(assessment, item, 5)
    tab = assess(assessment, "DU2")
    tab.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    tab.select("applies-DU2-en", "applies")

    assert stored(assessment, *DU2) == [None] * 3
    assert tab.chosen(*DU2) == [None] * 3
    assert stored(assessment, "DU1.1") == [4]
    for item in DU2:
        assert history(assessment, item)[-2:] == [5, 4]


def test_saying_that_it_applies_after_all_before_a_reason_is_given_changes_nothing() -> None:
    assessment = begin(all_at(4))
    tab = assess(assessment, "DU2")

    tab.select("applies-DU2-en", "does-not").select("applies-DU2-en", "applies")

    assert stored(assessment, *DU2) == [4] * 3
    assert tab.chosen(*DU2) == [4] * 3
    assert len(history(assessment, "DU2.1")) == 1


def test_what_another_session_marked_is_shown_as_marked() -> None:
    assessment = begin()
    here, there = assess(assessment, "DU2"), assess(assessment, "DU2")
    there.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    here.press("to-DU1").press("to-DU2")
    assert here.app.radio(key="applies-DU2-en").value == "does-not"

    there.select("applies-DU2-en", "applies")
    here.run()
    assert here.app.radio(key="applies-DU2-en").value == "applies"
    there.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)
    here.run()
    assert here.app.radio(key="applies-DU2-en").value == "does-not"


def test_a_marked_dimension_is_asked_and_unmarked_in_the_other_language_too() -> None:
    assessment = begin()
    tab = assess(assessment, "DU2")
    tab.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    tab.speak("zh")
    assert tab.app.radio(key="applies-DU2-zh").value == "does-not"
    assert tab.note("applies-reason-DU2-zh") == REASON

    tab.select("applies-DU2-zh", "applies").speak("en")
    assert tab.app.radio(key="applies-DU2-en").value == "applies"
    assert stored(assessment, *DU2) == [None] * 3


def test_a_choice_that_was_left_without_its_reason_is_named_on_the_next_page() -> None:
    lost = "“Does not apply” was not saved: it had no reason."
    tab = assess(begin(), "VE3").answer("VE3.3", "not_applicable")

    assert lost in tab.press("next").text
    assert lost not in tab.press("next").text
    tab.press("to-DU2").select("applies-DU2-en", "does-not")
    assert lost not in tab.text
    assert lost in tab.press("to-review").text
    tab.press("to-DU2").select("applies-DU2-en", "does-not")
    tab.write("applies-reason-DU2-en", REASON)
    assert lost not in tab.press("next").text


def test_a_brand_to_which_nothing_applies_declares_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry_line_with(tmp_path, monkeypatch, all_may_not_apply=True)
    given = {item.id: answer(NA) for item in ferry_line().items}
    nothing = begin(given, questionnaire=FERRY_LINE, complete=True)

    for tab in (Tab(""), Tab("results", assessment=nothing)):
        assert f"nothing to answer, {len(given)} do not apply" in tab.text
        assert "Self-declared" not in tab.text
    assert Facts(report(given, ferry_line())).marks == ()


def test_where_conditions_differ_the_questions_stay_though_none_applies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry_line_with(tmp_path, monkeypatch, all_may_not_apply=True)
    crossing = tmp_path / "copies/ferry-line/1.0.0/crossing.yaml"
    text = crossing.read_text("utf-8")
    crossing.write_text(text.replace("We have no ships.", "We sail no ships.", 1), "utf-8")
    given = {item.id: answer(NA) for item in ferry_line().items}
    nothing = begin(given, questionnaire=FERRY_LINE)

    tab = assess(nothing, "CR1")

    assert "Does this dimension apply?" not in tab.text
    tab.answer("CR1.1", 2)
    assert stored(nothing, "CR1.1", "CR1.2") == [2, "not_applicable"]
