"""Bands on the sheet of scores: what each asks, whether its gates hold, and which one is given.

Every gate is tried with the answers as given, and with what is missing at its lowest and highest.
"""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from dashboard.domain.bands import band_of
from dashboard.domain.precision import TOLERANCE
from dashboard.domain.questionnaire import BandRule
from dashboard.reports.workbook import answers
from dashboard.reports.workbook.book import (
    NOT_APPLICABLE,
    Book,
    Places,
    cell,
    fixed,
    places,
    ref,
    span,
)
from dashboard.reports.workbook.gates import Way, critical_seen, holds

ID, NAME, FROM, PILLAR, DIMENSION, CRITICAL, GIVEN, LOWEST, HIGHEST = range(9)
SCORES: Final = {GIVEN: 5, LOWEST: 6, HIGHEST: 7}
"""Each way of looking, and the column in which scores and critical answers stand for it."""
PILLARS: Final = {GIVEN: 5, LOWEST: 14, HIGHEST: 15}
"""The same for pillars, whose bounds gates look at only where enough applies."""
WAYS: Final = {GIVEN: Way.GIVEN, LOWEST: Way.LOWEST, HIGHEST: Way.HIGHEST}
JUST: Final = f"{TOLERANCE:.9f}"


def write_bands(book: Book, sheet: Worksheet, at: Places) -> None:
    t, rules = book.facts.t, book.facts.report.questionnaire.scoring.bands
    heads = [
        t("Bands"),
        t("Band"),
        t("Score from"),
        t("Pillar from"),
        t("Dimension from"),
        t("Critical from"),
        t("Holds"),
        t("Holds, lowest"),
        t("Holds, highest"),
    ]
    book.heads(sheet, at.bands - 1, heads, right=FROM)
    told = t("Holds: the band's number where its score and gates are met, otherwise 0.")
    book.text(sheet, at.bands, len(heads), told, "aside")
    for n, rule in enumerate(rules):
        _write_rule(book, sheet, at, n, rule)
    _write_given(book, sheet, at)
    _write_critical(book, sheet, at)


def name_of_band(book: Book, score: str, value: float | None) -> tuple[str, str | None]:
    """The formula of the band that the score in a cell has by itself, and what it gives now."""
    at, questionnaire = places(book.facts), book.facts.report.questionnaire
    last = at.bands + len(questionnaire.scoring.bands) - 1
    thresholds, names = span((at.bands, FROM), (last, FROM)), span((at.bands, NAME), (last, NAME))
    found = f"IFERROR(MATCH({score}+{JUST},{thresholds},1),1)"
    name = None
    if value is not None:
        band = questionnaire.band(band_of(value, questionnaire.scoring))
        name = band.name.get(book.facts.t.lang)
    return f'IF(ISNUMBER({score}),INDEX({names},{found}),"")', name


def _write_rule(book: Book, sheet: Worksheet, at: Places, n: int, rule: BandRule) -> None:
    """A band's line: its number where it is reached and its gates hold, otherwise 0."""
    row = at.bands + n
    book.text(sheet, row, ID, rule.key)
    name = book.facts.report.questionnaire.band(rule.key).name
    book.text(sheet, row, NAME, name.get(book.facts.t.lang))
    book.number(sheet, row, FROM, rule.from_score, "input_number")
    for column, gate in (
        (PILLAR, rule.pillar),
        (DIMENSION, rule.dimension),
        (CRITICAL, rule.critical),
    ):
        book.number(sheet, row, column, gate, "number" if gate is None else "input_number")
    for way in SCORES:
        tests = "TRUE" if n == 0 else _tests(book, at, row, rule, way)
        overall = cell(at.overall + 2, SCORES[way])
        formula = f"=IF(ISNUMBER({overall}),IF({tests},{n + 1},0),0)"
        now = n + 1 if holds(book.facts.report, rule, WAYS[way]) else 0
        book.formula(sheet, row, way, formula, now, "number")


def _tests(book: Book, at: Places, row: int, rule: BandRule, way: int) -> str:
    questionnaire = book.facts.report.questionnaire
    critical = [item for item in questionnaire.items if item.critical]
    tests = [f"{cell(at.overall + 2, SCORES[way])}>={cell(row, FROM)}-{JUST}"]
    pillars, dimensions = list(at.pillars.values()), list(at.dimensions.values())
    if rule.pillar is not None:
        tests.append(_all_reach(pillars, PILLARS[way], cell(row, PILLAR)))
    if rule.dimension is not None:
        tests.append(_all_reach(dimensions, SCORES[way], cell(row, DIMENSION)))
    if rule.critical is not None and critical:
        rows = [at.critical + n for n in range(len(critical))]
        cells = span((rows[0], SCORES[way]), (rows[-1], SCORES[way]))
        tests.append(_all_reach(rows, SCORES[way], cell(row, CRITICAL)))
        tests.append(f'COUNTIF({cells},"{_open(book)}")=0')
    return f"AND({','.join(tests)})"


