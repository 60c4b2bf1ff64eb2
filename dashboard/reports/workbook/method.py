"""The sheet of the method: its parameters, under names that the formulas use."""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.scoring import METHOD_VERSION
from dashboard.reports.workbook.book import FIRST, Book, ref

IMBALANCE: Final = "imbalance"
DIMENSION_MINIMUM: Final = "dimension_minimum"
PILLAR_MINIMUM: Final = "pillar_minimum"
APPLICABLE_MINIMUM: Final = "applicable_minimum"
CAPS: Final = "evidence_caps"


def write_method(book: Book) -> None:
    t = book.facts.t
    heads = [t("Parameter"), t("Value"), t("What it does")]
    sheet = book.sheet(book.names.method, widths=[34, 10, 90], heads=heads, numbers={1})
    row = _write_parameters(book, sheet)
    row = _write_caps(book, sheet, row + 1)
    _write_words(book, sheet, row + 1)


def _write_parameters(book: Book, sheet: Worksheet) -> int:
    t, scoring = book.facts.t, book.facts.report.questionnaire.scoring
    parameters = (
        (
            IMBALANCE,
            t("Pull of the weakest pillar"),
            scoring.imbalance,
            t("How far the overall score moves from the mean of the pillars to the weakest one."),
        ),
        (
            DIMENSION_MINIMUM,
            t("Least share answered, dimension"),
            scoring.dimension_minimum,
            t("Answered of applicable item weight from which a dimension has a score."),
        ),
        (
            PILLAR_MINIMUM,
            t("Least share scored, pillar"),
            scoring.pillar_minimum,
            t("Scored of applicable dimension weight from which a pillar has a score."),
        ),
        (
            APPLICABLE_MINIMUM,
            t("Least share that applies, pillar"),
            scoring.applicable_minimum,
            t("Applicable of all dimension weight from which a pillar has a score."),
        ),
    )
    for row, (name, title, value, what) in enumerate(parameters, start=FIRST):
        book.text(sheet, row, 0, title)
        book.number(sheet, row, 1, value, "input_number")
        book.text(sheet, row, 2, what)
        book.workbook.define_name(name, f"={ref(book.names.method, row, 1)}")
    return FIRST + len(parameters)


def _write_caps(book: Book, sheet: Worksheet, first: int) -> int:
    t, grades = book.facts.t, book.facts.report.questionnaire.evidence_grades
    book.text(sheet, first, 0, t("Evidence grades"), "section")
    book.text(sheet, first, 1, t("Cap"), "right_section")
    book.text(sheet, first, 2, "", "section")
    for n, grade in enumerate(grades):
        book.text(sheet, first + 1 + n, 0, f"{n} · {grade.text.get(t.lang)}")
        book.number(sheet, first + 1 + n, 1, grade.cap, "input_number")
    cells = ref(book.names.method, first + 1, 1, last=(first + len(grades), 1))
    book.workbook.define_name(CAPS, f"={cells}")
    return first + 1 + len(grades)


def _write_words(book: Book, sheet: Worksheet, first: int) -> None:
    t, questionnaire = book.facts.t, book.facts.report.questionnaire
    report = book.facts.report
    lines = (
        (t("Questionnaire and version"), questionnaire.reference),
        (t("Method"), METHOD_VERSION),
        (t("Report of"), report.made_on.isoformat()),
        (t("How to answer"), questionnaire.texts.answering_rule.get(t.lang)),
        (t("Limits"), questionnaire.texts.not_legal_advice.get(t.lang)),
        (
            t("How to recompute"),
            t(
                "Cells on a yellow ground may be changed: an answer is the number of a level, {dk} "
                "for “I don't know”, {na} for “does not apply”, or empty. Every score follows. A "
                "missing answer is left out of the mean, never counted as 0.",
                dk="DK",
                na="NA",
            ),
        ),
    )
    for row, (title, text) in enumerate(lines, start=first):
        book.text(sheet, row, 0, title, "strong")
        sheet.merge_range(row, 1, row, 2, text, book.style("text"))
        book.fit(sheet, row, (text, 100))
