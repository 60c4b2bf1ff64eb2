"""The sheet of the place among others; it is not there where nothing may be said of one.

What it holds is what `reports.peers` let through: no count of a bin and no limit of a part.
"""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.cohort import OVERALL
from dashboard.reports.facts import NONE
from dashboard.reports.further import peers_told
from dashboard.reports.peers import Peers
from dashboard.reports.workbook.book import FIRST, Book

NAME: Final = 46
PLACE: Final = 34


def write_peers(book: Book) -> None:
    t, peers = book.facts.t, book.facts.report.peers
    if peers is None:
        return
    measures = {OVERALL: t("Overall")} | {line.id: line.name for line in book.facts.pillars}
    heads = [
        t("Compared with"),
        t("Brands, about"),
        t("Mean, overall"),
        t("Evidence, about %"),
        *measures.values(),
    ]
    widths = [NAME, 10, 10, 12, *([PLACE] * len(measures))]
    sheet = book.sheet(book.names.peers, widths=widths, heads=heads, numbers={1, 2, 3})
    for row, one in enumerate(peers.compared, start=FIRST):
        book.text(sheet, row, 0, one.name)
        book.fit(sheet, row, (one.name, NAME))
        book.number(sheet, row, 1, one.n)
        book.number(sheet, row, 2, one.mean)
        book.number(sheet, row, 3, one.evidence)
        for column, measure in enumerate(measures, start=4):
            place = one.places.get(measure)
            book.text(sheet, row, column, place.words if place else NONE)
    below = _write_make_up(book, sheet, peers, FIRST + len(peers.compared) + 1)
    told = peers_told(book.facts)
    for row, line in enumerate(told.below if told else (), start=below + 1):
        sheet.merge_range(row, 0, row, len(heads) - 1, line, book.style("small"))


def _write_make_up(book: Book, sheet: Worksheet, peers: Peers, first: int) -> int:
    if not peers.make_up:
        return first
    t = book.facts.t
    book.text(sheet, first, 0, t("Who takes part"), "section")
    book.text(sheet, first, 1, "", "section")
    for row, one in enumerate(peers.make_up, start=first + 1):
        book.text(sheet, row, 0, one.name)
        book.number(sheet, row, 1, one.n)
    return first + len(peers.make_up) + 1
