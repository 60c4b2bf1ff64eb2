"""From Results two presses give the report; what cannot be made is said before."""

from io import BytesIO
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from dashboard.domain.text import Lang
from dashboard.reports.formats import MIME, Format, Paper
from dashboard.reports.pdf import setting
from tests.builders import worked_brand
from tests.views.material import NORTHWIND, begin
from tests.views.visiting import Tab

pytestmark = pytest.mark.slow


def offered(lang: Lang = "en") -> Tab:
    return Tab("results", assessment=begin(worked_brand()), lang=lang).press("report")


def made(tab: Tab, key: str) -> BytesIO:
    return BytesIO(cast("Any", tab.download(key)))


def give_template(tab: Tab, content: bytes) -> None:
    field = tab.app.file_uploader(key="report-template")
    tab.run(field.upload("own.pptx", content, MIME[Format.PPTX]))


def test_two_presses_give_slides() -> None:
    tab = offered()

    deck = Presentation(made(tab, "report-pptx"))

    assert deck.slides[0].shapes.title.text == NORTHWIND
    assert deck.slides[1].shapes.title.text == "No plan for a data leak holds you at Developing"
    assert tab.file_name("report-pptx").startswith(NORTHWIND)


def test_pages_and_data_are_there_in_the_language_of_the_page() -> None:
    tab = offered("zh")

    assert "没有数据泄露预案" in PdfReader(made(tab, "report-pdf-board")).pages[0].extract_text()
    assert len(PdfReader(made(tab, "report-pdf-full")).pages) > 5
    assert load_workbook(made(tab, "report-xlsx")).sheetnames[0] == "概要"
    assert b'"candour.result/1"' in made(tab, "report-json").read()


def test_the_paper_is_as_chosen() -> None:
    tab = offered()

    tab.select("report-paper-en", Paper.LETTER)

    assert PdfReader(made(tab, "report-pdf-board")).pages[0].mediabox.width == 612


def test_one_s_own_template_is_used_and_one_that_lacks_something_is_refused() -> None:
    plain, lacking = BytesIO(), BytesIO()
    deck = Presentation()
    deck.save(plain)
    for name in ("Title Slide", "Section Header"):
        deck.slide_layouts.remove(deck.slide_layouts.get_by_name(name))
    deck.save(lacking)
    tab = offered()

    give_template(tab, plain.getvalue())
    assert Presentation(made(tab, "report-pptx")).slide_width == deck.slide_width

    give_template(tab, lacking.getvalue())
    assert "a layout with a title and a subtitle is missing" in tab.errors[0]


@pytest.fixture
def no_chinese_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no font can draw Chinese."""
    monkeypatch.setattr(setting, "MACHINE", setting.Typesetter(system_fonts=False))


@pytest.mark.usefixtures("no_chinese_font")
def test_without_a_chinese_font_pages_in_chinese_are_not_offered_and_it_says_why() -> None:
    tab = offered("zh")

    assert "fonts-noto-cjk" in tab.text
    keys = [button.key for button in tab.app.get("download_button")]
    assert keys == ["report-pptx", "report-xlsx", "report-json"]
