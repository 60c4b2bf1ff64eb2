"""The sheet of scores: dimensions from answers, pillars from dimensions, the overall from pillars.

The formulas follow `domain.tally`: what is missing is the empty text, which no mean and no minimum
counts. A comparison with a threshold has the same tolerance as in `domain.precision`.
"""

from collections.abc import Mapping
from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.precision import TOLERANCE, whole
from dashboard.domain.questionnaire import Dimension, Pillar
from dashboard.domain.result import Estimate
from dashboard.domain.tally import weighted_mean
from dashboard.i18n import Words
from dashboard.reports.facts import NONE
from dashboard.reports.workbook import answers
from dashboard.reports.workbook.bands import JUST, name_of_band, write_bands
from dashboard.reports.workbook.book import Book, Places, cell, places, ref, span
from dashboard.reports.workbook.gates import Way, pillar_seen
from dashboard.reports.workbook.method import (
    APPLICABLE_MINIMUM,
    DIMENSION_MINIMUM,
    IMBALANCE,
    PILLAR_MINIMUM,
)

ID, NAME, WEIGHT, APPLIES, PUBLISHED, SCORE, LOWEST, HIGHEST, EVIDENCED, BAND = range(10)
COUNTS_APPLIES, COUNTS_PUBLISHED = 10, 11
"""Of a dimension: its weight where it applies, and where it has a score."""
COUNTS: Final = {SCORE: 10, LOWEST: 11, HIGHEST: 12, EVIDENCED: 13}
"""Of a pillar: its scores, where it has a weight in the overall score."""
FOR_GATES: Final = {LOWEST: 14, HIGHEST: 15}
"""Of a pillar: its lowest and highest score, where enough of it applies for gates to look at."""
GATES: Final = {LOWEST: Way.LOWEST, HIGHEST: Way.HIGHEST}
DRAWN, SHOWN = 16, 17
"""Of both: the bar of a chart, where the score lies within its bounds, and the words beside it."""
AT_LEAST: Final = f">=%s-{TOLERANCE:.9f}"

HELPER_WIDTH: Final = 11
WIDTHS: Final = (12, 34, 10, 10, 11, 10, 10, 10, 11, 16, *[HELPER_WIDTH] * 8)


def write_scores(book: Book) -> None:
    t, at = book.facts.t, places(book.facts)
    heads = [
        t("ID"),
        t("Name"),
        t("Weight"),
        t("Weight that applies"),
        t("Weight answered"),
        t("Score"),
        t("Lowest"),
        t("Highest"),
        t("Evidenced"),
        t("Band by score"),
    ]
    numbers = range(WEIGHT, BAND)
    sheet = book.sheet(book.names.scores, widths=WIDTHS, heads=heads, numbers=numbers)
    _write_overall(book, sheet, at)
    _write_heads(book, sheet, min(at.pillars.values()) - 1, t("Pillars"), helpers_of_pillars(t))
    for pillar in book.facts.report.questionnaire.pillars:
        _write_pillar(book, sheet, at, pillar)
    first = min(at.dimensions.values())
    _write_heads(book, sheet, first - 1, t("Dimensions"), helpers_of_dimensions(t))
    for dimension in book.facts.report.questionnaire.dimensions:
        _write_dimension(book, sheet, at, dimension)
    write_bands(book, sheet, at)


def helpers_of_pillars(t: Words) -> dict[int, str]:
    """What stands over the columns that only other formulas read."""
    return {
        COUNTS[SCORE]: t("Counted score"),
        COUNTS[LOWEST]: t("Counted lowest"),
        COUNTS[HIGHEST]: t("Counted highest"),
        COUNTS[EVIDENCED]: t("Counted evidenced"),
        FOR_GATES[LOWEST]: t("Lowest, for gates"),
        FOR_GATES[HIGHEST]: t("Highest, for gates"),
        DRAWN: t("Bar of the chart"),
        SHOWN: t("Beside the bar"),
    }


def helpers_of_dimensions(t: Words) -> dict[int, str]:
    return {
        COUNTS_APPLIES: t("Weight that applies"),
        COUNTS_PUBLISHED: t("Weight with a score"),
        DRAWN: t("Bar of the chart"),
        SHOWN: t("Beside the bar"),
    }


def _write_heads(
    book: Book, sheet: Worksheet, row: int, title: str, helpers: Mapping[int, str]
) -> None:
    for column in range(BAND + 1):
        book.text(sheet, row, column, title if column == 0 else "", "section")
    for column, head in helpers.items():
        book.text(sheet, row, column, head, "helper")
    book.fit(sheet, row, *((head, HELPER_WIDTH) for head in helpers.values()))


