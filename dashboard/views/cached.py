"""Figures, tables and what takes long to work out: the one place that caches.

They depend on questionnaire, results, language and theme alone, so all sessions share them.
Streamlit keeps what a cached function showed and shows it again: neither the drawing nor its way
into the browser's format is done twice.
"""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.charts import Figure
from dashboard.charts.ink import CONFIG
from dashboard.domain.answer import Answer
from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts
from dashboard.domain.robustness import Robustness, robustness
from dashboard.domain.text import Lang
from dashboard.domain.wish import NoPlan, Wish

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
    return _robustness(questionnaire.reference, _given(answers), questionnaire, answers)


def _given(answers: Mapping[str, Answer]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((id_, str(one.level or one.state)) for id_, one in answers.items()))


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _robustness(
    reference: str,
    given: tuple[tuple[str, str], ...],
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
) -> Robustness | None:
    del reference, given
    return robustness(_questionnaire, _answers)


def plan_of(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], wish: Wish, efforts: Efforts
) -> Plan | NoPlan:
    """The exact plan for a wish, or why there is none."""
    key = (questionnaire.reference, _given(answers), _stated(wish, efforts))
    return _exact(key, questionnaire, answers, wish, efforts)


def plain_order_of(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], wish: Wish, efforts: Efforts
) -> Plan:
    """What the next steps in their plain order bring."""
    key = (questionnaire.reference, _given(answers), _stated(wish, efforts))
    return _plain_order(key, questionnaire, answers, wish, efforts)


def _stated(wish: Wish, efforts: Efforts) -> tuple[object, ...]:
    plain = (wish.budget, wish.band, wish.band_first)
    return *plain, *(tuple(sorted(part)) for part in (wish.forced, wish.excluded, efforts.items()))


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _exact(
    key: tuple[object, ...],
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
    _wish: Wish,
    _efforts: Efforts,
) -> Plan | NoPlan:
    del key
    return best_plan(_questionnaire, _answers, _wish, _efforts)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _plain_order(
    key: tuple[object, ...],
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
    _wish: Wish,
    _efforts: Efforts,
) -> Plan:
    del key
    return greedy_plan(_questionnaire, _answers, _wish, _efforts)
