"""Two people at the same question: both values are shown, and nothing is lost."""

from dashboard.domain.answer import Answer, State
from dashboard.services import assessments
from tests.builders import all_at, data_trust
from tests.views.material import acting, begin, history, later, save, sheet, stored
from tests.views.visiting import Tab, assess


def test_the_second_of_two_who_save_at_once_sees_both_values_and_may_keep_theirs() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)

    second.answer("VE1.1", 5)

    options = data_trust().items_by_id["VE1.1"].options
    assert stored(assessment, "VE1.1") == [2]
    assert f"**Their answer, saved**: {options[1].text.en}" in second.text
    assert f"**Your answer, kept in the history**: {options[4].text.en}" in second.text
    assert "Saved" not in second.text.replace("saved", "")

    second.press("theirs-VE1.1-en")
    assert second.chosen("VE1.1") == [2]
    assert "Somebody else" not in second.text
    assert stored(assessment, "VE1.1") == [2]
    assert history(assessment, "VE1.1") == [5, 2]


def test_the_second_of_two_may_use_their_own_value_and_nothing_is_lost() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)
    second.answer("VE1.1", 5)

    second.press("mine-VE1.1-en")

    assert stored(assessment, "VE1.1") == [5]
    assert second.chosen("VE1.1") == [5]
    assert ":material/check: Saved" in second.text
    assert set(history(assessment, "VE1.1")) == {5, 2}
    first.run()
    assert first.chosen("VE1.1") == [5]


def test_a_third_value_that_came_while_choosing_is_shown_in_its_turn() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)
    second.answer("VE1.1", 5)
    first.answer("VE1.1", 3)

    second.press("mine-VE1.1-en")

    options = data_trust().items_by_id["VE1.1"].options
    assert f"**Their answer, saved**: {options[2].text.en}" in second.text
    assert stored(assessment, "VE1.1") == [3]
    assert stored(assessment, "VE1.1") == [3]
    second.press("mine-VE1.1-en")
    assert stored(assessment, "VE1.1") == [5]


def test_who_leaves_before_choosing_is_told_on_every_step_until_it_is_settled() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)
    second.answer("VE1.1", 5)
    told = "Somebody else changed an answer of “Worth of the offer” meanwhile."
    assert told not in second.text

    assert told in second.press("next").text
    assert told in second.press("to-review").text
    second.press("unsettled-VE1").press("mine-VE1.1-en")

    assert stored(assessment, "VE1.1") == [5]
    assert told not in second.press("next").text


def test_two_who_choose_the_same_have_nothing_to_settle() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)

    second.answer("VE1.1", 2)

    assert "Somebody else" not in second.text
    assert ":material/check: Saved" in second.text


def test_two_notes_at_once_are_both_shown() -> None:
    assessment = begin(all_at(3))
    first, second = assess(assessment), assess(assessment)
    for tab in (first, second):
        tab.look("support", "VE1.1")
    first.write("note-VE1.1-en", "first note")

    second.write("note-VE1.1-en", "second note")

    assert "first note" in second.text
    assert "second note" in second.text
    second.press("mine-VE1.1-en")
    assert sheet(assessment).answers["VE1.1"].note == "second note"
    assert sheet(assessment).answers["VE1.1"].level == 3


def test_a_note_that_gave_way_to_theirs_does_not_come_back() -> None:
    assessment = begin(all_at(3))
    first, second = assess(assessment), assess(assessment)
    for tab in (first, second):
        tab.look("support", "VE1.1")
    first.write("note-VE1.1-en", "first note")
    second.write("note-VE1.1-en", "second note")

    second.press("theirs-VE1.1-en").select("evidence-VE1.1-en", 1)

    assert second.note("note-VE1.1-en") == "first note"
    assert sheet(assessment).answers["VE1.1"].note == "first note"


def test_fields_follow_a_value_that_was_put_back() -> None:
    assessment = begin({"VE1.1": Answer(state=State.LEVEL, level=2, note="then")})
    later(assessment, "VE1.1", 5)
    tab = assess(assessment).look("support", "VE1.1").write("note-VE1.1-en", "now")
    tab.look("history", "VE1.1").press("back-VE1.1-2-en")

    tab.look("support", "VE1.1")

    assert tab.note("note-VE1.1-en") == "then"
    tab.select("evidence-VE1.1-en", 1)
    assert sheet(assessment).answers["VE1.1"].note == "then"


def test_choosing_anew_settles_it_as_well() -> None:
    assessment = begin()
    first, second = assess(assessment), assess(assessment)
    first.answer("VE1.1", 2)
    second.answer("VE1.1", 5)

    second.answer("VE1.1", 4)

    assert stored(assessment, "VE1.1") == [4]
    assert "Somebody else" not in second.text


def test_an_answer_to_what_was_withdrawn_meanwhile_is_shown_with_both_values() -> None:
    assessment = begin(all_at(3))
    here = assess(assessment)
    save(assessment, "VE1.1", None)

    here.answer("VE1.1", 4)

    assert "Somebody else withdrew this answer meanwhile" in here.text
    assert "**Their answer, saved**: No answer" in here.text
    here.press("theirs-VE1.1-en")
    assert here.chosen("VE1.1") == [None]


def test_what_was_completed_meanwhile_takes_no_answer_and_says_so() -> None:
    assessment = begin(all_at(3))
    tab = assess(assessment)
    assessments.complete(acting(), assessment)

    tab.answer("VE1.1", 5)

    assert "Not saved: the assessment was completed meanwhile." in tab.text
    assert ":material/check: Saved" in tab.text  # the two others
    assert tab.text.count(":material/check: Saved") == 2
    assert stored(assessment, "VE1.1") == [3]
    again = tab.again()
    assert "Complete: reopen it to change answers" in again.text
    assert data_trust().items_by_id["VE1.1"].option(3).text.en in again.text
    assert not again.has("answer-VE1.1-en")


def test_what_was_deleted_meanwhile_takes_no_answer_and_says_so() -> None:
    assessment = begin(all_at(3))
    tab = assess(assessment)
    assessments.delete(acting(), assessment)

    tab.answer("VE1.1", 5)

    assert "Not saved" in tab.text
    assert tab.run().title == "Begin with a brand"


def test_a_whole_dimension_left_out_gives_way_to_what_somebody_else_answered() -> None:
    assessment = begin()
    tab = Tab("assess", assessment=assessment, dimension="DU2")
    tab.select("applies-DU2-en", "does-not")
    save(assessment, "DU2.1", Answer.at(2))

    tab.write("applies-reason-DU2-en", "We hold no data.")
    assert "Somebody else answered this meanwhile" in tab.text
    tab.write("applies-reason-DU2-en", "We hold no data at all.")
    assert stored(assessment, "DU2.1", "DU2.2", "DU2.3") == [2, "not_applicable", "not_applicable"]

    tab.press("mine-DU2.1-en")
    assert stored(assessment, "DU2.1") == ["not_applicable"]
    assert not tab.errors