def way(estimate: Estimate, column: int) -> float | None:
    """The score of an estimate that stands in a column."""
    return {
        SCORE: estimate.score,
        LOWEST: estimate.low,
        HIGHEST: estimate.high,
        EVIDENCED: estimate.evidenced,
    }[column]


def column_of(rows: dict[str, int] | list[int], column: int) -> str:
    """The cells of a column beside these rows."""
    numbers = list(rows.values()) if isinstance(rows, dict) else rows
    return span((min(numbers), column), (max(numbers), column))


def _write_overall(book: Book, sheet: Worksheet, at: Places) -> None:
    t, report = book.facts.t, book.facts.report
    mean, weakest, overall = at.overall, at.overall + 1, at.overall + 2
    book.text(sheet, mean, NAME, t("Mean of the pillars"))
    book.text(sheet, weakest, NAME, t("Weakest pillar"))
    book.text(sheet, overall, NAME, t("Overall"), "strong")
    weights = column_of(dict(at.pillars), WEIGHT)
    for column, counting in COUNTS.items():
        scores = column_of(dict(at.pillars), counting)
        complete = f'COUNT({scores})=COUNTIF({weights},">0")'
        pairs = [
            (way(report.result.pillar[p.id], column), p.weight)
            for p in report.questionnaire.pillars
            if p.weight > 0
        ]
        known = [value for value, _ in pairs if value is not None]
        whole = len(known) == len(pairs)
        book.formula(
            sheet,
            mean,
            column,
            f'=IF({complete},SUMPRODUCT({weights},{scores})/SUM({weights}),"")',
            weighted_mean(pairs) if whole else None,
        )
        low = f'=IF({complete},MIN({scores}),"")'
        book.formula(sheet, weakest, column, low, min(known) if whole else None)
        average = cell(mean, column)
        pulled = f"{average}-{IMBALANCE}*({average}-{cell(weakest, column)})"
        book.formula(
            sheet,
            overall,
            column,
            f'=IF(ISNUMBER({average}),{pulled},"")',
            way(report.result.overall, column),
            "strong_score",
        )
    formula, name = name_of_band(book, cell(overall, SCORE), report.result.overall.score)
    book.formula(sheet, overall, BAND, f"={formula}", name, "text")


def _write_pillar(book: Book, sheet: Worksheet, at: Places, pillar: Pillar) -> None:
    row, estimate = at.pillars[pillar.id], book.facts.report.result.pillar[pillar.id]
    rows = [at.dimensions[dimension.id] for dimension in pillar.dimensions]
    applying, scored = column_of(rows, COUNTS_APPLIES), column_of(rows, COUNTS_PUBLISHED)
    results = book.facts.report.result.dimension
    applies = sum(d.weight for d in pillar.dimensions if results[d.id].low is not None)
    published = sum(d.weight for d in pillar.dimensions if results[d.id].published)
    _write_head(book, sheet, row, pillar)
    book.formula(sheet, row, APPLIES, f"=SUM({applying})", applies, "number")
    book.formula(sheet, row, PUBLISHED, f"=SUM({scored})", published, "number")
    of, has = cell(row, APPLIES), cell(row, PUBLISHED)
    enough = f"{of}/SUM({column_of(rows, WEIGHT)}){AT_LEAST % APPLICABLE_MINIMUM}"
    known = f"{has}/{of}{AT_LEAST % PILLAR_MINIMUM}"

    def mean(column: int) -> str:
        return f"SUMPRODUCT({scored},{column_of(rows, column)})/{has}"

    def bound(column: int) -> str:
        return f'=IF({of}>0,SUMPRODUCT({applying},{column_of(rows, column)})/{of},"")'

    formulas = {
        SCORE: f'=IF({of}>0,IF(AND({enough},{known},{has}>0),{mean(SCORE)},""),"")',
        LOWEST: bound(LOWEST),
        HIGHEST: bound(HIGHEST),
        EVIDENCED: f'=IF(AND({graded(book)},ISNUMBER({cell(row, SCORE)})),{mean(EVIDENCED)},"")',
    }
    for column, formula in formulas.items():
        book.formula(sheet, row, column, formula, way(estimate, column))
    _write_shown(book, sheet, row, estimate)
    for column, counting in COUNTS.items():
        value = way(estimate, column) if pillar.weight > 0 else None
        counts = f'=IF({cell(row, WEIGHT)}>0,{cell(row, column)},"")'
        book.formula(sheet, row, counting, counts, value)
    for column, gates in FOR_GATES.items():
        looked_at = f'=IF({of}>0,IF({enough},{cell(row, column)},""),"")'
        now = pillar_seen(book.facts.report, pillar, GATES[column])
        book.formula(sheet, row, gates, looked_at, now)


