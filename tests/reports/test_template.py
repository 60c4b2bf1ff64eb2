"""One's own template: its colours and layouts are used; one that lacks something is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from dashboard.reports.slides import as_pptx
from dashboard.reports.slides.template import TemplateLacks
from tests.reports.material import report
from tests.reports.templates import layout, saved, template

pytestmark = pytest.mark.slow

SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="An old section" id="{6D6B0A4E-7E7C-4E0F-9C52-0C0B8A6A3C11}">'
    '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst>'
    "</p:ext></p:extLst>"
)


def test_its_own_size_fonts_and_colours_stay() -> None:
    own = template()
    theme = own.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    made = Presentation(BytesIO(as_pptx(report(), saved(own))))

    assert made.slide_width == own.slide_width
    after = made.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert after.blob == theme.blob
    chart = next(shape for shape in made.slides[2].shapes if shape.has_chart)
    assert 'schemeClr val="accent1"' in chart.chart._chartSpace.xml
    assert "srgbClr" not in chart.chart._chartSpace.xml


def without_geometry() -> bytes:
    """Of anything but titles and subtitles."""
    deck = template()
    for one in (deck.slide_master, *deck.slide_layouts):
        for shape in one.placeholders:
            if shape.placeholder_format.type.name in {"TITLE", "CENTER_TITLE", "SUBTITLE"}:
                continue
            for place in shape._element.spPr.findall(qn("a:xfrm")):
                shape._element.spPr.remove(place)
    return saved(deck)


def without_master() -> bytes:
    deck = template()
    deck.part._element.remove(deck.part._element.sldMasterIdLst)
    return saved(deck)


def with_flipped_bytes() -> bytes:
    whole = bytearray(saved(template()))
    with ZipFile(BytesIO(whole)) as packed:
        start = packed.getinfo("ppt/presentation.xml").header_offset + 100
    whole[start : start + 40] = bytes(255 - byte for byte in whole[start : start + 40])
    return bytes(whole)


@pytest.mark.parametrize(
    "broken",
    [b"", b"PK", without_master(), with_flipped_bytes(), saved(template())[:-2000]],
    ids=["empty", "two bytes", "no master", "flipped bytes", "cut off"],
)
def test_a_broken_file_is_no_template(broken: bytes) -> None:
    with pytest.raises(TemplateLacks, match="this is no PowerPoint template"):
        as_pptx(report(), broken)


def test_a_content_box_without_a_place_is_too_small() -> None:
    with pytest.raises(TemplateLacks, match="is too small"):
        as_pptx(report(), without_geometry())


def test_its_own_slides_are_left_out() -> None:
    made = Presentation(BytesIO(as_pptx(report(), saved(template(slides=3)))))

    assert "An old slide" not in [slide.shapes.title.text for slide in made.slides]
    assert made.slides[0].shapes.title.text == "Northwind Outfitters"


def test_nothing_names_slides_that_were_left_out() -> None:
    own = template(slides=2)
    own.part._element.append(parse_xml(SECTIONS))

    made = Presentation(BytesIO(as_pptx(report(), saved(own))))

    assert "An old section" not in made.part._element.xml


def test_content_stands_where_the_template_has_it() -> None:
    own = template()
    made = Presentation(BytesIO(as_pptx(report(), saved(own))))

    chart = next(shape for shape in made.slides[2].shapes if shape.has_chart)
    box = own.slide_layouts.get_by_name("Title and Content").placeholders[1]
    assert (chart.left, chart.top) == (box.left, box.top)


CAN_HOLD_TEXT = ("Title and Content", "Content with Caption", "Two Content", "Comparison")
CAN_OPEN = ("Title Slide", "Section Header")


@pytest.mark.parametrize(
    ("without", "lacks"),
    [
        (CAN_OPEN, ["“Title Slide”"]),
        (CAN_HOLD_TEXT, ["“Title and Content”"]),
        ((*CAN_OPEN, *CAN_HOLD_TEXT), ["“Title Slide”", "“Title and Content”"]),
    ],
    ids=["no first slide", "no content", "neither"],
)
def test_a_template_that_lacks_layouts_is_refused_with_all_of_them(
    without: tuple[str, ...], lacks: list[str]
) -> None:
    others = ("Picture with Caption", "Vertical Title and Text")
    with pytest.raises(TemplateLacks) as refused:
        as_pptx(report(), saved(template(*without, *others)))

    said = [str(message) for message in refused.value.messages]
    assert len(said) == len(lacks)
    assert all(name in message for name, message in zip(lacks, said, strict=True))


def test_a_template_without_room_is_refused() -> None:
    own = template("Content with Caption", "Two Content", "Comparison", "Picture with Caption")
    box = layout(own, "Title and Content").placeholders[1]
    box.left, box.top, box.width, box.height = Inches(1), Inches(2), Inches(8), Inches(1)

    with pytest.raises(TemplateLacks, match="“Title and Content” is too small: beside its title"):
        as_pptx(report(), saved(own))


def test_a_box_that_its_title_covers_has_no_room() -> None:
    own = template("Content with Caption", "Two Content", "Comparison", "Picture with Caption")
    title = layout(own, "Title and Content").placeholders[0]
    title.left, title.top, title.width, title.height = 0, 0, Inches(10), Inches(5)

    with pytest.raises(TemplateLacks, match="is too small"):
        as_pptx(report(), saved(own))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_template_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateLacks, match="no PowerPoint template"):
        as_pptx(report(), content or b" ")
