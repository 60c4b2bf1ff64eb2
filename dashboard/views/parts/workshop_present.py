"""One item for the whole room, to be read from the last row, and what it agrees on."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.reveal import ItemReveal, Reveal
from dashboard.plain import plain
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.workshop_agreeing import show_agreeing
from dashboard.views.parts.workshop_moving import watch
from dashboard.views.parts.workshop_rows import (
    middle_in_words,
    outcome_in_words,
    show_roles,
    show_rows,
    show_too_few,
    spread_in_words,
)
from dashboard.views.parts.workshop_timer import show_timer
from dashboard.views.session import (
    current_acting,
    current_lang,
    current_words,
    item_presented,
    present,
)


def show_presented(room: Room) -> None:
    found = workshops.look(current_acting(), room.workshop.id)
    ordered = found.by_disagreement
    position = next(n for n, one in enumerate(ordered) if one.item_id == item_presented())
    one, item = ordered[position], room.questionnaire.items_by_id[item_presented()]
    _show_place(room, found, position)
    st.title(plain(item.question.get(current_lang())), anchor=False)
    if one.counts is None:
        show_too_few(one)
    else:
        spread = spread_in_words(room, one, one.counts)
        st.markdown(f"### {spread}", anchors=False)
        show_rows(room, one, one.counts, big=True)
        st.markdown(middle_in_words(room, one, one.counts))
    show_agreeing(room, one, then=_after(ordered, position))
    st.caption(outcome_in_words(room, one))
    show_roles(room, one)
    show_timer()
    watch(room.workshop)


def _after(ordered: Sequence[ItemReveal], position: int) -> str | None:
    return ordered[position + 1].item_id if position + 1 < len(ordered) else None


def _show_place(room: Room, found: Reveal, position: int) -> None:
    """Which item this is, and the ways to its neighbours by button or arrow key."""
    t, ordered = current_words(), found.by_disagreement
    dimension = room.questionnaire.dimension_of[ordered[position].item_id]
    pillar = room.questionnaire.pillar_of[dimension.id]
    name = plain(dimension.title.get(current_lang()))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(
            f":gray-badge[{_counted(found, position)}] "
            f"{mark(room.questionnaire, pillar.id)} {name}",
            width="content",
        )
        with st.container(horizontal=True, width="content"):
            st.button(
                t("To the list"),
                icon=":material/list:",
                type="tertiary",
                key="to-list",
                on_click=present,
                args=(None,),
            )
            _show_arrow("previous", ordered[position - 1] if position else None)
            after = ordered[position + 1] if position + 1 < len(ordered) else None
            _show_arrow("following", after)


def _show_arrow(key: str, one: ItemReveal | None) -> None:
    t = current_words()
    onwards = key == "following"
    st.button(
        t("Next") if onwards else t("Previous"),
        key=key,
        shortcut="Right" if onwards else "Left",
        disabled=one is None,
        on_click=present,
        args=(one.item_id if one else None,),
    )


def _counted(found: Reveal, position: int) -> str:
    t, one = current_words(), found.by_disagreement[position]
    if one.contested:
        return t("Contested {n} of {total}", n=position + 1, total=len(found.contested))
    return t("Item {n} of {total}", n=position + 1, total=len(found.items))
