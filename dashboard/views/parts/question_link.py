"""One question in a list, with the way to it."""

import streamlit as st

from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.pages import ASSESS
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import choose, current_lang, current_words


def show_question_link(sheet: Sheet, item_id: str, *, list_name: str) -> None:
    """`list_name` tells the button from the same question's in another list of the page."""
    t, lang, questionnaire = current_words(), current_lang(), sheet.questionnaire
    dimension = questionnaire.dimension_of[item_id]
    question = plain(questionnaire.items_by_id[item_id].question.get(lang))
    answer = sheet.answers.get(item_id)
    colour = mark(questionnaire, questionnaire.pillar_of[dimension.id].id)
    with st.container(gap=None):
        st.markdown(f"{colour} {question}")
        if answer and answer.reason:
            st.caption(plain(answer.reason))
        label = t("Open in “{dimension}”", dimension=plain(dimension.title.get(lang)))
        if st.button(
            label, icon=":material/arrow_forward:", type="tertiary", key=f"{list_name}-{item_id}"
        ):
            choose(dimension=dimension.id)
            st.switch_page(ASSESS)
