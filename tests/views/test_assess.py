"""Assess: every choice is stored before the page says so, and nothing leads the answer."""

import re

import pytest

from dashboard.domain.answer import Answer, State
from dashboard.domain.text import Lang
from dashboard.services import assessments
from tests.builders import NA, all_at, data_trust
from tests.views.material import NOW, THEN, acting, begin, history, save, sheet, stored
from tests.views.visiting import Tab

DU2 = ("DU2.1", "DU2.2", "DU2.3")
DU3 = ("DU3.1", "DU3.2", "DU3.3")
REASON = "We hold no data about individual customers."


def assess(assessment: str, dimension: str = "VE1", lang: Lang = "en") -> Tab:
    return Tab("assess", assessment=assessment, dimension=dimension, lang=lang)


def captions(tab: Tab, item: str) -> list[str]:
    return [re.sub(r"[\u200b*\\]", "", text) for text in tab.radio(item).proto.captions]


# Answering


def test_a_choice_is_stored_and_said_to_be_saved() -> None:
    assessment = begin()
    tab = assess(assessment)
    assert "Saved" not in tab.text

    tab.answer("VE1.2", 4)

    assert stored(assessment, "VE1.1", "VE1.2") == [None, 4]
    assert tab.text.count("Saved") == 1


def test_the_count_follows_every_first_answer_without_the_page_being_made_anew() -> None:
    tab = assess(begin())

    tab.answer("VE1.1", 2).answer("VE1.2", "dont_know").answer("VE1.1", 3)

    assert "2026-Q4 · 2 of 36 answered" in tab.text
    assert "**Value exchange** · 2/12" in tab.text


def test_walking_along_the_options_with_the_arrows_saves_each_and_makes_one_entry() -> None:
    assessment = begin()
    tab = assess(assessment)

    for level in (1, 2, 3, 4):
        tab.answer("VE1.1", level)
        assert stored(assessment, "VE1.1") == [level]

    assert history(assessment, "VE1.1") == [4]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_name_of_a_level_is_shown_below_the_chosen_option_and_nowhere_before(
    lang: Lang,
) -> None:
    names = {level.name.get(lang) for level in data_trust().levels}
    tab = assess(begin(), lang=lang)
    item = data_trust().items_by_id["VE1.1"]
    assert not any(name in caption for caption in captions(tab, "VE1.1") for name in names)

    for level in item.levels:
        tab.answer("VE1.1", level)

        shown = captions(tab, "VE1.1")
        name = data_trust().level_name(item, level)
        assert name
        assert name.get(lang) in shown[level - 1]
        others = [text for n, text in enumerate(shown, start=1) if n != level]
        assert not any(one in text for text in others for one in names)


def test_options_keep_their_words_and_their_order_whatever_is_chosen() -> None:
    tab = assess(begin())
    before = tab.radio("VE1.1").options

    for choice in (1, 5, "dont_know", 3):
        tab.answer("VE1.1", choice)
        assert tab.radio("VE1.1").options == before

    options = data_trust().items_by_id["VE1.1"].options
    assert len(before) == len(set(before)) == len(options) + 1
    shown = [re.sub(r"\\(.)", r"\1", label) for label in before]
    assert shown[:5] == [option.text.en for option in options]
    assert shown[5] == "I don't know"


def test_does_not_apply_is_offered_only_where_the_item_allows_it() -> None:
    tab = assess(begin(), "VE3")

    offered = ["Does not apply" in tab.radio(item).options[-1] for item in ("VE3.1", "VE3.3")]

    assert offered == [False, True]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_score_runs_along_while_answering(lang: Lang) -> None:
    assessment = begin(all_at(4, ST1_1=1, ST1_2=None, DU4_2=None))
    result = sheet(assessment).result
    assert result.overall.score is not None
    tab = assess(assessment, "ST1", lang)

    tab.answer("ST1.2", 2)

    for step in ("ST1", "VE1", "review"):
        tab.press(f"to-{step}")
        assert not tab.app.metric
        assert "plotly_chart" not in tab.sent
        bands = [band.name.get(lang) for band in sheet(assessment).questionnaire.bands]
        assert not any(f"**{band}**" in tab.app.main.markdown.values for band in bands)
        assert not re.search(r"\b7[0-5]\b", tab.text)


