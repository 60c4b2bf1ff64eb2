"""The deck being made: slides with a title, notes, a number, and what every one has to say.

Sizes are set from the length of the text: a program fits text into its box only once it is edited.
"""

import math
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import east_asian_width

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from dashboard.i18n import HTML_LANG
from dashboard.reports.direction import isolated
from dashboard.reports.facts import Facts
from dashboard.reports.slides.element import child
from dashboard.reports.slides.template import Area, Ground, Placeholder, placeholders

TITLE_SIZES: Final = (28, 26, 24, 22, 20, 18, 16, 14, 12)
NUMBER_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Any identifier does; the same one in every deck keeps decks alike."""
PT: Final = 12_700
"""EMU a point."""
FOOTER_SIZES: Final = (11, 10, 9, 8)
LONGEST_BRAND: Final = 60
LETTER: Final = 0.55
"""Width of a letter in its size, on average over fonts; a Chinese sign is twice as wide."""
LINE: Final = 1.2
"""Height of a line in the size of its letters."""


@dataclass(frozen=True)
class Deck:
    ground: Ground
    facts: Facts

    @property
    def area(self) -> Area:
        return self.ground.area

    def opening(self, title: str, lines: Sequence[str]) -> Slide:
        slide = self._add(self.ground.opening, title, "", largest=40)
        below = next(p for p in placeholders(slide) if p.placeholder_format.idx != 0)
        self.write(below.text_frame, lines, 20)
        return slide

    def bare(self, title: str, notes: str) -> Slide:
        """A slide whose area is free for a chart or a table."""
        return self._add(self.ground.bare, title, notes)

    def bullets(self, title: str, lines: Sequence[str], notes: str) -> Slide:
        slide = self._add(self.ground.content, title, notes)
        box = next(p for p in placeholders(slide) if p.placeholder_format.type is KIND.OBJECT)
        size = fitting(lines, self.area, (20, 18, 16, 14, 12, 11, 10), between=0.5)
        self.write(box.text_frame, lines, size)
        for paragraph in box.text_frame.paragraphs:
            paragraph.space_after = Pt(size * 0.5)
        return slide

    def write(
        self, frame: TextFrame, lines: Sequence[str], size: float, *, bold: bool = False
    ) -> None:
        """Fill a text frame with paragraphs, each run in the report's language."""
        frame.word_wrap = True
        for n, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = line
            run.font.size = Pt(size)
            if bold:
                run.font.bold = True
            run._r.get_or_add_rPr().set("lang", HTML_LANG[self.facts.report.lang])

    def text(self, slide: Slide, lines: Sequence[str], area: Area, size: float) -> None:
        box = slide.shapes.add_textbox(
            Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height)
        )
        self.write(box.text_frame, lines, size)

    def _add(self, layout: SlideLayout, title: str, notes: str, *, largest: int = 28) -> Slide:
        slide: Slide = self.ground.presentation.slides.add_slide(layout)
        head = slide.shapes.title
        if head is None:
            raise ValueError(f"{layout.name}: has no title")
        place = Area(0, 0, int(head.width), int(head.height))
        sizes = (largest, *(size for size in TITLE_SIZES if size < largest))
        self.write(head.text_frame, [title], fitting([title], place, sizes))
        if notes:
            frame = slide.notes_slide.notes_text_frame
            if frame is not None:
                frame.text = notes
        self._mark(slide, layout)
        return slide

    def _mark(self, slide: Slide, layout: SlideLayout) -> None:
        """The number and the marks, in the layout's own places where it has any."""
        report = self.facts.report
        marks = " · ".join(self.facts.marks)
        said = f"{isolated(report.brand[:LONGEST_BRAND])}, {self.facts.wave} · {marks}"
        edge = {p.placeholder_format.type: p for p in placeholders(layout)}
        width, height = (
            int(self.ground.presentation.slide_width or 0),
            int(self.ground.presentation.slide_height or 0),
        )
        low, margin = height - int(Inches(0.42)), self.area.left
        number, footer = edge.get(KIND.SLIDE_NUMBER), edge.get(KIND.FOOTER)
        if footer is not None:
            frame = self._copy_of(slide, footer)
            width = int(footer.width)
            frame.text = said if rows_of(said, width, FOOTER_SIZES[-1]) == 1 else marks
            _state_style(frame)
            size = next((n for n in FOOTER_SIZES if rows_of(frame.text, width, n) == 1), 0)
            frame.paragraphs[0].runs[0].font.size = Pt(size or FOOTER_SIZES[-1])
        else:
            place = Area(margin, low, width - 2 * margin - int(Inches(1)), int(Inches(0.3)))
            self.text(slide, [said], place, 11)
        if number is not None:
            _number(self._copy_of(slide, number))
        else:
            right = width - margin - int(Inches(1))
            box = slide.shapes.add_textbox(Emu(right), Emu(low), Inches(1), Inches(0.3))
            box.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            _number(box.text_frame)

    def _copy_of(self, slide: Slide, placeholder: Placeholder) -> TextFrame:
        """The layout's placeholder on the slide; python-pptx leaves those at the edge out."""
        slide.shapes.clone_placeholder(placeholder)
        copy: Any = slide.placeholders[placeholder.placeholder_format.idx]
        frame: TextFrame = copy.text_frame
        body = copy._element.txBody
        styles = body.find(qn("a:lstStyle"))
        theirs = placeholder._element.txBody.find(qn("a:lstStyle"))
        if styles is not None and theirs is not None:
            body.replace(styles, deepcopy(theirs))  # not every program looks for it at the layout's
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


def _number(frame: TextFrame) -> None:
    """A field that shows the slide's number."""
    paragraph = frame.paragraphs[0]._p
    field = child(paragraph, "a:fld", id=NUMBER_FIELD, type="slidenum")
    child(field, "a:rPr", lang="en-US", sz="1100")
    child(field, "a:t").text = "‹#›"


def fitting(
    lines: Sequence[str], area: Area, sizes: Sequence[float], *, between: float = 0.0
) -> float:
    """The first size at which the lines fit into the area; the last one if none does."""
    for size in sizes:
        rows = sum(rows_of(line, area.width, size) for line in lines)
        height = (rows * LINE + between * len(lines)) * size * PT
        if height <= area.height:
            return size
    return sizes[-1]


def rows_of(text: str, width: int, size: float) -> int:
    """How many rows a text takes at a size, in a box of a width."""
    room = max(width / (size * PT * LETTER), 1)
    signs = sum(1 + (east_asian_width(sign) in "WF") for sign in text)
    return max(math.ceil(signs / room), 1)
