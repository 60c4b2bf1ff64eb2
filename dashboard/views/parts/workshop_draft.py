"""A workshop that lets nobody in yet: its set-up, and where the phones will find it."""

import streamlit as st

from dashboard import bootstrap
from dashboard.domain.workshop import Stage
from dashboard.i18n import OWN_NAME
from dashboard.plain import plain
from dashboard.services import workshops
from dashboard.services.addresses import Reach
from dashboard.services.workshops import Room
from dashboard.settings import usable_public_url
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.workshop_door import current_reach
from dashboard.views.parts.workshop_moving import lead_to, led, tell, watch
from dashboard.views.parts.workshop_setup import edit, is_editing, show_changed_setup
from dashboard.views.parts.workshop_words import eyebrow_of, who_in_words
from dashboard.views.session import (
    choose_workshop,
    current_acting,
    current_lang,
    current_words,
)

BASE, WRONG = "workshop-base", "workshop-base-wrong"


def show_draft(room: Room) -> None:
    t = current_words()
    show_head(eyebrow_of(room), t("Ready to let people in?"))
    if is_editing(room.workshop.id):
        show_changed_setup(room)
        return
    left, right = st.columns(2, gap="small")
    with left.container(border=True, height="stretch"):
        _show_setup(room)
    with right.container(border=True, height="stretch"):
        _show_address(current_reach())
    with st.container(horizontal=True):
        st.button(
            t("Start collecting"),
            type="primary",
            icon=":material/play_arrow:",
            key="start",
            on_click=lead_to,
            args=(room.workshop, Stage.COLLECTING),
        )
        if st.button(t("Delete this workshop"), icon=":material/delete:", key="discard"):
            _ask_to_discard(room)
    watch(room.workshop)


def _show_setup(room: Room) -> None:
    t, lang, setup = current_words(), current_lang(), room.workshop.setup
    st.markdown(f"### {t('What was decided')}", anchors=False)
    count = len(room.items)
    for pillar in room.questionnaire.pillars:
        names = [plain(d.title.get(lang)) for d in pillar.dimensions if d.id in setup.dimensions]
        if names:
            title = f"{mark(room.questionnaire, pillar.id)} **{plain(pillar.title.get(lang))}**"
            listed = (
                t("all dimensions") if len(names) == len(pillar.dimensions) else t.listed(names)
            )
            st.markdown(f"{title} · {listed}")
    lines = [
        t.plural("{n} question", "{n} questions", count),
        t.plural("{n} person expected", "{n} people expected", setup.expected),
        who_in_words(setup),
        t.listed([OWN_NAME[one] for one in setup.langs]),
    ]
    st.markdown(" · ".join(lines))
    if setup.note:
        st.markdown(t("{name}: {text}", name=t("Note"), text=plain(setup.note)))
    st.button(
        t("Change"),
        icon=":material/edit:",
        type="tertiary",
        key="edit-setup",
        on_click=edit,
        args=(room.workshop.id,),
    )


def _show_address(found: Reach) -> None:
    """The start of the join link, to be put right before anybody scans it."""
    t = current_words()
    st.markdown(f"### {t('Where phones find it')}", anchors=False)
    st.text_input(
        t("Address of this machine, as phones in the room reach it"),
        value=found.base,
        key=f"{BASE}-{found.base}",
        on_change=_correct,
        args=(f"{BASE}-{found.base}",),
    )
    if st.session_state.pop(WRONG, False):
        st.error(t("Give the start of the address alone, such as http://192.168.0.12:8501."))
    if found.from_here_alone:
        _warn()
    else:
        st.caption(t("Open {address} on your own phone to try it.", address=plain(found.spoken)))


def _warn() -> None:
    t = current_words()
    st.warning(
        t(
            "Candour listens on this machine alone, so no phone can reach it. End it and start it "
            "with `python -m dashboard serve --room`: phones then reach the participants' pages, "
            "and nothing else."
        ),
        icon=":material/phonelink_off:",
    )


def _correct(key: str) -> None:
    """The address was typed; an empty field says nothing."""
    typed = str(st.session_state.get(key) or "").strip()
    usable = usable_public_url(typed)
    if usable:
        bootstrap.correct_public_url(usable)
    elif typed:
        st.session_state[WRONG] = True


def _ask_to_discard(room: Room) -> None:
    t = current_words()

    @st.dialog(t("Delete this workshop"))
    def ask() -> None:
        st.markdown(t("Nobody has rated yet. Its set-up and its code are gone for good."))
        if st.button(t("Delete"), type="primary", key="discard-sure"):
            with led():
                workshops.remove(current_acting(), room.workshop.id)
                choose_workshop(None)
                tell(t("The workshop is deleted."))
            st.rerun()

    ask()
