"""The deck being made: slides with a title, notes, a number, and what every one has to say."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Run
from pptx.util import Emu, Inches, Pt

from dashboard.i18n import HTML_LANG
from dashboard.reports.facts import Facts
from dashboard.reports.lines import same_breaks
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.edge import mark
from dashboard.reports.slides.element import found
from dashboard.reports.slides.inherited import lettering
from dashboard.reports.slides.layouts import (
    AT_THE_EDGE,
    TITLES,
    Place,
    Placeholder,
    kind_of,
    placeholders,
)
from dashboard.reports.slides.measure import fitting
from dashboard.reports.slides.paint import Paint
from dashboard.reports.slides.shade import Shade
from dashboard.reports.slides.template import Ground

TITLE_SIZES: Final = (28, 26, 24, 22, 20, 18, 16, 14, 12)
TEXT_SIZES: Final = (20, 18, 16, 14, 12, 11, 10)
INSET: Final = int(Inches(0.1))
"""Between the edge of a box and its text, as PowerPoint has it."""
PANEL: Final = "Panel"
AFTER: Final = 0.5
"""Space after a paragraph, in the size of its letters."""


@dataclass(frozen=True)
class Deck:
    ground: Ground
    facts: Facts

    @property
    def area(self) -> Area:
        """Where charts and tables stand, on every slide of theirs."""
        return self.ground.bare.area

    @property
    def paint(self) -> Paint:
        """What charts and tables are drawn with."""
        return self.ground.bare.paint

    def opening(self, title: str, lines: Sequence[str]) -> Slide:
        place = self.ground.opening
        slide = self._add(place, title, "", largest=40)
        box = _box(slide, place)
        size = fitting(lines, _inside(box), TEXT_SIZES)
        self.write(box.text_frame, lines, size, ink=_inked(place, box, size))
        return slide

    def bare(self, title: str, notes: str) -> Slide:
        """A slide whose area is free for a chart or a table."""
        place = self.ground.bare
        slide = self._add(place, title, notes)
        if place.paint.panel is not None:
            _lay_panel(slide, place.area, place.paint.panel)
        return slide

    def bullets(self, title: str, lines: Sequence[str], notes: str) -> Slide:
        place = self.ground.content
        slide = self._add(place, title, notes)
        box = _box(slide, place)
        _put(box, place.area)
        size = fitting(lines, place.area.grown(-INSET), TEXT_SIZES, between=AFTER)
        ink = _inked(place, box, size)
        if place.paint.panel is not None:
            _lay_under(box, place.paint.panel)
            ink = place.paint.ink
        self.write(box.text_frame, lines, size, ink=ink)
        for paragraph in box.text_frame.paragraphs:
            paragraph.space_after = Pt(size * AFTER)
        return slide

    def write(
        self,
        frame: TextFrame,
        lines: Sequence[str],
        size: float,
        *,
        bold: bool = False,
        ink: Shade | None = None,
    ) -> None:
        """Fill a text frame with paragraphs, each run in the report's language."""
        frame.word_wrap = True
        for n, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = same_breaks(line)
            run.font.size = Pt(size)
            if bold:
                run.font.bold = True
            if ink is not None:
                _colour_run(run, ink)
            run._r.get_or_add_rPr().set("lang", HTML_LANG[self.facts.report.lang])

    def text(self, slide: Slide, lines: Sequence[str], area: Area, size: float) -> None:
        """In a box of its own, in the ink of the area."""
        box = slide.shapes.add_textbox(
            Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height)
        )
        self.write(box.text_frame, lines, size, ink=self.paint.ink)

    def _add(self, place: Place, title: str, notes: str, *, largest: int = 28) -> Slide:
        slide: Slide = self.ground.presentation.slides.add_slide(place.layout)
        head: Any = slide.shapes.title
        if head is None:
            raise ValueError(f"{place.layout.name}: has no title")
        _drop_places(slide, place)
        _keep_colour_map(slide, place)
        sizes = (largest, *(size for size in TITLE_SIZES if size < largest))
        size = fitting([title], _inside(head), sizes)
        self.write(head.text_frame, [title], size, ink=_inked(place, head, size))
        if notes:
            frame = slide.notes_slide.notes_text_frame
            if frame is not None:
                frame.text = same_breaks(notes)
        mark(slide, place, self.facts)
        return slide


def _colour_run(run: _Run, ink: Shade) -> None:
    run.font.fill.solid()
    ink.fill(found(run._r, "a:rPr", "a:solidFill"))


def _inked(place: Place, on_slide: Placeholder, size: float) -> Shade | None:
    """The colour for a placeholder's text, which gets an even ground where none can be read.

    What the layout says of a placeholder is asked at the layout's own.
    """
    idx = on_slide.placeholder_format.idx
    theirs = next(p for p in placeholders(place.layout) if p.placeholder_format.idx == idx)
    found_for_it = lettering(place, theirs, size)
    if found_for_it.panel is not None:
        _lay_under(on_slide, found_for_it.panel)
    return found_for_it.ink


def _lay_under(box: Placeholder, colour: Shade) -> None:
    box.fill.solid()
    colour.fill(found(box._element.spPr, "a:solidFill"))


def _box(slide: Slide, place: Place) -> Placeholder:
    return next(p for p in placeholders(slide) if p.placeholder_format.idx == place.box)


def _put(box: Placeholder, area: Area) -> None:
    """Only where the layout's own place will not do."""
    if (box.left, box.top, box.width, box.height) != (
        area.left,
        area.top,
        area.width,
        area.height,
    ):
        box.left, box.top = Emu(area.left), Emu(area.top)
        box.width, box.height = Emu(area.width), Emu(area.height)


def _inside(box: Placeholder) -> Area:
    return Area(0, 0, int(box.width), int(box.height)).grown(-INSET // 2)


def _drop_places(slide: Slide, place: Place) -> None:
    """Places for pictures and the like would say “Click to add” to whoever edits the deck."""
    for one in placeholders(slide):
        if kind_of(one) in TITLES | AT_THE_EDGE or one.placeholder_format.idx == place.box:
            continue
        one._element.getparent().remove(one._element)


def _keep_colour_map(slide: Slide, place: Place) -> None:
    """A slide does not inherit the map of a layout that has one of its own."""
    tag = qn("p:clrMapOvr")
    theirs, own = (one._element.find(tag) for one in (place.layout, slide))
    if theirs is not None and own is not None:
        own.getparent().replace(own, deepcopy(theirs))


def _lay_panel(slide: Slide, area: Area, colour: Shade) -> None:
    """An even ground under a chart or a table."""
    shapes: Any = slide.shapes
    place = area.grown(INSET)
    panel = shapes.add_textbox(Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height))
    panel.name = PANEL
    _lay_under(panel, colour)
    shapes._spTree.remove(panel._element)
    shapes._spTree.insert(2, panel._element)
