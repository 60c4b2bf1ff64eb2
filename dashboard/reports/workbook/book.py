"""The spreadsheet being made: its sheets, its formats, and where each thing stands in it.

Rows and columns count from 0. Whatever people typed is written as text, and stays text.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from io import BytesIO
from itertools import accumulate
from typing import Final, Self
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.i18n import Words
from dashboard.reports.direction import isolated
from dashboard.reports.facts import Facts
from dashboard.reports.lines import in_one_line, same_breaks
from dashboard.reports.workbook.styles import INK, STYLES

AS_DATA: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
HEAD: Final = 2
"""The row of the column heads on every sheet; a title and the marks stand above."""
FIRST: Final = HEAD + 1
MOST_IN_FOOTER: Final = 36
"""Of one name; a footer holds 255 in all."""

SECTION_WIDTH: Final = 9
"""Of a column of numbers under a section's head."""
LINE_HEIGHT: Final = 15
"""Points, of a line in a cell."""
TALL_LINE: Final = 18
"""The same where Chinese fonts set it."""
MOST_LINES: Final = 12
TITLE_LINE: Final = 21
"""Points, of a line of a sheet's title."""
TITLE_BREADTH: Final = 1.5
"""How much wider its letters are than those of a text."""
LOOSE: Final = 1.1
"""How much more room words take, because lines break between them."""

DONT_KNOW: Final = "DK"
NOT_APPLICABLE: Final = "NA"


