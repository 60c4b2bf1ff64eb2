"""Assess: one dimension a page, then the review."""

import streamlit as st

from dashboard.views.parts.choosing import show_choice_of_assessment
from dashboard.views.parts.dimension import show_dimension
from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.progress import REVIEW, show_progress
from dashboard.views.parts.review import show_review
from dashboard.views.session import current_sheet, step_here

sheet = current_sheet()
if sheet is None:
    show_choice_of_assessment()
else:
    dimensions = {dimension.id: dimension for dimension in sheet.questionnaire.dimensions}
    here = step_here([*dimensions, REVIEW])
    with st.sidebar:
        beside = show_progress(sheet, here)
    show_top_row(demo=sheet.workspace.is_demo)
    if here in dimensions:
        show_dimension(sheet, dimensions[here], beside)
    else:
        show_review(sheet)
