"""Which source of outside evidence is in view, and what has been picked in it.

What is picked is kept in the session under names of its own: a widget forgets with its page.
"""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from dashboard.catalog.outside import Outside
from dashboard.i18n import Words
from dashboard.views.session import choose_source as go_to_source
from dashboard.views.session import current_acting, current_lang, current_words

TRACKERS: Final = "trackers"
POLICIES: Final = "policies"
DISCLOSURE: Final = "disclosure"
TRUST: Final = "trust"
FIGURES: Final = "figures"
AGREEMENT: Final = "agreement"
FURTHER: Final = "further"

PLACE: Final = "at-source"


def outside() -> Outside:
    return current_acting().catalog.outside


def choose_source() -> str:
    """Offer the sources of which there is something, and say which one is chosen."""
    t, lang = current_words(), current_lang()
    names, offered = _names(t), sources_of(outside())
    widget = f"outside-source-{lang}"
    named = st.session_state.get(PLACE)
    here = named if named in offered else offered[0]
    st.session_state[widget] = here
    st.radio(
        t("Source"),
        offered,
        format_func=names.__getitem__,
        horizontal=True,
        key=widget,
        on_change=_go_to_source,
        args=(widget,),
        label_visibility="collapsed",
    )
    return here


def sources_of(outside: Outside) -> list[str]:
    there = {
        TRACKERS: outside.trackers,
        POLICIES: outside.products and outside.questions,
        DISCLOSURE: outside.companies,
        TRUST: outside.of("sector trust"),
        FIGURES: outside.of("single figures"),
        AGREEMENT: outside.matches,
        FURTHER: outside.further,
    }
    return [name for name, something in there.items() if something]


def _go_to_source(widget: str) -> None:
    go_to_source(st.session_state[widget])


def _names(t: Words) -> dict[str, str]:
    return {
        TRACKERS: t("Trackers on sites"),
        POLICIES: t("Privacy policies"),
        DISCLOSURE: t("Disclosure"),
        TRUST: t("Trust by sector"),
        FIGURES: t("Single figures"),
        AGREEMENT: t("How far they agree"),
        FURTHER: t("Further sources"),
    }


def picked(place: str) -> object:
    """What was picked under this name in this visit, if anything."""
    return st.session_state.get(f"outside-{place}")


def keep(place: str, widget: str) -> None:
    """Remember what a widget holds; for callbacks."""
    st.session_state[f"outside-{place}"] = st.session_state[widget]


def pick_from(
    place: str,
    label: str,
    options: Sequence[str],
    *,
    named: Callable[[str], str] = str,
    placeholder: str | None = None,
) -> str | None:
    """A field to pick from; nothing is picked at first if there is a placeholder."""
    widget = f"outside-pick-{place}-{current_lang()}"
    here = picked(place)
    known = here if isinstance(here, str) and here in options else None
    st.selectbox(
        label,
        options,
        index=options.index(known) if known else None if placeholder else 0,
        format_func=named,
        placeholder=placeholder,
        key=widget,
        on_change=keep,
        args=(place, widget),
    )
    return known or (None if placeholder else options[0])
