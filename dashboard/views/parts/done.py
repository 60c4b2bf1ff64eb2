"""What was done to the list of brands, said above it, with the way back where there is one."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard.i18n import Words
from dashboard.plain import plain
from dashboard.views.session import current_words, lead_to_top

DONE = "done"

Say = Callable[[Words], str]
"""A sentence in the language of whoever reads it by then."""


@dataclass(frozen=True)
class WayBack:
    label: Say
    icon: str
    take: Callable[[], None]


def tell_done(say: Say, way_back: WayBack | None = None) -> None:
    """Say it from the next run on: once, or as long as there is a way back.

    It is read at the top, however far down the list it was done.
    """
    st.session_state[DONE] = (say, way_back)
    lead_to_top()


def forget_done() -> None:
    st.session_state.pop(DONE, None)


def can_go_back() -> bool:
    return DONE in st.session_state


def show_done() -> None:
    if DONE not in st.session_state:
        return
    t = current_words()
    say, way_back = st.session_state[DONE]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/info: {plain(say(t))}", width="content")
        if way_back is None:
            forget_done()
            return
        st.button(
            way_back.label(t),
            icon=way_back.icon,
            type="tertiary",
            key="undo-last",
            on_click=way_back.take,
        )
