"""Content stands where a template leaves room for it, and nothing that it does not need stays."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.domain.saved_plan import Work
from dashboard.reports.slides import as_pptx
from dashboard.reports.slides.area import Area
from dashboard.reports.slides.template import TemplateLacks, own_template
from tests.reports.material import report
from tests.reports.templates import (
    as_kind,
    layout,
    saved,
    template,
    title_below,
    title_beside,
    with_more_places,
    with_shape,
    with_text_for_content,
)
from tests.reports.whole import saved_plan, spread, worked_peers

pytestmark = pytest.mark.slow


def made(own: bytes) -> Deck:
    return Presentation(BytesIO(as_pptx(report(), own)))


def areas(slide: Slide) -> Iterator[tuple[str, Area]]:
    for shape in slide.shapes:
        sides = (int(side) for side in (shape.left, shape.top, shape.width, shape.height))
        yield shape.name, Area(*sides)


def without_footer() -> Deck:
    deck = title_below()
    for one in deck.slide_layouts:
        for place in list(one.placeholders):
            if place.placeholder_format.type.name in {"FOOTER", "SLIDE_NUMBER", "DATE"}:
                place._element.getparent().remove(place._element)
    return deck


@pytest.mark.parametrize("own", [title_below, title_beside, without_footer, with_more_places])
def test_nothing_on_a_slide_covers_anything_else(own: Callable[[], Deck]) -> None:
    deck = made(saved(own()))

    for slide in deck.slides:
        placed = list(areas(slide))
        for n, (name, area) in enumerate(placed):
            assert area.bottom <= deck.slide_height
            covered = [other for other, theirs in placed[n + 1 :] if area.shared(theirs)]
            assert not covered, f"{name} lies on {covered}"


def test_content_keeps_clear_of_a_label_of_the_layout() -> None:
    label = Area(457_200, 5_800_000, 8_229_600, 300_000)
    place = (label.left, label.top, label.width, label.height)
    deck = made(saved(with_shape(template(), "Title Only", place, text="Only for Alder")))

    for slide in deck.slides:
        if slide.slide_layout.name == "Title Only":
            assert not any(label.shared(area) for _, area in areas(slide))


def test_content_keeps_to_the_half_that_a_picture_leaves_it() -> None:
    half = (5_000_000, 0, 4_144_000, 6_858_000)
    stop = "<a:gs pos='0'><a:srgbClr val='000000'/></a:gs>"
    fill = f"<a:gradFill><a:gsLst>{stop}</a:gsLst></a:gradFill>"
    bare = own_template(saved(with_shape(template(), "Title Only", half, fill))).bare

    assert bare.area.right <= 5_000_000
    assert bare.paint.panel is None


def test_content_stands_on_a_card_that_lies_below_all_of_it() -> None:
    card = (300_000, 1_500_000, 8_500_000, 4_700_000)
    fill = "<a:solidFill><a:srgbClr val='222222'/></a:solidFill>"
    bare = own_template(saved(with_shape(template(), "Title Only", card, fill))).bare

    assert bare.area == Area(457_200, 1_600_200, 8_229_600, 4_525_963)
    assert bare.paint.ink.seen == "#FFFFFF"


def test_a_layout_without_room_beside_its_title_is_not_used() -> None:
    own = template()
    title = layout(own, "Title Only").placeholders[0]
    title.left, title.top, title.width, title.height = 0, 0, own.slide_width, own.slide_height

    assert own_template(saved(own)).bare.layout.name == "Title and Content"


def test_without_a_layout_for_a_title_alone_the_place_for_content_is_taken_away() -> None:
    slide = made(saved(template("Title Only"))).slides[2]

    assert slide.slide_layout.name == "Title and Content"
    kinds = [shape.placeholder_format.type.name for shape in slide.placeholders]
    assert kinds == ["TITLE", "FOOTER", "SLIDE_NUMBER"]


def test_text_alone_will_do_for_content() -> None:
    deck = made(saved(with_text_for_content()))

    assert deck.slides[-1].slide_layout.name == "Title and Content"
    assert "A band needs its score" in deck.slides[-1].placeholders[1].text_frame.text
    assert deck.slides[0].slide_layout.name == "Title Slide"


def test_what_a_layout_has_beside_all_that_is_needed_is_left_out() -> None:
    for slide in made(saved(with_more_places())).slides:
        assert all(place.has_text_frame and place.text_frame.text for place in slide.placeholders)


def test_layouts_are_found_wherever_in_the_list_they_stand() -> None:
    own = template()
    ids = own.slide_layouts._sldLayoutIdLst
    ids[:] = list(reversed(ids))

    ground = own_template(saved(own))

    used = [place.layout.name for place in (ground.opening, ground.bare, ground.content)]
    assert used == ["Title Slide", "Title Only", "Title and Content"]


@pytest.mark.parametrize("kind", [CT.PML_TEMPLATE_MAIN, CT.PML_SLIDESHOW_MAIN])
def test_a_potx_becomes_a_presentation_without_its_slides(kind: str) -> None:
    deck = own_template(as_kind(template(slides=1), kind)).presentation

    again = Presentation(BytesIO(saved(deck)))
    assert again.part.content_type == CT.PML_PRESENTATION_MAIN
    assert len(again.slides) == 0


def test_macros_are_refused_with_what_to_do() -> None:
    with pytest.raises(TemplateLacks, match=r"has macros: save it as \.potx or \.pptx without"):
        own_template(as_kind(template(), CT.PML_PRES_MACRO_MAIN))


def runs_of(deck: Deck) -> Iterator[tuple[str, int, int]]:
    """Text, size and room of every cell."""
    for slide in deck.slides:
        for table in (shape.table for shape in slide.shapes if shape.has_table):
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    (run,) = cell.text_frame.paragraphs[0].runs
                    room = column.width - cell.margin_left - cell.margin_right
                    yield run.text, run.font.size, room


def test_no_word_of_a_table_is_wider_than_its_column() -> None:
    one = report(plan=saved_plan(*[Work()] * 3), peers=worked_peers(spread(24)))

    for text, size, room in runs_of(Presentation(BytesIO(as_pptx(one, saved(template()))))):
        longest = max(map(len, text.split()), default=0)
        assert longest * size * 0.5 <= room, text


def test_rows_without_room_go_on_on_the_next_slide_in_letters_that_can_be_read() -> None:
    own = template(
        "Title Only", "Content with Caption", "Two Content", "Comparison", "Picture with Caption"
    )
    box = layout(own, "Title and Content").placeholders[1]
    box.left, box.top, box.width, box.height = 1_000_000, 1_600_000, 7_000_000, 3_000_000

    deck = made(saved(own))

    titles = [slide.shapes.title.text for slide in deck.slides]
    (first, second) = (n for n, title in enumerate(titles) if "longest way to go" in title)
    assert [titles[n][-8:] for n in (first, second)] == ["(1 of 2)", "(2 of 2)"]
    tables = [next(s.table for s in deck.slides[n].shapes if s.has_table) for n in (first, second)]
    names = [[row.cells[0].text for row in table.rows] for table in tables]
    assert [len(rows) for rows in names] == [4, 4]
    assert names[0][0] == names[1][0] == "Dimension"
    assert len({*names[0], *names[1]}) == 7
    assert min(size for text, size, _ in runs_of(deck) if text) >= Pt(11 * 0.85)
