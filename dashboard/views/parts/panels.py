"""A row of pills below a question; each opens what it names in place, one at a time.

One element, where a row of buttons would be sent and drawn button by button with every answer (ADR
0014). Not popovers: their content comes last in the order of the keyboard, far from its button.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from dashboard.domain.questionnaire import Item
from dashboard.domain.text import Text
from dashboard.plain import plain
from dashboard.views.parts.answering import Slot
from dashboard.views.session import current_lang, current_words


@dataclass(frozen=True)
class Panel:
    name: str
    label: str
    icon: str
    show: Callable[[], None]


def panel_why(item: Item) -> list[Panel]:
    """Why the question matters, where its author says so."""
    if item.why_it_matters is None:
        return []
    why = partial(_show_text, item.why_it_matters)
    return [Panel("why", current_words()("Why it matters"), ":material/lightbulb:", why)]


def _show_text(text: Text) -> None:
    st.markdown(plain(text.get(current_lang())))


def show_panels(slot: Slot, panels: Sequence[Panel]) -> None:
    named = {panel.name: panel for panel in panels}
    opened = named.get(st.session_state.get(_place(slot)) or "")
    widget = slot.field("panel")
    if st.session_state.get(widget) != (shown := opened.name if opened else None):
        st.session_state[widget] = shown
    # Grey words: in the primary colour, which a chosen pill has, they would be too pale at night.
    st.pills(
        current_words()("More about this question"),
        named,
        format_func=lambda name: f"{named[name].icon} :gray[{named[name].label}]",
        key=widget,
        on_change=_open,
        args=(slot, widget),
        label_visibility="collapsed",
    )
    if opened:
        with st.container(border=True, gap="small"):
            opened.show()


def _place(slot: Slot) -> str:
    """What is open, in whichever language: each has a widget of its own."""
    return f"panel-{slot.assessment_id}-{slot.item.id}"


def _open(slot: Slot, widget: str) -> None:
    st.session_state[_place(slot)] = st.session_state.get(widget)
