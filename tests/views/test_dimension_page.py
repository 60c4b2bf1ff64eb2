"""A dimension's page: where one is, how to answer, and what is not saved yet."""

import pytest

from dashboard.domain.text import Lang
from tests.builders import data_trust
from tests.views.material import begin, sheet
from tests.views.visiting import Tab


def page(assessment: str, dimension: str = "VE1", lang: Lang = "en") -> Tab:
    return Tab("assess", assessment=assessment, dimension=dimension, lang=lang)


@pytest.mark.parametrize(
    ("lang", "place"),
    [
        ("en", "Northwind Outfitters · 2026-Q4 · Data use · 6 of 12"),
        ("zh", "Northwind Outfitters · 2026-Q4 · 数据使用 · 维度 6/12"),
    ],
)
def test_brand_wave_and_place_stand_above_the_title(lang: Lang, place: str) -> None:
    assert place in page(begin(), "DU2", lang).text


@pytest.mark.parametrize(("lang", "count"), [("en", "1 of 36 done"), ("zh", "已完成 1/36 题")])
def test_what_is_done_is_counted_beside_the_questions_and_below_them(
    lang: Lang, count: str
) -> None:
    tab = page(begin(), lang=lang).answer("VE1.1", 2)

    lines = tab.text.splitlines()
    assert f"2026-Q4 · {count}" in lines
    assert count in lines


@pytest.mark.parametrize(
    ("lang", "lead", "only_if"),
    [("en", "**How to answer.** ", "Only if: "), ("zh", "**答题方法**：", "仅当：")],
)
def test_the_rule_has_a_lead_and_conditions_are_said_to_be_such(
    lang: Lang, lead: str, only_if: str
) -> None:
    questionnaire, assessment = data_trust(), begin()
    shared, single = (questionnaire.items_by_id[i].not_applicable for i in ("DU2.1", "VE3.3"))
    assert shared
    assert single

    assert lead + questionnaire.texts.answering_rule.get(lang) in page(assessment, lang=lang).text
    assert only_if + shared.get(lang) in page(assessment, "DU2", lang).text
    assert only_if + single.get(lang) in page(assessment, "VE3", lang).text


@pytest.mark.parametrize(
    ("lang", "needed"),
    [
        ("en", "Give the reason to leave these 3 questions out."),
        ("zh", "填写理由后，这 3 题不计入评分。"),
    ],
)
def test_a_dimension_that_waits_for_its_reason_asks_nothing_else(lang: Lang, needed: str) -> None:
    tab = page(begin(), "DU2", lang).select(f"applies-DU2-{lang}", "does-not")

    assert needed in tab.text
    assert not any(tab.has(f"answer-DU2.{n}-{lang}") for n in (1, 2, 3))
    tab.select(f"applies-DU2-{lang}", "applies")
    assert all(tab.has(f"answer-DU2.{n}-{lang}") for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            (
                "No link is saved yet: “intranet/policy” does not begin with http:// or https://. "
                "“https://” is not a whole web address."
            ),
        ),
        (
            "zh",
            (
                "链接均未保存：“intranet/policy”不是以 http:// 或 https:// 开头的网址。"
                "“https://”不是完整的网址。"
            ),
        ),
    ],
)
def test_one_bad_line_keeps_all_links_from_being_saved_and_this_is_said(
    lang: Lang, told: str
) -> None:
    assessment = begin()
    tab = page(assessment, lang=lang).answer("VE1.1", 3).look("support", "VE1.1")
    assert ":material/check:" in tab.text

    tab.write(f"links-VE1.1-{lang}", "https://example.com\nintranet/policy\nhttps://")

    assert told in tab.text
    assert (("链接未保存" if lang == "zh" else "Links not saved") + "]") in tab.text
    assert sheet(assessment).answers["VE1.1"].links is None


def test_what_is_stored_of_note_and_links_is_said_beside_each() -> None:
    tab = page(begin()).answer("VE1.1", 3).look("support", "VE1.1")
    assert "saved" not in tab.text

    tab.write("note-VE1.1-en", "see the form")
    assert "Note saved" in tab.text
    assert "Links saved" not in tab.text
    tab.write("links-VE1.1-en", "https://example.com").write("note-VE1.1-en", "")
    assert "Note saved" not in tab.text
    assert "Links saved" in tab.text


def test_the_rows_of_evidence_grades_lie_apart_as_the_statements_do() -> None:
    tab = page(begin()).answer("VE1.1", 3).look("support", "VE1.1")

    grades = tab.app.radio(key="evidence-VE1.1-en")
    assert grades.options[-1] == "Not stated"
    assert list(grades.proto.captions) == [*[""] * 4, "\u200b"]
