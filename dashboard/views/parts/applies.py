"""Whether a dimension applies at all: asked once where all its items share one condition."""

import streamlit as st

from dashboard.domain.answer import State
from dashboard.domain.questionnaire import Dimension
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.conflict import show_trouble
from dashboard.views.session import current_lang, current_words

APPLIES, DOES_NOT = "applies", "does-not"


def does_not_apply(sheet: Sheet, dimension: Dimension) -> bool:
    """Whether every item of a dimension is answered with "does not apply"."""
    answers = [sheet.answers.get(item.id) for item in dimension.items]
    return all(answer and answer.state is State.NOT_APPLICABLE for answer in answers)


def show_applies(sheet: Sheet, dimension: Dimension) -> None:
    t, lang = current_words(), current_lang()
    condition = dimension.shared_condition
    if condition is None:
        return
    stands = does_not_apply(sheet, dimension)
    _follow(sheet, dimension, stands=stands)
    closed = not sheet.assessment.open_for_answers
    texts = {APPLIES: t("It applies to us"), DOES_NOT: t("It does not apply to us")}
    with st.container(border=True, gap="small"):
        question = t("Does this dimension apply?")
        st.markdown(f"#### {question}")
        st.radio(
            question,
            list(texts),
            index=1 if stands else 0,
            format_func=lambda choice: texts[choice],
            captions=["\u200b", plain(condition.get(lang))],
            key=_key("applies", dimension),
            on_change=_choose,
            args=(sheet, dimension),
            label_visibility="collapsed",
            disabled=closed,
        )
        if st.session_state.get(_key("applies", dimension)) == DOES_NOT:
            _ask_reason(sheet, dimension, stands=stands, closed=closed)


def _key(name: str, dimension: Dimension) -> str:
    return f"{name}-{dimension.id}-{current_lang()}"


def _follow(sheet: Sheet, dimension: Dimension, *, stands: bool) -> None:
    """Let the choice show what the store says, whenever that is something new."""
    place, key = f"applied-{sheet.assessment.id}-{dimension.id}", _key("applies", dimension)
    if st.session_state.get(place) != stands and key in st.session_state:
        st.session_state[key] = DOES_NOT if stands else APPLIES
    st.session_state[place] = stands


def _ask_reason(sheet: Sheet, dimension: Dimension, *, stands: bool, closed: bool) -> None:
    t = current_words()
    first = sheet.answers.get(dimension.items[0].id)
    st.text_area(
        t("Why does it not apply?"),
        value=first.reason if first and first.reason else "",
        key=_key("applies-reason", dimension),
        on_change=_mark,
        args=(sheet, dimension),
        placeholder=t("One sentence that a colleague would understand"),
        max_chars=5000,
        height="content",
        disabled=closed,
    )
    if stands:
        st.markdown(f":green-badge[:material/check: {t('Saved')}]")
        st.caption(t("These questions are left out of the score:"))
        lang = current_lang()
        st.caption("\n".join(f"- {plain(i.question.get(lang))}" for i in dimension.items))
        for item in dimension.items:
            show_trouble(Slot(sheet.assessment.id, item))
    else:
        st.markdown(f":yellow-badge[:material/edit: {t('Not saved yet: give the reason')}]")


def _choose(sheet: Sheet, dimension: Dimension) -> None:
    if st.session_state[_key("applies", dimension)] == DOES_NOT:
        return
    for item in dimension.items:
        slot = Slot(sheet.assessment.id, item)
        slot.catch_up(sheet)
        if slot.answer and slot.answer.state is State.NOT_APPLICABLE:
            slot.save(None)


def _mark(sheet: Sheet, dimension: Dimension) -> None:
    reason = str(st.session_state.get(_key("applies-reason", dimension)) or "").strip()
    if not reason:
        return
    for item in dimension.items:
        slot = Slot(sheet.assessment.id, item)
        slot.catch_up(sheet)
        slot.say_not_applicable(reason)
