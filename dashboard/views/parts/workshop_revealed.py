"""What the room gave, most contested first, and the way to what it agrees on."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from dashboard.domain.reveal import ItemReveal, Reveal
from dashboard.domain.workshop import Stage
from dashboard.plain import plain
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.workshop_agreement import show_agreement, show_summary_figures
from dashboard.views.parts.workshop_closing import ask_to_close
from dashboard.views.parts.workshop_moving import watch
from dashboard.views.parts.workshop_rows import (
    middle_in_words,
    outcome_in_words,
    show_roles,
    show_rows,
    show_too_few,
    spread_in_words,
)
from dashboard.views.parts.workshop_words import eyebrow_of
from dashboard.views.session import current_acting, current_lang, current_words, present

OPEN_AT_ONCE = 6
"""Contested items whose rows are there from the start; the others' come when they are opened."""


def show_revealed(room: Room) -> None:
    t = current_words()
    found = workshops.look(current_acting(), room.workshop.id)
    show_head(eyebrow_of(room), headline(found), _lead(found))
    _show_ways_on(room, found)
    figures = _opened(t("The room in figures"), "room-figures")
    if figures.open:
        with figures:
            show_summary_figures(room, found)
    show_items(room, found)
    watch(room.workshop)


def headline(found: Reveal) -> str:
    t, total = current_words(), len(found.items)
    contested = len(found.contested)
    if not found.summary.judged:
        return t("Too few ratings to speak of agreement")
    if not contested:
        return t(
            "Agreed on {agreed} of {total} items; none is contested",
            agreed=found.summary.agreed,
            total=total,
        )
    return t.plural(
        "Agreed on {agreed} of {total} items; {n} is contested",
        "Agreed on {agreed} of {total} items; {n} are contested",
        contested,
        agreed=found.summary.agreed,
        total=total,
    )


def _lead(found: Reveal) -> str:
    t = current_words()
    parts = [t.plural("{n} person rated.", "{n} people rated.", found.participants)]
    unjudged = len(found.items) - found.summary.judged
    if unjudged:
        parts.append(
            t.plural(
                "{n} item has too few levels to judge agreement.",
                "{n} items have too few levels to judge agreement.",
                unjudged,
            )
        )
    settled = sum(one.agreed is not None for one in found.items)
    if settled:
        parts.append(
            t.plural(
                "{n} item is agreed upon by the room.",
                "{n} items are agreed upon by the room.",
                settled,
            )
        )
    return t.sentences(*parts)


def next_to_discuss(found: Reveal) -> ItemReveal | None:
    """The most contested item that is not agreed upon yet."""
    wanted = (one for one in found.by_disagreement if one.contested or one.mostly_not_applicable)
    return next((one for one in wanted if one.agreed is None), None)


def _show_ways_on(room: Room, found: Reveal) -> None:
    """Discuss while something is contested; then close."""
    t, waiting = current_words(), next_to_discuss(found)
    with st.container(horizontal=True):
        if waiting is not None:
            st.button(
                t("Discuss the contested items"),
                type="primary",
                icon=":material/slideshow:",
                key="discuss",
                on_click=present,
                args=(waiting.item_id,),
            )
        if st.button(
            t("Close and take over the levels"),
            type="secondary" if waiting is not None else "primary",
            icon=":material/task_alt:",
            key="close",
        ):
            ask_to_close(room, found)


def show_items(room: Room, found: Reveal) -> None:
    ordered = found.by_disagreement
    first = [one for one in ordered if one.contested][:OPEN_AT_ONCE]
    if first:
        st.header(current_words()("Contested"), anchor=False)
    for one in first:
        with st.container(border=True, gap="small"):
            _show_title(room, one)
            _show_item(room, one)
    _show_rest(room, [one for one in ordered if one not in first])


def _show_rest(room: Room, rest: Sequence[ItemReveal]) -> None:
    if not rest:
        return
    st.header(current_words()("All other items"), anchor=False)
    with st.container(gap="xsmall"):
        for one in rest:
            inside = _opened(_line(room, one), f"item-{one.item_id}")
            if inside.open:
                with inside:
                    _show_item(room, one)


def _opened(label: str, key: str) -> ExpanderContainer:
    """What is inside is made when it is opened."""
    return st.expander(label, key=f"{key}-{current_lang()}", on_change="rerun")


def _line(room: Room, one: ItemReveal) -> str:
    """One item in a line: its name, and what it comes to."""
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    title = plain(item.title.get(current_lang()))
    if one.counts is None:
        said = t("too few ratings")
    elif one.contested:
        said = t("contested")
    elif one.mostly_not_applicable:
        said = t("to be discussed: most say that it does not apply")
    else:
        said = spread_in_words(room, one, one.counts)
    done = f" :green-badge[:material/handshake: {t('Agreed')}]" if one.agreed else ""
    return f"**{title}** · {said}{done}"


def _show_title(room: Room, one: ItemReveal) -> None:
    t, lang = current_words(), current_lang()
    dimension = room.questionnaire.dimension_of[one.item_id]
    pillar = room.questionnaire.pillar_of[dimension.id]
    item = room.questionnaire.items_by_id[one.item_id]
    badge = (
        f":green-badge[:material/handshake: {t('Agreed')}]"
        if one.agreed
        else f":gray-badge[{t('Contested')}]"
    )
    name = plain(dimension.title.get(lang))
    st.markdown(f"{badge} {mark(room.questionnaire, pillar.id)} {name}")
    st.markdown(f"### {plain(item.question.get(lang))}", anchors=False)


def _show_item(room: Room, one: ItemReveal) -> None:
    """The rows, what they come to, roles, figures, and while it is open the big view."""
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    if one.counts is None:
        show_too_few(one)
    else:
        if not one.contested:
            st.markdown(f"**{plain(item.question.get(current_lang()))}**")
        show_rows(room, one, one.counts)
        st.markdown(middle_in_words(room, one, one.counts))
        show_roles(room, one)
    st.markdown(outcome_in_words(room, one))
    with st.container(horizontal=True):
        if room.workshop.stage is Stage.REVEALED:
            _show_way_to_the_room(room, one)
        if one.agreement is not None:
            figures = st.popover(
                t("Agreement in figures"),
                icon=":material/calculate:",
                type="tertiary",
                key=f"figures-{one.item_id}-{current_lang()}",
            )
            with figures:
                show_agreement(one.agreement)


def _show_way_to_the_room(room: Room, one: ItemReveal) -> None:
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    st.button(
        t("Show it to the room"),
        icon=":material/slideshow:",
        key=f"present-{one.item_id}",
        type="tertiary",
        help=plain(item.title.get(current_lang())),
        on_click=present,
        args=(one.item_id,),
    )
