"""Which layouts of a template the deck stands on, and where content stands on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import LayoutPlaceholder, MasterPlaceholder, SlidePlaceholder
from pptx.slide import Slide, SlideLayout, SlideMaster
from pptx.util import Inches

from dashboard.reports.slides.area import Area, free
from dashboard.reports.slides.backdrop import WHOLLY, Backdrop
from dashboard.reports.slides.paint import Paint, paint_at

LEAST_SHARE: Final = 1 / 3
"""Of the slide's area, for what stands below the title."""
LEAST_SIDE: Final = 0.4
"""Of the slide's width, and of its height."""
NEARLY_ALL: Final = 0.9
LARGEST_ORNAMENT: Final = 0.2
"""Of the slide; what is larger may be its ground as well."""
INSET: Final = 0.05
"""Of the slide's width: the margin where the template has none."""
GAP: Final = int(Inches(0.1))
MARKS: Final = int(Inches(0.3))
"""Height of the line with marks and number where the layout has no place for them."""
VERTICAL: Final = "vert"
"""Text from top to bottom, as in some layouts for Chinese and Japanese."""
AT_THE_EDGE: Final = frozenset({KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER})
TITLES: Final = frozenset({KIND.TITLE, KIND.CENTER_TITLE})
TEXTS: Final = frozenset({KIND.OBJECT, KIND.BODY})
Placeholder: TypeAlias = LayoutPlaceholder | MasterPlaceholder | SlidePlaceholder


@dataclass(frozen=True)
class Place:
    """A layout as the deck uses it; whatever else it has a place for is left out of slides."""

    layout: SlideLayout
    box: int | None
    """Which placeholder holds the text; None where there is to be a title alone."""
    area: Area
    """Where content stands."""
    marks: Area
    """Where marks and number stand, if the layout has no place for them."""
    backdrop: Backdrop
    paint: Paint
    """The colours that can be read in the area."""


@dataclass(frozen=True)
class Use:
    """A layout that may do, with the placeholder for its text."""

    layout: SlideLayout
    box: Placeholder
    extra: int
    """How many further places it has, which stay empty."""


def placeholders(of: SlideLayout | SlideMaster | Slide) -> list[Placeholder]:
    """Those of a layout, a master or a slide."""
    return list(of.placeholders)


def opening_of(layouts: Sequence[SlideLayout]) -> Use | None:
    """A title and a line below it: PowerPoint's own for the first slide, else the nearest."""
    uses = [use for one in layouts for use in _uses(one, {KIND.SUBTITLE})]
    uses += [use for one in layouts if _type(one) == "secHead" for use in _uses(one, {KIND.BODY})]
    uses += [use for one in layouts if _type(one) == "title" for use in _uses(one, TEXTS)]
    placed = [use for use in uses if area_of(use.box)]
    return min(placed, key=lambda use: (_type(use.layout) != "title", use.extra), default=None)


def contents_of(layouts: Sequence[SlideLayout]) -> list[Use]:
    """All with a title and a box for text, the best one first: one box of content alone."""
    usual = [one for one in layouts if _type(one) not in {"title", "secHead"}]
    uses = [use for one in usual for use in _uses(one, TEXTS)]
    return sorted(uses, key=lambda use: (use.extra, kind_of(use.box) is not KIND.OBJECT))


def bare_of(layouts: Sequence[SlideLayout]) -> SlideLayout | None:
    """A title alone, or with places of which nothing is left once they stay empty."""
    titled = [one for one in layouts if _has_title(one) and not _is_vertical(one)]
    alone = [one for one in titled if not _others(one)]
    called = [one for one in titled if _type(one) == "titleOnly"]
    return next(iter([*alone, *called]), None)


def use_of(layout: SlideLayout) -> Use:
    """Of a layout with a title and one box for text."""
    (box,) = _others(layout)
    return Use(layout, box, 0)


def has_room(area: Area, whole: Area) -> bool:
    return (
        area.size >= LEAST_SHARE * whole.size
        and area.width >= LEAST_SIDE * whole.width
        and area.height >= LEAST_SIDE * whole.height
    )


def place_of(layout: SlideLayout, box: Placeholder | None, content: Area, whole: Area) -> Place:
    """`content` is where content should stand, if nothing is in its way there."""
    taken = list(_taken(layout))
    marks = _marks(taken, content, whole)
    if {KIND.FOOTER, KIND.SLIDE_NUMBER} - set(edge_of(layout)):
        taken.append(marks)
    backdrop = Backdrop(layout, whole)
    area = _free(backdrop, taken, content, whole, movable=box is None)
    idx = None if box is None else int(box.placeholder_format.idx)
    return Place(layout, idx, area, marks, backdrop, paint_at(backdrop, area))


