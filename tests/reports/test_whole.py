"""Plan, targets, place among peers and range: in every file where they are there, else in none."""

import json
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.domain.saved_plan import Work
from dashboard.reports.document import as_json
from dashboard.reports.formats import Form, Format, Paper
from dashboard.reports.pdf import as_pdf
from dashboard.reports.rendering import Choice
from dashboard.reports.slides import as_pptx
from dashboard.reports.workbook import as_xlsx
from tests.domain.aims import target
from tests.reports.material import report
from tests.reports.test_pdf import opened, words
from tests.reports.test_slides import opened as deck_of
from tests.reports.test_slides import said_on, titles
from tests.reports.whole import everything, file_of, saved_plan, spread, worked_gaps, worked_peers

pytestmark = pytest.mark.slow

LONG = "Begin " + "word " * 990 + "the end of it"
BOARD, FULL = Choice(Format.PDF), Choice(Format.PDF, Form.FULL)
SLIDES, SHEETS, DATA = Choice(Format.PPTX), Choice(Format.XLSX), Choice(Format.JSON)
FINDINGS = (
    "Stewardship is the weakest pillar in all 4,096 ways of scoring tried",
    "Permission first is 10 under its target",
    "Middle third among participating brands",
    "Plan: 1 of 3 steps done",
)


def test_the_page_for_the_board_has_a_line_of_each() -> None:
    said = words(file_of(BOARD))
    for line in (
        "Range 32 to 50 is the range of the overall score over reasonable scoring choices.",
        "Targets Permission first is 10 under its target.",
        "Peers Middle third among participating brands (about 25, release of 1 July 2026).",
        "Plan 1 of 3 steps done, 3 of 5 points of effort.",
    ):
        assert line in said


@pytest.mark.parametrize("paper", Paper)
def test_it_stays_one_page_even_with_endless_names(paper: Paper) -> None:
    one = everything("zh", brand="B" * 200, wave="W" * 40, demo=True)

    assert len(opened(as_pdf(one, Form.BOARD, paper)).pages) == 1


def test_the_full_report_has_a_section_of_each() -> None:
    said = words(file_of(FULL))

    for part in (
        *FINDINGS,
        "Value exchange is ahead of Data use in 99% of the ways tried.",
        "It is no confidence interval",
        "=1+1 because",
        "Retail (about 25) middle third",
        "Published by Test, questionnaire data-trust@1.0.0",
        "=cmd|A1 31 January 2027 Done 3 +1.4",
        "*Ask* #Bob",
    ):
        assert part in said


FIRST_STEP = "Begin with “A response shaped by customers”: the step lifts a gate"


def test_slides_show_targets_peers_and_plan_and_the_notes_say_the_rest() -> None:
    deck = Presentation(BytesIO(file_of(SLIDES)))

    found = titles(deck)
    assert [title for title in FINDINGS[1:] if title not in found] == []
    assert found.index(FINDINGS[3]) == found.index(FIRST_STEP) + 1
    assert "32 to 50 is the range" in said_on(deck.slides[1])
    assert "It is no confidence interval" in deck.slides[2].notes_slide.notes_text_frame.text
    plan = deck.slides[found.index(FINDINGS[3])]
    assert "=cmd|A1" in said_on(plan)
    assert "*Ask* #Bob" in plan.notes_slide.notes_text_frame.text
    aims = deck.slides[found.index(FINDINGS[1])]
    assert "Permission first: =1+1 because" in aims.notes_slide.notes_text_frame.text


def test_endless_owners_notes_and_plans_stay_on_their_slide() -> None:
    work = [Work(owner="O" * 200, due=date(2027, 1, 31), note=LONG[:5000])] * 30
    deck = deck_of(everything(plan=saved_plan(*work)))

    slide = deck.slides[titles(deck).index("Plan: 0 of 30 steps done")]

    assert all(shape.top + shape.height <= deck.slide_height for shape in slide.shapes)
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.count("the end of it") == 30
    assert notes.count("O" * 200) == 30


