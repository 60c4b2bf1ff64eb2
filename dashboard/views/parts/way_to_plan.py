"""From a result to the page that plans what to do about it."""

import streamlit as st

from dashboard.services.assessments import Sheet
from dashboard.views.pages import PLAN
from dashboard.views.session import choose, current_words


def show_way_to_plan(sheet: Sheet, *, key: str) -> None:
    """Nothing while there is no score: then there are no steps."""
    if sheet.result.overall.score is None:
        return
    if st.button(current_words()("Plan"), icon=":material/route:", key=key):
        choose(assessment=sheet.assessment.id)
        st.switch_page(PLAN)
