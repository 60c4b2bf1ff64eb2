"""What is not known and what is not answered, each with its way to the question."""

import streamlit as st

from dashboard.services.assessments import Sheet
from dashboard.views.pages import ASSESS
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.plain import plain
from dashboard.views.session import choose, current_lang, current_words


def show_open_questions(sheet: Sheet) -> None:
    t, result = current_words(), sheet.result
    if not result.knowledge_gaps and not result.to_dos:
        return
    st.header(t("What is still open"), anchor=False)
    lists = (
        ("gap", t("Somebody may know"), result.knowledge_gaps),
        ("to-do", t("Not answered yet"), result.to_dos),
    )
    shown = [entry for entry in lists if entry[2]]
    for column, (kind, title, items) in zip(st.columns(len(shown)), shown, strict=True):
        with column.container(border=True, height="stretch"):
            st.subheader(f"{title} · {len(items)}", anchor=False)
            with st.container(gap=None):
                for item_id in items:
                    _show_way_to(sheet, item_id, kind)


def _show_way_to(sheet: Sheet, item_id: str, kind: str) -> None:
    lang, questionnaire = current_lang(), sheet.questionnaire
    dimension = questionnaire.dimension_of[item_id]
    pillar = questionnaire.pillar_of[dimension.id]
    question = plain(questionnaire.items_by_id[item_id].question.get(lang))
    label = f"{mark(questionnaire, pillar.id)} {question}"
    if st.button(label, key=f"{kind}-{item_id}", type="tertiary"):
        choose(dimension=dimension.id)
        st.switch_page(ASSESS)
