"""The slides, opened again: their words, their charts' data, their notes, and every one marked."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from dashboard.domain.answer import Answer
from dashboard.domain.saved_plan import Work
from dashboard.reports.report import Report
from dashboard.reports.slides import as_pptx
from tests.builders import (
    NA,
    all_at,
    answers,
    data_trust,
    dimension,
    item,
    pillar,
    small,
    worked_brand,
)
from tests.reports.material import BRAND, provisional, report
from tests.reports.whole import saved_plan

pytestmark = pytest.mark.slow

BEFORE = worked_brand(VE1_1=2, ST1_1=2, DU3_1=5, ST2_1=5)


def opened(one: Report, template: bytes | None = None) -> Deck:
    return Presentation(BytesIO(as_pptx(one, template)))


def titles(deck: Deck) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


def charts(deck: Deck) -> list[Chart]:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def said_on(slide: Slide) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [
        cell.text
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    return "\n".join([*frames, *cells])


def embedded(chart: Chart) -> list[list[object]]:
    """The cells of the workbook inside a chart."""
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in book["Sheet1"].iter_rows(values_only=True)]


def test_about_ten_slides_tell_it_and_each_title_says_what_its_slide_shows() -> None:
    assert titles(opened(report(before=BEFORE))) == [
        BRAND,
        "No plan for a data leak holds you at Developing",
        "Stewardship is the short side of your profile",
        "Ten of twelve dimensions reach Defined, with Leak response furthest behind",
        "The score reaches Defined, 22 points short of Managed",
        "Since 2026-Q2: two dimensions rose, two slipped, eight are about the same",
        "Content and insight is furthest, Leak response has the longest way to go",
        "“A response shaped by customers” is the only critical question that holds the band",
        "Begin with “A response shaped by customers”: the step lifts a gate",
        "1 question is still open",
        "How the number is made",
    ]


def test_the_same_in_chinese() -> None:
    deck = opened(report(before=BEFORE, lang="zh"))

    assert titles(deck)[1] == "没有数据泄露预案，停留在“发展”级"
    runs = deck.slides[1].shapes.title.text_frame.paragraphs[0].runs
    assert [run._r.rPr.get("lang") for run in runs] == ["zh-CN"]
    assert not [
        word for slide in deck.slides for word in ("Step", "Band") if word in said_on(slide)
    ]


def test_the_charts_are_native_and_hold_the_scores() -> None:
    one = report(before=BEFORE)
    pillars, dimensions, change = charts(opened(one))

    assert list(pillars.plots[0].categories) == ["Value exchange", "Data use", "Stewardship"]
    scores = [part.score for part in one.result.pillars]
    assert list(pillars.plots[0].series[0].values) == pytest.approx(scores)
    scores = [part.score for part in one.result.dimensions]
    assert list(dimensions.plots[0].series[0].values) == pytest.approx(scores)
    assert [series.name for series in change.plots[0].series] == ["2026-Q4", "2026-Q2"]
    assert one.before is not None
    then = [part.score for part in one.before.result.dimensions]
    assert list(change.plots[0].series[1].values) == pytest.approx(then)


def test_the_workbook_inside_a_chart_holds_the_same() -> None:
    pillars = charts(opened(report()))[0]

    rows = embedded(pillars)

    assert rows[0] == [None, "2026-Q4"]
    assert rows[1] == ["Value exchange", pytest.approx(55.2083, abs=1e-4)]


def test_what_has_no_score_has_no_number_in_a_chart_or_its_workbook() -> None:
    given = {k: v for k, v in all_at(3).items() if not k.startswith("VE1.")}
    dimensions = charts(opened(report(given)))[1]

    assert next(iter(dimensions.plots[0].categories)) == "Worth of the offer –"
    assert dimensions.plots[0].series[0].values[0] is None
    assert embedded(dimensions)[1] == ["Worth of the offer –", None]


def test_a_name_like_a_formula_is_text_in_the_workbook_inside_a_chart() -> None:
    asked = small(pillar("P", *(dimension(d, item(f"{d}1"), title=_text("=1+1")) for d in "AB")))
    (_, dimensions) = charts(opened(report(all_at(3, questionnaire=asked), asked, wave="=2+2")))

    book = load_workbook(BytesIO(dimensions.part.chart_workbook.xlsx_part.blob))["Sheet1"]

    assert [(book[at].data_type, book[at].value) for at in ("A2", "B1")] == [
        ("s", "=1+1"),
        ("s", "=2+2"),
    ]


def _text(text: str) -> dict[str, str]:
    return {"en": text, "zh": text}


def test_every_slide_has_its_number_its_marks_and_all_but_the_first_have_notes() -> None:
    deck = opened(report(provisional(), demo=True, in_progress=True))

    for slide in deck.slides:
        assert 'type="slidenum"' in slide.element.xml
        said = said_on(slide)
        for mark in ("Demo data", "Provisional", "Self-declared", "Answers may still change"):
            assert mark in said
    told = list(deck.slides)[1:]
    assert all(s.has_notes_slide and s.notes_slide.notes_text_frame.text for s in told)


def test_the_notes_hold_the_reasons() -> None:
    notes = opened(report()).slides[1].notes_slide.notes_text_frame.text

    assert "One critical answer, “A response shaped by customers”, is at Initial" in notes
    assert "Levels describe practice that earns trust." in notes


def test_every_chart_and_table_is_told_to_those_who_do_not_see_it() -> None:
    for slide in opened(report(before=BEFORE)).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_without_an_answer_there_is_no_empty_chart() -> None:
    deck = opened(report({}))

    assert charts(deck) == []
    assert "36 questions are still open" in titles(deck)
    assert said_on(deck.slides[-2]).count("\n") >= 10


def test_long_names_and_texts_stay_in_their_places() -> None:
    """Nothing reaches below the slide, and no letter is smaller than can be read in a room."""
    asked = small(
        *(
            pillar(f"P{p}", *(dimension(f"P{p}D{d}", _wordy(f"P{p}D{d}I")) for d in range(5)))
            for p in range(3)
        )
    )
    deck = opened(report(all_at(2, questionnaire=asked), asked, brand="Brand " * 33))

    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= deck.slide_height


def _wordy(id_: str) -> dict[str, object]:
    long = "Many words that say little, once more " * 4
    return item(id_, title=_text(f"{long}{id_}"), question=_text(long), critical=id_.endswith("0I"))


def test_markup_and_control_in_names_is_text() -> None:
    deck = opened(report(brand="<a:t>&amp; *b*\u2028", wave="{0} %s"))

    assert titles(deck)[0] == "<a:t>&amp; *b*"


def test_dimensions_that_are_level_have_no_first_and_no_last() -> None:
    level = titles(opened(report(all_at(3))))
    tied = titles(opened(report(all_at(3) | answers({"VE1.1": 5, "ST1.1": 5, "DU1.1": 1}))))

    assert not any("furthest," in title or "lie between" in title for title in level)
    assert "The dimensions lie between 33 and 67" in tied


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (all_at(5), "There is no step that would raise a score."),
        ({}, "There is no step to take before questions are answered."),
        (
            answers({one.id: NA for one in data_trust().items}),
            "Nothing applies, so there is no step to take.",
        ),
    ],
    ids=["at the top", "unanswered", "nothing applies"],
)
def test_where_no_step_is_suggested_it_is_said_why(given: dict[str, Answer], says: str) -> None:
    slides = opened(report(given)).slides

    assert sum(says in said_on(slide) for slide in slides) == 1


def test_rows_that_a_slide_has_no_room_for_are_counted_and_stand_in_the_notes() -> None:
    work = [Work(owner=f"Owner {n}") for n in range(14)]
    slides = opened(report(plan=saved_plan(*work))).slides

    (plan,) = (slide for slide in slides if "Owner 3" in said_on(slide))
    assert "Owner 8" in said_on(plan)
    assert "Owner 9" not in said_on(plan)
    assert "and 5 more, in the notes" in said_on(plan)
    notes = plan.notes_slide.notes_text_frame.text
    assert all(f"Owner {n}" in notes for n in range(9, 14))


def test_the_properties_are_the_decks_and_nothing_of_its_template_is_left() -> None:
    own = Presentation()
    own.core_properties.title = "Pitch for somebody else"
    own.core_properties.author = own.core_properties.last_modified_by = "A former author"
    own.core_properties.comments = own.core_properties.category = "confidential"
    file = BytesIO()
    own.save(file)

    raw = as_pptx(report(demo=True), file.getvalue())

    known = Presentation(BytesIO(raw)).core_properties
    assert known.title == f"{BRAND} · 2026-Q4"
    assert (known.author, known.last_modified_by, known.revision) == ("Candour", "Candour", 1)
    assert known.keywords == "Demo data, Self-declared"
    with ZipFile(BytesIO(raw)) as parts:
        names = parts.namelist()
        everything = b"".join(parts.read(name) for name in names)
    for gone in (b"somebody else", b"former author", b"confidential", b"python-pptx"):
        assert gone not in everything
    assert not any("thumbnail" in name or name.endswith("app.xml") for name in names)
