"""A complete assessment is read, not filled in: what was answered stands as text."""

import re
from collections.abc import Mapping

import pytest

from dashboard.domain.answer import Answer, State
from dashboard.views.parts.links import link_in_markdown
from tests.builders import NA, all_at, answer, data_trust
from tests.views.material import begin
from tests.views.visiting import Tab

GRADED = Answer(
    state=State.LEVEL,
    level=4,
    evidence=1,
    note="see the form",
    links=("https://example.com/form", "https://example.org/a_(b)?c=1&copy;=2"),
)


def complete(given: Mapping[str, Answer], dimension: str = "VE1") -> Tab:
    assessment = begin(given, complete=True)
    return Tab("assess", assessment=assessment, dimension=dimension, lang="en")


def test_the_chosen_statement_stands_with_its_level_evidence_and_note() -> None:
    tab = complete(all_at(3) | {"VE1.1": GRADED})

    item = data_trust().items_by_id["VE1.1"]
    assert item.question.en in tab.text
    assert item.option(4).text.en in tab.text
    assert "Level 4 · **Managed** · A document was seen" in tab.text
    assert "Note: see the form" in tab.text
    assert "https://example.com/form" in tab.text
    assert not tab.has("answer-VE1.1-en")
    assert "Saved" not in tab.text


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.com/form", "https://example.com/form"),
        ("https://example.com/a_(b)?c=1&copy;=2", "https://example.com/a_(b)?c=1&amp;copy;=2"),
        ("https://example.com/<a>\\b", "https://example.com/%3Ca%3E%5Cb"),
    ],
)
def test_a_link_leads_to_its_address_whatever_signs_it_has(address: str, target: str) -> None:
    shown = re.fullmatch(r"\[(.*)]\(<(.*)>\)", link_in_markdown(address))

    assert shown
    assert re.sub(r"\\(.)", r"\1", shown[1]) == address
    assert shown[2] == target


def test_special_answers_and_missing_ones_are_said_in_words() -> None:
    tab = complete(all_at(3, VE3_1=None, VE3_2="DK", VE3_3=NA), "VE3")

    assert "No answer" in tab.text
    assert "I don't know" in tab.text
    assert "Does not apply to us" in tab.text
    assert f"Reason: {answer(NA).reason}" in tab.text


def test_all_statements_open_in_place_with_their_levels() -> None:
    tab = complete(all_at(3))
    item = data_trust().items_by_id["VE1.1"]
    assert item.option(5).text.en not in tab.text

    tab.look("statements", "VE1.1")

    assert all(option.text.en in tab.text for option in item.options)
    assert f"**{item.option(3).text.en}**" in tab.text
    assert "Level 5 · **Leading**" in tab.text
    assert item.option(5).text.en not in tab.look("statements", "VE1.1").text


def test_why_it_matters_and_the_history_are_at_hand() -> None:
    tab = complete(all_at(3)).look("history", "VE1.1")

    assert "· Local user" in tab.text
    assert not tab.keys("withdraw-")
    assert not tab.keys("back-")
    why = data_trust().items_by_id["VE1.1"].why_it_matters
    assert why
    assert why.en in tab.look("why", "VE1.1").text


def test_how_to_answer_and_how_long_it_takes_are_not_said_any_more() -> None:
    tab = complete(all_at(3))

    assert "Complete: reopen it" in tab.text
    assert "How to answer" not in tab.text
    assert "minutes" not in tab.text
    assert "Each answer is stored at once" not in tab.text


def test_a_dimension_that_does_not_apply_is_said_once_with_its_reason() -> None:
    tab = complete(all_at(3, DU2_1=NA, DU2_2=NA, DU2_3=NA), "DU2")

    assert tab.text.count("It does not apply to us") == 1
    assert f"Reason: {answer(NA).reason}" in tab.text
    assert data_trust().items_by_id["DU2.1"].question.en in tab.text
    assert not tab.app.pills
    assert "applies-DU2-en" not in tab.sent


def test_a_dimension_that_applies_asks_nothing() -> None:
    tab = complete(all_at(3), "DU2")

    assert "Does this dimension apply?" not in tab.text
    assert [panels.options[0] for panels in tab.app.pills] == [":gray[All statements]"] * 3


def test_reopened_its_answers_are_chosen_in_the_fields_again() -> None:
    tab = complete(all_at(3) | {"VE1.1": GRADED}).press("to-review").press("reopen").press("to-VE1")

    assert tab.chosen("VE1.1", "VE1.2") == [4, 3]


def test_it_is_reopened_from_where_one_reads_it() -> None:
    tab = complete(all_at(3), "VE2").press("reopen")

    assert tab.chosen("VE2.1", "VE2.2") == [3, 3]


def test_from_the_results_its_answers_are_reviewed_from_the_first_on() -> None:
    assessment = begin(all_at(3), complete=True)

    tab = Tab("results", assessment=assessment, lang="en").press("to-review")

    assert tab.path == "assess"
    assert tab.title == data_trust().dimensions[0].title.en
