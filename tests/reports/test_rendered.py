"""Slides as LibreOffice draws them: as many pages as slides, with the same words."""

from io import BytesIO
from pathlib import Path

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


def words(text: str) -> str:
    """Lines break elsewhere on a page."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def pages(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> dict[Lang, Path]:
    folder = tmp_path_factory.mktemp("rendered")
    langs: tuple[Lang, ...] = ("en", "zh")
    files = {lang: folder / f"{lang}.pptx" for lang in langs}
    for lang, file in files.items():
        file.write_bytes(file_of(Choice(Format.PPTX), lang))
    converted(libreoffice, list(files.values()), "pdf", folder)
    return {lang: file.with_suffix(".pdf") for lang, file in files.items()}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_slide_is_a_page_with_its_title_and_its_mark(
    pages: dict[Lang, Path], lang: Lang
) -> None:
    slides = Presentation(BytesIO(file_of(Choice(Format.PPTX), lang))).slides
    drawn = [words(page.extract_text()) for page in PdfReader(pages[lang]).pages]

    assert len(drawn) == len(slides)
    for slide, page in zip(slides, drawn, strict=True):
        assert words(slide.shapes.title.text) in page
        assert words(spoken(lang)("Self-declared")) in page
