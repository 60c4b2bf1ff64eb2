"""A workspace's own look: it can be seen by everybody, or it is refused with the reason."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pydantic import ValidationError
from pypdf import PdfReader

from dashboard.domain.look import HOUSE, Look, contrast
from dashboard.domain.problem import Refused
from dashboard.reports.formats import Form
from dashboard.reports.look import BrokenPicture, check_logo, read_look
from dashboard.reports.pdf import as_pdf
from dashboard.reports.slides import as_pptx
from dashboard.reports.workbook import as_xlsx
from tests.reports.material import BRAND, WAVE, report

pytestmark = pytest.mark.slow


def logo(width: int = 40) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, 20), "#123456").save(file, "PNG")
    return file.getvalue()


OWN = Look(name="Alder Partners", logo=logo(), accent="#7A0019", pillars=("#005F73", "#9B2226"))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_colours_that_cannot_be_seen_are_refused_with_their_contrast() -> None:
    with pytest.raises(ValidationError, match=r"#FFEE00 has a contrast of 1\.2 on white"):
        Look(pillars=("#FFEE00",))
    with pytest.raises(ValidationError, match=r"and 4\.5 is needed"):
        Look(accent="#999999")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"accent": "#999999"}, "#999999 has a contrast of 2.8 on white, and 4.5 is needed"),
        ({"pillars": ["red"]}, "pillars[0]: 'red' is no colour such as #1F4E79"),
        ({"logo": "look.json"}, "logo: the logo is neither a PNG nor a JPEG"),
        ({"logos": "logo.png"}, "logos: is not a known key"),
        ({"format": "candour.look/2"}, "format: must be 'candour.look/1'"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    tmp_path: Path, fields: dict[str, object], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_look(written(tmp_path, **fields))

    assert said in str(refused.value)


def written(folder: Path, **fields: object) -> Path:
    file = folder / "look.json"
    file.write_text(json.dumps({"format": "candour.look/1"} | fields), encoding="utf-8")
    return file


@pytest.mark.parametrize("broken", [logo()[:60], logo()[:20] + b"\0" * 60])
def test_a_broken_logo_is_refused(broken: bytes) -> None:
    with pytest.raises(BrokenPicture, match="broken picture"):
        check_logo(Look(logo=broken))


def test_a_look_is_read_with_the_logo_beside_it(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(logo())

    found = read_look(written(tmp_path, name="Alder Partners", logo="logo.png", accent="#7A0019"))

    assert found == HOUSE.model_copy(
        update={"name": "Alder Partners", "logo": logo(), "accent": "#7A0019"}
    )


def test_the_house_can_be_seen() -> None:
    assert all(contrast(colour, "#FFFFFF") >= 3 for colour in HOUSE.pillars)


def test_name_logo_and_colours_are_on_the_slides() -> None:
    deck = Presentation(BytesIO(as_pptx(report(look=OWN))))

    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert b"005F73" in theme.blob
    pictures = [shape for shape in deck.slide_layouts[0].shapes if "pic" in shape._element.tag]
    assert [picture.width / picture.height for picture in pictures] == [pytest.approx(2, abs=0.01)]
    first = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert "Alder Partners" in "\n".join(first).splitlines()


def test_name_and_logo_are_on_the_page() -> None:
    page = PdfReader(BytesIO(as_pdf(report(look=OWN)))).pages[0]

    assert "Alder Partners · data-trust@1.0.0" in page.extract_text()
    assert len(page.images) == 1


@pytest.mark.parametrize("form", Form)
def test_a_wordmark_leaves_room_for_the_words_beside_it(form: Form) -> None:
    wide = Look(logo=logo(4_000))

    page = PdfReader(BytesIO(as_pdf(report(look=wide), form))).pages[0]

    assert f"{BRAND} · {WAVE}" in page.extract_text()
    (layout, *_) = Presentation(BytesIO(as_pptx(report(look=wide)))).slide_layouts
    (picture,) = (shape for shape in layout.shapes if "pic" in shape._element.tag)
    assert picture.width / picture.height == pytest.approx(200, rel=0.01)


def test_name_and_logo_are_on_the_first_sheet_and_the_name_at_the_foot_of_each() -> None:
    book = load_workbook(BytesIO(as_xlsx(report(look=OWN, brand="B" * 200))))

    summary = book["Summary"]
    assert "Alder Partners" in str(summary["A6"].value)
    assert len(summary._images) == 1  # type: ignore[attr-defined]
    feet = [sheet.oddFooter.right.text for sheet in book.worksheets if sheet.oddFooter]
    assert feet == ["Alder Partners · &P / &N"] * len(book.worksheets)
