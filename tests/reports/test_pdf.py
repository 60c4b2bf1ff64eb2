"""The PDF, opened again: its words, its pages, and that everybody can read it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from dashboard.domain.answer import Answer
from dashboard.reports.formats import Form, Paper
from dashboard.reports.pdf import as_pdf
from dashboard.reports.pdf.full import reads_from_the_right
from dashboard.reports.pdf.setting import NoChineseFont, Typesetter
from dashboard.reports.report import Report
from tests.builders import all_at, data_trust, dimension, item, pillar, small, worked_brand
from tests.domain.three_pillars import three_pillars
from tests.reports.material import BRAND, WAVE, provisional, report, without_weight

pytestmark = pytest.mark.slow

WITHOUT_FONTS = Typesetter(system_fonts=False)
HOSTILE = "=1+1 *bold* #panic() $x$ <b>b</b> @ref `code` \\ ~ [link]"


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words(pdf: bytes) -> str:
    """All that can be searched for, with every run of spaces as one."""
    return " ".join(" ".join(page.extract_text() for page in opened(pdf).pages).split())


def noted(note: str, **fields: Any) -> Report:
    """A report of three questions, one of them with a note."""
    told = Answer.at(3, evidence=1).model_copy(update={"note": note})
    asked = three_pillars()
    return report({**all_at(3, questionnaire=asked), "A1.1": told}, asked, **fields)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    "one",
    [
        report(before=worked_brand(VE1_1=1), demo=True),
        report(lang="zh"),
        report({}),
        report(provisional(), brand="B" * 200, wave="W" * 40),
    ],
    ids=["worked brand", "in Chinese", "without an answer", "with endless names"],
)
def test_the_board_gets_one_page(one: Report, paper: Paper) -> None:
    assert len(opened(as_pdf(one, Form.BOARD, paper)).pages) == 1


def test_a_questionnaire_of_forty_dimensions_still_fits_on_one_page() -> None:
    many = [dimension(f"P{p}D{d}", item(f"P{p}D{d}I")) for p in range(4) for d in range(10)]
    asked = small(*(pillar(f"P{p}", *many[10 * p : 10 * p + 10]) for p in range(4)))

    found = opened(as_pdf(report(all_at(3, questionnaire=asked), asked)))

    assert len(found.pages) == 1


def test_the_page_for_the_board_says_where_the_brand_stands_and_what_to_do() -> None:
    said = words(as_pdf(report(before=worked_brand(VE1_1=1))))

    for words_of_it in (
        f"{BRAND} · {WAVE}",
        "No plan for a data leak holds you at Developing",
        "41, about the same",
        "Stewardship is the short side of your profile",
        "Write a basic plan with technical and legal steps.",
        "Lifts a gate",
        "a calculation on estimated effort, not a forecast",
        "Self-declared",
    ):
        assert words_of_it in said
    assert "Demo data" not in said


def test_the_full_report_has_every_question_and_every_answer() -> None:
    said = words(as_pdf(report(), Form.FULL)).replace("- ", "-")

    for asked in data_trust().items:
        assert asked.question.en in said
    assert "There is nothing here to which this could apply." in said
    assert "I don't know" in said.replace("’", "'")


def test_made_up_provisional_and_unfinished_are_said_on_every_page() -> None:
    one = report(provisional(), demo=True, in_progress=True)

    for form in Form:
        for page in opened(as_pdf(one, form)).pages:
            said = page.extract_text()
            assert "Demo data" in said
            assert "Provisional" in said
            assert "Answers may still change" in said


def test_a_screen_reader_finds_tags_language_title_and_bookmarks() -> None:
    found = opened(as_pdf(report(), Form.FULL))
    root: Any = found.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert found.metadata is not None
    assert found.metadata.title == f"{BRAND} · {WAVE} · Brand data trust"
    chapters = [str(one["/Title"]) for one in found.outline if isinstance(one, dict)]
    assert chapters[2:5] == ["Value exchange", "Data use", "Stewardship"]
    assert chapters[-1] == "How the number is made"


def test_the_rose_is_told_to_those_who_do_not_see_it() -> None:
    root: Any = opened(as_pdf(report())).trailer["/Root"]

    told = list(descriptions(root["/StructTreeRoot"]))

    assert any(one.startswith("Trust rose with one petal") for one in told)


def descriptions(part: Any) -> Iterator[str]:
    """Every alternative text below a part of the tree of tags."""
    found = part.get_object()
    if not isinstance(found, dict):
        return
    if "/Alt" in found:
        yield str(found["/Alt"])
    below = found.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        yield from descriptions(one)


def test_every_font_is_in_the_file() -> None:
    pages: Any = opened(as_pdf(report(lang="zh"))).pages
    for page in pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


def test_a_chinese_report_is_chinese_throughout() -> None:
    found = as_pdf(noted("很好", lang="zh"), Form.FULL)

    root: Any = opened(found).trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    said = words(found)
    assert "三个支柱基本持平" in said
    assert "分数如何得出" in said
    assert "Next steps" not in said


def test_without_a_chinese_font_a_chinese_report_is_refused_and_says_how_to_get_one() -> None:
    for one in (report(lang="zh"), report(brand="坦诚")):
        with pytest.raises(NoChineseFont, match="fonts-noto-cjk"):
            as_pdf(one, typesetter=WITHOUT_FONTS)


def test_without_a_chinese_font_an_english_report_is_made_and_names_what_it_cannot_draw() -> None:
    said = words(as_pdf(noted("Ask 坦诚 first"), Form.FULL, typesetter=WITHOUT_FONTS))

    assert "Ask [cjk unified ideograph-5766][cjk unified ideograph-8bda] first" in said


@pytest.mark.parametrize("form", Form)
def test_markup_in_names_and_notes_is_text(form: Form) -> None:
    said = words(as_pdf(noted(HOSTILE, brand=HOSTILE, wave="#wave"), form))

    assert HOSTILE.partition(" ")[0] in said
    assert "#panic()" in said
    assert "<b>b</b>" in said
    assert "#wave" in said


def test_an_emoji_that_no_font_has_is_named() -> None:
    said = words(as_pdf(noted("Well done 🎉 all"), Form.FULL, typesetter=WITHOUT_FONTS))

    assert "Well done [party popper] all" in said


def test_many_signs_that_no_font_has_are_counted() -> None:
    said = words(as_pdf(noted("ไทยไทย"), Form.FULL, typesetter=WITHOUT_FONTS))

    assert "[6 × thai …]" in said


def test_text_from_right_to_left_stands_on_the_right() -> None:
    assert reads_from_the_right("שלום עולם")
    assert reads_from_the_right("(مرحبا)")
    assert not reads_from_the_right("1. Shalom: שלום")

    file = opened(as_pdf(noted("שלום עולם"), Form.FULL))
    places: list[float] = []
    for page in file.pages:
        page.extract_text(visitor_text=_places_of("שלום", places))
    assert places
    assert min(places) > float(file.pages[0].mediabox.width) / 2


def _places_of(word: str, found: list[float]) -> Callable[..., None]:
    """Collects how far from the left edge the word stands."""

    def visit(text: str, matrix: list[float], of_text: list[float], *_: object) -> None:
        if word in text or word[::-1] in text:
            found.append(matrix[0] * of_text[4] + matrix[4])

    return visit


def test_a_note_of_5000_signs_is_there_from_beginning_to_end() -> None:
    note = "Begin " + "word " * 990 + "the end of it"

    said = words(as_pdf(noted(note[:5000]), Form.FULL))

    assert said.count("word") >= 990
    assert "the end of it" in said


def test_a_word_that_no_line_can_hold_breaks_and_stays_on_the_page() -> None:
    found = opened(as_pdf(noted("https://example.com/" + "a" * 4000), Form.FULL))

    assert sum(page.extract_text().count("a" * 15) for page in found.pages) > 50


def test_what_is_not_published_is_nowhere_in_the_file() -> None:
    """Two of three answers missing: the dimension has no score, and no bar."""
    given = {k: v for k, v in all_at(3).items() if not k.startswith("VE1.")}
    given["VE1.1"] = Answer.at(5)

    said = words(as_pdf(report(given)))

    assert "Worth of the offer –" in said


def test_without_a_score_the_bands_say_so_and_why() -> None:
    full = words(as_pdf(report({"VE1.1": Answer.at(5)}), Form.FULL))
    table = full[full.index("What stands in the way") :]

    assert "Not enough answers for a score yet. An overall score needs every pillar." in table
    assert "35 questions are open." in table
    assert "Not enough answers for a score yet" in words(as_pdf(report({}))).partition("asks")[2]


@pytest.mark.parametrize("form", Form)
def test_a_pillar_without_a_weight_is_said_not_to_count(form: Form) -> None:
    said = words(as_pdf(report(questionnaire=without_weight("ST")), form))

    assert "35 of 100 not counted in the overall score" in said
    assert said.count("not counted") == (2 if form is Form.FULL else 1)


@pytest.mark.parametrize("paper", Paper)
def test_no_page_ends_with_a_question_or_with_what_stands_over_it(paper: Paper) -> None:
    """Notes of every length put the ends of pages in many places."""
    asked = data_trust()
    answers = {
        id_: one.model_copy(update={"note": "More of it. " * (7 * n % 130)})
        for n, (id_, one) in enumerate(all_at(3).items())
    }
    over = {part.title.en for part in asked.pillars} | {one.title.en for one in asked.dimensions}
    over |= {item.question.en for item in asked.items}
    over |= {part.definition.en for part in asked.dimensions if part.definition}

    pages = opened(as_pdf(report(answers), Form.FULL, paper)).pages
    last = [page.extract_text().splitlines()[-2] for page in pages]

    assert len(last) > 10
    ends = [line for line in last if any(line.endswith(one) or one.endswith(line) for one in over)]
    assert ends == []


def test_a_question_longer_than_a_page_goes_on_on_the_next_one() -> None:
    endless = {"en": "word " * 2000, "zh": "字"}
    asked = small(pillar("P", dimension("D", item("I") | {"question": endless})))
    lowest: list[float] = []

    def note(text: str, at: list[float], *_: object) -> None:
        if text.strip():
            lowest.append(at[5])

    for page in opened(as_pdf(report(all_at(3, questionnaire=asked), asked), Form.FULL)).pages:
        page.extract_text(visitor_text=note)

    assert min(lowest) > 0
