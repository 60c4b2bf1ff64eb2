"""The sheet of the scores under other scoring choices: their range, and which claims hold."""

from typing import Final

from dashboard.charts.firmness import claims, how_ranged
from dashboard.domain.robustness import Range
from dashboard.reports.workbook.book import FIRST, Book

NAME: Final = 60


def write_choices(book: Book) -> None:
    t, facts, found = book.facts.t, book.facts, book.facts.report.firmness
    if found is None:
        return
    heads = ["", t("Lowest"), t("Highest"), t("Share of draws in which it is weakest")]
    widths = [NAME, 12, 12, 22]
    sheet = book.sheet(book.names.choices, widths=widths, heads=heads, numbers={1, 2, 3})
    rows: list[tuple[str, Range, float | None]] = [(t("Overall"), found.overall, None)]
    rows += [
        (line.name, found.pillars[line.id], found.weakest[line.id])
        for line in facts.pillars
        if line.id in found.pillars
    ]
    for row, (name, one, weakest) in enumerate(rows, start=FIRST):
        book.text(sheet, row, 0, name, "strong")
        book.number(sheet, row, 1, one.low, "exact")
        book.number(sheet, row, 2, one.high, "exact")
        book.number(sheet, row, 3, weakest, "share")
    report = facts.report
    said = [
        *(
            t("{text}.", text=one)
            for one in claims(report.questionnaire, report.result, found, t.lang)
        ),
        how_ranged(found, t.lang),
    ]
    for row, line in enumerate(said, start=FIRST + len(rows) + 1):
        sheet.merge_range(row, 0, row, 3, line, book.style("small"))
        book.fit(sheet, row, (line, NAME + 46))
