"""Results: the words first, the numbers as worked out by hand, and no score that there is not."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.text import Lang
from tests.builders import DK, NA, Short, all_at, answers, data_trust, worked_brand
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, NORTHWIND, NOW, THEN, begin, save, sheet
from tests.views.visiting import Tab


def results(given: Mapping[str, Answer], lang: Lang = "en", **assessment: Any) -> Tab:
    return Tab("results", assessment=begin(given, **assessment), lang=lang)


def figures(tab: Tab) -> list[tuple[str, str]]:
    """The word and the number of each figure: overall first, then the pillars."""
    return [(metric.value, metric.delta) for metric in tab.app.metric]


def graded(**others: Short) -> dict[str, Answer]:
    """Every answer at level 4, supported by a document, but the named ones."""
    named = {name.replace("_", "."): short for name, short in others.items()}
    return answers({item.id: named.get(item.id, (4, 1)) for item in data_trust().items})


# The worked brand


def test_the_worked_brand_reads_as_worked_out_by_hand() -> None:
    tab = results(worked_brand())

    assert tab.title == "No plan for a data leak holds you at Developing"
    assert "Your answers together reach Defined." in tab.text
    assert figures(tab) == [
        ("Developing", "41 of 100"),
        ("Defined", "55 of 100"),
        ("Defined", "47 of 100"),
        ("Developing", "35 of 100"),
    ]
    assert f"{NORTHWIND} · {NOW} · 34 of 35 answered, 1 does not apply" in tab.text
    assert "Self-declared" in tab.text


def test_the_worked_brand_reads_so_in_chinese_too() -> None:
    tab = results(worked_brand(), lang="zh")

    assert "数据泄露" in tab.title
    assert [re.findall(r"\d+", line)[0] for _, line in figures(tab)] == ["41", "55", "47", "35"]


def test_the_way_from_the_answers_to_the_number_is_shown() -> None:
    tab = results(worked_brand())

    bands, sums = (table.value for table in tab.app.table[:2])
    assert list(bands["Score from"]) == [
        ":material/check: 0",
        ":material/check: 13",
        ":material/check: 38",
        ":material/close: 63",
        ":material/close: 88",
    ]
    assert bands["Band"][1] == "**Developing** (yours)"
    assert bands["What stands in the way"][2] == ":material/lock: No plan for a data leak"
    assert bands["What stands in the way"][3] == "22 points short"
    assert list(sums["Value"]) == ["55", "47", "35", "46", "**41**"]
    assert "the overall score lies between 40 and 41" in tab.text
    assert "How 41 is made" in tab.text


def test_every_number_leads_down_to_its_items() -> None:
    tab = results(worked_brand())
    question = data_trust().items_by_id["ST4.1"].question.en
    assert question not in tab.text

    tab.open("items-ST-en")

    assert question in tab.text
    assert "Leak response and accountability · 17" in tab.text
    assert "0 · weight 1" in tab.text
    assert "critical" in tab.text


def test_the_first_button_leads_to_the_answer_that_holds_the_band() -> None:
    tab = results(worked_brand()).press_label("See the blocking answer")

    assert (tab.path, tab.title) == ("assess", "Leak response and accountability")


def test_a_pillar_or_dimension_that_holds_the_band_is_led_to() -> None:
    tab = results(all_at(4, ST2_1=1, ST2_2=1, ST2_3=1))

    assert tab.title == "Customer control holds you at Defined"
    assert tab.press_label("See the blocking answer").title == "Customer control"


# What is not there


def test_an_incomplete_result_names_what_is_open_and_leads_there() -> None:
    tab = results(all_at(3, VE1_1=None, DU4_2=DK))

    assert tab.title == "Your answers make you Defined"
    assert "34 of 36 answered" in tab.text
    assert "Somebody may know · 1" in tab.text
    assert "Not answered yet · 1" in tab.text
    for item, name in (("DU4.2", "gap"), ("VE1.1", "to-do")):
        assert data_trust().items_by_id[item].question.en in tab.text
        there = tab.again().press(f"{name}-{item[:3]}")
        assert (there.path, there.address["dimension"]) == ("assess", item[:3])
        assert there.has(f"answer-{item}-en")
    assert tab.press_label("Answer the open questions").address["dimension"] == "VE1"


def test_a_provisional_result_says_between_which_bands_it_lies() -> None:
    tab = results(all_at(3, ST4_1=None))

    assert tab.title == "Provisional: between Developing and Defined"
    assert "What is still open decides" in tab.text
    word, number = figures(tab)[0]
    assert word == "Provisional"
    assert number.startswith("between ")
    assert "(yours)" not in tab.text
    assert tab.press_label("Answer the open questions").address["dimension"] == "ST4"


def test_an_unpublished_result_has_no_score_and_says_what_is_missing() -> None:
    given = {id_: answer for id_, answer in all_at(3).items() if id_.startswith("VE")}

    tab = results(given)

    assert tab.title == "Not enough answers for a score yet"
    assert "Data use and Stewardship cannot be scored yet. 24 questions are open." in tab.text
    assert figures(tab)[:2] == [("No score", "between 8 and 67"), ("Defined", "50 of 100")]
    assert "How the overall score is made" in tab.text
    assert list(tab.app.table[1].value["Value"]) == ["50", "–", "–"]


def test_a_result_without_any_answer_is_no_failure() -> None:
    tab = results({})

    assert tab.title == "Not enough answers for a score yet"
    assert [word for word, _ in figures(tab)] == ["No score"] * 4


def test_where_nothing_applies_there_is_nothing_to_score(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry_line_with(tmp_path, monkeypatch, all_may_not_apply=True)
    items = ("BK1.1", "BK1.2", "CR1.1", "CR1.2", "CR2.1", "CR2.2", "CR2.3", "CR3.1", "CR3.2")

    tab = results(answers(dict.fromkeys(items, NA)), questionnaire=FERRY_LINE)

    assert tab.title == "Nothing here applies to this brand"
    assert [word for word, _ in figures(tab)] == ["–"] * 3
    assert [line for _, line in figures(tab)] == ["does not apply"] * 3
    assert not re.search(r"\b\d+ of 100\b|self-declared", tab.text)


def test_the_browser_is_never_given_the_score_of_an_unpublished_dimension(
    ferry_lines: None,
) -> None:
    """CR2.2 alone is answered in CR2, at 66.7: too little to publish, and no other score is so."""
    given = answers({"BK1.1": 2, "BK1.2": 4, "CR1.1": 2, "CR1.2": 2, "CR2.2": 5, "CR3.1": 2})
    assessment = begin(given, questionnaire=FERRY_LINE)
    dimension = sheet(assessment).result.dimension["CR2"]
    assert dimension.score is None
    assert dimension.low == pytest.approx(100 / 3)
    tab = Tab("results", assessment=assessment)

    assert len(plots(tab)) == 2
    for number in (n for spec in plots(tab) for n in numbers(spec)):
        assert not 66 < number < 68
    assert "66.6" not in tab.sent
    assert not re.search(r"\b6[67]\b", "\n".join(t for spec in plots(tab) for t in texts(spec)))
    assert not re.search(r"\b6[67]\b", tab.text)


def charts(tab: Tab) -> list[Any]:
    elements = [message.delta.new_element for message in tab.messages]
    return [e.plotly_chart for e in elements if e.WhichOneof("type") == "plotly_chart"]


def plots(tab: Tab) -> list[object]:
    """The figures as the browser gets them."""
    return [json.loads(chart.spec) for chart in charts(tab)]


def numbers(spec: object) -> Iterator[float]:
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key != "template":
                yield from numbers(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from numbers(value)
    elif isinstance(spec, int | float) and not isinstance(spec, bool):
        yield spec


def texts(spec: object) -> Iterator[str]:
    if isinstance(spec, dict):
        for key, value in spec.items():
            if "color" not in key:
                yield from texts(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from texts(value)
    elif isinstance(spec, str):
        yield spec


# Evidence


def test_without_any_grade_the_result_says_that_it_is_self_declared() -> None:
    tab = results(all_at(4))

    assert "Self-declared" in tab.text
    assert "This result is **self-declared**" in tab.text
    assert len(plots(tab)) == 2


def test_once_graded_what_was_claimed_stands_beside_what_is_evidenced() -> None:
    tab = results(graded(VE1_1=(4, 0)))

    assert len(plots(tab)) == 3
    assert "self-declared" not in tab.text.lower()
    assert "Evidence so far supports 74 of the 75 points claimed." in tab.text


def test_a_result_whose_evidence_carries_all_of_it_is_called_evidenced() -> None:
    tab = results(graded())

    assert ":gray-badge[Evidenced]" in tab.text
    assert "Evidence so far supports" not in tab.text


# Waves


def test_changes_since_the_last_wave_stand_beside_the_scores() -> None:
    begin(worked_brand(VE1_3=1, DU4_3=4, ST4_1=5, ST4_2=5, ST4_3=5), wave=THEN)

    tab = results(worked_brand(), wave=NOW)

    assert [line for _, line in figures(tab)] == [
        "41, down 13",
        "55, about the same",
        "47, down 6",
        "35, down 21",
    ]
    assert "2026-Q2: 54 of 100" in tab.text


def test_a_rise_is_called_so() -> None:
    begin(all_at(2), wave=THEN)

    tab = results(all_at(3), wave=NOW)

    assert [line for _, line in figures(tab)] == ["50, up 25"] * 4


def test_waves_of_different_questionnaires_are_not_compared(ferry_lines: None) -> None:
    begin(answers({"BK1.1": 2, "BK1.2": 4}), wave=THEN, questionnaire=FERRY_LINE)

    tab = results(all_at(3), wave=NOW)

    assert "2026-Q2 was scored by ferry-line@1.0.0: not compared." in tab.text
    assert [line for _, line in figures(tab)] == ["50 of 100"] * 4


def test_a_result_follows_the_answers_at_once() -> None:
    assessment = begin(all_at(3))
    tab = Tab("results", assessment=assessment)
    save(assessment, "ST4.1", 1)

    assert tab.run().title == "No plan for a data leak holds you at Developing"
    assert len(plots(tab)) == 2


def test_the_figures_are_described_in_words() -> None:
    tab = results(worked_brand())

    described = [chart.alt for chart in charts(tab)]

    assert len(described) == 2
    assert all("Lowest: Leak response and accountability" in text for text in described)


def test_the_method_is_one_click_away() -> None:
    tab = results(worked_brand()).press("to-method")

    assert (tab.path, tab.address["section"]) == ("library", "method")
