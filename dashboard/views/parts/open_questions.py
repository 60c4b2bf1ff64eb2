"""What is not known and what is not answered, each with its way to the questions."""

import streamlit as st

from dashboard.services.assessments import Sheet
from dashboard.views.parts.question_list import show_question_list
from dashboard.views.session import current_words


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
    for column, (name, title, items) in zip(
        st.columns(len(shown), border=True), shown, strict=True
    ):
        with column:
            show_question_list(sheet, title, items, name=name)