def test_the_first_page_says_the_rule_the_time_it_takes_and_what_is_stored() -> None:
    tab = assess(begin())

    assert "highest level for which every word is true today across the whole brand" in tab.text
    assert "36 questions, about 30 minutes." in tab.text
    assert "Each answer is stored at once, with its time and who gave it" in tab.text
    tab.press("next")
    assert "highest level for which every word is true today" in tab.text
    assert "minutes" not in tab.text


# Does not apply


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
    assert "1 of 36 answered" in tab.text


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
    assert "Not saved yet: give the reason" in tab.text
    tab.write(f"applies-reason-{dimension}-en", REASON)

    assert stored(assessment, *items) == ["not_applicable"] * 3
    assert {a.reason for a in sheet(assessment).answers.values()} == {REASON}
    assert not any(tab.has(f"answer-{item}-en") for item in items)
    assert "3 of 36 answered" in tab.text
    assert "Saved" in tab.text

    tab.select(f"applies-{dimension}-en", "applies")
    assert stored(assessment, *items) == [None] * 3
    assert tab.chosen(*items) == [None] * 3
    assert "0 of 36 answered" in tab.text


def test_marking_after_answering_is_nobody_elses_answer() -> None:
    assessment = begin()
    tab = assess(assessment, "DU2")
    tab.answer("DU2.1", 4).answer("DU2.3", 2)

    tab.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    assert stored(assessment, *DU2) == ["not_applicable"] * 3
    assert "Somebody else" not in tab.text


def test_answering_while_the_reason_is_awaited_is_nobody_elses_answer() -> None:
    assessment = begin()
    tab = assess(assessment, "DU2").select("applies-DU2-en", "does-not").answer("DU2.1", 4)

    tab.write("applies-reason-DU2-en", REASON)

    assert stored(assessment, *DU2) == ["not_applicable"] * 3
    tab.select("applies-DU2-en", "applies")
    assert "Somebody else" not in tab.text


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
    tab = assess(assessment, "DU2")
    tab.select("applies-DU2-en", "does-not").write("applies-reason-DU2-en", REASON)

    tab.select("applies-DU2-en", "applies")

    assert stored(assessment, *DU2) == [None] * 3
    assert tab.chosen(*DU2) == [None] * 3
    assert stored(assessment, "DU1.1") == [4]


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
    assert tab.app.text_area(key="applies-reason-DU2-zh").value == REASON

    tab.select("applies-DU2-zh", "applies").speak("en")
    assert tab.app.radio(key="applies-DU2-en").value == "applies"
    assert stored(assessment, *DU2) == [None] * 3


# Evidence, links and note


def test_evidence_waits_for_an_answer() -> None:
    tab = assess(begin()).press("support-VE1.1-en")

    assert "Answer the question first; then say what supports the answer." in tab.text
    assert "Worth looking for:" in tab.text
    assert not tab.has("evidence-VE1.1-en")

    tab.answer("VE1.1", 3)
    assert tab.app.radio(key="evidence-VE1.1-en").value is None


def test_grade_links_and_note_are_stored_with_the_answer_and_stay_when_it_changes() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")

    tab.select("evidence-VE1.1-en", 2)
    tab.write("links-VE1.1-en", "https://example.com/a\n\n  http://example.org ")
    tab.write("note-VE1.1-en", " see the form ").answer("VE1.1", 4)

    answer = sheet(assessment).answers["VE1.1"]
    assert (answer.level, answer.evidence, answer.note) == (4, 2, "see the form")
    assert answer.links == ("https://example.com/a", "http://example.org")

    tab.answer("VE1.1", "dont_know")
    answer = sheet(assessment).answers["VE1.1"]
    assert (answer.evidence, answer.note) == (None, "see the form")
    assert not tab.has("evidence-VE1.1-en")


def test_a_note_and_links_can_be_taken_away_again() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")
    tab.write("links-VE1.1-en", "https://example.com").write("note-VE1.1-en", "a note")

    tab.write("links-VE1.1-en", "").write("note-VE1.1-en", "  ")

    answer = sheet(assessment).answers["VE1.1"]
    assert (answer.links, answer.note) == (None, None)


@pytest.mark.parametrize("bad", ["example.com", "javascript:alert(1)", "ftp://example.com", "x y"])
def test_a_bad_address_is_refused_in_words_and_stays_in_the_field(bad: str) -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")
    tab.write("links-VE1.1-en", "https://example.com")

    tab.write("links-VE1.1-en", f"https://example.com\n{bad}")

    assert f"{bad}: not an http or https address; not saved" in tab.text
    assert tab.app.text_area(key="links-VE1.1-en").value == f"https://example.com\n{bad}"
    assert sheet(assessment).answers["VE1.1"].links == ("https://example.com",)
    tab.write("links-VE1.1-en", "https://example.com\nhttps://example.org")
    assert "not saved" not in tab.text
    assert len(sheet(assessment).answers["VE1.1"].links or ()) == 2


