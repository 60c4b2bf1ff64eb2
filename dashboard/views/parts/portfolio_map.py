"""The portfolio: every brand's bands by pillar, to be sorted, narrowed and opened."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from dashboard.charts.portfolio import OVERALL, BrandRow, columns_of, portfolio_finding, score_in
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Text
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine
from dashboard.views.cached import show_heat_map
from dashboard.views.session import (
    choice_key,
    choose_brand,
    current_acting,
    current_lang,
    current_theme,
    current_words,
    on_a_phone,
)

SHOWN: Final = 20
"""Rows of a map; sorting and narrowing bring the others into it."""
FIELD: Final = 155
"""Pixels of a field that narrows: two stand side by side on a phone."""
BY_NAME: Final = "name"
HIGHEST, LOWEST = "highest", "lowest"


def show_portfolio(lines: Sequence[BrandLine], on_card: BrandLine) -> None:
    """A map for each questionnaire, the most used one first."""
    sheets = [sheet for line in lines if (sheet := line.shown)]
    title = st.container()
    with st.container(horizontal=True, gap="small"):
        order = _ask_order(_by_questionnaire(sheets)[0][0]) if len(sheets) > 1 else BY_NAME
        left = _narrowed(sheets)
    groups = _by_questionnaire(left)
    names = _names([questionnaire for questionnaire, _ in groups])
    if not groups:
        title.subheader(current_words()("No brand is of this industry and region"), anchor=False)
    for number, (questionnaire, those) in enumerate(groups):
        with st.container() if number else title:
            _show_title(questionnaire, those, names.get(questionnaire.reference))
        _show_map(questionnaire, _sorted(those, order), on_card=on_card)


def _show_title(questionnaire: Questionnaire, sheets: Sequence[Sheet], name: str | None) -> None:
    """`name` says of which questionnaire it speaks where there are several."""
    t, lang = current_words(), current_lang()
    finding = portfolio_finding(questionnaire, _rows(sheets), lang)
    if name:
        finding = t("{name}: {finding}", name=name, finding=finding)
    st.subheader(plain(finding), anchor=False)


def _names(questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    """By reference: each with its version where another has the same title; empty for one alone."""
    if len(questionnaires) < 2:
        return {}
    titles = [one.title.get(current_lang()) for one in questionnaires]
    return {
        one.reference: f"{title} {one.version}" if titles.count(title) > 1 else title
        for one, title in zip(questionnaires, titles, strict=True)
    }


def _rows(sheets: Sequence[Sheet]) -> list[BrandRow]:
    return [BrandRow(sheet.brand.name, sheet.result) for sheet in sheets]


def _by_questionnaire(sheets: Sequence[Sheet]) -> list[tuple[Questionnaire, list[Sheet]]]:
    groups: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(sheet.questionnaire.reference, []).append(sheet)
    ordered = sorted(groups.values(), key=len, reverse=True)
    return [(group[0].questionnaire, group) for group in ordered]


def _ask_order(questionnaire: Questionnaire) -> str:
    t, lang = current_words(), current_lang()
    columns = (OVERALL, *(pillar.id for pillar in questionnaire.pillars))
    names = {BY_NAME: t("By name")}
    for column, name in zip(columns, columns_of(questionnaire, lang), strict=True):
        names[f"{column} {HIGHEST}"] = t("{name}, highest first", name=name)
        names[f"{column} {LOWEST}"] = t("{name}, lowest first", name=name)
    return st.selectbox(
        t("Order of the brands"),
        list(names),
        format_func=lambda order: names[order],
        label_visibility="collapsed",
        width="stretch",
        key=choice_key(f"portfolio-order-{questionnaire.reference}"),
    )


def _sorted(sheets: Sequence[Sheet], order: str) -> list[Sheet]:
    """By the score of a column; who has none comes last, and ties stay by name."""
    column, _, way = order.partition(" ")
    if order == BY_NAME:
        return list(sheets)
    sign = -1 if way == HIGHEST else 1

    def place(sheet: Sheet) -> tuple[bool, float]:
        score = score_in(sheet.result, column)
        return score is None, sign * (score or 0)

    return sorted(sheets, key=place)


def _narrowed(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Those of the chosen industry and region; asked only where the brands differ in them."""
    t, vocabulary = current_words(), current_acting().catalog.vocabulary
    left = list(sheets)
    for field, label, none, known in (
        ("industry", t("Industry"), t("All industries"), vocabulary.industry),
        ("region", t("Region"), t("All regions"), vocabulary.region),
    ):
        there = {_word_of(sheet, field) for sheet in sheets}
        if len(there) > 1:
            words = {key: text for key, text in known.items() if key in there}
            chosen = _ask_word(label, none, words, key=f"portfolio-{field}")
            left = [sheet for sheet in left if chosen in (None, _word_of(sheet, field))]
    return left


def _word_of(sheet: Sheet, field: str) -> str | None:
    word: str | None = getattr(sheet.brand.profile, field)
    return word


def _ask_word(label: str, none: str, words: Mapping[str, Text], *, key: str) -> str | None:
    lang = current_lang()
    return st.selectbox(
        label,
        list(words),
        index=None,
        format_func=lambda word: words[word].get(lang),
        placeholder=none,
        label_visibility="collapsed",
        width=FIELD,
        key=choice_key(key),
    )


def _show_map(questionnaire: Questionnaire, sheets: Sequence[Sheet], *, on_card: BrandLine) -> None:
    t, lang = current_words(), current_lang()
    shown = sheets[:SHOWN]
    key = f"heat-map-{questionnaire.reference}-{current_theme()}"
    brands = tuple(sheet.brand.id for sheet in shown)
    columns = 1 + len(questionnaire.pillars)

    def choose_pointed_at() -> None:
        points = st.session_state[key]["selection"]["point_indices"]
        if points:
            choose_brand(brands[points[0] // columns])

    show_heat_map(
        questionnaire,
        _rows(shown),
        lang,
        on_card=brands.index(on_card.brand.id) if on_card.brand.id in brands else None,
        key=key,
        on_select=None if on_a_phone() else choose_pointed_at,
    )
    st.caption(_key(sheets))
    if len(sheets) > SHOWN:
        more = t.plural(
            "{n} more brand: sort or narrow the list, or choose it on the card.",
            "{n} more brands: sort or narrow the list, or choose one on the card.",
            len(sheets) - SHOWN,
        )
        st.caption(more)


def _key(sheets: Sequence[Sheet]) -> str:
    """What the marks mean, for those that are there, and which waves they are of."""
    t = current_words()
    waves = sorted({sheet.assessment.wave for sheet in sheets})
    parts = [t("Each brand's newest wave with a score")]
    if len(waves) == 1:
        parts = [t("Wave {wave}", wave=plain(waves[0]))]
    if any(sheet.result.band.blocked_by and sheet.result.band.awarded for sheet in sheets):
        parts.append(t("held: a gate keeps the band below that of the score"))
    if any(not sheet.result.band.awarded for sheet in sheets):
        parts.append(t("dotted edge: no firm band"))
    if not on_a_phone():
        parts.append(t("choose a cell to put its brand on the card"))
    return " · ".join(parts)
