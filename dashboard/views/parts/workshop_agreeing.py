"""What the room agrees on for one item, and why."""

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.answer import MAX_PROSE, Answer, State
from dashboard.domain.questionnaire import Item
from dashboard.domain.reveal import ItemReveal
from dashboard.services import workshops
from dashboard.services.workshops import Room
from dashboard.views.parts.answering import DONT_KNOW, NOT_APPLICABLE, Choice, choice_of
from dashboard.views.parts.refused import REFUSED
from dashboard.views.parts.statement import statement
from dashboard.views.parts.workshop_moving import led
from dashboard.views.parts.workshop_words import level_label
from dashboard.views.session import current_acting, current_lang, current_words, present

MISSING = "agree-missing"


def show_agreeing(room: Room, one: ItemReveal, *, then: str | None) -> None:
    """A form, so that what is typed goes with the button. `then` is the item that follows."""
    t = current_words()
    item = room.questionnaire.items_by_id[one.item_id]
    with st.form(f"agree-form-{item.id}", border=False):
        _ask_level(room, item, one)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _ask_reason(item, one)
            st.form_submit_button(
                t("Agree and go on"),
                type="primary",
                icon=":material/handshake:",
                key="agree",
                on_click=_agree,
                args=(room, item, then),
            )
    if st.session_state.pop(MISSING, None) == item.id:
        st.error(
            t("Choose what the room agrees on. “Does not apply” needs a reason."),
            icon=":material/error:",
        )
    if one.agreed is not None:
        st.button(
            t("Take the agreement back"),
            icon=":material/undo:",
            type="tertiary",
            key="disagree",
            on_click=_disagree,
            args=(room, item.id),
        )


def _ask_level(room: Room, item: Item, one: ItemReveal) -> None:
    t = current_words()
    choices: list[Choice] = [*item.levels, DONT_KNOW]
    if item.not_applicable is not None:
        choices.append(NOT_APPLICABLE)
    closes = choice_of(one.closes_with)
    st.radio(
        t("We agree on"),
        choices,
        index=choices.index(closes) if closes in choices else None,
        format_func=lambda choice: _label(room, item, choice),
        horizontal=True,
        key=_key("agree-on", item),
    )


def _ask_reason(item: Item, one: ItemReveal) -> None:
    t = current_words()
    st.text_input(
        t("Because"),
        value=(one.agreed.reason if one.agreed else None) or "",
        placeholder=t("One sentence that everyone can stand by"),
        max_chars=MAX_PROSE,
        key=f"agree-because-{item.id}",
    )


def _key(name: str, item: Item) -> str:
    return f"{name}-{item.id}-{current_lang()}"


def _label(room: Room, item: Item, choice: Choice) -> str:
    if isinstance(choice, int):
        return level_label(room.questionnaire, item, choice)
    return statement(item, room.questionnaire, current_lang(), choice)


def _agree(room: Room, item: Item, then: str | None) -> None:
    """An empty choice agrees on nothing."""
    reason = str(st.session_state.get(f"agree-because-{item.id}") or "").strip() or None
    answer = _answer(st.session_state.get(_key("agree-on", item)), reason)
    if answer is None:
        st.session_state[MISSING] = item.id
        return
    with led():
        try:
            workshops.agree(current_acting(), room.workshop.id, item.id, answer, reason=reason)
        except ValidationError as problem:
            st.session_state[REFUSED] = problem
            return
        present(then)


def _answer(choice: Choice | None, reason: str | None) -> Answer | None:
    try:
        if isinstance(choice, int):
            return Answer.at(choice)
        if choice == DONT_KNOW:
            return Answer(state=State.DONT_KNOW)
        if choice == NOT_APPLICABLE and reason:
            return Answer.not_applicable(reason)
    except ValidationError as problem:
        st.session_state[REFUSED] = problem
    return None


def _disagree(room: Room, item_id: str) -> None:
    with led():
        workshops.agree(current_acting(), room.workshop.id, item_id, None, reason=None)