def test_a_plan_note_of_5000_signs_is_all_in_the_full_report_and_in_its_cell() -> None:
    one = everything(plan=saved_plan(Work(note=LONG)), gaps=worked_gaps(target(reason=LONG)))

    assert words(as_pdf(one, Form.FULL)).count("the end of it") == 2
    book = load_workbook(BytesIO(as_xlsx(one)))
    assert book["Plan"]["L4"].value == LONG
    assert book["Targets"]["G4"].value == LONG


def test_the_spreadsheet_holds_them_as_numbers_dates_and_text() -> None:
    book = load_workbook(BytesIO(file_of(SHEETS)))

    assert book.sheetnames[3:8] == ["Next steps", "Plan", "Targets", "Peers", "Scoring choices"]
    plan = [cell.value for cell in book["Plan"][4]]
    assert plan[0:2] == [1, "ST4.1"]
    assert plan[3:5] == [1, 2]
    assert plan[6:9] == [3, pytest.approx(1.3889, abs=1e-4), "=cmd|A1"]
    assert plan[9:11] == [datetime(2027, 1, 31), "Done"]  # noqa: DTZ001  (as the format has it)
    assert book["Plan"]["I4"].data_type == "s"
    aims = [cell.value for cell in book["Targets"][4]]
    assert aims[:5] == ["ST1", "Permission first", 50, 60, 10]
    assert book["Targets"]["G4"].data_type == "s"
    peers = [cell.value for cell in book["Peers"][4]]
    assert peers[:5] == ["All participating brands", 25, 49, 50, "middle third"]
    choices = [cell.value for cell in book["Scoring choices"][4]]
    assert choices[1:3] == [pytest.approx(31.864, abs=1e-3), pytest.approx(49.696, abs=1e-3)]


def test_the_data_hold_them_under_keys_of_their_own() -> None:
    told = json.loads(file_of(DATA))

    assert told["plan"]["aim"] == {"budget": 10, "band": None}
    assert told["plan"]["steps"][0] == {
        "item_id": "ST4.1",
        "level": 1,
        "to_level": 2,
        "effort": 3,
        "owner": "=cmd|A1",
        "due": "2027-01-31",
        "status": "done",
        "note": "*Ask* #Bob",
    }
    assert [(one["dimension_id"], one["short"]) for one in told["targets"]] == [
        ("VE3", 0),
        ("ST1", 10),
    ]
    place = told["peers"]["compared"][0]["places"]["overall"]
    assert (place["part"], place["of"], place["percentile"]) == (2, 3, None)
    assert told["scoring_choices"]["overall"]["low"] == pytest.approx(31.864, abs=1e-3)


def test_where_there_is_none_no_file_has_a_place_for_it() -> None:
    one = report()

    assert not {"Plan", "Targets", "Peers", "Scoring choices"} & set(
        load_workbook(BytesIO(as_xlsx(one))).sheetnames
    )
    assert "Range over scoring choices" not in words(as_pdf(one))
    told = json.loads(as_json(one))
    assert [told[key] for key in ("plan", "targets", "peers", "scoring_choices")] == [
        None,
        [],
        None,
        None,
    ]


def test_made_up_peers_are_said_to_be_made_up_wherever_they_stand() -> None:
    one = everything(peers=worked_peers(spread(24), synthetic=True))
    made_up = "Demo data: these numbers are made up."

    assert "release of 1 July 2026). Demo data." in words(as_pdf(one))
    deck = Presentation(BytesIO(as_pptx(one)))
    slide = deck.slides[titles(deck).index(FINDINGS[2])]
    assert made_up in slide.notes_slide.notes_text_frame.text
    sheet = load_workbook(BytesIO(as_xlsx(one)))["Peers"]
    assert made_up in [row[0].value for row in sheet.iter_rows()]
    assert json.loads(as_json(one))["peers"]["synthetic"]


def test_all_of_it_is_in_chinese() -> None:
    found = titles(Presentation(BytesIO(file_of(SLIDES, "zh"))))
    assert "在参与品牌中居中三分之一" in found
    assert "计划：3 步中已完成 1 步" in found
    book = load_workbook(BytesIO(file_of(SHEETS, "zh")))
    assert book.sheetnames[4:8] == ["计划", "目标", "同行", "计分选择"]
