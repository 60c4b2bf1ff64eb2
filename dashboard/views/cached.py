"""Figures that were drawn before: the one place that caches.

A figure depends on questionnaire, results and language alone and is never changed once drawn, so
all sessions share it. The results' own text is the key.
"""

from collections.abc import Callable

import streamlit as st

from dashboard.charts import Figure
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang

MAX_FIGURES = 300
"""About 40 kB each."""


Chart = Callable[..., Figure]
"""`chart(questionnaire, result, lang, **more)`, pure."""


def drawn(
    chart: Chart, questionnaire: Questionnaire, result: Result, lang: Lang, **more: Result | None
) -> Figure:
    """`chart(questionnaire, result, lang, **more)`, drawn once for the same values."""
    values = [result, *more.values()]
    key = [chart.__name__, *(value.model_dump_json() if value else "" for value in values)]
    return _drawn(key, questionnaire.reference, lang, chart, questionnaire, result, more)


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _drawn(
    key: list[str],  # what it is found by; names with an underscore are not part of it
    reference: str,
    lang: Lang,
    _chart: Chart,
    _questionnaire: Questionnaire,
    _result: Result,
    _more: dict[str, Result | None],
) -> Figure:
    del key, reference
    return _chart(_questionnaire, _result, lang, **_more)