@dataclass
class Book:
    workbook: Workbook
    facts: Facts
    formats: dict[str, Format] = field(default_factory=dict)

    @classmethod
    @contextmanager
    def into(cls, file: BytesIO, facts: Facts) -> Iterator[Self]:
        with Workbook(file, AS_DATA) as workbook:
            report = facts.report
            made = datetime(report.made_on.year, report.made_on.month, report.made_on.day)  # noqa: DTZ001  (a date as the format wants it)
            workbook.set_properties(
                {
                    "title": f"{facts.brand} · {facts.wave}",
                    "subject": facts.title,
                    "author": report.look.name,
                    "keywords": ", ".join(facts.marks),
                    "created": made,
                }
            )
            workbook.set_calc_mode("auto")
            yield cls(workbook, facts)

    def style(self, name: str) -> Format:
        if name not in self.formats:
            whole = {"valign": "top", "font_color": INK} | dict(STYLES[name])
            self.formats[name] = self.workbook.add_format(whole)
        return self.formats[name]

    def sheet(
        self,
        name: str,
        *,
        widths: Sequence[float],
        heads: Sequence[str],
        numbers: Collection[int] = (),
    ) -> Worksheet:
        """A new sheet with its title, the marks of the report, and the heads of its columns.

        `numbers` are the columns whose cells stand on the right.
        """
        sheet = self.workbook.add_worksheet(name)
        self._write_title(sheet, widths)
        sheet.write_string(1, 0, " · ".join(self.facts.marks), self.style("marks"))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for column, head in enumerate(heads):
            style = "right_head" if column in numbers else "head"
            sheet.write_string(HEAD, column, head, self.style(style))
        if heads:
            sheet.freeze_panes(FIRST, 1)
            sheet.repeat_rows(HEAD)
            self.fit(sheet, HEAD, *zip(heads, widths, strict=False))
        self._set_page(sheet)
        return sheet

    def _write_title(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """No wider than the sheet: one page has to hold it all, and would be set smaller for it."""
        title = f"{self.facts.brand} · {self.facts.wave}"
        lines = lines_of(title, sum(widths) / TITLE_BREADTH)
        if lines == 1:
            sheet.write_string(0, 0, title, self.style("title"))
            return
        sheet.merge_range(0, 0, 0, len(widths) - 1, "", self.style("long_title"))
        sheet.write_string(0, 0, title, self.style("long_title"))
        sheet.set_row(0, TITLE_LINE * lines)

    def _set_page(self, sheet: Worksheet) -> None:
        facts = self.facts
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        report = facts.report
        brand, wave, name = map(for_footer, (report.brand, report.wave, report.look.name))
        marks = " · ".join(facts.marks)
        sheet.set_footer(f"&L{brand} · {wave}&C{marks}&R{name} · &P / &N")

    def text(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "text") -> None:
        sheet.write_string(row, column, same_breaks(text), self.style(style))

    def heads(self, sheet: Worksheet, row: int, heads: Sequence[str], *, right: int) -> None:
        """The heads of a section further down, from the column `right` on those of numbers."""
        for column, head in enumerate(heads):
            self.text(sheet, row, column, head, "right_section" if column >= right else "section")
        self.fit(sheet, row, *((head, SECTION_WIDTH) for head in heads[right:]))

    def number(
        self, sheet: Worksheet, row: int, column: int, number: float | None, style: str = "number"
    ) -> None:
        """A number as a number; None leaves the cell empty."""
        if number is None:
            sheet.write_blank(row, column, None, self.style(style))
        else:
            sheet.write_number(row, column, number, self.style(style))

    def day(self, sheet: Worksheet, row: int, column: int, day: date | None) -> None:
        """A date as a date; None leaves the cell empty."""
        if day is None:
            sheet.write_blank(row, column, None, self.style("day"))
        else:
            sheet.write_datetime(row, column, day, self.style("day"))

    def formula(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        formula: str,
        value: float | str | None,
        style: str = "score",
    ) -> None:
        """A formula with the value that it has now; None is the empty text, never 0."""
        shown = "" if value is None else value
        sheet.write_formula(row, column, formula, self.style(style), shown)

    def fit(self, sheet: Worksheet, row: int, *texts: tuple[str, float]) -> None:
        """Make a row as high as its wrapped texts need; programs do not agree to do it."""
        lines = max(lines_of(text, width) for text, width in texts)
        tall = any(_is_wide(sign) for text, _ in texts for sign in text)
        sheet.set_row(row, (TALL_LINE if tall else LINE_HEIGHT) * min(lines, MOST_LINES))

    @cached_property
    def names(self) -> "Names":
        return Names.spoken(self.facts.t)


def for_footer(name: str) -> str:
    """As much of a name as a footer can hold: `&` is written twice, an emoji counts as two.

    >>> for_footer("R&D"), for_footer("&" * 200) == "&&" * 17 + "…"
    ('R&&D', True)
    """
    signs = ["&&" if sign == "&" else sign for sign in in_one_line(name)]
    units = list(accumulate(len(sign.encode("utf-16-le")) // 2 for sign in signs))
    if units and units[-1] > MOST_IN_FOOTER:
        signs = [*signs[: bisect_left(units, MOST_IN_FOOTER)], "…"]
    return isolated("".join(signs))


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column; Chinese signs are two wide.

    >>> lines_of("four signs and more", 10), lines_of("中文字符", 4), lines_of("", 10)
    (3, 3, 1)
    """
    wide = [sum(1 + _is_wide(sign) for sign in one) for one in text.split("\n")]
    return sum(1 + int(signs * LOOSE / width) for signs in wide)


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in "WF"


@dataclass(frozen=True)
class Names:
    """What the sheets are called."""

    summary: str
    answers: str
    scores: str
    steps: str
    plan: str
    targets: str
    peers: str
    choices: str
    levels: str
    method: str

    @classmethod
    def spoken(cls, t: Words) -> Self:
        return cls(
            summary=t("Summary"),
            answers=t("All answers"),
            scores=t("Scores"),
            steps=t("Next steps"),
            plan=t("Plan"),
            targets=t("Targets"),
            peers=t("Peers"),
            choices=t("Scoring choices"),
            levels=t("Levels"),
            method=t("Method"),
        )


def ref(sheet: str, row: int, column: int, *, last: tuple[int, int] | None = None) -> str:
    """A cell of another sheet, or from it to the `last` one, as formulas name it."""
    cells = span((row, column), last) if last else fixed(row, column)
    return f"'{sheet}'!{cells}"


def fixed(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))


def span(first: tuple[int, int], last: tuple[int, int]) -> str:
    return f"{fixed(*first)}:{fixed(*last)}"


@dataclass(frozen=True)
class Places:
    """The row of each item on the sheets of answers and levels, and of each part on the scores."""

    items: Mapping[str, int]
    dimensions: Mapping[str, int]
    pillars: Mapping[str, int]
    overall: int
    """The row of the mean of the pillars; the weakest and the overall score follow it."""
    bands: int
    critical: int


def places(facts: Facts) -> Places:
    questionnaire = facts.report.questionnaire
    overall = FIRST
    pillars = overall + 5
    dimensions = pillars + len(questionnaire.pillars) + 2
    bands = dimensions + len(questionnaire.dimensions) + 2
    critical = bands + len(questionnaire.scoring.bands) + 6
    return Places(
        items=_rows(questionnaire.items, FIRST),
        dimensions=_rows(questionnaire.dimensions, dimensions),
        pillars=_rows(questionnaire.pillars, pillars),
        overall=overall,
        bands=bands,
        critical=critical,
    )


def _rows(parts: Sequence[Item | Dimension | Pillar], first: int) -> dict[str, int]:
    return {part.id: row for row, part in enumerate(parts, start=first)}
