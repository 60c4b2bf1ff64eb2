"""The sheet of next steps, in the order of the method."""

from dashboard.reports.workbook.book import FIRST, Book


def write_steps(book: Book) -> None:
    t, facts = book.facts.t, book.facts
    heads = [
        t("No."),
        t("ID"),
        t("Question"),
        t("Level"),
        t("To level"),
        t("Next action"),
        t("Effort"),
        t("Gain, overall"),
        t("Gain, pillar"),
        t("Lifts a gate"),
    ]
    widths = [6, 8, 40, 8, 10, 70, 9, 10, 10, 10]
    sheet = book.sheet(book.names.steps, widths=widths, heads=heads, numbers={0, 3, 4, 6, 7, 8})
    for n, step in enumerate(facts.report.suggested):
        row = FIRST + n
        book.number(sheet, row, 0, n + 1)
        book.text(sheet, row, 1, step.item_id)
        book.text(sheet, row, 2, facts.item_title(step.item_id))
        book.number(sheet, row, 3, step.level)
        book.number(sheet, row, 4, step.to_level)
        book.text(sheet, row, 5, facts.action(step))
        book.fit(sheet, row, (facts.item_title(step.item_id), 40), (facts.action(step), 70))
        book.number(sheet, row, 6, step.effort)
        book.number(sheet, row, 7, step.gain, "exact")
        book.number(sheet, row, 8, step.pillar_gain, "exact")
        book.text(sheet, row, 9, t("yes") if step.unblocks else "")
    note = t("Effort is the authors' estimate in points, for comparing steps. Adjust it.")
    book.text(sheet, FIRST + len(facts.report.suggested) + 1, 2, note, "small")
