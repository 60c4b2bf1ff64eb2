"""Figures, tables and what takes long to work out: the one place that caches.

They depend on questionnaire, results, language and theme alone, so all sessions share them.
Streamlit keeps what a cached function showed and shows it again: neither the drawing nor its way
into the browser's format is done twice.
"""

from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from dashboard.charts import Figure
from dashboard.charts.ink import CONFIG
from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.robustness import Robustness, robustness
from dashboard.domain.text import Frozen, Lang

MAX_FIGURES = 300
"""About 40 kB each."""
MAX_TABLES = 500
"""About 10 kB each."""

Draw = Callable[..., Figure]
"""`draw(questionnaire, result, lang, **more)`, pure."""
Describe = Callable[..., str]
"""The same in words, of the same values."""


def show_figure(
    draw: Draw,
    describe: Describe,
    questionnaire: Questionnaire,
    result: Result,
    lang: Lang,
    theme: str,
    **more: Result | None,
) -> None:
    """Show `draw(…)`, with `describe(…)` for those who do not see it."""
    key = (questionnaire.reference, *_texts(result, *more.values()))
    _show(draw.__name__, key, lang, theme, draw, describe, questionnaire, result, more)


def _texts(*results: Result | None) -> tuple[str, ...]:
    return tuple(result.model_dump_json() if result else "" for result in results)


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
    _more: dict[str, Result | None],
) -> None:
    """The element's key holds the theme: a figure keeps the colours it was first shown in."""
    del key
    st.plotly_chart(
        _draw(_questionnaire, _result, lang, **_more),
        key=f"{name}-{theme}",
        config=CONFIG,
        alt=_describe(_questionnaire, _result, lang, **_more),
    )


def show_picture(
    draw: Callable[..., Figure], describe: Describe, value: Frozen, lang: Lang, theme: str
) -> None:
    """Show `draw(value, lang)`, with `describe(value, lang)` for those who do not see it."""
    _show_picture(draw.__name__, value.model_dump_json(), lang, theme, draw, describe, value)


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _show_picture(
    name: str,
    key: str,
    lang: Lang,
    theme: str,
    _draw: Draw,
    _describe: Describe,
    _value: Frozen,
) -> None:
    st.plotly_chart(
        _draw(_value, lang),
        key=f"{name}-{theme}-{crc32(key.encode())}",
        config=CONFIG,
        alt=_describe(_value, lang),
    )


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
