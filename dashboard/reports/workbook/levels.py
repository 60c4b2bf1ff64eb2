"""The sheet of levels: what every option of every item counts, and what it says."""

from dashboard.domain.questionnaire import Item
from dashboard.reports.workbook.book import FIRST, Book, places, ref

SCORES = 2
"""The first column of scores; those of the texts follow them."""


def write_levels(book: Book) -> None:
    t, questionnaire = book.facts.t, book.facts.report.questionnaire
    most = most_options(book)
    numbers = range(1, most + 1)
    heads = [
        t("ID"),
        t("Question"),
        *(t("Score of level {n}", n=n) for n in numbers),
        *(t("Level {n}", n=n) for n in numbers),
    ]
    widths = [8, 44, *[9] * most, *[40] * most]
    scores = range(SCORES, SCORES + most)
    sheet = book.sheet(book.names.levels, widths=widths, heads=heads, numbers=scores)
    for row, item in enumerate(questionnaire.items, start=FIRST):
        book.text(sheet, row, 0, item.id)
        book.text(sheet, row, 1, item.question.get(t.lang))
        for n, option in enumerate(item.options):
            book.number(sheet, row, SCORES + n, option.score, "input_number")
            book.text(sheet, row, SCORES + most + n, option.text.get(t.lang))
        texts = [(option.text.get(t.lang), 40.0) for option in item.options]
        book.fit(sheet, row, (item.question.get(t.lang), 44), *texts)


def most_options(book: Book) -> int:
    return max(len(item.options) for item in book.facts.report.questionnaire.items)


def scores_of(book: Book, item: Item) -> str:
    """The cells that hold the scores of an item's options."""
    row = places(book.facts).items[item.id]
    return ref(book.names.levels, row, SCORES, last=(row, SCORES + len(item.options) - 1))


def texts_of(book: Book, item: Item) -> str:
    row, first = places(book.facts).items[item.id], SCORES + most_options(book)
    return ref(book.names.levels, row, first, last=(row, first + len(item.options) - 1))
