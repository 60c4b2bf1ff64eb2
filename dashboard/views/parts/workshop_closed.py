"""After the workshop: what the assessment took over, and what becomes of the votes."""

import streamlit as st

from dashboard.domain.workshop import Stage
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.pages import RESULTS
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.workshop_closing import outcome_in_counts
from dashboard.views.parts.workshop_moving import lead_to, led, tell, watch
from dashboard.views.parts.workshop_revealed import show_items
from dashboard.views.parts.workshop_words import eyebrow_of
from dashboard.views.session import choose, current_acting, current_words


def show_closed(room: Room) -> None:
    t = current_words()
    found = workshops.look(current_acting(), room.workshop.id)
    _, progress = workshops.follow(current_acting(), room)
    show_head(eyebrow_of(room), t("The assessment has the levels of the room"))
    if progress.joined:
        st.markdown("\n".join(f"- {line}" for line in outcome_in_counts(found)))
    else:
        _say_that_nothing_is_stored()
    _show_ways_on(room, progress.joined)
    if found.participants:
        show_items(room, found)
    watch(room.workshop)


def _say_that_nothing_is_stored() -> None:
    t = current_words()
    st.markdown(
        t(
            "No ratings are stored for this workshop: they were deleted, or none was ever given. "
            "The answers that it closed with stay in the assessment, each with its note. How the "
            "room was spread can no longer be shown or exported."
        )
    )


def _show_ways_on(room: Room, joined: int) -> None:
    t = current_words()
    with st.container(horizontal=True):
        if st.button(
            t("See the results"), type="primary", icon=":material/insights:", key="to-results"
        ):
            choose(assessment=room.assessment.id)
            st.switch_page(RESULTS)
        if not joined:
            return
        st.button(
            t("Reopen"),
            icon=":material/undo:",
            key="reopen",
            on_click=lead_to,
            args=(room.workshop, Stage.REVEALED),
        )
        if st.button(t("Delete the votes"), icon=":material/delete:", key="delete-votes"):
            _ask_to_delete(room)


def _ask_to_delete(room: Room) -> None:
    t = current_words()

    @st.dialog(t("Delete the votes"))
    def ask() -> None:
        st.markdown(
            t(
                "Everything that people gave is removed for good: ratings, reasons, roles. The "
                "assessment keeps its levels with their notes. This cannot be undone."
            )
        )
        if st.button(t("Delete for good"), type="primary", key="delete-votes-sure"):
            with led():
                gone = workshops.delete_votes(current_acting(), room.workshop.id)
                tell(
                    t.plural(
                        "What {n} person gave is deleted.", "What {n} people gave is deleted.", gone
                    )
                )
            st.rerun()

    ask()