def test_links_beyond_twenty_or_too_long_are_refused_in_words() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")

    tab.write("links-VE1.1-en", "\n".join(["https://example.com"] * 21))
    assert "At most 20 links" in tab.text
    tab.write("links-VE1.1-en", "https://example.com/" + "a" * 2000)
    assert "longer than 2000 characters; not saved" in tab.text
    assert sheet(assessment).answers["VE1.1"].links is None


def test_a_note_with_a_character_that_cannot_be_stored_is_refused_and_stays_in_the_field() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")

    tab.write("note-VE1.1-en", "bell \x07")

    assert "holds a character that cannot be stored" in tab.text
    assert tab.app.text_area(key="note-VE1.1-en").value == "bell \x07"
    assert sheet(assessment).answers["VE1.1"].note is None
    tab.write("note-VE1.1-en", "no bell")
    assert "Not saved" not in tab.text
    assert sheet(assessment).answers["VE1.1"].note == "no bell"


def test_why_it_matters_opens_in_place_and_closes_again() -> None:
    tab = assess(begin())
    why = data_trust().items_by_id["VE1.1"].why_it_matters
    assert why
    assert why.en not in tab.text

    assert why.en in tab.press("why-VE1.1-en").text
    assert why.en not in tab.press("why-VE1.1-en").text


# History


def test_the_history_says_what_when_and_who_and_puts_back() -> None:
    assessment = begin(all_at(2))
    later(assessment, "VE1.1", 5)
    tab = assess(assessment).press("history-VE1.1-en")

    options = data_trust().items_by_id["VE1.1"].options
    assert tab.text.count("· Local user") == 2
    assert tab.text.count(options[4].text.en) == tab.text.count(options[1].text.en) == 2

    tab.press("back-VE1.1-1-en")
    assert stored(assessment, "VE1.1") == [2]
    assert tab.chosen("VE1.1") == [2]
    assert history(assessment, "VE1.1") == [2, 5, 2]


def test_the_history_tells_apart_values_that_differ_in_what_supports_them() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("support-VE1.1-en")
    tab.select("evidence-VE1.1-en", 2).write("note-VE1.1-en", "see the form")
    tab.write("links-VE1.1-en", "https://example.com/form")

    tab.press("history-VE1.1-en")

    assert "see the form" in tab.text
    assert "https://example.com/form" in tab.text
    assert data_trust().evidence_grades[2].text.en in tab.text


def test_an_answer_can_be_withdrawn_and_the_history_keeps_it() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).press("history-VE1.1-en")

    tab.press("withdraw-VE1.1-en")

    assert stored(assessment, "VE1.1") == [None]
    assert tab.chosen("VE1.1") == [None]
    assert "Saved" not in tab.text
    assert "No answer" in tab.text
    assert "0 of 36 answered" in tab.text
    assert tab.again().chosen("VE1.1") == [None]


def later(assessment: str, item: str, level: int) -> None:
    """Save two minutes from now, in an entry of its own."""
    from dataclasses import replace
    from datetime import timedelta

    from dashboard.domain.answer import Answer
    from dashboard.services import answers

    here = acting()
    moment = here.now() + timedelta(minutes=2)
    then = replace(here, now=lambda: moment)
    version = sheet(assessment).stored[item].version
    answers.record(then, assessment, item, Answer.at(level), read_version=version)


# Two at once


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
        tab.press("support-VE1.1-en")
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
        tab.press("support-VE1.1-en")
    first.write("note-VE1.1-en", "first note")
    second.write("note-VE1.1-en", "second note")

    second.press("theirs-VE1.1-en").select("evidence-VE1.1-en", 1)

    assert second.app.text_area(key="note-VE1.1-en").value == "first note"
    assert sheet(assessment).answers["VE1.1"].note == "first note"


def test_fields_follow_a_value_that_was_put_back() -> None:
    assessment = begin({"VE1.1": Answer(state=State.LEVEL, level=2, note="then")})
    later(assessment, "VE1.1", 5)
    tab = assess(assessment).press("support-VE1.1-en").write("note-VE1.1-en", "now")
    tab.press("history-VE1.1-en").press("back-VE1.1-2-en")

    tab.press("support-VE1.1-en")

    assert tab.app.text_area(key="note-VE1.1-en").value == "then"
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
    assert again.chosen("VE1.1") == [3]
    assert "Complete: reopen it under “Review and complete” to change answers" in again.text
    assert again.radio("VE1.1").proto.disabled


