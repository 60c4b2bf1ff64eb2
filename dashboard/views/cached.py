"""Figures, tables and what takes long to work out: the one place that caches.

They depend on questionnaire, results, language and theme alone, so all sessions share them.
Streamlit keeps what a cached function showed and shows it again: neither the drawing nor its way
into the browser's format is done twice.

What a value is found by is one text. Streamlit takes a tuple apart member by member, and asks for
the signature of the function at every argument without a name: each took longer than the rest.
"""

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
    _show(
        name=draw.__name__ + place,
        key=_key(questionnaire.reference, subject, *more.values()),
        lang=lang,
        theme=theme,
        _draw=draw,
        _describe=describe,
        _questionnaire=questionnaire,
        _subject=subject,
        _more=more,
    )


def _key(*parts: object) -> str:
    """One text for what stands in no argument that Streamlit looks at."""
    return repr([part.model_dump_json() if isinstance(part, Frozen) else part for part in parts])


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _show(
    name: str,
    key: str,  # what it is found by; names with an underscore are not part of it
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
    shown = (part for row in rows for part in (row.name, row.result))
    figure, alt = _heat_map(
        key=_key(questionnaire.reference, *shown),
        lang=lang,
        on_card=on_card,
        _questionnaire=questionnaire,
        _rows=rows,
    )
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
    key: str,
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
    _show_picture(
        name=draw.__name__,
        key=value.model_dump_json(),
        lang=lang,
        theme=theme,
        _draw=draw,
        _describe=describe,
        _value=value,
    )


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
    _show_table(key=_key(*rows), alt=alt, _rows=rows)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _show_table(key: str, alt: str, _rows: Sequence[Mapping[str, str]]) -> None:
    del key
    st.table(pd.DataFrame(list(_rows)), border="horizontal", hide_index=True, alt=alt)


def robustness_of(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Robustness | None:
    """What holds of these answers under all reasonable scoring choices."""
    key = _key(questionnaire.reference, _choices(answers))
    return _robustness(key=key, _questionnaire=questionnaire, _answers=answers)


def share_ahead_of(
    questionnaire: Questionnaire, one: Mapping[str, Answer], other: Mapping[str, Answer]
) -> float | None:
    """In which share of the scoring choices one assessment's overall score is the higher one."""
    key = _key(questionnaire.reference, _choices(one), _choices(other))
    return _share_ahead(key=key, _questionnaire=questionnaire, _one=one, _other=other)


def _choices(answers: Mapping[str, Answer]) -> list[tuple[str, int | str]]:
    return sorted((id_, one.level or one.state.value) for id_, one in answers.items())


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _robustness(
    key: str, _questionnaire: Questionnaire, _answers: Mapping[str, Answer]
) -> Robustness | None:
    del key
    return robustness(_questionnaire, _answers)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _share_ahead(
    key: str,
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
    return _exact(
        key=_key(questionnaire.reference, _choices(answers), _stated(wish, efforts)),
        _questionnaire=questionnaire,
        _answers=answers,
        _wish=wish,
        _efforts=efforts,
    )


def plain_order_of(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], wish: Wish, efforts: Efforts
) -> Plan:
    """What the next steps in their plain order bring."""
    return _plain_order(
        key=_key(questionnaire.reference, _choices(answers), _stated(wish, efforts)),
        _questionnaire=questionnaire,
        _answers=answers,
        _wish=wish,
        _efforts=efforts,
    )


def _stated(wish: Wish, efforts: Efforts) -> tuple[object, ...]:
    plain = (wish.budget, wish.band, wish.band_first)
    return *plain, *(tuple(sorted(part)) for part in (wish.forced, wish.excluded, efforts.items()))


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _exact(
    key: str,
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
    _wish: Wish,
    _efforts: Efforts,
) -> Plan | NoPlan:
    del key
    return best_plan(_questionnaire, _answers, _wish, _efforts)


@st.cache_resource(max_entries=MAX_TABLES, show_spinner=False)
def _plain_order(
    key: str,
    _questionnaire: Questionnaire,
    _answers: Mapping[str, Answer],
    _wish: Wish,
    _efforts: Efforts,
) -> Plan:
    del key
    return greedy_plan(_questionnaire, _answers, _wish, _efforts)
