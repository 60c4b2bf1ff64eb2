"""The way back from a complete assessment to one whose answers can be changed."""

import streamlit as st

from dashboard.services import assessments
from dashboard.services.assessments import Sheet
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import current_acting, current_words


def show_reopen_button(sheet: Sheet) -> None:
    st.button(
        current_words()("Reopen"),
        icon=":material/lock_open:",
        key="reopen",
        on_click=_reopen,
        args=(sheet.assessment.id,),
    )


def _reopen(assessment_id: str) -> None:
    with told_at_top():
        assessments.reopen(current_acting(), assessment_id)
