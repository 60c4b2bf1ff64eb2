"""Where lines break: names keep to one, cells on slides do not break, no carriage return shows."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx.util import Pt

from dashboard.domain.answer import Answer
from dashboard.domain.saved_plan import StepStatus, Work
from dashboard.domain.text import Lang
from dashboard.reports.formats import Form, Paper
from dashboard.reports.pdf import as_pdf
from dashboard.reports.report import Report
from dashboard.reports.slides import as_pptx
from dashboard.reports.slides.measure import width_of
from dashboard.reports.workbook import as_xlsx
from tests.builders import ferry_line, worked_brand
from tests.reports.material import report
from tests.reports.test_pdf import opened as pdf_of
from tests.reports.test_slides import opened, titles
from tests.reports.whole import saved_plan

pytestmark = pytest.mark.slow

ROUNDED = 360
"""EMU of a hundredth of a millimetre, to which LibreOffice rounds."""


def in_lines() -> Report:
    """A brand that a file brought in with line ends, as a note and an owner have them."""
    answers = worked_brand()
    answers["ST1.1"] = answers["ST1.1"].model_copy(update={"note": "one\r\ntwo\rthree"})
    plan = saved_plan(Work(owner="Legal\r\nand privacy", note="first\r\nsecond"))
    return report(answers, brand="Alder\r\nTeas", wave="2026\nQ4", plan=plan)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_short_cells_of_the_plan_have_room_to_spare(lang: Lang) -> None:
    owner = "ACME Consulting (external), Berlin office"
    work = [Work(owner=owner, due=date(2027, 11, 20), status=one) for one in StepStatus] * 4
    deck = opened(report(lang=lang, plan=saved_plan(*work)))

    (table,) = (
        shape.table
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table and len(shape.table.columns) == 6
    )
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            size = cell.text_frame.paragraphs[0].runs[0].font.size or Pt(0)
            room = column.width - cell.margin_left - cell.margin_right
            if len(cell.text) <= 3:
                assert room > width_of(cell.text, size.pt) + ROUNDED


def test_a_name_of_several_lines_has_one_in_every_file() -> None:
    one = in_lines()

    assert titles(opened(one))[0] == "Alder Teas"
    known = pdf_of(as_pdf(one, Form.BOARD, Paper.A4)).metadata
    assert known
    assert known.title == "Alder Teas · 2026 Q4 · Brand data trust"
    for sheet in load_workbook(BytesIO(as_xlsx(one))):
        assert sheet["A1"].value == "Alder Teas · 2026 Q4"


def test_no_carriage_return_shows_in_an_office_file() -> None:
    for made in (as_pptx(in_lines()), as_xlsx(in_lines())):
        file = ZipFile(BytesIO(made))
        assert not any(b"_x000D_" in file.read(name) for name in file.namelist())


def test_an_owner_of_several_lines_has_one_in_a_cell_on_a_slide() -> None:
    cells = [
        cell.text
        for slide in opened(in_lines()).slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]

    assert "Legal and privacy" in cells


@pytest.mark.parametrize("brand", ["B" * 200, "北风户外用品" * 33])
def test_the_title_of_a_sheet_is_no_wider_than_the_sheet(brand: str) -> None:
    book = load_workbook(BytesIO(as_xlsx(report(brand=brand))))

    for sheet in book:
        (merged,) = (one for one in sheet.merged_cells.ranges if one.min_row == 1)
        assert (merged.min_col, merged.max_row) == (1, 1)
        assert sheet["A1"].value.startswith(brand)
        assert sheet["A1"].alignment.wrap_text
        assert sheet.row_dimensions[1].height > 40


def test_a_long_name_at_the_rose_ends_before_the_words_beside_it() -> None:
    asked = ferry_line()
    best = {item.id: Answer.at(max(item.levels, key=item.score)) for item in asked.items}
    (page,) = pdf_of(as_pdf(report(best, asked, lang="zh"), Form.BOARD, Paper.A4)).pages
    starts: dict[str, list[tuple[float, float]]] = {}

    def visit(text: str, matrix: list[float], of_text: list[float], _: object, size: float) -> None:
        starts.setdefault(text.strip(), []).append((matrix[0] * of_text[4] + matrix[4], size))

    page.extract_text(visitor_text=visit)

    name = asked.dimensions[1].name.zh
    (beside, _) = min(starts[name])
    ends = [
        at + len(part) * size
        for part, found in starts.items()
        for at, size in found
        if len(part) > 1 and name.startswith(part) and at < beside
    ]
    assert ends
    assert max(ends) <= beside
