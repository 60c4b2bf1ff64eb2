"""The sheets of the saved plan and of the targets; neither is there where there is none."""

from dashboard.domain.target import furthest_first
from dashboard.reports.further import saved_title
from dashboard.reports.step_words import status_in_words
from dashboard.reports.workbook.book import FIRST, Book

TITLE, ACTION, NOTE, REASON = 36, 60, 60, 70


def write_plan(book: Book) -> None:
    t, facts, plan = book.facts.t, book.facts, book.facts.report.plan
    if plan is None:
        return
    heads = [
        t("No."),
        t("ID"),
        t("Question"),
        t("Level"),
        t("To level"),
        t("Next action"),
        t("Effort"),
        t("Gain, overall"),
        t("Owner"),
        t("Due"),
        t("Status"),
        t("Note"),
    ]
    widths = [6, 8, TITLE, 8, 10, ACTION, 9, 10, 20, 12, 12, NOTE]
    sheet = book.sheet(book.names.plan, widths=widths, heads=heads, numbers={0, 3, 4, 6, 7})
    gains = {(step.item_id, step.level): step.gain for step in facts.report.steps}
    for n, step in enumerate(plan.steps):
        row, work = FIRST + n, step.work
        title, action = saved_title(facts, step), facts.action(step)
        book.number(sheet, row, 0, n + 1)
        book.text(sheet, row, 1, step.item_id)
        book.text(sheet, row, 2, title)
        book.number(sheet, row, 3, step.level)
        book.number(sheet, row, 4, step.to_level)
        book.text(sheet, row, 5, action)
        book.number(sheet, row, 6, step.effort)
        book.number(sheet, row, 7, gains.get(step.key), "exact")
        book.text(sheet, row, 8, work.owner or "")
        book.day(sheet, row, 9, work.due)
        book.text(sheet, row, 10, status_in_words(work.status, t))
        book.text(sheet, row, 11, work.note or "")
        book.fit(sheet, row, (title, TITLE), (action, ACTION), (work.note or "", NOTE))
    note = t(
        "Gain is in points of the overall score if this step alone is taken, by today's "
        "answers; none where they have moved on."
    )
    book.text(sheet, FIRST + len(plan.steps) + 1, 5, note, "small")


def write_targets(book: Book) -> None:
    t, facts = book.facts.t, book.facts
    if not facts.report.gaps:
        return
    heads = [t("ID"), t("Dimension"), t("Score"), t("Target"), t("Missing"), t("Due"), t("Reason")]
    widths = [8, TITLE, 10, 10, 10, 12, REASON]
    sheet = book.sheet(book.names.targets, widths=widths, heads=heads, numbers={2, 3, 4})
    names = {line.id: line.name for line in facts.dimensions}
    for row, gap in enumerate(furthest_first(facts.report.gaps), start=FIRST):
        target = gap.target
        book.text(sheet, row, 0, target.dimension_id)
        book.text(sheet, row, 1, names[target.dimension_id])
        book.number(sheet, row, 2, gap.score, "score")
        book.number(sheet, row, 3, target.score, "score")
        book.number(sheet, row, 4, gap.short)
        book.day(sheet, row, 5, target.due)
        book.text(sheet, row, 6, target.reason)
        book.fit(sheet, row, (target.reason, REASON), (names[target.dimension_id], TITLE))
