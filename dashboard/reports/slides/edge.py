"""What stands at the edge of every slide: the marks, and the number."""

from copy import deepcopy
from typing import Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from dashboard.i18n import HTML_LANG
from dashboard.reports.direction import isolated
from dashboard.reports.facts import Facts
from dashboard.reports.lines import in_one_line
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.element import child
from dashboard.reports.slides.inherited import better_ink
from dashboard.reports.slides.layouts import Place, Placeholder, edge_of
from dashboard.reports.slides.measure import width_of
from dashboard.reports.slides.paint import best_on, least_contrast
from dashboard.reports.slides.shade import Shade

NUMBER_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Any identifier does; the same one in every deck keeps decks alike."""
SIZES: Final = (11, 10, 9, 8)
LONGEST_BRAND: Final = 60
NUMBER: Final = int(Inches(0.8))
"""Width of its box, where the layout has none."""
INSETS: Final = int(Inches(0.2))


def mark(slide: Slide, place: Place, facts: Facts) -> None:
    """In the layout's own places where it has any."""
    edge = edge_of(place.layout)
    number, footer = edge.get(KIND.SLIDE_NUMBER), edge.get(KIND.FOOTER)
    row = place.marks
    rest = Area(row.left, row.top, row.width - NUMBER, row.height)
    frame = _frame(slide, footer, rest)
    said = _said(facts, int(footer.width) if footer else rest.width)
    size = _set(frame, *said, lang=HTML_LANG[facts.report.lang])
    _colour(frame.paragraphs[0].runs[0]._r.get_or_add_rPr(), _ink(place, footer, rest, size))
    last = Area(row.right - NUMBER, row.top, NUMBER, row.height)
    frame = _frame(slide, number, last)
    if number is None:
        frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _number(frame, _ink(place, number, last, SIZES[0]))


def _said(facts: Facts, width: int) -> tuple[str, float]:
    """All of it, or the marks alone where all of it has no room, and the size."""
    marks = " · ".join(facts.marks)
    brand = isolated(in_one_line(facts.report.brand)[:LONGEST_BRAND])
    for text in (f"{brand}, {facts.wave} · {marks}", marks):
        for size in SIZES:
            if width_of(text, size) <= width - INSETS:
                return text, size
    return marks, SIZES[-1]


def _set(frame: TextFrame, text: str, size: float, *, lang: str) -> float:
    frame.text = text
    _state_style(frame)
    run = frame.paragraphs[0].runs[0]
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().set("lang", lang)
    return size


def _ink(place: Place, theirs: Placeholder | None, area: Area, size: float) -> Shade | None:
    if theirs is not None:
        return better_ink(place, theirs, size)
    behind = place.backdrop.behind(area)
    return best_on(place.backdrop.scheme, behind, least_contrast(size))


def _frame(slide: Slide, theirs: Placeholder | None, area: Area) -> TextFrame:
    """The layout's placeholder on the slide; python-pptx leaves those at the edge out."""
    if theirs is None:
        box = slide.shapes.add_textbox(
            Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height)
        )
        return box.text_frame
    slide.shapes.clone_placeholder(theirs)
    copy: Any = slide.placeholders[theirs.placeholder_format.idx]
    frame: TextFrame = copy.text_frame
    body = copy._element.txBody
    styles, own = (one.find(qn("a:lstStyle")) for one in (body, theirs._element.txBody))
    if styles is not None and own is not None:
        body.replace(styles, deepcopy(own))  # not every program looks for it at the layout's
    return frame


def _state_style(frame: TextFrame) -> None:
    """Say the list style again at the line itself: not every program follows it in a footer."""
    level = frame._txBody.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
    letters = None if level is None else level.find(qn("a:defRPr"))
    if level is None or letters is None:
        return
    paragraph = frame.paragraphs[0]
    if aside := level.get("algn"):
        paragraph._p.get_or_add_pPr().set("algn", aside)
    properties = paragraph.runs[0]._r.get_or_add_rPr()
    for name, value in letters.attrib.items():
        properties.set(name, value)
    for style in letters:
        properties.append(deepcopy(style))


def _number(frame: TextFrame, ink: Shade | None) -> None:
    """A field that shows the slide's number."""
    paragraph = frame.paragraphs[0]._p
    field = child(paragraph, "a:fld", id=NUMBER_FIELD, type="slidenum")
    letters = child(field, "a:rPr", lang="en-US", sz="1100")
    _colour(letters, ink)
    child(field, "a:t").text = "‹#›"


def _colour(letters: BaseOxmlElement, ink: Shade | None) -> None:
    """The fill comes before fonts, and after a line around the letters."""
    if ink is None:
        return
    for old in letters.findall(qn("a:solidFill")):
        letters.remove(old)
    fill = letters.makeelement(qn("a:solidFill"), {})
    line = letters.find(qn("a:ln"))
    letters.insert(0 if line is None else 1, fill)
    ink.fill(fill)