def _all_reach(rows: list[int], column: int, gate: str) -> str:
    """What has no score blocks nothing, and where none has one, nothing does."""
    cells = span((min(rows), column), (max(rows), column))
    return f"OR(COUNT({cells})=0,MIN({cells})>={gate}-{JUST})"


def _write_given(book: Book, sheet: Worksheet, at: Places) -> None:
    t, band = book.facts.t, book.facts.report.result.band
    rules = book.facts.report.questionnaire.scoring.bands
    first, last = at.bands, at.bands + len(rules) - 1
    names = span((first, NAME), (last, NAME))
    after = last + 1

    def held(way: int) -> str:
        numbers = span((first, way), (last, way))
        return f'IF(MAX({numbers})>0,INDEX({names},MAX({numbers})),"")'

    overall = cell(at.overall + 2, SCORES[GIVEN])
    raw, _ = name_of_band(book, overall, None)
    lines = (
        (t("By the score alone"), raw, _named(book, band.raw)),
        (
            t("Secured, whatever is missing"),
            _if_scored(overall, held(LOWEST)),
            _named(book, band.secured),
        ),
        (
            t("Possible with what is missing"),
            _if_scored(overall, held(HIGHEST)),
            _named(book, band.possible),
        ),
        (t("Awarded"), _awarded(after), awarded_now(book)),
    )
    for row, (title, formula, value) in enumerate(lines, start=after):
        book.text(sheet, row, NAME, title, "outcome")
        book.formula(sheet, row, FROM, f"={formula}", value, "outcome")


def _if_scored(overall: str, formula: str) -> str:
    return f'IF(ISNUMBER({overall}),{formula},"")'


def _awarded(after: int) -> str:
    secured, possible = fixed(after + 1, FROM), fixed(after + 2, FROM)
    return f'IF({secured}={possible},{secured},{secured}&" – "&{possible})'


def awarded_now(book: Book) -> str | None:
    """The band, or the two between which it lies, as the cell has it."""
    band = book.facts.report.result.band
    secured, possible = _named(book, band.secured), _named(book, band.possible)
    return f"{secured} – {possible}" if band.provisional else secured


def _named(book: Book, key: str | None) -> str | None:
    if key is None:
        return None
    return book.facts.report.questionnaire.band(key).name.get(book.facts.t.lang)


def _write_critical(book: Book, sheet: Worksheet, at: Places) -> None:
    """The critical questions, whose answers gates look at."""
    t, report = book.facts.t, book.facts.report
    seen = {way: critical_seen(report, WAYS[way]) for way in SCORES}
    critical = [item for item in report.questionnaire.items if item.critical]
    if critical:
        unheaded = [""] * (SCORES[GIVEN] - 1)
        ways = (t("As answered"), t("Lowest"), t("Highest"))
        heads = [t("Critical questions"), *unheaded, *ways]
        book.heads(sheet, at.critical - 1, heads, right=SCORES[GIVEN])
    for row, item in enumerate(critical, start=at.critical):
        book.text(sheet, row, ID, item.id)
        book.text(sheet, row, NAME, item.title.get(t.lang))

        def stands(column: int, row_of_item: int = at.items[item.id]) -> str:
            return ref(book.names.answers, row_of_item, column)

        given = stands(answers.ANSWER)
        known = f'IF(ISNUMBER({given}),{stands(answers.SCORE)},"{_open(book)}")'
        formulas = {
            GIVEN: f'=IF({given}="{NOT_APPLICABLE}","",{known})',
            LOWEST: f"={stands(answers.LOWEST)}",
            HIGHEST: f"={stands(answers.HIGHEST)}",
        }
        for way, formula in formulas.items():
            missing = _open(book) if item.id in seen[way] else None
            value = seen[way].get(item.id)
            book.formula(sheet, row, SCORES[way], formula, missing if value is None else value)


def _open(book: Book) -> str:
    """What stands for a critical question without an answer: it blocks every gate."""
    t = book.facts.t
    return t("open")
