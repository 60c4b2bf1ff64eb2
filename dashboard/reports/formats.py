"""Which files a report can be, and what there is to choose for each."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dashboard.domain.message import Message


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


class Paper(StrEnum):
    """The value is Typst's name."""

    A4 = "a4"
    LETTER = "us-letter"


LARGEST_TEMPLATE: Final = 50_000_000
"""Bytes."""
OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MIME: Final = MappingProxyType(
    {
        Format.PDF: "application/pdf",
        Format.PPTX: f"{OFFICE}.presentationml.presentation",
        Format.XLSX: f"{OFFICE}.spreadsheetml.sheet",
        Format.JSON: "application/json",
    }
)


class CannotRender(Exception):
    """A report that cannot be made as it was asked for; `messages` say why, in the end in words."""

    def __init__(self, *messages: Message) -> None:
        super().__init__("; ".join(str(message) for message in messages))
        self.messages = messages