def _write_dimension(book: Book, sheet: Worksheet, at: Places, dimension: Dimension) -> None:
    row, report = at.dimensions[dimension.id], book.facts.report
    estimate = report.result.dimension[dimension.id]

    def items(column: int) -> str:
        first, last = (at.items[dimension.items[n].id] for n in (0, -1))
        return ref(book.names.answers, first, column, last=(last, column))

    _write_head(book, sheet, row, dimension)
    given = [report.answers.get(item.id) for item in dimension.items]
    pairs = list(zip(dimension.items, given, strict=True))
    applies = sum(item.weight for item, one in pairs if one is None or one.reason is None)
    answered = sum(item.weight for item, one in pairs if one and one.level is not None)
    of, has = cell(row, APPLIES), cell(row, PUBLISHED)
    book.formula(sheet, row, APPLIES, f"=SUM({items(answers.APPLIES)})", applies, "number")
    book.formula(sheet, row, PUBLISHED, f"=SUM({items(answers.ANSWERED)})", answered, "number")

    def mean(column: int) -> str:
        return f"SUMPRODUCT({items(answers.ANSWERED)},{items(column)})/{has}"

    def bound(column: int) -> str:
        return f'=IF({of}>0,SUMPRODUCT({items(answers.APPLIES)},{items(column)})/{of},"")'

    enough = f"{has}/{of}{AT_LEAST % DIMENSION_MINIMUM}"
    scored = f"ISNUMBER({cell(row, SCORE)})"
    formulas = {
        SCORE: f'=IF(AND({of}>0,{has}>0),IF({enough},{mean(answers.SCORE)},""),"")',
        LOWEST: bound(answers.LOWEST),
        HIGHEST: bound(answers.HIGHEST),
        EVIDENCED: f'=IF(AND({graded(book)},{scored}),{mean(answers.EVIDENCED)},"")',
    }
    for column, formula in formulas.items():
        book.formula(sheet, row, column, formula, way(estimate, column))
    _write_shown(book, sheet, row, estimate)
    weight = cell(row, WEIGHT)
    book.formula(
        sheet,
        row,
        COUNTS_APPLIES,
        f"=IF({of}>0,{weight},0)",
        dimension.weight if estimate.low is not None else 0.0,
        "number",
    )
    book.formula(
        sheet,
        row,
        COUNTS_PUBLISHED,
        f"=IF({scored},{weight},0)",
        dimension.weight if estimate.published else 0.0,
        "number",
    )


def graded(book: Book) -> str:
    """Whether any level answer carries an evidence grade."""
    rows = list(places(book.facts).items.values())
    levels, grades = (
        ref(book.names.answers, min(rows), column, last=(max(rows), column))
        for column in (answers.ANSWER, answers.GRADE)
    )
    return f"SUMPRODUCT(ISNUMBER({levels})*ISNUMBER({grades}))>0"


def _write_head(book: Book, sheet: Worksheet, row: int, part: Pillar | Dimension) -> None:
    book.text(sheet, row, ID, part.id)
    book.text(sheet, row, NAME, part.title.get(book.facts.t.lang))
    book.number(sheet, row, WEIGHT, part.weight, "input_number")


def _write_shown(book: Book, sheet: Worksheet, row: int, estimate: Estimate) -> None:
    """The bar and the band of a score alone: neither where its bounds miss it."""
    score, low, high = (cell(row, column) for column in (SCORE, LOWEST, HIGHEST))
    within = f"AND({score}>={low}-{JUST},{high}>={score}-{JUST})"
    drawn = None if estimate.outside_bounds else estimate.score
    bar = f'=IF(ISNUMBER({score}),IF({within},{score},""),"")'
    book.formula(sheet, row, DRAWN, bar, drawn)
    beside = f'=IF(ISNUMBER({cell(row, DRAWN)}),INT({cell(row, DRAWN)}+0.5+{JUST}),"{NONE}")'
    book.formula(sheet, row, SHOWN, beside, NONE if drawn is None else whole(drawn))
    band, name = name_of_band(book, cell(row, DRAWN), drawn)
    t = book.facts.t
    missed = t("No score")
    formula = f'=IF(AND(ISNUMBER({score}),{cell(row, DRAWN)}=""),"{missed}",{band})'
    book.formula(sheet, row, BAND, formula, missed if estimate.outside_bounds else name, "text")
