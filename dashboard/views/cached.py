"""Figures, tables and what takes long to work out: the one place that caches.

They depend on questionnaire, results, language and theme alone, so all sessions share them.
Streamlit keeps what a cached function showed and shows it again: neither the drawing nor its way
into the browser's format is done twice.
"""

import json
from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.charts import Figure
from dashboard.charts.heat_map import describe_heat_map, heat_map
from dashboard.charts.ink import CONFIG
from dashboard.charts.portfolio import BrandRow
from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.robustness import Robustness, robustness
from dashboard.domain.text import Lang

MAX_FIGURES = 300
"""About 40 kB each."""
MAX_TABLES = 500
"""About 10 kB each."""

Draw = Callable[..., Figure]
"""`draw(questionnaire, result, lang, **more)`, pure."""
Describe = Callable[..., str]
"""The same in words, of the same values."""
More = Result | Mapping[str, float] | None
"""What a figure shows besides the result: the wave before, or targets."""


def show_figure(
    draw: Draw,
    describe: Describe,
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    theme: str,
    **more: More,
) -> None:
    """Show `draw(…)`, with `describe(…)` for those who do not see it."""
    key = (questionnaire.reference, *_texts(result, *more.values()))
    _show(draw.__name__, key, lang, theme, draw, describe, questionnaire, result, more)


def _texts(*shown: More) -> tuple[str, ...]:
    return tuple(
        one.model_dump_json() if isinstance(one, Result) else json.dumps(dict(one) if one else {})
        for one in shown
    )


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _show(
    name: str,
    key: tuple[str, ...],  # what it is found by; names with an underscore are not part of it
    lang: Lang,
    theme: str,
    _draw: Draw,
    _describe: Describe,
    _questionnaire: Questionnaire,
    _result: Result,
    _more: dict[str, More],
) -> None:
    """The element's key holds the theme: a figure keeps the colours it was first shown in."""
    del key
    st.plotly_chart(
        _draw(_questionnaire, _result, lang, **_more),
        key=f"{name}-{theme}",
        config=CONFIG,
        alt=_describe(_questionnaire, _result, lang, **_more),
    )


def show_heat_map(
    questionnaire: Questionnaire,
    rows: Sequence[BrandRow],
    lang: Lang,
    *,
    on_card: int | None,
    key: str,
    on_select: Callable[[], None] | None,
) -> None:
    """Show the portfolio; what was pointed at stands in the session under the key.

    A figure that one can choose from is no picture to be shown again: only its making is kept.
    It also keeps a finger from scrolling past, so `on_select` is None where fingers are used.
    """
    shown = (part for row in rows for part in (row.name, *_texts(row.result)))
    figure, alt = _heat_map((questionnaire.reference, *shown), lang, on_card, questionnaire, rows)
    st.plotly_chart(
        figure,
        key=key,
        config=CONFIG,
        alt=alt,
        on_select=on_select or "ignore",
        selection_mode="points",
    )


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _heat_map(
    key: tuple[str, ...],
    lang: Lang,
    on_card: int | None,
    _questionnaire: Questionnaire,
    _rows: Sequence[BrandRow],
) -> tuple[Figure, str]:
    del key
    figure = heat_map(_questionnaire, _rows, lang, on_card=on_card)
    return figure, describe_heat_map(_questionnaire, _rows, lang)


def show_table(rows: Sequence[Mapping[str, str]], *, alt: str) -> None:
    """Show rows of markdown cells under the columns that their keys name."""
    columns = tuple(rows[0]) if rows else ()
    _show_table(columns, tuple(tuple(row.values()) for row in rows), alt)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _show_table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], alt: str) -> None:
    table = pd.DataFrame(list(rows), columns=list(columns))
    st.table(table, border="horizontal", hide_index=True, alt=alt)


def robustness_of(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Robustness | None:
    """What holds of these answers under all reasonable scoring choices."""
    given = tuple(sorted((id_, str(one.level or one.state)) for id_, one in answers.items()))
    return _robustness(questionnaire.reference, given, questionnaire, answers)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _robustness(
    reference: str,
    given: tuple[tuple[str, str], ...],
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
) -> Robustness | None:
    del reference, given
    return robustness(_questionnaire, _answers)
