"""The colour that a slide's text gets from its layout and its master, and what it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement

from dashboard.reports.slides.layouts import (
    AT_THE_EDGE,
    TITLES,
    Place,
    Placeholder,
    area_of,
    kind_of,
    placeholders,
)
from dashboard.reports.slides.paint import best_on, least_contrast, panel_of, readable
from dashboard.reports.slides.shade import Shade


@dataclass(frozen=True)
class Lettering:
    ink: Shade | None
    """None: the template's own."""
    panel: Shade | None = None
    """To be laid under it, where what lies there is too busy for any colour."""


STYLES: Final = {"title": "p:titleStyle", "edge": "p:otherStyle", "text": "p:bodyStyle"}
FIRST_LEVEL: Final = qn("a:lvl1pPr")


def better_ink(place: Place, placeholder: Placeholder, size: float) -> Shade | None:
    """What can be read best, for a layout's placeholder; None where its own can be read."""
    scheme, grounds = place.backdrop.scheme, _grounds(place, placeholder)
    least = least_contrast(size)
    own = _colours(place, placeholder)
    if all(readable(colour, grounds, least) for colour in own):
        return None
    return best_on(scheme, grounds, least)


def lettering(place: Place, placeholder: Placeholder, size: float) -> Lettering:
    """How the text of a layout's placeholder can be read wherever it stands."""
    scheme, grounds = place.backdrop.scheme, _grounds(place, placeholder)
    ink, least = better_ink(place, placeholder, size), least_contrast(size)
    if ink is None or readable(ink.seen, grounds, least):
        return Lettering(ink)
    panel, ink = panel_of(scheme)
    return Lettering(ink, panel)


def _grounds(place: Place, placeholder: Placeholder) -> tuple[str, ...]:
    """Its own fill, or its master's, else whatever lies behind it."""
    area = area_of(placeholder) or place.area
    behind = place.backdrop.behind(area)
    for one in _line(place, placeholder):
        properties = one._element.spPr
        if properties.find(qn("a:noFill")) is not None:
            return behind
        fill = properties.find(qn("a:solidFill"))
        if fill is not None and len(fill):
            colour, covers = place.backdrop.scheme.seen(fill[0])
            return (colour,) if covers == 1 else (colour, *behind)
    return behind


def _colours(place: Place, placeholder: Placeholder) -> list[str]:
    scheme = place.backdrop.scheme
    for style in _styles(place, placeholder):
        letters = style.find(f"{FIRST_LEVEL}/{qn('a:defRPr')}")
        for tag in ("a:solidFill", "a:gradFill"):
            fill = None if letters is None else letters.find(qn(tag))
            if fill is not None:
                ends = fill if tag == "a:solidFill" else [stop[0] for stop in fill.iter(qn("a:gs"))]
                return [scheme.seen(one)[0] for one in ends]
    return [scheme.shade("tx1").seen]


def _styles(place: Place, placeholder: Placeholder) -> Iterator[BaseOxmlElement]:
    """From the nearest to the farthest."""
    for one in _line(place, placeholder):
        style = one._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")
        if style is not None:
            yield style
    master = place.layout.slide_master._element
    style = master.find(f"{qn('p:txStyles')}/{qn(STYLES[_family(placeholder)])}")
    if style is not None:
        yield style


def _line(place: Place, placeholder: Placeholder) -> Iterator[Placeholder]:
    """The layout's placeholder and the one of the master that it follows."""
    yield placeholder
    family, kind = _family(placeholder), kind_of(placeholder)
    for one in placeholders(place.layout.slide_master):
        if _family(one) == family and (family != "edge" or kind_of(one) is kind):
            yield one
            return


def _family(placeholder: Placeholder) -> str:
    kind: KIND = kind_of(placeholder)
    return "title" if kind in TITLES else "edge" if kind in AT_THE_EDGE else "text"
