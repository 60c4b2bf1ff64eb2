"""Examples from practice, each with its source and the dimensions that it illustrates."""

import streamlit as st

from dashboard.catalog.context import Case
from dashboard.domain.questionnaire import Pillar, Questionnaire
from dashboard.plain import plain
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.library_place import choose_questionnaire
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_acting, current_lang, current_words

CARD = 280
"""The least width of a card, in pixels: less would not fit its lines, more not a small phone."""
BESIDE = 3
"""Cards in a row at most; fewer share the whole width."""


def show_cases() -> None:
    t, lang = current_words(), current_lang()
    questionnaire = choose_questionnaire()
    cases = cases_about(questionnaire)
    name = f"{plain(questionnaire.title.get(lang))} · {plain(questionnaire.version)}"
    if not cases:
        show_head(
            name,
            t("No cases from practice"),
            t("None of the cases that come with Candour belongs to this questionnaire."),
        )
        return
    show_head(
        name,
        t.plural("{n} case from practice", "{n} cases from practice", len(cases)),
        t("What brands did, as published. A case illustrates a dimension; it is not a rating."),
    )
    for pillar in questionnaire.pillars:
        _show_pillar(questionnaire, pillar, [c for c in cases if _first_in(pillar, c)])


def cases_about(questionnaire: Questionnaire) -> list[Case]:
    """Each case once, in the order of the file."""
    catalog = current_acting().catalog
    found = {
        case.id
        for dimension in questionnaire.dimensions
        for case in catalog.cases_of(questionnaire, dimension.id)
    }
    return [case for case in catalog.cases if case.id in found]


def _first_in(pillar: Pillar, case: Case) -> bool:
    return case.dimensions[0] in {dimension.id for dimension in pillar.dimensions}


def _show_pillar(questionnaire: Questionnaire, pillar: Pillar, cases: list[Case]) -> None:
    """A case about several pillars stands under the first one it names."""
    if not cases:
        return
    title = f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(current_lang()))}"
    st.header(title, anchor=False)
    with st.grid(min(len(cases), BESIDE), min_column_width=CARD, gap="small"):
        for case in cases:
            _show_case(questionnaire, case)


def _show_case(questionnaire: Questionnaire, case: Case) -> None:
    t, lang = current_words(), current_lang()
    with st.container(border=True, height="stretch", gap="small"):
        title = plain(case.company.get(lang)) if case.company else t("In practice")
        st.subheader(title, anchor=False)
        st.markdown(":small[" + " · ".join(_dimensions(questionnaire, case)) + "]")
        st.markdown(plain(case.text.get(lang)))
        sources = "; ".join(plain(questionnaire.sources.get(key, key)) for key in case.sources)
        note = f"{plain(case.note.get(lang))}  \n" if case.note else ""
        st.caption(note + t("Source: {sources}", sources=sources))


def _dimensions(questionnaire: Questionnaire, case: Case) -> list[str]:
    lang = current_lang()
    return [
        f"{mark(questionnaire, questionnaire.pillar_of[d.id].id)} {plain(d.title.get(lang))}"
        for d in questionnaire.dimensions
        if d.id in case.dimensions
    ]
