"""Votes as the content of a file: CSV, a spreadsheet or JSON.

Roles are typed by people and read by spreadsheets: no text of theirs is ever a formula.
"""

import csv
import json
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.domain.votes import Cell, Votes

FORMAT: Final = "candour.votes/1"
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, the full-width forms included."""
AS_DATA: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

Table = Sequence[Sequence[Cell | None]]


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark at its beginning, with an apostrophe before what would be a formula.

    Without the mark Excel reads the file in the machine's old encoding, and Chinese is lost.
    """
    text = StringIO(newline="")
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(votes: Votes) -> bytes:
    """One sheet a shape, `wide` and `long`."""
    file = BytesIO()
    with Workbook(file, AS_DATA) as book:
        _fill(book.add_worksheet("wide"), votes.wide_table)
        _fill(book.add_worksheet("long"), votes.long_table)
    return file.getvalue()


def as_json(votes: Votes) -> bytes:
    """Both shapes; a role stands there only where it is shown at all."""
    shown = {
        "format": FORMAT,
        "items": votes.items,
        "wide": [_role(one.role) | {"given": one.given} for one in votes.wide],
        "long": [_role(one.role) | {"item": one.item_id, "given": one.given} for one in votes.long],
    }
    return (json.dumps(shown, indent=2, ensure_ascii=False) + "\n").encode()


def _role(role: str | None) -> dict[str, object]:
    return {} if role is None else {"role": role}


def _harmless(cell: Cell | None) -> Cell | None:
    """The cell with an apostrophe before what would be a formula.

    >>> _harmless("=1+1"), _harmless("Legal"), _harmless(3)
    ("'=1+1", 'Legal', 3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell


def _fill(sheet: Worksheet, table: Table) -> None:
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif cell is not None:
                sheet.write_number(row, column, cell)
