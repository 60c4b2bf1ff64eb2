"""What supports an answer: grade, links and a note, each stored as soon as it is given."""

import pytest

from tests.builders import all_at, data_trust
from tests.views.material import begin, sheet
from tests.views.visiting import assess


def test_evidence_waits_for_an_answer() -> None:
    tab = assess(begin()).look("support", "VE1.1")

    assert "Answer the question first; then say what supports the answer." in tab.text
    assert "Worth looking for:" in tab.text
    assert not tab.has("evidence-VE1.1-en")

    tab.answer("VE1.1", 3)
    assert tab.app.radio(key="evidence-VE1.1-en").value == "not_stated"


def test_grade_links_and_note_are_stored_with_the_answer_and_stay_when_it_changes() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")

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


def test_a_grade_can_be_taken_away_again() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.select("evidence-VE1.1-en", 2)
    assert sheet(assessment).answers["VE1.1"].evidence == 2

    tab.select("evidence-VE1.1-en", "not_stated")

    assert sheet(assessment).answers["VE1.1"].evidence is None


def test_a_note_and_links_can_be_taken_away_again() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.write("links-VE1.1-en", "https://example.com").write("note-VE1.1-en", "a note")

    tab.write("links-VE1.1-en", "").write("note-VE1.1-en", "  ")

    answer = sheet(assessment).answers["VE1.1"]
    assert (answer.links, answer.note) == (None, None)


@pytest.mark.parametrize(
    "bad", ["example.com", "javascript:alert(1)", "ftp://example.com", "x y", "https://"]
)
def test_a_bad_address_is_refused_in_words_and_stays_in_the_field(bad: str) -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.write("links-VE1.1-en", "https://example.com")

    tab.write("links-VE1.1-en", f"https://example.com\n{bad}")

    assert "Not saved, the earlier links stay: " in tab.text
    assert f"“{bad}”" in tab.text
    assert ":material/check: Saved] Level 3" in tab.text
    assert "Links not saved" in tab.text
    assert tab.note("links-VE1.1-en") == f"https://example.com\n{bad}"
    assert sheet(assessment).answers["VE1.1"].links == ("https://example.com",)
    tab.write("links-VE1.1-en", "https://example.com\nhttps://example.org")
    assert "ot saved" not in tab.text
    assert "Links saved" in tab.text
    assert len(sheet(assessment).answers["VE1.1"].links or ()) == 2


def test_links_that_wait_are_there_again_when_their_field_was_closed() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.write("links-VE1.1-en", "https://example.com\nShared drive / Legal")

    tab.look("why", "VE1.1").run().answer("VE1.1", 4)
    assert not tab.has("links-VE1.1-en")
    assert ":material/check: Saved] Level 4" in tab.text
    assert "Links not saved" in tab.text

    tab.look("support", "VE1.1")
    assert tab.note("links-VE1.1-en") == "https://example.com\nShared drive / Legal"
    assert "“Shared drive / Legal”" in tab.text
    tab.write("links-VE1.1-en", "https://example.com").look("why", "VE1.1")
    assert "Links not saved" not in tab.text
    assert tab.look("support", "VE1.1").note("links-VE1.1-en") == "https://example.com"


def test_links_that_wait_go_with_an_answer_that_is_withdrawn() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.write("links-VE1.1-en", "https://example.com").write("links-VE1.1-en", "Legal")

    tab.look("history", "VE1.1").press("withdraw-VE1.1-en").answer("VE1.1", 3)

    assert "Links not saved" not in tab.text
    assert tab.look("support", "VE1.1").note("links-VE1.1-en") == ""


def test_a_bad_address_goes_along_to_the_other_language_and_is_named_on_the_next_page() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.write("links-VE1.1-en", "example.com")

    tab.speak("zh")
    assert tab.note("links-VE1.1-zh") == "example.com"
    assert "“example.com”不是以 http:// 或 https:// 开头" in tab.text
    tab.speak("en").press("next")

    assert "Links were not saved: not every line was a whole web address." in tab.text
    assert "Links were not saved" not in tab.press("next").text
    tab.press("to-VE1").write("links-VE1.1-en", "https://example.com")
    assert "Links were not saved" not in tab.press("next").text
    assert tab.press("to-VE1").note("links-VE1.1-en") == "https://example.com"


def test_links_beyond_twenty_or_too_long_are_refused_in_words() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")

    tab.write("links-VE1.1-en", "\n".join(["https://example.com"] * 21))
    assert "No link is saved yet: there are more than 20." in tab.text
    tab.write("links-VE1.1-en", "https://example.com/" + "a" * 2000)
    assert "is longer than 2000 characters." in tab.text
    assert sheet(assessment).answers["VE1.1"].links is None


def test_what_a_pasted_note_holds_unseen_is_left_out_and_its_line_ends_are_kept() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")

    tab.write("note-VE1.1-en", "\u202aC:\\plans\u202c\x0bsee page 3\x07 ")

    assert "Note saved" in tab.text
    assert "Not saved" not in tab.text
    assert sheet(assessment).answers["VE1.1"].note == "C:\\plans\nsee page 3"


@pytest.mark.slow
def test_why_it_matters_opens_in_place_and_closes_again() -> None:
    tab = assess(begin())
    why = data_trust().items_by_id["VE1.1"].why_it_matters
    assert why
    assert why.en not in tab.text

    assert why.en in tab.look("why", "VE1.1").text
    assert why.en not in tab.look("why", "VE1.1").text


def test_what_is_open_is_open_in_the_other_language_and_not_in_another_assessment() -> None:
    one, other = begin(all_at(2)), begin(all_at(3), brand="Another")
    why = data_trust().items_by_id["VE1.1"].why_it_matters
    assert why
    tab = assess(one).look("why", "VE1.1")

    assert why.zh in tab.speak("zh").text
    tab.go("assess", assessment=other, dimension="VE1", lang="en")
    assert why.en not in tab.text
    tab.go("assess", assessment=one, dimension="VE1", lang="en")
    assert why.en in tab.text
