"""Whether a dimension applies at all: asked once where all its items share one condition."""

import streamlit as st

from dashboard.domain.answer import MAX_PROSE, State
from dashboard.domain.questionnaire import Dimension
from dashboard.domain.text import Text, as_typed
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.blank import BLANK
from dashboard.views.parts.conflict import show_conflict, show_trouble
from dashboard.views.parts.statement import only_if
from dashboard.views.session import current_lang, current_words

APPLIES, DOES_NOT = "applies", "does-not"


def does_not_apply(sheet: Sheet, dimension: Dimension) -> bool:
    """Whether every item of a dimension is answered with "does not apply"."""
    answers = [sheet.answers.get(item.id) for item in dimension.items]
    return all(answer and answer.state is State.NOT_APPLICABLE for answer in answers)


def says_does_not(dimension: Dimension) -> bool:
    """Whether "does not apply" is chosen on the page, with or without its reason."""
    return st.session_state.get(_key("applies", dimension)) == DOES_NOT


def show_applies(sheet: Sheet, dimension: Dimension) -> bool:
    """Ask, where there is one condition; returns whether the items are asked as well."""
    stands = does_not_apply(sheet, dimension)
    condition = dimension.shared_condition
    if condition is None:
        return True
    if not sheet.assessment.open_for_answers:
        if stands:
            _show_closed(sheet, dimension)
        return not stands
    _ask(sheet, dimension, condition, stands=stands)
    return not stands and not says_does_not(dimension)


def _show_closed(sheet: Sheet, dimension: Dimension) -> None:
    t = current_words()
    with st.container(border=True, gap="small"):
        st.markdown(f"#### {t('It does not apply to us')}", anchors=False)
        if reason := _reason(sheet, dimension):
            st.markdown(t("{name}: {text}", name=t("Reason"), text=plain(reason)))
        _show_left_out(dimension)


def _ask(sheet: Sheet, dimension: Dimension, condition: Text, *, stands: bool) -> None:
    t = current_words()
    _follow(sheet, dimension, stands=stands)
    texts = {APPLIES: t("It applies to us"), DOES_NOT: t("It does not apply to us")}
    with st.container(border=True, gap="small"):
        question = t("Does this dimension apply?")
        st.markdown(f"#### {question}", anchors=False)
        st.radio(
            question,
            list(texts),
            index=1 if stands else 0,
            format_func=lambda choice: texts[choice],
            captions=[BLANK, only_if(condition)],
            key=_key("applies", dimension),
            on_change=_choose,
            args=(sheet, dimension),
            label_visibility="collapsed",
        )
        if says_does_not(dimension):
            _ask_reason(sheet, dimension, stands=stands)


def _key(name: str, dimension: Dimension) -> str:
    return f"{name}-{dimension.id}-{current_lang()}"


def _follow(sheet: Sheet, dimension: Dimension, *, stands: bool) -> None:
    """Let the choice show what the store says, whenever that is something new."""
    place, key = f"applied-{sheet.assessment.id}-{dimension.id}", _key("applies", dimension)
    if st.session_state.get(place) != stands and key in st.session_state:
        st.session_state[key] = DOES_NOT if stands else APPLIES
    st.session_state[place] = stands


def _reason(sheet: Sheet, dimension: Dimension) -> str:
    first = sheet.answers.get(dimension.items[0].id)
    return (first.reason if first else None) or ""


def _ask_reason(sheet: Sheet, dimension: Dimension, *, stands: bool) -> None:
    t = current_words()
    st.text_area(
        t("Why does it not apply?"),
        value=_reason(sheet, dimension),
        key=_key("applies-reason", dimension),
        on_change=_mark,
        args=(sheet, dimension),
        placeholder=t("One sentence that a colleague would understand"),
        max_chars=MAX_PROSE,
        height="content",
    )
    for slot in _slots(sheet, dimension):
        show_conflict(slot, sheet.questionnaire)
        show_trouble(slot, sheet.questionnaire)
    if stands:
        st.markdown(f":green-badge[:material/check: {t('Saved')}]")
        _show_left_out(dimension)
        return
    needed = t.plural(
        "Give the reason to leave this {n} question out.",
        "Give the reason to leave these {n} questions out.",
        len(dimension.items),
    )
    st.markdown(f":yellow-badge[:material/edit: {t('Not saved yet')}] {needed}")


def _slots(sheet: Sheet, dimension: Dimension) -> list[Slot]:
    return [Slot(sheet.assessment.id, item) for item in dimension.items]


def _show_left_out(dimension: Dimension) -> None:
    t, lang = current_words(), current_lang()
    st.caption(t("These questions are left out of the score:"))
    st.caption("\n".join(f"- {plain(item.question.get(lang))}" for item in dimension.items))


def _choose(sheet: Sheet, dimension: Dimension) -> None:
    if st.session_state[_key("applies", dimension)] == DOES_NOT:
        return
    for slot in _slots(sheet, dimension):
        slot.discard()
        slot.catch_up(sheet)
        if slot.answer and slot.answer.state is State.NOT_APPLICABLE:
            slot.save(None, new_entry=True)


def _mark(sheet: Sheet, dimension: Dimension) -> None:
    reason = as_typed(str(st.session_state.get(_key("applies-reason", dimension)) or ""))
    if not reason:
        return
    for slot in _slots(sheet, dimension):
        if slot.conflict is None:  # else the person has to choose first
            slot.catch_up(sheet)
            instead = slot.answer is not None and slot.answer.state is not State.NOT_APPLICABLE
            slot.say_not_applicable(reason, new_entry=instead)
