"""Between rating and seeing: the last moment at which somebody can still be let in."""

import streamlit as st

from dashboard.domain.agreement import RECOMMENDED_RATERS
from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.workshop import Stage
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.workshop_moving import lead_to, watch
from dashboard.views.parts.workshop_words import eyebrow_of, joined_in_words
from dashboard.views.session import current_acting, current_words


def show_locked(room: Room) -> None:
    t = current_words()
    _, found = workshops.follow(current_acting(), room)
    show_head(eyebrow_of(room), joined_in_words(room.workshop, found), _what_follows(found.joined))
    st.markdown(
        t(
            "Once the ratings are revealed none is taken any more: who knows what the others said "
            "no longer rates alone."
        )
    )
    with st.container(horizontal=True):
        st.button(
            t("Reveal"),
            type="primary",
            icon=":material/visibility:",
            key="reveal",
            on_click=lead_to,
            args=(room.workshop, Stage.REVEALED),
        )
        st.button(
            t("Collect again"),
            icon=":material/lock_open:",
            key="collect-again",
            on_click=lead_to,
            args=(room.workshop, Stage.COLLECTING),
        )
    watch(room.workshop)


def _what_follows(joined: int) -> str:
    t = current_words()
    if joined < MINIMUM_RATERS:
        return t("Ratings are locked. Below three people nothing of an item is shown.")
    if joined < RECOMMENDED_RATERS:
        return t("Ratings are locked. Below five people, agreement comes cheap: take it lightly.")
    return t("Ratings are locked, and nobody has seen any of them.")
