"""Where in the library one is: which section, and which questionnaire where there are several.

Both are kept under names of their own, not in their widgets: a widget forgets with its page.
"""

from typing import Final

import streamlit as st

from dashboard.domain.questionnaire import Questionnaire
from dashboard.i18n import Words
from dashboard.views.session import choose_section as go_to_section
from dashboard.views.session import current_acting, current_lang, current_sheet, current_words

QUESTIONS: Final = "questions"
METHOD: Final = "method"
CASES: Final = "cases"
SOURCES: Final = "sources"
GLOSSARY: Final = "glossary"
SECTIONS: Final = (QUESTIONS, METHOD, CASES, SOURCES, GLOSSARY)

SECTION_PLACE: Final = "at-section"
QUESTIONNAIRE_PLACE: Final = "at-questionnaire"


def choose_section() -> str:
    """Offer the sections, and say which one is chosen."""
    t, lang = current_words(), current_lang()
    names = _names(t)
    widget = f"library-section-{lang}"
    named = st.session_state.get(SECTION_PLACE)
    here = named if named in SECTIONS else QUESTIONS
    st.session_state[widget] = here
    st.radio(
        t("Part of the library"),
        SECTIONS,
        format_func=names.__getitem__,
        horizontal=True,
        key=widget,
        on_change=_go_to_section,
        args=(widget,),
        label_visibility="collapsed",
    )
    return here


def _go_to_section(widget: str) -> None:
    go_to_section(st.session_state[widget])


def _names(t: Words) -> dict[str, str]:
    return {
        QUESTIONS: t("Questions"),
        METHOD: t("Method"),
        CASES: t("Cases"),
        SOURCES: t("Sources"),
        GLOSSARY: t("Glossary"),
    }


def choose_questionnaire() -> Questionnaire:
    """The questionnaire to look at; there is a choice only where there are several."""
    t, lang = current_words(), current_lang()
    questionnaires = current_acting().catalog.questionnaires
    references = list(questionnaires)
    here = _questionnaire_here()
    if len(references) > 1:
        widget = f"library-questionnaire-{lang}"
        st.selectbox(
            t("Questionnaire and version"),
            references,
            index=references.index(here),
            format_func=lambda reference: (
                f"{questionnaires[reference].title.get(lang)} ({reference})"
            ),
            key=widget,
            on_change=_keep,
            args=(QUESTIONNAIRE_PLACE, widget),
        )
    return questionnaires[here]


def _questionnaire_here() -> str:
    """The one chosen here, else the assessment's, else the first in its newest version."""
    catalog = current_acting().catalog
    chosen = st.session_state.get(QUESTIONNAIRE_PLACE)
    if isinstance(chosen, str) and chosen in catalog.questionnaires:
        return chosen
    newest = catalog.newest[0].reference
    if len(catalog.questionnaires) == 1:
        return newest
    sheet = current_sheet()
    return sheet.questionnaire.reference if sheet else newest


def _keep(place: str, widget: str) -> None:
    st.session_state[place] = st.session_state[widget]
