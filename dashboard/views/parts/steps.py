"""The end of a dimension: back and next, each named by where it leads, and how much is done."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.domain.questionnaire import Dimension
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.progress import REVIEW, go
from dashboard.views.session import current_lang, current_words


def show_steps(sheet: Sheet, dimension: Dimension) -> DeltaGenerator:
    """Returns the place of the count."""
    dimensions = sheet.questionnaire.dimensions
    position = dimensions.index(dimension)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        if position > 0:
            _show_back(dimensions[position - 1])
        count = st.empty()
        _show_next(dimensions[position + 1] if position + 1 < len(dimensions) else None)
    return count


def _show_back(dimension: Dimension) -> None:
    st.button(
        plain(dimension.title.get(current_lang())),
        icon=":material/arrow_back:",
        key="back",
        on_click=go,
        args=(dimension.id,),
    )


def _show_next(dimension: Dimension | None) -> None:
    """The dimension after this one, or the review."""
    t = current_words()
    label = (
        t("Next: {name}", name=plain(dimension.title.get(current_lang())))
        if dimension
        else t("Review and complete")
    )
    st.button(
        label,
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key="next",
        on_click=go,
        args=(dimension.id if dimension else REVIEW,),
    )