def edge_of(layout: SlideLayout) -> dict[KIND, Placeholder]:
    """Its places for date, footer and number, as far as it is said where they are."""
    every = {kind_of(p): p for p in placeholders(layout) if area_of(p)}
    return {kind: one for kind, one in every.items() if kind in AT_THE_EDGE}


def kind_of(placeholder: Placeholder) -> KIND:
    return placeholder.placeholder_format.type


def area_of(placeholder: Placeholder) -> Area | None:
    """Its own place or its master's; None where neither says it."""
    sides = (placeholder.left, placeholder.top, placeholder.width, placeholder.height)
    if any(side is None for side in sides):
        return None
    left, top, width, height = (int(side) for side in sides)
    return Area(left, top, width, height)


def _uses(layout: SlideLayout, kinds: frozenset[KIND] | set[KIND]) -> Iterator[Use]:
    """One for the largest box of these kinds."""
    if not _has_title(layout) or _is_vertical(layout):
        return
    others = _others(layout)
    boxes = [(_size(one), n) for n, one in enumerate(others) if kind_of(one) in kinds]
    if boxes:
        _, at = max(boxes)
        yield Use(layout, others[at], len(others) - 1)


def _size(placeholder: Placeholder) -> int:
    area = area_of(placeholder)
    return area.size if area else 0


def _others(layout: SlideLayout) -> list[Placeholder]:
    """What stands beside the title, apart from the edge."""
    return [p for p in placeholders(layout) if kind_of(p) not in TITLES | AT_THE_EDGE]


def _type(layout: SlideLayout) -> str | None:
    kind: str | None = layout._element.get("type")
    return kind


def _has_title(layout: SlideLayout) -> bool:
    """One that a slide inherits, and that has a place."""
    return any(
        kind_of(p) in TITLES and p.placeholder_format.idx == 0 and area_of(p)
        for p in placeholders(layout)
    )


def _is_vertical(layout: SlideLayout) -> bool:
    """Whether its title or its text runs down the slide."""
    return any(
        p._element.ph.get("orient") == VERTICAL or _turned(p)
        for p in placeholders(layout)
        if kind_of(p) not in AT_THE_EDGE
    )


def _turned(placeholder: Placeholder) -> bool:
    body = placeholder._element.find(f".//{qn('a:bodyPr')}")
    return body is not None and body.get("vert", "horz") != "horz"


def _taken(layout: SlideLayout) -> Iterator[Area]:
    """The title, the footer, the number; the date too, which a slide may be given."""
    for placeholder in placeholders(layout):
        if kind_of(placeholder) in TITLES | AT_THE_EDGE and (area := area_of(placeholder)):
            yield area


def _marks(taken: Sequence[Area], content: Area, whole: Area) -> Area:
    """The lower edge, else the upper, else the last line of the content."""
    margin = content.left - whole.left
    wide = whole.width - 2 * margin
    low = Area(margin, whole.bottom - int(1.4 * MARKS), wide, MARKS)
    high = Area(margin, whole.top + int(0.3 * MARKS), wide, MARKS)
    last = Area(content.left, content.bottom - MARKS, content.width, MARKS)
    clear = (one for one in (low, high) if not any(one.shared(other) for other in taken))
    return next(clear, last)


def _free(
    backdrop: Backdrop, taken: Sequence[Area], content: Area, whole: Area, *, movable: bool
) -> Area:
    """Where content should stand, less what is in its way; elsewhere if too much is."""
    shapes = [shape.area for shape in backdrop.shapes]
    beside = [one for one in shapes if one.shared(content) < WHOLLY * content.size]
    ornaments = [one for one in beside if one.size < LARGEST_ORNAMENT * whole.size]
    for in_the_way in ([*taken, *beside], [*taken, *ornaments], list(taken)):
        here = free(content, in_the_way)
        if here.size >= NEARLY_ALL * content.size:
            return here
        if not movable:
            continue
        inner = whole.grown(-int(INSET * whole.width))
        there = free(inner, [one.grown(GAP) for one in in_the_way])
        largest = max(here, there, key=lambda area: area.size)
        if has_room(largest, whole):
            return largest
    return here
