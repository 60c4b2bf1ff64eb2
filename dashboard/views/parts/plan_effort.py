"""The effort of a step: the questionnaire's, or what the brand knows better."""

from typing import Final

import streamlit as st

from dashboard.domain.rise import next_rise
from dashboard.domain.saved_plan import MOST_EFFORT
from dashboard.domain.step import Step
from dashboard.services import plans
from dashboard.services.plans import Desk
from dashboard.views.parts.plan_saving import told_of_plans
from dashboard.views.parts.plan_words import effort_in_words, step_in_words, title_of
from dashboard.views.session import current_acting, current_lang, current_words

LEAST_EFFORT: Final = 0.01
"""Points that can be typed."""


def show_effort(desk: Desk, step: Step) -> None:
    """What a step takes, as the button that changes it."""
    t = current_words()
    own = (step.item_id, step.level) in desk.efforts
    label = effort_in_words(step.effort, t)
    if st.button(
        t("{effort}, your own", effort=label) if own else label,
        icon=":material/edit:",
        type="tertiary",
        key=f"effort-{step.item_id}",
        help=t("Change what this step takes"),
    ):
        _ask(desk, step)


def _ask(desk: Desk, step: Step) -> None:
    t, lang = current_words(), current_lang()
    key = (step.item_id, step.level)

    @st.dialog(t("What does this step take?"))
    def ask() -> None:
        name = title_of(desk.questionnaire, step.item_id, lang)
        st.markdown(step_in_words(f"**{name}**", step.level, step.to_level, t))
        rise = next_rise(desk.questionnaire.items_by_id[step.item_id], step.level, {})
        stated = rise.effort if rise else step.effort
        with st.form("effort-form", border=False):
            effort = st.number_input(
                t("Points of effort"),
                min_value=min(LEAST_EFFORT, step.effort),
                max_value=float(MOST_EFFORT),
                value=min(step.effort, float(MOST_EFFORT)),
                step=0.5,
                format="%g",
                help=t("Any unit will do, such as person-weeks, if it is the same for all steps."),
            )
            st.caption(
                t(
                    "The questionnaire says {n}. Your figure holds for this brand, in all its "
                    "waves.",
                    n=f"{stated:g}",
                )
            )
            with st.container(horizontal=True):
                sent = st.form_submit_button(t("Save"), type="primary")
                back = st.form_submit_button(t("As in the questionnaire"))
        if sent or back:
            with told_of_plans():
                plans.state_effort(
                    current_acting(),
                    desk.sheet.assessment.id,
                    key,
                    None if back or effort == stated else float(effort),
                    read=desk.efforts.get(key),
                )
                st.rerun()

    ask()
