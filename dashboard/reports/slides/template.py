"""What slides stand on: a presentation with the layouts that the deck needs.

A template is refused with all that it lacks; its own slides are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from dashboard.domain.message import Message, worded
from dashboard.reports.formats import LARGEST_TEMPLATE, CannotRender
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.layouts import (
    Place,
    Use,
    area_of,
    bare_of,
    contents_of,
    has_room,
    opening_of,
    place_of,
)

LARGEST_UNPACKED: Final = 300_000_000
SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The list that puts slides into sections (MS-PPTX 2.6.1.10)."""
KINDS_OF_PARTS: Final = "[Content_Types].xml"
LIKE_A_PRESENTATION: Final = (CT.PML_TEMPLATE_MAIN, CT.PML_SLIDESHOW_MAIN)
"""A `.potx` and a `.ppsx` have the parts of a presentation, and another name for the first one."""
MACROS: Final = b"macroEnabled"


class TemplateLacks(CannotRender):
    """A template on which the deck cannot stand; its messages say what to add."""


@dataclass(frozen=True)
class Ground:
    presentation: Deck
    opening: Place
    """A title and a line below it."""
    content: Place
    """A title and one box of content."""
    bare: Place
    """A title alone."""


def own_template(template: bytes) -> Ground:
    """What is broken, in whatever way python-pptx stumbles over it, is no template."""
    try:
        return _ground(template)
    except TemplateLacks:
        raise
    except Exception as error:
        raise TemplateLacks(worded("this is no PowerPoint template (.pptx or .potx)")) from error


def standing_on(presentation: Deck, opening: Use, content: Use, bare: SlideLayout | None) -> Ground:
    """Without a layout for a title alone, that for content is used, and its box taken away."""
    whole = slide_of(presentation)
    box = area_of(content.box) or Area(0, 0, 0, 0)
    below = area_of(opening.box) or box
    alone = place_of(bare, None, box, whole) if bare else None
    if alone is None or not has_room(alone.area, whole):
        alone = place_of(content.layout, None, box, whole)
    return Ground(
        presentation,
        place_of(opening.layout, opening.box, below, whole),
        place_of(content.layout, content.box, box, whole),
        alone,
    )


def slide_of(presentation: Deck) -> Area:
    return Area(0, 0, int(presentation.slide_width or 0), int(presentation.slide_height or 0))


def _ground(template: bytes) -> Ground:
    """On the first master that has all that is needed; else the first one's lacks are told."""
    presentation = _opened(template)
    lacks: list[Message] = []
    for master in presentation.slide_masters:
        layouts = list(master.slide_layouts)
        opening, contents = opening_of(layouts), contents_of(layouts)
        roomy = _with_room(contents, slide_of(presentation))
        if opening and roomy:
            ground = standing_on(presentation, opening, roomy, bare_of(layouts))
            _without_slides(presentation)
            return ground
        lacks = lacks or list(_missing(opening, contents, roomy))
    if not lacks:
        raise ValueError("there is no master")
    raise TemplateLacks(*lacks)


def _with_room(contents: Sequence[Use], whole: Area) -> Use | None:
    return next((use for use in contents if has_room(_room(use, whole), whole)), None)


def _room(use: Use, whole: Area) -> Area:
    box = area_of(use.box) or Area(0, 0, 0, 0)
    return place_of(use.layout, use.box, box, whole).area


def _missing(opening: Use | None, contents: Sequence[Use], roomy: Use | None) -> Iterator[Message]:
    if opening is None:
        yield worded(
            "a layout with a title and a subtitle is missing: in the slide master, insert a "
            "layout, give it both and call it “Title Slide”"
        )
    if not contents:
        yield worded(
            "a layout with a title and one content box is missing: in the slide master, insert a "
            "layout, give it both and call it “Title and Content”"
        )
    elif roomy is None:
        yield worded(
            "the content box of “{layout}” is too small: beside its title and footer it needs a "
            "third of the slide, and two fifths of its width and of its height",
            layout=contents[0].layout.name,
        )


def _opened(template: bytes) -> Deck:
    if len(template) > LARGEST_TEMPLATE:
        raise TemplateLacks(worded("the template is larger than 50 MB"))
    with ZipFile(BytesIO(template)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise TemplateLacks(worded("the template is larger than 300 MB when unpacked"))
        kinds = archive.read(KINDS_OF_PARTS)
    if MACROS in kinds:
        raise TemplateLacks(worded("the template has macros: save it as .potx or .pptx without"))
    if any(kind.encode() in kinds for kind in LIKE_A_PRESENTATION):
        template = _called_presentation(template)
    return Presentation(BytesIO(template))


def _called_presentation(template: bytes) -> bytes:
    """The same file with its first part called what that of a presentation is called."""
    file = BytesIO()
    with ZipFile(BytesIO(template)) as old, ZipFile(file, "w") as new:
        for entry in old.infolist():
            raw = old.read(entry)
            if entry.filename == KINDS_OF_PARTS:
                for kind in LIKE_A_PRESENTATION:
                    raw = raw.replace(kind.encode(), CT.PML_PRESENTATION_MAIN.encode())
            new.writestr(entry, raw)
    return file.getvalue()


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
