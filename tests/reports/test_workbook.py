"""The spreadsheet, opened again: numbers are numbers, text is text, what is missing is empty."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.answer import Answer
from dashboard.reports.facts import Facts
from dashboard.reports.report import Report
from dashboard.reports.workbook import answers, as_xlsx, scores
from dashboard.reports.workbook.book import FIRST, places
from tests.builders import all_at, dimension, item, pillar, small, worked_brand
from tests.domain.three_pillars import three_pillars
from tests.reports.material import BRAND, provisional, report, without_weight

SHEETS = ["Summary", "All answers", "Scores", "Next steps", "Levels", "Method"]
FORMULA_LIKE = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "＝1")


def opened(one: Report, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(as_xlsx(one)), data_only=values)


def cell(sheet: Worksheet, row: int, column: int) -> object:
    return sheet.cell(row + 1, column + 1).value


def test_it_holds_the_answers_the_scores_the_steps_and_the_method() -> None:
    book = opened(report(demo=True))

    assert book.sheetnames == SHEETS
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    assert {sheet["A2"].value for sheet in book.worksheets} == {"Demo data · Self-declared"}
    footers = [sheet.oddFooter for sheet in book.worksheets]
    assert all(footer and "Demo data" in str(footer.center.text) for footer in footers)


def test_it_is_in_the_language_of_the_report() -> None:
    book = opened(report(lang="zh"))

    assert book.sheetnames == ["概要", "全部答案", "分数", "下一步行动", "各级", "方法"]
    assert "没有数据泄露预案" in str(book["概要"]["A4"].value)


def test_a_viewer_that_does_not_compute_shows_the_same_scores() -> None:
    one = report()
    sheet, at = opened(one, values=True)["Scores"], places(Facts(one))

    for id_, row in {**at.pillars, **at.dimensions}.items():
        estimate = {**one.result.pillar, **one.result.dimension}[id_]
        assert cell(sheet, row, scores.SCORE) == pytest.approx(estimate.score)
    assert cell(sheet, at.overall + 2, scores.SCORE) == 40.625
    assert cell(sheet, at.overall, scores.SCORE) == pytest.approx(45.8333, abs=1e-4)


@pytest.mark.slow
def test_every_score_is_a_formula_that_leads_to_the_answers() -> None:
    one = report()
    sheet, at = opened(one)["Scores"], places(Facts(one))

    for row in at.dimensions.values():
        assert "'All answers'!" in str(cell(sheet, row, scores.SCORE))
    assert "imbalance" in str(cell(sheet, at.overall + 2, scores.SCORE))


def test_answers_are_numbers_and_what_is_not_answered_is_empty() -> None:
    one = report({"VE1.1": Answer.at(4, evidence=2), "VE1.2": Answer.dont_know()})
    sheet, at = opened(one, values=True)["All answers"], places(Facts(one))

    found = [cell(sheet, at.items[id_], answers.ANSWER) for id_ in ("VE1.1", "VE1.2", "VE1.3")]

    assert found == [4, "DK", None]
    assert cell(sheet, at.items["VE1.1"], answers.GRADE) == 2
    assert cell(sheet, at.items["VE1.1"], answers.SCORE) == 75


def test_what_is_not_published_is_no_number_on_any_sheet() -> None:
    one = report({"VE1.1": Answer.at(4)})
    book, at = opened(one, values=True), places(Facts(one))

    assert cell(book["Scores"], at.dimensions["VE1"], scores.SCORE) in (None, "")
    assert cell(book["Scores"], at.dimensions["VE1"], scores.SHOWN) == "–"
    assert cell(book["Scores"], at.overall + 2, scores.SCORE) in (None, "")
    assert book["Summary"]["B10"].value in (None, "")


def test_text_that_looks_like_a_formula_is_text() -> None:
    asked = small(pillar("P", dimension("D", *(item(f"I{n}") for n in range(len(FORMULA_LIKE))))))
    plain = Answer.at(2)
    given = {f"I{n}": plain.model_copy(update={"note": t}) for n, t in enumerate(FORMULA_LIKE)}
    one = report(given, asked, brand="=1+1", wave="=2+2")

    book, rows = opened(one), places(Facts(one)).items

    for n, text in enumerate(FORMULA_LIKE):
        note = book["All answers"].cell(rows[f"I{n}"] + 1, answers.NOTE + 1)
        assert (note.data_type, note.value) == ("s", text)
    title = book["Summary"]["A1"]
    assert (title.data_type, title.value) == ("s", "=1+1 · =2+2")


def test_a_long_note_and_twenty_long_links_lose_nothing() -> None:
    asked = three_pillars()
    links = tuple(f"https://example.com/{n}/{'x' * 1900}" for n in range(20))
    noted = Answer.at(2).model_copy(update={"note": "n" * 5000, "links": links})
    one = report({**all_at(3, questionnaire=asked), "A1.1": noted}, asked)

    sheet, row = opened(one)["All answers"], places(Facts(one)).items["A1.1"]

    assert cell(sheet, row, answers.NOTE) == "n" * 5000
    assert [cell(sheet, row, answers.LINKS + n) for n in range(20)] == list(links)


def test_the_steps_stand_in_the_order_of_the_method() -> None:
    one = report()
    sheet = opened(one)["Next steps"]

    found = [cell(sheet, FIRST + n, 1) for n in range(len(one.steps))]

    assert found == [step.item_id for step in one.steps]
    assert cell(sheet, FIRST, 9) == "yes"
    assert cell(sheet, FIRST, 7) == pytest.approx(one.steps[0].gain)


def test_two_native_charts_follow_the_cells_of_the_scores() -> None:
    charts = opened(report())["Summary"]._charts  # type: ignore[attr-defined]

    sources = [chart.series[0].val.numRef.f for chart in charts]
    assert sources == ["Scores!$Q$9:$Q$11", "Scores!$Q$14:$Q$25"]


def test_a_provisional_band_is_said_as_a_range() -> None:
    one = report(provisional())
    book, at = opened(one, values=True), places(Facts(one))

    awarded = at.bands + len(one.questionnaire.scoring.bands) + 3
    assert cell(book["Scores"], awarded, scores.WEIGHT) == "Developing – Managed"
    assert "Provisional" in str(book["Summary"]["A2"].value)


def test_a_footer_of_the_longest_names_is_whole() -> None:
    one = report(provisional(), brand="&" * 200, wave="&" * 40, demo=True, in_progress=True)

    footer = opened(one)["Summary"].oddFooter

    assert footer is not None
    assert str(footer.center.text).endswith("Answers may still change")


def test_the_file_says_whose_it_is() -> None:
    properties = opened(report(worked_brand(), demo=True)).properties

    assert properties.title == f"{BRAND} · 2026-Q4"
    assert properties.keywords == "Demo data, Self-declared"


def test_every_column_of_formulas_on_the_scores_has_a_head() -> None:
    one = report()
    sheet, at = opened(one)["Scores"], places(Facts(one))
    helpers = scores.BAND + 1
    under_their_own = {at.overall: 0, at.bands: 0, at.critical: 0}
    under_the_first = dict.fromkeys(
        map(min, (at.pillars.values(), at.dimensions.values())), helpers
    )
    for first, column in (under_their_own | under_the_first).items():
        for n in range(column, scores.SHOWN + 1):
            if str(cell(sheet, first, n)).startswith("="):
                assert cell(sheet, first - 1, n), (first, n)


def test_a_pillar_without_a_weight_is_said_not_to_count_and_counts_when_it_gets_one() -> None:
    one = report(questionnaire=without_weight("ST"))

    shown = [opened(one, values=values)["Summary"]["A13"].value for values in (True, False)]

    assert shown[0] == "Stewardship · not counted in the overall score"
    assert "Scores'!$C$11>0" in str(shown[1])
