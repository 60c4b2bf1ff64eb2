"""Names that are read from the right turn no number beside them, and gaps fill no pages."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from dashboard.reports.direction import isolated
from dashboard.reports.facts import Facts
from dashboard.reports.formats import Form
from dashboard.reports.pdf import as_pdf
from dashboard.reports.pdf.board import board_content
from dashboard.reports.pdf.full import full_content, item_content
from dashboard.reports.slides import as_pptx
from dashboard.reports.workbook import as_xlsx
from tests.builders import worked_brand
from tests.reports.material import report

pytestmark = pytest.mark.slow

BRAND, WAVE = "مرحبا", "עברית"
ALONE = ("\u2068مرحبا\u2069", "\u2068עברית\u2069")


def test_only_what_is_read_from_the_right_is_set_apart() -> None:
    assert (isolated("Alder 坦诚 3"), isolated(BRAND)) == ("Alder 坦诚 3", ALONE[0])


def test_in_a_pdf_names_stand_apart_from_the_numbers_of_their_line() -> None:
    facts = Facts(report(brand=BRAND, wave=WAVE))

    for content in (board_content(facts), full_content(facts)):
        assert (content["brand"], content["wave"]) == ALONE


@pytest.mark.parametrize("form", Form)
def test_a_pdf_with_such_names_is_still_searched_word_by_word(form: Form) -> None:
    one = as_pdf(report(brand=BRAND, wave=WAVE), form)

    said = PdfReader(BytesIO(one)).pages[0].extract_text()

    assert "34 of 35 answered" in said
    assert "\u2069" not in said


@pytest.mark.parametrize("brand", ["שלום ABC", "ABC שלום"])
def test_a_name_of_both_directions_is_read_as_its_first_letter_is(brand: str) -> None:
    """A name that begins in Hebrew ends on the left."""
    starts: dict[str, float] = {}

    def note(text: str, at: list[float], *_: object) -> None:
        starts.setdefault(text.strip(), at[4])

    PdfReader(BytesIO(as_pdf(report(brand=brand)))).pages[0].extract_text(visitor_text=note)

    assert min(brand.split(), key=starts.__getitem__) == "ABC"


def test_on_slides_and_sheets_names_stand_apart_too() -> None:
    one = report(brand=BRAND, wave=WAVE)
    deck = Presentation(BytesIO(as_pptx(one)))
    said = [shape.text_frame.text for shape in deck.slides[1].shapes if shape.has_text_frame]
    book = load_workbook(BytesIO(as_xlsx(one)))

    assert any(text.startswith(", ".join(ALONE)) for text in said)
    assert book.worksheets[0]["A1"].value == " · ".join(ALONE)


def test_a_note_of_thousands_of_line_ends_is_one_gap() -> None:
    told = worked_brand()
    told["VE1.1"] = told["VE1.1"].model_copy(update={"note": "a" + "\n" * 4990 + "b\n\nc"})
    facts = Facts(report(told))

    content = item_content(facts, facts.report.questionnaire.items_by_id["VE1.1"])

    assert content["note"] == {"lines": ["a", "", "b", "", "c"], "rtl": False}
