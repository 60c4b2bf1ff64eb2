"""What stands behind a place on a slide: the background, and the shapes of master and layout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Final

from PIL import Image
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import SlideLayout, SlideMaster

from dashboard.reports.slides.area import Area
from dashboard.reports.slides.shade import BLACK, WHITE, Scheme, mixed, scheme_of

FILLS: Final = ("a:solidFill", "a:gradFill", "a:blipFill", "p:blipFill", "a:pattFill")
FIRST_OF_BACKGROUND: Final = 1001
"""From here on an index names the theme's fills for backgrounds (ECMA-376 part 1, 20.1.4.2.19)."""
COLOURS: Final = ("a:srgbClr", "a:schemeClr", "a:sysClr", "a:prstClr", "a:scrgbClr", "a:hslClr")
WHOLLY: Final = 0.98
SOME: Final = 0.005
PIXELS: Final = 32
"""Along a side of what a picture is looked at as."""
UNKNOWN: Final = ((BLACK, 1.0), (WHITE, 1.0))
"""A picture that cannot be read may have any colour."""
Veil = tuple[str, float]
"""A colour, and how much of what lies below it covers."""


@dataclass(frozen=True)
class Painted:
    """A shape of the master or the layout that hides what lies below it, or says something."""

    area: Area
    fill: BaseOxmlElement | None
    own: str
    part: SlideLayout | SlideMaster


