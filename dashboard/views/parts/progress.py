"""How far an assessment is, by pillar and dimension, and the way to each."""

import streamlit as st

from dashboard.domain.questionnaire import Dimension
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.counts import Beside, answered, show_in_all, show_of_pillar
from dashboard.views.session import choose, current_lang, current_words, lead_to_top

REVIEW = "review"
"""The step after the last dimension."""

DONE, BEGUN, OPEN, HERE = (
    f":material/{name}:"
    for name in ("check_circle", "contrast", "radio_button_unchecked", "arrow_right_alt")
)


def review_of(sheet: Sheet) -> str:
    """Where answers are looked through: what is left to do, or from the first question on."""
    is_open = sheet.assessment.open_for_answers
    return REVIEW if is_open else sheet.questionnaire.dimensions[0].id


def show_progress(sheet: Sheet, here: str) -> Beside:
    """Returns the places of the counts, for an answer changes them."""
    st.markdown(f"**{plain(sheet.brand.name)}**")
    in_all, pillars = st.empty(), {}
    show_in_all(in_all, sheet, answered(sheet, sheet.questionnaire.items))
    for pillar in sheet.questionnaire.pillars:
        pillars[pillar.id] = st.empty()
        done = answered(sheet, pillar.items)
        show_of_pillar(pillars[pillar.id], sheet, pillar, done)
        with st.container(gap=None):
            for dimension in pillar.dimensions:
                _show_way(sheet, dimension, here)
    st.button(
        current_words()("Review and complete"),
        icon=":material/fact_check:",
        width="stretch",
        key="to-review",
        on_click=go,
        args=(REVIEW,),
    )
    return Beside(in_all, pillars)


def _show_way(sheet: Sheet, dimension: Dimension, here: str) -> None:
    t, lang = current_words(), current_lang()
    done, total = answered(sheet, dimension.items), len(dimension.items)
    icon = DONE if done == total else BEGUN if done else OPEN
    name = plain(dimension.title.get(lang))
    is_here = dimension.id == here
    st.button(
        f"**{name}**" if is_here else name,
        key=f"to-{dimension.id}",
        icon=HERE if is_here else icon,
        type="tertiary",
        help=None if is_here else t("{n} of {total} done", n=done, total=total),
        on_click=go,
        args=(dimension.id,),
    )


def go(step: str) -> None:
    """Lead to a step, whatever part of the page the browser asks to run.

    A press that ends the typing into a question is sent in one message with what was typed, and
    that message asks for the question alone.
    """
    choose(dimension=step)
    lead_to_top()
    st.rerun()
