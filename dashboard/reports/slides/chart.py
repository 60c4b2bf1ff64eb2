"""Native charts: bars that PowerPoint itself can edit, in the template's accents.

The workbook inside a chart is written here: names are text in it, and what has no score has no
number in it either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt
from xlsxwriter import Workbook

from dashboard.reports.slides.area import Area
from dashboard.reports.slides.paint import Paint
from dashboard.reports.slides.shade import Shade
from dashboard.reports.workbook.book import AS_DATA

MOST_LARGE: Final = 8
"""Bars up to which numbers are set large."""
CROWDS, NAME_SIZES = (9, 25), (16, 12, 9)
"""From how many bars on names are set smaller."""


@dataclass(frozen=True)
class Bar:
    name: str
    score: float | None
    accent: int
    """Position of the pillar, from 0."""
    before: float | None = None


def add_bars(
    slide: Slide,
    bars: Sequence[Bar],
    area: Area,
    paint: Paint,
    *,
    alt: str,
    now: str,
    before: str | None = None,
) -> None:
    """Horizontal bars from the top; with `before`, a muted bar of the wave before under each."""
    data = CategoryChartData(number_format="0")
    data.categories = [bar.name for bar in bars]
    series: list[tuple[str, list[float | None]]] = [(now, [bar.score for bar in bars])]
    if before is not None:
        series.append((before, [bar.before for bar in bars]))
    for name, values in series:
        data.add_series(name, values)
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED,
        Emu(area.left),
        Emu(area.top),
        Emu(area.width),
        Emu(area.height),
        data,
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    _hold_as_data(chart, [bar.name for bar in bars], series)
    _set_text(chart, paint.ink)
    _set_axes(chart, len(bars) * len(series), paint.ink)
    _set_series(chart, bars, paint)
    chart.has_title = False
    chart.has_legend = before is not None
    if before is not None:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(12)
        _paint(chart.legend.font.fill, paint.ink)


def _hold_as_data(
    chart: Chart, names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]]
) -> None:
    """The same cells as python-pptx writes, with every name as text, never as a formula."""
    file = BytesIO()
    with Workbook(file, AS_DATA) as book:
        sheet = book.add_worksheet("Sheet1")
        for row, name in enumerate(names, start=1):
            sheet.write_string(row, 0, name)
        for column, (name, values) in enumerate(series, start=1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, book.add_format({"num_format": "0"}))
    chart.part.chart_workbook.update_from_xlsx_blob(file.getvalue())


def _set_text(chart: Chart, ink: Shade) -> None:
    """Otherwise some programs set it in black on whatever ground."""
    _paint(chart.font.fill, ink)


def _set_axes(chart: Chart, bars: int, ink: Shade) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 100, 25
    values.has_major_gridlines = False
    values.visible = False
    names.reverse_order = True
    names.format.line.fill.background()
    names.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _name_every_bar(names)
    _paint(names.tick_labels.font.fill, ink)
    names.tick_labels.font.size = Pt(
        16 if bars <= MOST_LARGE else 12 if bars <= 3 * MOST_LARGE else 9
    )


def _name_every_bar(axis: CategoryAxis) -> None:
    """Otherwise a program leaves out names where they come close."""
    element = axis._element
    skip = element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    before = element.find(qn("c:noMultiLvlLbl"))
    element.insert(list(element).index(before), skip)


def _set_series(chart: Chart, bars: Sequence[Bar], paint: Paint) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, -5
    plot.vary_by_categories = False
    for n, series in enumerate(plot.series):
        series.invert_if_negative = False
        labels = series.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = "0", False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        small = len(bars) > 2 * MOST_LARGE or n > 0
        labels.font.size = Pt(10 if small else 12 if len(bars) > MOST_LARGE else 16)
        labels.font.bold = n == 0
        _paint(labels.font.fill, paint.ink)
        if n > 0:
            _paint(series.format.fill, paint.quiet)
            continue
        _paint(series.format.fill, paint.accents[0])
        for position, bar in enumerate(bars):
            accent = paint.accents[bar.accent % len(paint.accents)]
            _paint(series.points[position].format.fill, accent)


def _paint(fill: FillFormat, shade: Shade) -> None:
    fill.solid()
    shade.fill(fill._xPr.find(qn("a:solidFill")))
