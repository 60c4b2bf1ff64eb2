"""The workshops there are, or what one is for."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.workshop import Stage
from dashboard.plain import plain
from dashboard.services import people, workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.workshop_moving import show_told
from dashboard.views.parts.workshop_words import NEW, joined_in_words, stage_in_words
from dashboard.views.session import (
    choose_workshop,
    current_acting,
    current_timezone,
    current_words,
    workshop_here,
)

SHOWN = 50


def show_workshops() -> None:
    t, acting = current_words(), current_acting()
    spaces = people.workspaces(acting)
    demo = {space.id for space in spaces if space.is_demo}
    rooms = [room for space in spaces for room in workshops.of_workspace(acting, space.id)]
    show_top_row(demo=any(room.workshop.workspace_id in demo for room in rooms))
    show_told()
    if rooms:
        show_head(_counted(rooms), _finding(rooms))
    else:
        show_head(t("No workshop yet"), t("Everyone rates alone, then the room agrees"))
        _teach()
    if workshop_here():
        st.caption(t("The workshop that the address names is not here; it may be deleted."))
    st.button(
        t("Open a workshop"),
        type="primary",
        icon=":material/add:",
        key="new-workshop",
        on_click=choose_workshop,
        args=(NEW,),
    )
    _show_rooms(rooms, demo)


def _counted(rooms: Sequence[Room]) -> str:
    return current_words().plural("{n} workshop", "{n} workshops", len(rooms))


def _finding(rooms: Sequence[Room]) -> str:
    """How many are under way: the title of the page."""
    t = current_words()
    running = sum(room.workshop.stage is not Stage.CLOSED for room in rooms)
    if not running:
        return t("Every workshop is closed")
    return t.plural("{n} workshop is under way", "{n} workshops are under way", running)


def _teach() -> None:
    t = current_words()
    st.markdown(
        t(
            "1. **Open it** on an assessment: choose what is rated, and get a code and a QR code.\n"
            "2. **Collect**: people join by phone, without an account, and rate on their own. "
            "Nobody sees a rating, not even you.\n"
            "3. **Reveal**: see together where the room differs, most contested first.\n"
            "4. **Agree** on a level with its reason. The agreed levels become the assessment's "
            "answers."
        )
    )
    st.caption(
        t("From five people on, their agreement says something; below three, no rating is shown.")
    )


def _show_rooms(rooms: Sequence[Room], demo: set[str]) -> None:
    t = current_words()
    with st.grid(3, gap="small", min_column_width=280):
        for room in rooms[:SHOWN]:
            _show_room(room, demo=room.workshop.workspace_id in demo)
    if len(rooms) > SHOWN:
        more = len(rooms) - SHOWN
        st.caption(t.plural("{n} older workshop.", "{n} older workshops.", more))


def _show_room(room: Room, *, demo: bool) -> None:
    t, workshop = current_words(), room.workshop
    badge = f" :yellow-badge[:material/science: {t('Demo data')}]" if demo else ""
    _, found = workshops.follow(current_acting(), room)
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(f"**{plain(room.brand.name)}** · {plain(room.assessment.wave)}{badge}")
        st.markdown(f":gray-badge[{stage_in_words(workshop.stage)}]")
        st.markdown(joined_in_words(workshop, found))
        opened = t.moment(workshop.created_at, current_timezone())
        st.caption(t("Prepared on {when}", when=opened))
        st.button(
            t("Go to this workshop"),
            icon=":material/arrow_forward:",
            key=f"open-{workshop.id}",
            type="tertiary",
            help=f"{plain(room.brand.name)} {plain(room.assessment.wave)}",
            on_click=choose_workshop,
            args=(workshop.id,),
            kwargs={"assessment": room.assessment.id},
        )
