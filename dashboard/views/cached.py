"""Figures that were drawn before: the one place that caches.

A figure depends on questionnaire, results and language alone and is never changed once drawn, so
all sessions share it. The results' own text is the key.
"""

from typing import Protocol

import streamlit as st

from dashboard.charts import Figure
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang

MAX_FIGURES = 300
"""About 40 kB each."""


class Chart(Protocol):
    __name__: str

    def __call__(
        self, questionnaire: Questionnaire, result: Result, lang: Lang, **more: Result | None
    ) -> Figure: ...


def drawn(
    chart: Chart, questionnaire: Questionnaire, result: Result, lang: Lang, **more: Result | None
) -> Figure:
    """`chart(questionnaire, result, lang, **more)`, drawn once for the same values."""
    values = [result, *more.values()]
    key = [chart.__name__, *(value.model_dump_json() if value else "" for value in values)]
    return _drawn(key, questionnaire.reference, lang, chart, questionnaire, result, more)


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _drawn(  # noqa: PLR0913  (the first three are the key; the others, by their names, are not)
    key: list[str],
    reference: str,
    lang: Lang,
    _chart: Chart,
    _questionnaire: Questionnaire,
    _result: Result,
    _more: dict[str, Result | None],
) -> Figure:
    del key, reference
    return _chart(_questionnaire, _result, lang, **_more)
