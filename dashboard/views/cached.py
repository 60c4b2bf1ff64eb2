"""Figures, tables and what takes long to work out: the one place that caches.

They depend on questionnaire, results, language and theme alone, so all sessions share them.
Streamlit keeps what a cached function showed and shows it again: neither the drawing nor its way
into the browser's format is done twice.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from dashboard.charts import Figure
from dashboard.charts.heat_map import describe_heat_map, heat_map
from dashboard.charts.ink import CONFIG
from dashboard.charts.portfolio import BrandRow
from dashboard.domain.answer import Answer
from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import Efforts
from dashboard.domain.robustness import Robustness, robustness, share_ahead
from dashboard.domain.text import Frozen, Lang
from dashboard.domain.wish import NoPlan, Wish

MAX_FIGURES = 300
"""About 40 kB each."""
MAX_TABLES = 500
"""About 10 kB each."""

Draw = Callable[..., Figure]
"""`draw(questionnaire, subject, lang, **more)`, pure; the subject is a result or several."""
Describe = Callable[..., str]
"""The same in words, of the same values."""
More = Frozen | Mapping[str, float] | None
"""What a figure shows besides the result: the wave before, or targets."""


def show_figure(
    draw: Draw,
    describe: Describe,
    questionnaire: Questionnaire,
    subject: Frozen,
    lang: Lang,
    theme: str,
    *,
    place: str = "",
    **more: More,
) -> None:
    """Show `draw(…)`, with `describe(…)` for those who do not see it.

    `place` tells figures of one kind on one page apart.
    """
    key = (questionnaire.reference, *_texts(subject, *more.values()))
    name = draw.__name__ + place
    _show(name, key, lang, theme, draw, describe, questionnaire, subject, more)


def _texts(*shown: Frozen | More) -> tuple[str, ...]:
    return tuple(
        one.model_dump_json() if isinstance(one, Frozen) else json.dumps(dict(one) if one else {})
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
    _subject: Frozen,
    _more: dict[str, More],
) -> None:
    """The element's key holds the theme: a figure keeps the colours it was first shown in."""
    del key
    st.plotly_chart(
        _draw(_questionnaire, _subject, lang, **_more),
        key=f"{name}-{theme}",
        config=CONFIG,
        alt=_describe(_questionnaire, _subject, lang, **_more),
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
    return _robustness(questionnaire.reference, _choices(answers), questionnaire, answers)


def share_ahead_of(
    questionnaire: Questionnaire, one: Mapping[str, Answer], other: Mapping[str, Answer]
) -> float | None:
    """In which share of the scoring choices one assessment's overall score is the higher one."""
    key = (questionnaire.reference, _choices(one), _choices(other))
    return _share_ahead(key, questionnaire, one, other)


Choices = tuple[tuple[str, str], ...]


def _choices(answers: Mapping[str, Answer]) -> Choices:
    return tuple(sorted((id_, str(one.level or one.state)) for id_, one in answers.items()))


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _robustness(
    reference: str,
    given: Choices,
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
) -> Robustness | None:
    del reference, given
    return robustness(_questionnaire, _answers)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _share_ahead(
    key: tuple[str, Choices, Choices],
    _questionnaire: Questionnaire,
    _one: Mapping[str, Answer],
    _other: Mapping[str, Answer],
) -> float | None:
    del key
    return share_ahead(_questionnaire, _one, _other)


def plan_of(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], wish: Wish, efforts: Efforts
) -> Plan | NoPlan:
    """The exact plan for a wish, or why there is none."""
    key = (questionnaire.reference, _choices(answers), _stated(wish, efforts))
    return _exact(key, questionnaire, answers, wish, efforts)


def plain_order_of(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], wish: Wish, efforts: Efforts
) -> Plan:
    """What the next steps in their plain order bring."""
    key = (questionnaire.reference, _choices(answers), _stated(wish, efforts))
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
