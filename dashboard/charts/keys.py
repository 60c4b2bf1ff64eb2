"""The line below a figure that says what its marks mean, for the marks that are drawn.

Plain text with names that users have written: a page that shows it as Markdown escapes it first.
"""

from typing import Final

from dashboard.charts.rows import bounds, numbered, rows_of
from dashboard.domain.distribution import Distribution
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

BETWEEN: Final = " · "


def rose_key(
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    *,
    wave_before: str | None = None,
    targets: bool = False,
) -> str:
    t = words(lang)
    bands = [
        questionnaire.band(band.key).name.get(lang) for band in questionnaire.scoring.bands[1:]
    ]
    marks = []
    if targets:
        marks.append(t("Dotted line: target"))
    if wave_before:
        marks.append(t("Thin outline: {wave}", wave=wave_before))
    if bands:
        marks.append(
            t.plural(
                "Ring: where {bands} begins",
                "Rings: where {bands} begin",
                n=len(bands),
                bands=t.listed(bands),
            )
        )
    if numbered(rows_of(questionnaire, result)):
        marks.append(t("Numbers: as in the bars"))
    if not all(dimension.published for dimension in result.dimensions):
        marks.append(t("–: no score"))
    return BETWEEN.join(marks)


def level_bars_key(result: Result, lang: Lang, *, targets: bool = False) -> str:
    """Empty if every mark explains itself."""
    t = words(lang)
    marks = []
    if targets:
        marks.append(t("Dotted line: target"))
    if any(bounds(dimension) for dimension in result.dimensions):
        marks.append(_bounds_key(lang))
    return BETWEEN.join(marks)


def _bounds_key(lang: Lang) -> str:
    t = words(lang)
    return t("Line with ends: where the score would lie if missing answers were lowest or highest.")


def evidence_key(lang: Lang) -> str:
    t = words(lang)
    return t("Disc: claimed · Diamond: evidenced · Numbers: claimed → evidenced")


def peers_key(told: Distribution, lang: Lang) -> str:
    t = words(lang)
    bars = () if told.counts is None else (t("Bars: brands, in fives."),)
    return t.sentences(t("Overall score, 0 to 100."), *bars, t("Blue: your bin."))
