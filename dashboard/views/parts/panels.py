"""A row of buttons below a question; each opens what it names in place, one at a time.

Not popovers: their content comes last in the order of the keyboard, far from its button.
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
    lang = current_lang()
    opened = st.session_state.get(_place(slot))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for panel in panels:
            is_open = panel.name == opened
            st.button(
                panel.label,
                icon=":material/expand_less:" if is_open else panel.icon,
                type="tertiary",
                key=f"{panel.name}-{slot.item.id}-{lang}",
                on_click=_toggle,
                args=(slot, panel.name),
            )
    for panel in panels:
        if panel.name == opened:
            with st.container(border=True, gap="small"):
                panel.show()


def _place(slot: Slot) -> str:
    return f"panel-{slot.assessment_id}-{slot.item.id}"


def _toggle(slot: Slot, name: str) -> None:
    opened = st.session_state.get(_place(slot))
    st.session_state[_place(slot)] = None if opened == name else name
