"""The formats of a report, and the one door to all of them."""

from enum import StrEnum
from typing import Final

from dashboard.reports.document import as_json
from dashboard.reports.report import Report
from dashboard.reports.workbook import as_xlsx


class Format(StrEnum):
    """The value is the ending of the file's name."""

    PDF = "pdf"
    PPTX = "pptx"
    XLSX = "xlsx"
    JSON = "json"


class Form(StrEnum):
    """How much a PDF says: one page for the board, or everything."""

    BOARD = "board"
    FULL = "full"


MIME: Final = {
    Format.PDF: "application/pdf",
    Format.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
}
