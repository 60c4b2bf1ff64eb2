"""The first sheet: the finding in words, the figures that follow the answers, and two charts."""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.result import Estimate
from dashboard.reports.workbook import scores
from dashboard.reports.workbook.bands import awarded_now
from dashboard.reports.workbook.book import FIRST, MUTED, Book, Places, lines_of, places, ref

WIDTHS: Final = (34, 12, 12, 12, 12, 18)
WHOLE_WIDTH: Final = sum(WIDTHS)
CHART_HEIGHT: Final = 32
"""Pixels a bar."""


def write_summary(book: Book) -> None:
    facts, at = book.facts, places(book.facts)
    sheet = book.sheet(book.names.summary, widths=WIDTHS, heads=[])
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    row = _write_words(book, sheet, HEADLINE)
    row = _write_figures(book, sheet, at, row + 1)
    _insert_chart(book, sheet, row + 1, facts.profile_finding, list(at.pillars.values()))
    below = row + 3 + (60 + CHART_HEIGHT * len(at.pillars)) // 20
    _insert_chart(book, sheet, below, facts.dimensions_finding, list(at.dimensions.values()))


HEADLINE: Final = FIRST


def _write_words(book: Book, sheet: Worksheet, first: int) -> int:
    t, facts = book.facts.t, book.facts
    day = t("Report of {day}", day=facts.day)
    lines = (
        (facts.verdict.headline, "headline"),
        (facts.verdict.reason, "text"),
        (t.sentences(f"{facts.title} · {facts.coverage} · {day}"), "small"),
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
        book.text(sheet, first, column, head, "head")
    shown: list[tuple[str, int, Estimate]] = [
        (t("Overall"), at.overall + 2, facts.report.result.overall)
    ]
    shown += [(line.name, at.pillars[line.id], line.estimate) for line in facts.pillars]
    columns = (scores.SCORE, scores.LOWEST, scores.HIGHEST, scores.EVIDENCED)
    for row, (name, there, estimate) in enumerate(shown, start=first + 1):
        book.text(sheet, row, 0, name, "strong")
        for column, score in enumerate(columns, start=1):
            value = scores.way(estimate, score)
            book.formula(sheet, row, column, f"={ref(book.names.scores, there, score)}", value)
        book.formula(sheet, row, len(columns) + 1, *_band(book, at, there, name), "text")
    return first + 1 + len(shown)


def _band(book: Book, at: Places, there: int, name: str) -> tuple[str, str | None]:
    """The awarded band of the overall score; of a pillar the band of its score."""
    facts = book.facts
    if there == at.overall + 2:
        awarded = at.bands + len(facts.report.questionnaire.scoring.bands) + 3
        return f"={ref(book.names.scores, awarded, scores.WEIGHT)}", awarded_now(book)
    line = next(line for line in facts.pillars if line.name == name)
    standing = line.standing if line.estimate.published else None
    return f"={ref(book.names.scores, there, scores.BAND)}", standing


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
    chart.set_size({"width": 760, "height": 90 + CHART_HEIGHT * len(rows)})
    spoken = t("{title}: {text}.", title=title, text=facts.told(lines))
    sheet.insert_chart(row, 0, chart, {"description": spoken})
