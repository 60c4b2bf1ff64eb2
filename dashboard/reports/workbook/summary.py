"""The first sheet: the finding in words, the figures that follow the answers, and two charts."""

from io import BytesIO
from math import ceil
from typing import Final

from PIL import Image
from xlsxwriter.worksheet import Worksheet

from dashboard.domain.look import Look
from dashboard.domain.result import Estimate
from dashboard.reports.direction import isolated
from dashboard.reports.facts import Line
from dashboard.reports.workbook import scores
from dashboard.reports.workbook.bands import awarded_now
from dashboard.reports.workbook.book import FIRST, TALL_LINE, Book, Places, lines_of, places, ref
from dashboard.reports.workbook.styles import MUTED

WIDTHS: Final = (34, 12, 12, 12, 12, 18)
WHOLE_WIDTH: Final = sum(WIDTHS)
BAND: Final = len(WIDTHS) - 1
CHART_HEIGHT: Final = 32
"""Pixels a bar."""
ROW_HEIGHT: Final = 20
"""Pixels."""
LOGO: Final = (150, 36)
"""The room for it at the top, in pixels."""


def write_summary(book: Book) -> None:
    facts, at = book.facts, places(book.facts)
    sheet = book.sheet(book.names.summary, widths=WIDTHS, heads=[])
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    _insert_logo(sheet, facts.report.look)
    row = _write_words(book, sheet, HEADLINE)
    row = _write_figures(book, sheet, at, row + 1)
    _insert_chart(book, sheet, row + 1, facts.profile_finding, list(at.pillars.values()))
    below = row + 2 + ceil(height_of_chart(len(at.pillars)) / ROW_HEIGHT)
    _insert_chart(book, sheet, below + 1, facts.dimensions_finding, list(at.dimensions.values()))


def height_of_chart(bars: int) -> int:
    return 90 + CHART_HEIGHT * bars


def _insert_logo(sheet: Worksheet, look: Look) -> None:
    """On the right above the columns, drawn anew, as a file's own resolution would scale it."""
    if look.logo is None:
        return
    drawn, png = Image.open(BytesIO(look.logo)), BytesIO()
    drawn.convert("RGBA").save(png, "PNG")
    scale = min(room / size for room, size in zip(LOGO, drawn.size, strict=True))
    placed = {"image_data": png, "x_scale": scale, "y_scale": scale, "description": look.name}
    sheet.insert_image(0, BAND - 1, "logo.png", placed)


HEADLINE: Final = FIRST


def _write_words(book: Book, sheet: Worksheet, first: int) -> int:
    t, facts = book.facts.t, book.facts
    day = t("Report of {day}", day=facts.day)
    about = (facts.title, facts.coverage, day, isolated(facts.report.look.name))
    lines = (
        (facts.verdict.headline, "headline"),
        (facts.verdict.reason, "text"),
        (t.sentences(" · ".join(about)), "small"),
        (
            t(
                "These words are those of the day of the report; every figure below follows the "
                "answers in this file."
            ),
            "small",
        ),
    )
    for row, (text, style) in enumerate(lines, start=first):
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, text, book.style(style))
        if style == "headline":
            sheet.set_row(row, 26 * lines_of(text, WHOLE_WIDTH / 2))
        else:
            book.fit(sheet, row, (text, WHOLE_WIDTH))
    return first + len(lines)


def _write_figures(book: Book, sheet: Worksheet, at: Places, first: int) -> int:
    t, facts = book.facts.t, book.facts
    heads = ("", t("Score"), t("Lowest"), t("Highest"), t("Evidenced"), t("Band"))
    for column, head in enumerate(heads):
        number = 0 < column < len(heads) - 1
        book.text(sheet, first, column, head, "right_head" if number else "head")
    sheet.set_row(first, TALL_LINE)
    overall, names = at.overall + 2, book.names.scores
    book.text(sheet, first + 1, 0, t("Overall"), "strong")
    _write_estimate(book, sheet, first + 1, overall, facts.report.result.overall)
    awarded = at.bands + len(facts.report.questionnaire.scoring.bands) + 3
    band = f"={ref(names, awarded, scores.WEIGHT)}"
    book.formula(sheet, first + 1, BAND, band, awarded_now(book), "text")
    for row, line in enumerate(facts.pillars, start=first + 2):
        there = at.pillars[line.id]
        _write_name(book, sheet, row, there, line)
        _write_estimate(book, sheet, row, there, line.estimate)
        standing = line.standing if line.estimate.published else None
        book.formula(sheet, row, BAND, f"={ref(names, there, scores.BAND)}", standing, "text")
    return first + 2 + len(facts.pillars)


def _write_name(book: Book, sheet: Worksheet, row: int, there: int, line: Line) -> None:
    """The pillar's name, and that it does not count while its weight is 0."""
    name, weight = (ref(book.names.scores, there, n) for n in (scores.NAME, scores.WEIGHT))
    apart = f" · {book.facts.not_counted}"
    shown = line.name if line.counts else line.name + apart
    book.formula(sheet, row, 0, f'={name}&IF({weight}>0,"","{apart}")', shown, "strong")
    book.fit(sheet, row, (shown, WIDTHS[0]))


def _write_estimate(book: Book, sheet: Worksheet, row: int, there: int, estimate: Estimate) -> None:
    columns = (scores.SCORE, scores.LOWEST, scores.HIGHEST, scores.EVIDENCED)
    for column, score in enumerate(columns, start=1):
        value = scores.way(estimate, score)
        book.formula(sheet, row, column, f"={ref(book.names.scores, there, score)}", value)


def _insert_chart(book: Book, sheet: Worksheet, row: int, title: str, rows: list[int]) -> None:
    """Bars that follow the cells; the title is the finding of the day."""
    t, facts, at = book.facts.t, book.facts, places(book.facts)
    chart = book.workbook.add_chart({"type": "bar"})
    look = facts.report.look
    lines = facts.pillars if rows == list(at.pillars.values()) else facts.dimensions
    name, first, last = book.names.scores, min(rows), max(rows)
    chart.add_series(
        {
            "name": t("Score"),
            "categories": [name, first, scores.NAME, last, scores.NAME],
            "values": [name, first, scores.DRAWN, last, scores.DRAWN],
            "points": [{"fill": {"color": look.pillar(line.pillar)}} for line in lines],
            "data_labels": {
                "value": True,
                "custom": [{"value": f"={ref(name, row, scores.SHOWN)}"} for row in rows],
            },
            "gap": 60,
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_legend({"none": True})
    thresholds = {"min": 0, "max": 100, "major_unit": 25}
    chart.set_x_axis(
        thresholds | {"major_gridlines": {"visible": True, "line": {"color": "#DDD8CC"}}}
    )
    chart.set_y_axis({"reverse": True, "num_font": {"color": MUTED}})
    chart.set_size({"width": 760, "height": height_of_chart(len(rows))})
    spoken = t("{title}: {text}.", title=title, text=facts.told(lines))
    sheet.insert_chart(row, 0, chart, {"description": spoken})
