"""Assess: every choice is stored before the page says so, and nothing leads the answer."""

import re

import pytest

from dashboard.domain.text import Lang
from dashboard.i18n import words
from tests.builders import NA, all_at, answers, data_trust
from tests.views.material import begin, history, sheet, stored
from tests.views.visiting import assess


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

    assert "2026-Q4 · 2 of 36 done" in tab.text
    assert "**Value exchange** · 2/12" in tab.text


def test_walking_along_the_options_with_the_arrows_saves_each_and_makes_one_entry() -> None:
    assessment = begin()
    tab = assess(assessment)

    for level in (1, 2, 3, 4):
        tab.answer("VE1.1", level)
        assert stored(assessment, "VE1.1") == [level]

    assert history(assessment, "VE1.1") == [4]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_name_of_a_level_is_shown_beside_saved_and_never_in_the_options(lang: Lang) -> None:
    names = [f"**{level.name.get(lang)}**" for level in data_trust().levels]
    tab = assess(begin(), lang=lang)
    radio = tab.radio("VE1.1").proto
    assert not any(name in tab.text for name in names)

    for level in data_trust().items_by_id["VE1.1"].levels:
        tab.answer("VE1.1", level)

        (line,) = (line for line in tab.text.splitlines() if any(name in line for name in names))
        assert words(lang)("Saved") in line
        assert names[level - 1] in line
        assert tab.radio("VE1.1").proto.options == radio.options
        assert tab.radio("VE1.1").proto.captions == radio.captions


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


def test_the_review_lists_what_is_open_each_with_its_way_back() -> None:
    assessment = begin(all_at(3, VE2_1=None, DU4_2="DK", VE3_3=NA))
    tab = assess(assessment, "review")

    assert tab.title == "2 questions are open"
    for heading in ("Not answered · 1", "“I don't know” · 1", "Does not apply · 1"):
        assert heading in tab.text
    for item, name in (("VE2.1", "to-do"), ("DU4.2", "gap"), ("VE3.3", "apart")):
        assert data_trust().items_by_id[item].question.en in tab.text
        back = tab.again().press(f"review-{name}-{item[:3]}")
        assert (back.path, back.address["dimension"]) == ("assess", item[:3])
        assert back.has(f"answer-{item}-en")
    assert tab.press("to-open").address["dimension"] == "VE2"


def test_what_nobody_knows_is_not_called_open() -> None:
    tab = assess(begin(answers(dict.fromkeys(all_at(3), "DK"))), "review")

    assert tab.title == "36 questions are answered “I don't know”"
    assert "Answer them now" in tab.labels
    assert "36 questions are answered “I don't know”." in tab.press("to-results").text


def test_an_assessment_is_completed_as_it_is_and_reopened() -> None:
    assessment = begin(all_at(3, VE2_1=None))
    tab = assess(assessment, "review")

    tab.press("complete")
    assert tab.title == "This assessment is complete"
    assert sheet(assessment).assessment.status == "complete"
    tab.press("to-VE1")
    assert not any(tab.has(f"answer-{item}-en") for item in ("VE1.1", "VE1.2", "VE1.3"))

    tab.press("to-review").press("reopen")
    assert tab.title == "1 question is open"
    tab.press("to-VE2").answer("VE2.1", 4)
    assert stored(assessment, "VE2.1") == [4]


def test_everything_answered_is_said_and_leads_to_the_results() -> None:
    tab = assess(begin(all_at(3)), "review")

    assert tab.title == "Everything is answered"
    assert tab.press("to-results").path == "results"


@pytest.mark.slow
def test_the_steps_lead_through_all_dimensions_to_the_review_and_back() -> None:
    tab = assess(begin())
    walked = [tab.address["dimension"]]
    while tab.address["dimension"] != "review":
        walked.append(tab.press("next").address["dimension"])

    assert walked == [*(d.id for d in data_trust().dimensions), "review"]
    tab.press("to-DU1").press("back")
    assert tab.address["dimension"] == "VE4"