@dataclass(frozen=True)
class Backdrop:
    layout: SlideLayout
    whole: Area
    """The slide."""

    @cached_property
    def scheme(self) -> Scheme:
        return scheme_of(self.layout)

    def behind(self, area: Area) -> tuple[str, ...]:
        """Every colour on which a text at this place may stand."""
        seen = list(self._background(area))
        for one in self.shapes:
            share = one.area.shared(area) / max(area.size, 1)
            if share < SOME or one.fill is None:
                continue
            veils = list(self._veils(one.fill, one.own, one.part, one.area, area))
            over = [mixed(colour, below, covers) for colour, covers in veils for below in seen]
            seen = over if share >= WHOLLY and over else [*seen, *over]
        return tuple(dict.fromkeys(seen))

    @cached_property
    def shapes(self) -> tuple[Painted, ...]:
        """From the lowest up, those with a fill or words; not the places that a slide fills."""
        return tuple(self._shapes())

    def _shapes(self) -> Iterator[Painted]:
        hidden = self.layout._element.get("showMasterSp") in {"0", "false"}
        for part in (self.layout,) if hidden else (self.layout.slide_master, self.layout):
            yield from self._inside(part._element.cSld.spTree, part, (0, 0, 1.0, 1.0))

    def _inside(
        self,
        tree: BaseOxmlElement,
        part: SlideLayout | SlideMaster,
        at: tuple[float, float, float, float],
    ) -> Iterator[Painted]:
        """`at` is where a group starts and by how much it is drawn larger."""
        for shape in tree:
            if shape.find(f".//{qn('p:ph')}") is not None and shape.tag != qn("p:grpSp"):
                continue
            if shape.tag == qn("p:grpSp"):
                yield from self._inside(shape, part, _within(shape, at))
            elif shape.tag in {qn("p:sp"), qn("p:pic")}:
                place = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
                fill, own = self._fill(shape)
                shown = fill is not None or shape.find(f".//{qn('a:t')}") is not None
                if place is not None and shown and not _is_hidden(shape):
                    yield Painted(_area(place, at), fill, own, part)

    def _fill(self, shape: BaseOxmlElement) -> tuple[BaseOxmlElement | None, str]:
        """Its own fill, else the theme's that its style names with a colour for it."""
        for path in ("", f"{qn('p:spPr')}/"):
            for tag in FILLS:
                if (fill := shape.find(f"{path}{qn(tag)}")) is not None:
                    return fill, BLACK
        style = shape.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        empty = shape.find(f"{qn('p:spPr')}/{qn('a:noFill')}") is not None
        if empty or style is None or style.get("idx") == "0":
            return None, BLACK
        return self._of_theme(style)

    def _of_theme(self, reference: BaseOxmlElement) -> tuple[BaseOxmlElement | None, str]:
        """The fill of the theme that an index names, and the colour that it is to have."""
        index = int(reference.get("idx") or 0)
        own = self.scheme.seen(reference[0])[0] if len(reference) else BLACK
        behind = index >= FIRST_OF_BACKGROUND
        fills = self.scheme.theme.find(
            f".//{qn('a:bgFillStyleLst' if behind else 'a:fillStyleLst')}"
        )
        position = index - (FIRST_OF_BACKGROUND if behind else 1)
        if fills is None or not 0 <= position < len(fills):
            return None, own
        return fills[position], own

    def _background(self, area: Area) -> Sequence[str]:
        for part in (self.layout, self.layout.slide_master):
            ground = part._element.cSld.find(qn("p:bg"))
            if ground is None or not len(ground):
                continue
            fill, own = self._ground(ground[0])
            if fill is None:
                break
            base = self.scheme.colours.get("bg1", WHITE)
            veils = self._veils(fill, own, part, self.whole, area)
            return [mixed(colour, base, covers) for colour, covers in veils] or [base]
        return [self.scheme.colours.get("bg1", WHITE)]

    def _ground(self, stated: BaseOxmlElement) -> tuple[BaseOxmlElement | None, str]:
        if stated.tag == qn("p:bgRef"):
            return self._of_theme(stated)
        return next((fill for fill in stated if fill.tag in map(qn, FILLS)), None), BLACK

    def _veils(
        self,
        fill: BaseOxmlElement,
        own: str,
        part: SlideLayout | SlideMaster,
        placed: Area,
        area: Area,
    ) -> Sequence[Veil]:
        """The colours of a fill that lie at a place."""
        if fill.tag.endswith("blipFill"):
            return self._of_picture(fill, part, placed, area)
        colours = [one for one in fill.iter() if one.tag in map(qn, COLOURS)]
        return [self.scheme.seen(one, own) for one in colours]

    def _of_picture(
        self, fill: BaseOxmlElement, part: SlideLayout | SlideMaster, placed: Area, area: Area
    ) -> Sequence[Veil]:
        """Its dark, its middle and its light, where it lies behind the place."""
        blip = fill.find(qn("a:blip"))
        relation = blip.get(qn("r:embed")) if blip is not None else None
        theme_s_own = fill.getroottree().getroot() is not part._element.getroottree().getroot()
        if relation is None or theme_s_own:
            return UNKNOWN
        try:
            blob = part.part.related_part(relation).blob
            return _shades(blob, placed, area)
        except (KeyError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return UNKNOWN


def _shades(picture: bytes, placed: Area, area: Area) -> Sequence[Veil]:
    with Image.open(BytesIO(picture)) as image:
        image.draft("RGB", (2 * PIXELS, 2 * PIXELS))
        small = image.convert("RGBA").resize((PIXELS, PIXELS))
    across = _span(area.left, area.right, placed.left, placed.width)
    down = _span(area.top, area.bottom, placed.top, placed.height)
    raw = small.crop((across[0], down[0], across[1], down[1])).tobytes()
    dots = zip(raw[::4], raw[1::4], raw[2::4], raw[3::4], strict=True)
    ordered = sorted(dots, key=lambda dot: 2 * dot[0] + 5 * dot[1] + dot[2])
    chosen = (ordered[int(share * (len(ordered) - 1))] for share in (0.03, 0.5, 0.97))
    return [(f"#{red:02X}{green:02X}{blue:02X}", clear / 255) for red, green, blue, clear in chosen]


def _span(start: int, end: int, origin: int, length: int) -> tuple[int, int]:
    """Which dots of a picture a place covers along one side, one at least."""
    first = int(PIXELS * (start - origin) / max(length, 1))
    last = -int(-PIXELS * (end - origin) // max(length, 1))
    first = min(max(first, 0), PIXELS - 1)
    return first, min(max(last, first + 1), PIXELS)


def _is_hidden(shape: BaseOxmlElement) -> bool:
    return shape[0].find(qn("p:cNvPr")).get("hidden") in {"1", "true"}


def _within(
    group: BaseOxmlElement, at: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    place = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    inner = None if place is None else place.find(qn("a:chExt"))
    if place is None or inner is None:
        return at
    outer = _area(place, at)
    start = place.find(qn("a:chOff"))
    wide = outer.width / max(int(inner.get("cx")), 1)
    high = outer.height / max(int(inner.get("cy")), 1)
    return (
        outer.left - int(start.get("x")) * wide,
        outer.top - int(start.get("y")) * high,
        wide,
        high,
    )


def _area(place: BaseOxmlElement, at: tuple[float, float, float, float]) -> Area:
    left, top, wide, high = at
    start, size = place.find(qn("a:off")), place.find(qn("a:ext"))
    return Area(
        int(left + int(start.get("x")) * wide),
        int(top + int(start.get("y")) * high),
        int(int(size.get("cx")) * wide),
        int(int(size.get("cy")) * high),
    )
