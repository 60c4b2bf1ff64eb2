"""Where a trend stands: waves along it, bands beside it, and breaks where the scale changed."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dashboard.charts.frame import SMALL_TEXT, Part
from dashboard.charts.ink import INK, LINE, MUTED
from dashboard.charts.lettering import shown, wrapped
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang
from dashboard.domain.trend import Trend
from dashboard.i18n import words

MOST_LABELS: Final = 6
"""Waves named below the figure; where there are more, the last one and every so many before it."""
LABEL_WIDTH: Final = 9
LABEL_LINES: Final = 2


def waves_axis(trend: Trend) -> Part:
    last = len(trend.waves) - 1
    step = last // MOST_LABELS + 1
    named = [n for n in range(last + 1) if (last - n) % step == 0]
    return {
        "range": [-0.5, last + 0.5],
        "tickvals": named,
        "ticktext": [wrapped(trend.waves[n].name, LABEL_WIDTH, most=LABEL_LINES) for n in named],
        "tickfont": {"size": SMALL_TEXT, "color": INK},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
    }


def bands_axis(questionnaire: Questionnaire, lang: Lang) -> Part:
    """Names of bands stand in the middle of their stretch."""
    rules = questionnaire.scoring.bands
    starts = [0.0, *(rule.from_score for rule in rules[1:]), 100.0]
    return {
        "range": [0, 100],
        "tickvals": [(start + end) / 2 for start, end in pairwise(starts)],
        "ticktext": [shown(questionnaire.band(rule.key).name.get(lang)) for rule in rules],
        "tickfont": {"size": SMALL_TEXT, "color": MUTED},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "automargin": True,
    }


def thresholds(questionnaire: Questionnaire) -> Iterator[Part]:
    for rule in questionnaire.scoring.bands[1:]:
        yield {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": rule.from_score,
            "y1": rule.from_score,
            "line": {"color": LINE, "width": 1},
            "layer": "below",
        }


def breaks(trend: Trend) -> Iterator[Part]:
    for n in trend.breaks:
        yield {
            "type": "line",
            "yref": "paper",
            "x0": n - 0.5,
            "x1": n - 0.5,
            "y0": 0,
            "y1": 1,
            "line": {"color": MUTED, "width": 1.5, "dash": "dot"},
        }


def break_words(trend: Trend, lang: Lang) -> Iterator[Part]:
    for n in trend.breaks:
        yield {
            "x": n - 0.5,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "text": shown(words(lang)("not comparable")),
            "showarrow": False,
            "font": {"size": SMALL_TEXT, "color": MUTED},
        }
