"""Assess: one dimension a page, then the review."""

import streamlit as st

from dashboard.views.parts.applies import does_not_apply, show_applies
from dashboard.views.parts.choosing import show_choice_of_assessment
from dashboard.views.parts.dimension import (
    show_cases,
    show_dimension_head,
    show_last_wave,
    show_start,
    show_steps,
)
from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.progress import REVIEW, show_progress
from dashboard.views.parts.question import show_question
from dashboard.views.parts.review import show_review
from dashboard.views.session import current_sheet, step_here

sheet = current_sheet()
if sheet is None:
    show_choice_of_assessment()
    st.stop()

here = step_here([*(d.id for d in sheet.questionnaire.dimensions), REVIEW])
with st.sidebar:
    show_progress(sheet, here)
show_top_row(demo=sheet.workspace.is_demo)
if here == REVIEW:
    show_review(sheet)
    st.stop()

dimension = next(d for d in sheet.questionnaire.dimensions if d.id == here)
show_dimension_head(sheet, dimension)
show_start(sheet, dimension)
show_last_wave(sheet, dimension)
show_applies(sheet, dimension)
if not does_not_apply(sheet, dimension):
    for item in dimension.items:
        show_question(sheet, item, asked_once=dimension.shared_condition is not None)
show_cases(sheet, dimension)
show_steps(sheet, dimension)
