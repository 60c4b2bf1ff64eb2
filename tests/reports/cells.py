"""The cells of a spreadsheet that hold formulas, read from the file itself."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CACHED: Final = re.compile(rb"(</f>)<v>[^<]*</v>")
SHEET: Final = re.compile(r"xl/worksheets/sheet(\d+)\.xml")

Cells = Mapping[tuple[int, str], float | str]
"""Number of the sheet, from 1, and name of the cell, such as "F9", to what the formula gave."""


def formula_cells(workbook: bytes) -> Cells:
    """What stands in the file beside every formula; the empty text where nothing does."""
    found: dict[tuple[int, str], float | str] = {}
    with ZipFile(BytesIO(workbook)) as file:
        for name in file.namelist():
            if numbered := SHEET.fullmatch(name):
                sheet = int(numbered[1])
                for cell in ElementTree.fromstring(file.read(name)).iter(f"{MAIN}c"):
                    if cell.find(f"{MAIN}f") is not None:
                        found[sheet, cell.attrib["r"]] = _value(cell)
    return found


def _value(cell: ElementTree.Element) -> float | str:
    text = cell.findtext(f"{MAIN}v") or ""
    kind = cell.attrib.get("t", "n")
    if kind == "e":
        return f"error {text}"
    return float(text) if text and kind == "n" else text


def without_values(workbook: bytes) -> bytes:
    """The same workbook with formulas alone where the product wrote their values too."""
    stripped = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(stripped, "w") as target:
        for name in source.namelist():
            target.writestr(name, CACHED.sub(rb"\1", source.read(name)))
    return stripped.getvalue()
