"""The history of an answer: every value with who and when, and the way back to each."""

from tests.builders import all_at, data_trust
from tests.views.material import begin, history, later, stored
from tests.views.visiting import assess


def test_the_history_says_what_when_and_who_and_puts_back() -> None:
    assessment = begin(all_at(2))
    later(assessment, "VE1.1", 5)
    tab = assess(assessment).look("history", "VE1.1")

    options = data_trust().items_by_id["VE1.1"].options
    assert tab.text.count("· Local user") == 2
    assert tab.text.count(options[4].text.en) == tab.text.count(options[1].text.en) == 2

    tab.press("back-VE1.1-1-en")
    assert stored(assessment, "VE1.1") == [2]
    assert tab.chosen("VE1.1") == [2]
    assert history(assessment, "VE1.1") == [2, 5, 2]


def test_the_history_tells_apart_values_that_differ_in_what_supports_them() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("support", "VE1.1")
    tab.select("evidence-VE1.1-en", 2).write("note-VE1.1-en", "see the form")
    tab.write("links-VE1.1-en", "https://example.com/form")

    tab.look("history", "VE1.1")

    assert "see the form" in tab.text
    assert "https://example.com/form" in tab.text
    assert data_trust().evidence_grades[2].text.en in tab.text


def test_an_answer_can_be_withdrawn_and_the_history_keeps_it() -> None:
    assessment = begin()
    tab = assess(assessment).answer("VE1.1", 3).look("history", "VE1.1")

    tab.press("withdraw-VE1.1-en")

    assert stored(assessment, "VE1.1") == [None]
    assert history(assessment, "VE1.1") == [None, 3]
    assert tab.chosen("VE1.1") == [None]
    assert "Saved" not in tab.text
    assert "No answer" in tab.text
    assert "0 of 36 done" in tab.text
    assert assess(assessment).chosen("VE1.1") == [None]

    tab.press("back-VE1.1-1-en")
    assert history(assessment, "VE1.1") == [3, None, 3]
