"""A question of a complete assessment: what was answered, to be read and not to be changed."""

from functools import partial

import streamlit as st

from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot, choice_of
from dashboard.views.parts.history import show_history
from dashboard.views.parts.links import link_in_markdown
from dashboard.views.parts.panels import Panel, panel_why, show_panels
from dashboard.views.parts.statement import level_in_words, show_answer, statement
from dashboard.views.session import current_lang, current_words


def show_closed_question(sheet: Sheet, item: Item) -> None:
    slot = Slot(sheet.assessment.id, item)
    slot.read_from(sheet)
    _question(slot, sheet.questionnaire)


@st.fragment
def _question(slot: Slot, questionnaire: Questionnaire) -> None:
    show_answer(questionnaire, slot.item, slot.answer)
    if slot.answer and slot.answer.links:
        st.markdown("\n".join(f"- {link_in_markdown(link)}" for link in slot.answer.links))
    show_panels(slot, _panels(slot, questionnaire))


def _panels(slot: Slot, questionnaire: Questionnaire) -> list[Panel]:
    t = current_words()
    every = partial(_show_statements, slot, questionnaire)
    past = partial(show_history, slot, questionnaire, closed=True)
    return [
        Panel("statements", t("All statements"), ":material/list:", every),
        *panel_why(slot.item),
        *(
            [Panel("history", t("History"), ":material/manage_history:", past)]
            if slot.stored
            else []
        ),
    ]


def _show_statements(slot: Slot, questionnaire: Questionnaire) -> None:
    """Every statement with its level; the chosen one is bold."""
    lang, chosen = current_lang(), choice_of(slot.answer)
    for level in slot.item.levels:
        said = statement(slot.item, questionnaire, lang, level)
        with st.container(gap=None):
            st.markdown(f"**{said}**" if level == chosen else said)
            st.caption(level_in_words(questionnaire, slot.item, level, lang))
