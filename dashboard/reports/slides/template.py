"""What slides stand on: a presentation with the three layouts that the deck needs.

A template is refused with all that it lacks; its own slides are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final, TypeAlias
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder, MasterPlaceholder, SlidePlaceholder
from pptx.slide import Slide, SlideLayout, SlideMaster

from dashboard.domain.message import Message, worded
from dashboard.reports.formats import LARGEST_TEMPLATE, CannotRender

LARGEST_UNPACKED: Final = 300_000_000
LEAST_SHARE: Final = 0.35
"""Of the slide's area, for what stands below the title."""
SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The list that puts slides into sections (MS-PPTX 2.6.1.10)."""
VERTICAL: Final = "vert"
"""Text from top to bottom, as in some layouts for Chinese and Japanese."""
AT_THE_EDGE: Final = frozenset({KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER})
Placeholder: TypeAlias = LayoutPlaceholder | MasterPlaceholder | SlidePlaceholder
TITLES: Final = frozenset({KIND.TITLE, KIND.CENTER_TITLE})


class TemplateLacks(CannotRender):
    """A template on which the deck cannot stand; its messages say what to add."""


@dataclass(frozen=True)
class Area:
    """In EMU, 914,400 an inch."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Ground:
    presentation: Deck
    opening: SlideLayout
    """A title and a line below it."""
    content: SlideLayout
    """A title and one box of content."""
    bare: SlideLayout
    """A title alone."""

    @property
    def area(self) -> Area:
        """Where content stands, on every slide."""
        box = content_box(self.content)
        return Area(int(box.left), int(box.top), int(box.width), int(box.height))


def own_template(template: bytes) -> Ground:
    """What is broken, in whatever way python-pptx stumbles over it, is no template."""
    try:
        return _ground(template)
    except TemplateLacks:
        raise
    except Exception as error:
        raise TemplateLacks(worded("this is no PowerPoint template (.pptx)")) from error


def _ground(template: bytes) -> Ground:
    presentation = _opened(template)
    layouts = list(presentation.slide_layouts)
    opening = next((one for one in layouts if _opens(one)), None)
    content = next((one for one in layouts if _kinds(one) == [KIND.OBJECT]), None)
    bare = next((one for one in layouts if _kinds(one) == []), None)
    missing = tuple(_missing(opening, content, bare))
    if missing or not (opening and content and bare):
        raise TemplateLacks(*missing)
    ground = Ground(presentation, opening, content, bare)
    _check_room(ground)
    _without_slides(presentation)
    return ground


def placeholders(of: SlideLayout | SlideMaster | Slide) -> list[Placeholder]:
    """Those of a layout, a master or a slide."""
    return list(of.placeholders)


def content_box(layout: SlideLayout) -> Placeholder:
    return next(p for p in placeholders(layout) if p.placeholder_format.type is KIND.OBJECT)


def _opened(template: bytes) -> Deck:
    if len(template) > LARGEST_TEMPLATE:
        raise TemplateLacks(worded("the template is larger than 50 MB"))
    with ZipFile(BytesIO(template)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise TemplateLacks(worded("the template is larger than 300 MB when unpacked"))
    return Presentation(BytesIO(template))


def _has_title(layout: SlideLayout) -> bool:
    return any(p.placeholder_format.type in TITLES for p in placeholders(layout))


def _is_vertical(layout: SlideLayout) -> bool:
    return any(p._element.ph.get("orient") == VERTICAL for p in placeholders(layout))


def _kinds(layout: SlideLayout) -> list[KIND] | None:
    """What stands beside the title, apart from the edge; None for a layout
    without a title, or with text from top to bottom.
    """
    if not _has_title(layout) or _is_vertical(layout):
        return None
    kinds = [p.placeholder_format.type for p in placeholders(layout)]
    return [kind for kind in kinds if kind not in TITLES | AT_THE_EDGE]


def _opens(layout: SlideLayout) -> bool:
    return _kinds(layout) in ([KIND.SUBTITLE], [KIND.BODY])


def _missing(
    opening: SlideLayout | None, content: SlideLayout | None, bare: SlideLayout | None
) -> Iterator[Message]:
    if opening is None:
        yield worded("a layout with a title and a subtitle is missing (“Title Slide”)")
    if content is None:
        yield worded("a layout with a title and one content box is missing (“Title and Content”)")
    if bare is None:
        yield worded("a layout with a title alone is missing (“Title Only”)")


def _check_room(ground: Ground) -> None:
    box, slide = content_box(ground.content), ground.presentation
    whole = int(slide.slide_width or 0) * int(slide.slide_height or 0)
    if None in (box.left, box.top) or int(box.width or 0) * int(box.height or 0) < (
        LEAST_SHARE * whole
    ):
        raise TemplateLacks(
            worded("the content box of “{layout}” is too small", layout=ground.content.name)
        )


def _without_slides(presentation: Deck) -> None:
    """Drop the template's own slides, and the lists that name them, which would be broken."""
    ids = presentation.slides._sldIdLst
    for one in list(ids):
        presentation.part.drop_rel(one.rId)
        ids.remove(one)
    whole = presentation.part._element
    for shows in whole.findall(qn("p:custShowLst")):
        whole.remove(shows)
    for extension in list(whole.iter(qn("p:ext"))):
        if extension.get("uri") == SECTIONS:
            extension.getparent().remove(extension)