def test_what_was_deleted_meanwhile_takes_no_answer_and_says_so() -> None:
    assessment = begin(all_at(3))
    tab = assess(assessment)
    assessments.delete(acting(), assessment)

    tab.answer("VE1.1", 5)

    assert "Not saved" in tab.text
    assert tab.run().title == "Begin with a brand"


# Last wave


@pytest.fixture
def second_wave() -> str:
    begin(all_at(4, VE1_2=1, VE1_3="DK"), wave=THEN, complete=True)
    return begin(wave=NOW)


def test_a_new_wave_is_empty_and_shows_last_waves_answers_on_demand(second_wave: str) -> None:
    tab = assess(second_wave)
    then = data_trust().items_by_id["VE1.1"].option(4).text.en
    assert tab.chosen("VE1.1", "VE1.2", "VE1.3") == [None] * 3
    assert tab.text.count(then) == 1

    tab.press("last-VE1.1-en")

    assert tab.text.count(then) == 2
    assert "Level 4 · **Managed**" in tab.text
    assert stored(second_wave, "VE1.1") == [None]


def test_last_waves_answer_is_used_again_one_by_one(second_wave: str) -> None:
    tab = assess(second_wave).press("last-VE1.1-en")

    tab.press("again-VE1.1-en")

    assert stored(second_wave, "VE1.1", "VE1.2") == [4, None]
    assert tab.chosen("VE1.1", "VE1.2") == [4, None]
    assert "1 of 36 answered" in tab.text


def test_last_waves_answers_are_used_for_all_open_questions_of_the_dimension(
    second_wave: str,
) -> None:
    tab = assess(second_wave).answer("VE1.1", 2).run()

    tab.press_label("Use the answers of 2026-Q2 for 2 open questions")

    assert stored(second_wave, "VE1.1", "VE1.2", "VE1.3") == [2, 1, "dont_know"]
    assert tab.chosen("VE1.1", "VE1.2", "VE1.3") == [2, 1, "dont_know"]
    assert not tab.keys("adopt")
    assert stored(second_wave, "VE2.1") == [None]


def test_without_a_wave_before_nothing_of_it_is_offered() -> None:
    tab = assess(begin())

    assert not tab.keys("last-")
    assert not tab.keys("adopt-")


# Review, complete, reopen


def test_the_review_lists_what_is_open_each_with_its_way_back() -> None:
    assessment = begin(all_at(3, VE2_1=None, DU4_2="DK", VE3_3=NA))
    tab = assess(assessment, "review")

    assert tab.title == "2 questions are open"
    for heading in ("Not answered · 1", "“I don't know” · 1", "Does not apply · 1"):
        assert heading in tab.text
    for item, dimension in (("VE2.1", "VE2"), ("DU4.2", "DU4"), ("VE3.3", "VE3")):
        back = tab.again().press(f"review-{item}")
        assert (back.path, back.address["dimension"]) == ("assess", dimension)
        assert back.has(f"answer-{item}-en")


def test_an_assessment_is_completed_as_it_is_and_reopened() -> None:
    assessment = begin(all_at(3, VE2_1=None))
    tab = assess(assessment, "review")

    tab.press("complete")
    assert tab.title == "This assessment is complete"
    assert sheet(assessment).assessment.status == "complete"
    tab.press("to-VE1")
    assert all(tab.radio(i).proto.disabled for i in ("VE1.1", "VE1.2", "VE1.3"))

    tab.press("to-review").press("reopen")
    assert tab.title == "1 question is open"
    tab.press("to-VE2").answer("VE2.1", 4)
    assert stored(assessment, "VE2.1") == [4]


def test_everything_answered_is_said_and_leads_to_the_results() -> None:
    tab = assess(begin(all_at(3)), "review")

    assert tab.title == "Everything is answered"
    assert tab.press("to-results").path == "results"


def test_the_steps_lead_through_all_dimensions_to_the_review_and_back() -> None:
    tab = assess(begin())
    walked = [tab.address["dimension"]]
    while tab.address["dimension"] != "review":
        walked.append(tab.press("next").address["dimension"])

    assert walked == [*(d.id for d in data_trust().dimensions), "review"]
    tab.press("to-DU1").press("back")
    assert tab.address["dimension"] == "VE4"
