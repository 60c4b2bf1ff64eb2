"""Slides and sheets as LibreOffice draws them: none is missing, and the words are the same."""

from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.domain.text import Lang
from dashboard.i18n import words as spoken
from dashboard.reports.formats import Format
from dashboard.reports.rendering import Choice
from tests.libreoffice import converted
from tests.reports.whole import file_of

pytestmark = pytest.mark.slow
Drawn = dict[tuple[Format, Lang], list[str]]
"""The words of each page, by file."""


def words(text: str) -> str:
    """Lines break elsewhere on a page."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def drawn(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("rendered")
    langs: tuple[Lang, ...] = ("en", "zh")
    files = {
        (kind, lang): folder / f"{kind.value}-{lang}.{kind.value}"
        for kind in (Format.PPTX, Format.XLSX)
        for lang in langs
    }
    for (kind, lang), file in files.items():
        file.write_bytes(file_of(Choice(kind), lang))
    converted(libreoffice, list(files.values()), "pdf", folder)
    return {
        key: [words(page.extract_text()) for page in PdfReader(file.with_suffix(".pdf")).pages]
        for key, file in files.items()
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_slide_is_a_page_with_its_title_and_its_mark(drawn: Drawn, lang: Lang) -> None:
    slides = Presentation(BytesIO(file_of(Choice(Format.PPTX), lang))).slides
    pages = drawn[Format.PPTX, lang]

    assert len(pages) == len(slides)
    for slide, page in zip(slides, pages, strict=True):
        assert words(slide.shapes.title.text) in page
        assert words(spoken(lang)("Self-declared")) in page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_sheet_is_drawn_with_its_heads_and_its_mark(drawn: Drawn, lang: Lang) -> None:
    book = openpyxl.load_workbook(BytesIO(file_of(Choice(Format.XLSX), lang)))
    pages = drawn[Format.XLSX, lang]

    assert len(pages) >= len(book.worksheets)
    assert all(words(spoken(lang)("Self-declared")) in page for page in pages)
    for sheet in book.worksheets:
        said = [words(cell.value) for row in sheet for cell in row if isinstance(cell.value, str)]
        heads = [text for text in said if text and not text.startswith("=")][:4]
        assert any(all(head in page for head in heads) for page in pages), sheet.title
