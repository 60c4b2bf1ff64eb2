"""Whatever a template's colours are, what is drawn on it can be read where it stands."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import namespaces, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from dashboard.domain.look import contrast
from dashboard.reports.slides import as_pptx
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.backdrop import Backdrop
from dashboard.reports.slides.shade import scheme_of
from dashboard.reports.slides.template import own_template
from tests.reports.material import report
from tests.reports.templates import (
    dark,
    filled,
    mapped,
    pale,
    pictured,
    saved,
    template,
    with_maps_of_layouts,
    with_shape,
)
from tests.reports.test_slides import BEFORE

pytestmark = pytest.mark.slow

NIGHT = ("101820", "182028", "0C1A22")
EVERY_SHADE = ("000000", "FFFFFF", "888888", "224466")
TEXT, MARKS = 4.5, 3.0
PANEL = "Panel"
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
UNREADABLE = "black, with text to match white"
GROUNDS: dict[str, tuple[Callable[[], Deck], tuple[str, ...]]] = {
    "white": (template, ("#FFFFFF",)),
    "swapped": (dark, ("#14213D",)),
    "pale": (pale, ("#FFFFFF",)),
    UNREADABLE: (lambda: filled(template(), BLACK), ("#000000",)),
    "swapped by its layouts": (with_maps_of_layouts, ("#14213D",)),
    "a picture of the night": (lambda: pictured(*NIGHT), ("#0C1A22", "#182028")),
}


@cache
def made(name: str) -> Deck:
    own, _ = GROUNDS[name]
    return Presentation(BytesIO(as_pptx(report(before=BEFORE), saved(own()))))


def shades(deck: Deck, tree: BaseOxmlElement, path: str) -> Iterator[str]:
    """What the colours of fills at a path come out as."""
    scheme = scheme_of(deck.slides[2].slide_layout)
    for fill in tree.iterfind(path, namespaces("a", "c")):
        yield scheme.seen(fill[0])[0]


def tables(deck: Deck) -> Iterator[BaseOxmlElement]:
    yield from (s.table._tbl for slide in deck.slides for s in slide.shapes if s.has_table)


def charts(deck: Deck) -> Iterator[BaseOxmlElement]:
    yield from (s.chart._chartSpace for slide in deck.slides for s in slide.shapes if s.has_chart)


def least(colours: list[str], name: str) -> float:
    assert colours
    return min(contrast(one, ground) for one in colours for ground in GROUNDS[name][1])


@pytest.mark.parametrize("name", GROUNDS)
def test_tables_can_be_read(name: str) -> None:
    deck = made(name)
    letters = [c for t in tables(deck) for c in shades(deck, t, ".//a:rPr/a:solidFill")]
    lines = [c for t in tables(deck) for c in shades(deck, t, ".//a:lnB/a:solidFill")]
    runs = [r for t in tables(deck) for r in t.iter(qn("a:r"))]

    assert len(letters) == len(runs)
    assert least(letters, name) >= TEXT
    assert least(lines, name) >= MARKS


@pytest.mark.parametrize("name", GROUNDS)
def test_charts_can_be_read(name: str) -> None:
    deck = made(name)
    words = [c for t in charts(deck) for c in shades(deck, t, ".//a:defRPr/a:solidFill")]
    bars = [c for t in charts(deck) for c in shades(deck, t, ".//c:spPr/a:solidFill")]

    assert least(words, name) >= TEXT
    assert least(bars, name) >= MARKS


def test_bars_of_the_wave_before_are_quieter_than_the_text() -> None:
    for name in GROUNDS:
        deck = made(name)
        (change,) = [t for t in charts(deck) if len(list(t.iter(qn("c:ser")))) == 2]
        then = list(change.iter(qn("c:ser")))[1]
        (bar,) = shades(deck, then, "c:spPr/a:solidFill")
        (ink,) = {*shades(deck, then, ".//a:defRPr/a:solidFill")}
        assert least([bar], name) < least([ink], name)


def test_colours_that_can_be_read_stay_the_templates_own() -> None:
    deck = made("white")
    first = next(charts(deck))

    assert [one.get("val") for one in first.iter(qn("a:schemeClr"))].count("accent2") == 1
    assert "srgbClr" not in first.xml
    assert deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].font.color.type is None


@pytest.mark.parametrize("name", [UNREADABLE, "a picture of the night"])
def test_titles_and_lists_that_could_not_be_read_become_light(name: str) -> None:
    deck = made(name)
    for slide in list(deck.slides)[1:]:
        for place in slide.placeholders:
            if place.placeholder_format.type.name in {"TITLE", "OBJECT"}:
                runs = place._element.iter(qn("a:rPr"))
                letters = [c for run in runs for c in shades(deck, run, "a:solidFill")]
                assert least(letters, name) >= TEXT


def test_a_slide_has_the_map_of_colours_that_its_layout_has() -> None:
    for slide in made("swapped by its layouts").slides:
        assert slide._element.find(f".//{qn('a:overrideClrMapping')}").get("bg1") == "dk1"


def panels(slide: Slide) -> list[str]:
    return [shape.name for shape in slide.shapes if shape.name == PANEL]


def test_on_a_picture_of_every_shade_content_has_an_even_ground() -> None:
    deck = Presentation(BytesIO(as_pptx(report(), saved(pictured(*EVERY_SHADE)))))

    assert panels(deck.slides[1]) == panels(deck.slides[2]) == [PANEL]
    listed = deck.slides[-1].placeholders[1]
    assert listed._element.spPr.find(qn("a:solidFill")) is not None
    assert not [name for slide in made("white").slides for name in panels(slide)]


def test_a_title_on_black_and_white_has_an_even_ground_too() -> None:
    deck = Presentation(BytesIO(as_pptx(report(), saved(pictured("000000", *["FFFFFF"] * 5)))))

    for slide in list(deck.slides)[1:]:
        assert slide.shapes.title._element.spPr.find(qn("a:solidFill")) is not None
    assert deck.slides[0].shapes.title._element.spPr.find(qn("a:solidFill")) is None


def test_a_picture_that_cannot_be_read_may_have_any_colour() -> None:
    own = pictured(*NIGHT)
    for relation in own.slide_master.part.rels.values():
        if relation.reltype == RT.IMAGE:
            relation.target_part._blob = b"neither PNG nor JPEG"

    assert own_template(saved(own)).bare.paint.panel is not None


def behind(deck: Deck, area: Area) -> tuple[str, ...]:
    bare = own_template(saved(deck)).bare.layout
    return Backdrop(bare, Area(0, 0, int(deck.slide_width), int(deck.slide_height))).behind(area)


def test_a_shape_of_the_layout_hides_what_lies_below_it() -> None:
    half = "<a:schemeClr val='tx2'><a:alpha val='50000'/></a:schemeClr>"
    band = f"<a:solidFill>{half}</a:solidFill>"
    deck = with_shape(template(), "Title Only", (0, 0, 4000, 9000), band)

    assert behind(deck, Area(100, 100, 500, 500)) == ("#8FA4BE",)
    assert behind(deck, Area(3000, 0, 2000, 500)) == ("#FFFFFF", "#8FA4BE")
    assert behind(deck, Area(5000, 0, 2000, 500)) == ("#FFFFFF",)


def test_a_background_may_be_one_of_the_themes_fills() -> None:
    deck = mapped(template(), bg1="dk2")
    whole = Area(0, 0, 100, 100)
    assert behind(deck, whole) == ("#1F497D",)

    reference = deck.slide_master._element.cSld.find(qn("p:bg"))[0]
    reference.set("idx", "1002")
    shades_of_it = behind(deck, whole)
    assert len(shades_of_it) == 3
    assert max(contrast(one, "#FFFFFF") for one in shades_of_it) > 15
