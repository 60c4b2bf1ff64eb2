"""While people join and rate: the door, and how far the room is. Never what anybody gave."""

import streamlit as st

from dashboard.domain.access import NotAllowed
from dashboard.domain.questionnaire import Dimension
from dashboard.domain.workshop import Progress, Stage
from dashboard.plain import plain
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.store.errors import StoreError
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.workshop_door import show_door
from dashboard.views.parts.workshop_moving import WATCH_SECONDS, led
from dashboard.views.parts.workshop_setup import ask_expected, ask_note
from dashboard.views.parts.workshop_words import eyebrow_of, joined_in_words, who_in_words
from dashboard.views.session import (
    current_acting,
    current_lang,
    current_timezone,
    current_words,
)

BAR_WIDTH = 260
"""Pixels in which the longest name of a dimension has room on two lines."""


def show_collecting(room: Room) -> None:
    t = current_words()
    st.caption(f"{eyebrow_of(room)} · {who_in_words(room.workshop.setup)}")
    left, right = st.columns([5, 7], gap="small")
    with left.container(border=True, horizontal_alignment="center", height="stretch"):
        show_door(room)
    with right.container(border=True, height="stretch"):
        show_progress(room)
        _show_notes(room)
        with st.container(horizontal=True):
            if st.button(t("Lock the ratings"), type="primary", icon=":material/lock:", key="lock"):
                _lock(room)
            if st.button(t("Number and note"), icon=":material/edit:", key="places"):
                _ask_for_places(room)


@st.fragment(run_every=WATCH_SECONDS)
def show_progress(room: Room) -> None:
    """Counts of people, which follow by themselves."""
    t = current_words()
    try:
        workshop, found = workshops.follow(current_acting(), room)
    except NotAllowed:
        st.rerun()
    except StoreError:
        st.caption(t("The database does not answer just now; the count is taken again by itself."))
        return
    if workshop.version != room.workshop.version:
        st.rerun()
    st.markdown(f"## {joined_in_words(workshop, found)}", anchors=False)
    with st.grid(2, gap="small", min_column_width=BAR_WIDTH):
        for dimension in workshop.dimensions_of(room.questionnaire):
            _show_bar(room, dimension, found)


def _show_bar(room: Room, dimension: Dimension, found: Progress) -> None:
    """How many are through with a dimension."""
    t, done = current_words(), found.by_dimension[dimension.id]
    pillar = room.questionnaire.pillar_of[dimension.id]
    name = f"**{plain(dimension.title.get(current_lang()))}**"
    words = t("{n} of {total} through", n=done, total=found.joined)
    st.progress(
        done / found.joined if found.joined else 0.0,
        text=f"{mark(room.questionnaire, pillar.id)} {name} · {words}",
    )


def _show_notes(room: Room) -> None:
    t = current_words()
    rule = plain(room.questionnaire.texts.independent_rating.get(current_lang()))
    st.caption(f":material/visibility_off: {rule}")
    kept = (
        t(
            "Stored: the ratings with their reasons, and the role that is chosen. No name, no "
            "address, no device."
        )
        if room.workshop.setup.roles
        else t("Stored: the ratings with their reasons. No name, no address, no device.")
    )
    st.caption(f":material/lock: {kept}")
    until = t.moment(room.workshop.expires_at, current_timezone())
    st.caption(f":material/event: {t('People are let in until {when}.', when=until)}")


def _lock(room: Room) -> None:
    """At once if everybody has finished; otherwise what that means is said first."""
    _, found = workshops.follow(current_acting(), room)
    if found.joined and found.finished >= found.joined:
        _lock_now(room)
    else:
        _ask_to_lock(room, found)


def _lock_now(room: Room) -> None:
    with led():
        workshops.move(current_acting(), room.workshop, Stage.LOCKED)
    st.rerun()


def _ask_to_lock(room: Room, found: Progress) -> None:
    t = current_words()

    @st.dialog(t("Not everyone has finished"))
    def ask() -> None:
        st.markdown(f"**{joined_in_words(room.workshop, found)}**")
        st.markdown(
            t(
                "What was handed in counts, finished or not. Nothing more is taken, and you can "
                "open it again until you reveal the ratings."
            )
        )
        if st.button(t("Lock all the same"), type="primary", key="lock-sure"):
            _lock_now(room)

    ask()


def _ask_for_places(room: Room) -> None:
    """What may still be changed: more places, and another note."""
    t, setup = current_words(), room.workshop.setup

    @st.dialog(t("Number and note"))
    def ask() -> None:
        with st.form("places-form", border=False):
            expected = ask_expected(setup.expected, key="places-expected")
            note = ask_note(setup.note, key="places-note")
            sent = st.form_submit_button(t("Save"), type="primary", key="places-save")
        if sent:
            changed = setup.model_copy(update={"expected": expected, "note": note})
            with led():
                workshops.set_up(current_acting(), room.workshop, changed)
            st.rerun()

    ask()
