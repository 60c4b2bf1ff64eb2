"""Leading a workshop from stage to stage, beside others who may do the same at that moment."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.domain.access import NotAllowed
from dashboard.domain.workshop import NoSuchStep, NotAtThisStage, Stage, StageMoved, Workshop
from dashboard.services import workshops
from dashboard.store.errors import StoreError
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import choose_workshop, current_acting, current_words

MOVED, TOLD = "workshop-moved", "workshop-told"
WATCH_SECONDS = 1.5
"""So that with the way there and back a page follows within two seconds."""


@contextmanager
def led() -> Iterator[None]:
    """Change a workshop; that somebody else was first, or what was refused, is said at the top."""
    with told_at_top():
        try:
            yield
        except (StageMoved, NotAtThisStage, NoSuchStep):
            st.session_state[MOVED] = True


def lead_to(workshop: Workshop, to: Stage) -> None:
    """Go on, or back, from the stage that the page showed; for callbacks."""
    with led():
        workshops.move(current_acting(), workshop, to)


def tell(message: str) -> None:
    """Say something at the top of the next page."""
    st.session_state[TOLD] = message


def show_told() -> None:
    t = current_words()
    if st.session_state.pop(MOVED, False):
        message = t("Somebody else changed this workshop meanwhile. This is how it stands now.")
        st.markdown(f":material/group: {message}")
    if told := st.session_state.pop(TOLD, None):
        st.markdown(f":material/info: {told}")


def show_way_out() -> None:
    t = current_words()
    st.button(
        t("All workshops"),
        icon=":material/arrow_back:",
        type="tertiary",
        key="to-workshops",
        on_click=choose_workshop,
        args=(None,),
    )


@st.fragment(run_every=WATCH_SECONDS)
def watch(workshop: Workshop) -> None:
    """Show the page anew once somebody else has changed the workshop."""
    try:
        current = workshops.open_room(current_acting(), workshop.id).workshop
    except NotAllowed:
        st.rerun()
    except StoreError:
        return
    if current.version != workshop.version:
        st.rerun()
