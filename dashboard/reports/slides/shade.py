"""Colours of a theme as they come out, and how they are named where they are used.

A theme's colours have names (`accent1`), a master maps further names to them (`tx1` is `dk1` or
`lt1`), and every use may make them lighter or darker (ECMA-376 part 1, 20.1.2.3).
"""

import colorsys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import SlideLayout, SlideMaster

from dashboard.reports.slides.element import child, emptied

WHOLE: Final = 100_000
"""A share of 1 in the format."""
PLACEHOLDER: Final = "phClr"
PRESETS: Final = {"black": "#000000", "white": "#FFFFFF"}
BLACK, WHITE = "#000000", "#FFFFFF"


@dataclass(frozen=True)
class Shade:
    """A colour as it is named, and as it comes out."""

    seen: str
    name: str = ""
    """Of the theme; empty for one that is not the theme's."""
    changes: tuple[tuple[str, int], ...] = ()

    def changed(self, *changes: tuple[str, int]) -> "Shade":
        """Lighter or darker, as PowerPoint offers every colour of a theme."""
        seen = self.seen
        for kind, value in changes:
            seen = _changed(seen, kind, value / WHOLE)
        return Shade(seen, self.name, (*self.changes, *changes))

    def fill(self, element: BaseOxmlElement) -> None:
        """Make it the colour of a fill such as `a:solidFill`."""
        emptied(element)
        if self.name:
            colour = child(element, "a:schemeClr", val=self.name)
        else:
            colour = child(element, "a:srgbClr", val=self.seen[1:])
        for kind, value in self.changes:
            child(colour, f"a:{kind}", val=str(value))


@dataclass(frozen=True)
class Scheme:
    """The colours of a theme by the names that a layout has for them."""

    colours: Mapping[str, str]
    theme: BaseOxmlElement
    """The whole of it, with its fills for backgrounds."""

    def shade(self, name: str) -> Shade:
        return Shade(self.colours.get(name, BLACK), name)

    def seen(self, element: BaseOxmlElement, own: str = BLACK) -> tuple[str, float]:
        """What a colour such as `a:schemeClr` comes out as, and how much of it covers.

        `own` stands for the placeholder in a theme's fills.
        """
        value = element.get("val") or ""
        match element.tag:
            case tag if tag == qn("a:srgbClr"):
                colour = f"#{value.upper()}"
            case tag if tag == qn("a:sysClr"):
                colour = f"#{(element.get('lastClr') or '000000').upper()}"
            case tag if tag == qn("a:schemeClr"):
                colour = own if value == PLACEHOLDER else self.colours.get(value, BLACK)
            case _:
                colour = PRESETS.get(value, "#808080")
        covers = 1.0
        for change in element:
            kind, share = change.tag.rpartition("}")[2], _share(change.get("val"))
            if kind == "alpha":
                covers = share
            else:
                colour = _changed(colour, kind, share)
        return colour, covers


def scheme_of(layout: SlideLayout) -> Scheme:
    master: SlideMaster = layout.slide_master
    theme = parse_xml(master.part.part_related_by(RT.THEME).blob)
    plain = theme.find(f".//{qn('a:clrScheme')}")
    colours = dict(_named(plain if plain is not None else ()))
    mapped = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    if mapped is None:
        mapped = master._element.find(qn("p:clrMap"))
    names = {} if mapped is None else dict(mapped.attrib)
    return Scheme(
        colours | {name: colours[of] for name, of in names.items() if of in colours}, theme
    )


def _named(scheme: Iterable[BaseOxmlElement]) -> Iterable[tuple[str, str]]:
    """Each colour is a colour of its own or the system's, never another one's name."""
    empty = Scheme({}, parse_xml("<a/>"))
    for one in scheme:
        if len(one):
            yield one.tag.rpartition("}")[2], empty.seen(one[0])[0]


def mixed(over: str, under: str, share: float) -> str:
    """What is seen of a colour that covers a share of another.

    >>> mixed("#FFFFFF", "#000000", 0.5)
    '#808080'
    """
    pairs = zip(_parts(over), _parts(under), strict=True)
    return _hex(share * one + (1 - share) * other for one, other in pairs)


def _share(stated: str | None) -> float:
    """Of 100,000, or in percent as the strict form of the format has it; 1 where nothing is said.

    >>> _share("50000"), _share("50%"), _share(None)
    (0.5, 0.5, 1.0)
    """
    if stated is None:
        return 1.0
    return float(stated[:-1]) / 100 if stated.endswith("%") else int(stated) / WHOLE


def _changed(colour: str, kind: str, share: float) -> str:
    """
    >>> _changed("#000000", "tint", 0.75), _changed("#4F81BD", "lumMod", 0.5)
    ('#898989', '#254061')
    """
    if kind in {"tint", "shade"}:
        to = 1.0 if kind == "tint" else 0.0
        return _hex(_curved(share * _linear(one) + (1 - share) * to) for one in _parts(colour))
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    match kind:
        case "lumMod":
            light *= share
        case "lumOff":
            light += share
        case "satMod":
            saturation *= share
        case _:
            return colour  # what only turns the hue hardly moves the contrast
    return _hex(colorsys.hls_to_rgb(hue, min(light, 1.0), min(saturation, 1.0)))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * min(max(one, 0.0), 1.0)):02X}" for one in parts)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _curved(share: float) -> float:
    return 12.92 * share if share <= 0.0031308 else float(1.055 * share ** (1 / 2.4) - 0.055)
