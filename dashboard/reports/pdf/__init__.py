"""The report as a PDF: tagged, searchable and bookmarked (PDF/UA-1), set by Typst.

What is said goes to Typst as JSON, never as source: whatever people typed is text.
"""

from dashboard.reports.facts import Facts
from dashboard.reports.formats import Form, Paper
from dashboard.reports.pdf.board import board_content
from dashboard.reports.pdf.content import Content
from dashboard.reports.pdf.full import full_content
from dashboard.reports.pdf.setting import MACHINE, Typesetter
from dashboard.reports.report import Report


def as_pdf(
    report: Report,
    form: Form = Form.BOARD,
    paper: Paper = Paper.A4,
    typesetter: Typesetter = MACHINE,
) -> bytes:
    """`NoChineseFont` if the report is in Chinese and no font of the machine can draw it."""
    facts = Facts(report)
    content: Content = board_content(facts) if form is Form.BOARD else full_content(facts)
    return typesetter.set(form.value, content | {"paper": paper.value}, report.made_on)
