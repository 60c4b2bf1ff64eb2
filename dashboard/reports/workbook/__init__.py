"""The report as a spreadsheet that recomputes: change an answer, and every score follows.

The formulas are the method in a spreadsheet's words; the numbers stand beside them as computed, so
that viewers that do not compute show them too.
"""

from io import BytesIO

from dashboard.reports.facts import Facts
from dashboard.reports.report import Report
from dashboard.reports.workbook.answers import write_answers
from dashboard.reports.workbook.book import Book
from dashboard.reports.workbook.choices import write_choices
from dashboard.reports.workbook.levels import write_levels
from dashboard.reports.workbook.method import write_method
from dashboard.reports.workbook.peers import write_peers
from dashboard.reports.workbook.plan import write_plan, write_targets
from dashboard.reports.workbook.scores import write_scores
from dashboard.reports.workbook.steps import write_steps
from dashboard.reports.workbook.summary import write_summary


def as_xlsx(report: Report) -> bytes:
    file = BytesIO()
    with Book.into(file, Facts(report)) as book:
        write_summary(book)
        write_answers(book)
        write_scores(book)
        write_steps(book)
        write_plan(book)
        write_targets(book)
        write_peers(book)
        write_choices(book)
        write_levels(book)
        write_method(book)
    return file.getvalue()
