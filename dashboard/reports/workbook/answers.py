"""The sheet of answers: the one place to change, from which every score is computed."""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.answer import Answer, State
from dashboard.domain.questionnaire import Item
from dashboard.reports.workbook.book import (
    DONT_KNOW,
    FIRST,
    NOT_APPLICABLE,
    Book,
    cell,
)
from dashboard.reports.workbook.levels import scores_of, texts_of
from dashboard.reports.workbook.method import CAPS

ID, PILLAR, DIMENSION, QUESTION, CRITICAL, WEIGHT, ANSWER, WORDS, SCORE, GRADE = range(10)
EVIDENCED, LOWEST, HIGHEST, APPLIES, ANSWERED, NOTE, REASON, LINKS = range(10, 18)

WIDTHS: Final = (8, 18, 24, 48, 9, 8, 9, 48, 8, 10, 10, 9, 9, 9, 10, 40, 30)
NUMBERS: Final = frozenset({WEIGHT, SCORE, EVIDENCED, LOWEST, HIGHEST, APPLIES, ANSWERED})
LINK_WIDTH: Final = 30


def write_answers(book: Book) -> None:
    t, report = book.facts.t, book.facts.report
    links = max((len(one.links or ()) for one in report.answers.values()), default=0)
    heads = [
        t("ID"),
        t("Pillar"),
        t("Dimension"),
        t("Question"),
        t("Critical"),
        t("Weight"),
        t("Answer"),
        t("In words"),
        t("Score"),
        t("Evidence grade"),
        t("Evidenced score"),
        t("Lowest"),
        t("Highest"),
        t("Weight that applies"),
        t("Weight answered"),
        t("Note"),
        t("Reason"),
        *(t("Link {n}", n=n) for n in range(1, links + 1)),
    ]
    widths = [*WIDTHS, *[LINK_WIDTH] * links]
    sheet = book.sheet(book.names.answers, widths=widths, heads=heads, numbers=NUMBERS)
    for row, item in enumerate(report.questionnaire.items, start=FIRST):
        _write_question(book, sheet, row, item)
        _write_answer(book, sheet, row, item)
        _write_counts(book, sheet, row, item)
        _write_prose(book, sheet, row, report.answers.get(item.id))
        _fit(book, sheet, row, item)


def _fit(book: Book, sheet: Worksheet, row: int, item: Item) -> None:
    answer = book.facts.report.answers.get(item.id)
    texts = (
        (item.question.get(book.facts.t.lang), WIDTHS[QUESTION]),
        (book.facts.answer(item), WIDTHS[WORDS]),
        ((answer.note if answer else None) or "", WIDTHS[NOTE]),
        ((answer.reason if answer else None) or "", WIDTHS[REASON]),
    )
    book.fit(sheet, row, *texts)


def _write_question(book: Book, sheet: Worksheet, row: int, item: Item) -> None:
    t, questionnaire = book.facts.t, book.facts.report.questionnaire
    dimension = questionnaire.dimension_of[item.id]
    pillar = questionnaire.pillar_of[dimension.id]
    book.text(sheet, row, ID, item.id)
    book.text(sheet, row, PILLAR, pillar.title.get(t.lang))
    book.text(sheet, row, DIMENSION, dimension.title.get(t.lang))
    book.text(sheet, row, QUESTION, item.question.get(t.lang))
    book.text(sheet, row, CRITICAL, t("yes") if item.critical else "")
    book.number(sheet, row, WEIGHT, item.weight, "input_number")


def _write_answer(book: Book, sheet: Worksheet, row: int, item: Item) -> None:
    """The level as a number, or DK or NA; nothing where there is no answer."""
    answer = book.facts.report.answers.get(item.id)
    if answer is None or answer.level is not None:
        book.number(sheet, row, ANSWER, answer.level if answer else None, "input")
    else:
        code = DONT_KNOW if answer.state is State.DONT_KNOW else NOT_APPLICABLE
        book.text(sheet, row, ANSWER, code, "input")
    book.number(sheet, row, GRADE, answer.evidence if answer else None, "input")
    offered = [str(level) for level in item.levels] + [DONT_KNOW]
    allowed = offered + ([NOT_APPLICABLE] if item.not_applicable else [])
    grades = [str(n) for n in range(len(book.facts.report.questionnaire.evidence_grades))]
    sheet.data_validation(row, ANSWER, row, ANSWER, {"validate": "list", "source": allowed})
    sheet.data_validation(row, GRADE, row, GRADE, {"validate": "list", "source": grades})


def _write_counts(book: Book, sheet: Worksheet, row: int, item: Item) -> None:
    questionnaire = book.facts.report.questionnaire
    answer = book.facts.report.answers.get(item.id)
    given, scores = cell(row, ANSWER), scores_of(book, item)
    level = answer.level if answer else None
    away = answer is not None and answer.state is State.NOT_APPLICABLE
    score = None if level is None else item.score(level)
    capped = (
        None
        if level is None or answer is None
        else item.capped(level, questionnaire.cap(answer.evidence or 0))
    )

    def put(column: int, formula: str, value: float | str | None, style: str = "score") -> None:
        book.formula(sheet, row, column, formula, value, style)

    texts = texts_of(book, item)
    words = None if level is None else item.option(level).text.get(book.facts.t.lang)
    put(WORDS, f'=IF(ISNUMBER({given}),INDEX({texts},1,{given}),"")', words, "text")
    put(SCORE, f'=IF(ISNUMBER({given}),INDEX({scores},1,{given}),"")', score)
    ceiling = f"MIN({cell(row, SCORE)},INDEX({CAPS},N({cell(row, GRADE)})+1))+0.000000001"
    best = f"MAX(MIN({scores}),SUMPRODUCT(MAX(({scores}<={ceiling})*{scores})))"
    put(EVIDENCED, f'=IF(ISNUMBER({given}),{best},"")', capped)
    for column, worst, missing in (
        (LOWEST, "MIN", item.lowest),
        (HIGHEST, "MAX", item.highest),
    ):
        known = f"IF(ISNUMBER({given}),{cell(row, SCORE)},{worst}({scores}))"
        value = None if away else missing if score is None else score
        put(column, f'=IF({given}="{NOT_APPLICABLE}","",{known})', value)
    weight, applies = cell(row, WEIGHT), 0.0 if away else item.weight
    put(APPLIES, f'=IF({given}="{NOT_APPLICABLE}",0,{weight})', applies, "number")
    answered = 0.0 if score is None else item.weight
    put(ANSWERED, f"=IF(ISNUMBER({given}),{weight},0)", answered, "number")


def _write_prose(book: Book, sheet: Worksheet, row: int, answer: Answer | None) -> None:
    if answer is None:
        return
    book.text(sheet, row, NOTE, answer.note or "", "small")
    book.text(sheet, row, REASON, answer.reason or "", "small")
    for n, link in enumerate(answer.links or ()):
        book.text(sheet, row, LINKS + n, link, "small")
