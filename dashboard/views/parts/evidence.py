"""How well an answer is supported: grade, links and a note, behind one button."""

import streamlit as st

from dashboard.domain.answer import MAX_PROSE, State
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import as_typed
from dashboard.plain import plain
from dashboard.views.parts.answering import NOT_STATED, Choice, Slot, grade_of
from dashboard.views.parts.blank import BLANK
from dashboard.views.parts.links import show_links
from dashboard.views.session import current_lang, current_words


def show_evidence(slot: Slot, questionnaire: Questionnaire) -> None:
    if slot.answer is None:
        t = current_words()
        st.markdown(t("Answer the question first; then say what supports the answer."))
        _show_prompts(slot)
        return
    if slot.answer.state is State.LEVEL:
        _show_grades(slot, questionnaire)
    _show_prompts(slot)
    show_links(slot)
    _show_note(slot)


def _show_grades(slot: Slot, questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    texts: dict[Choice, str] = {
        n: plain(grade.text.get(lang)) for n, grade in enumerate(questionnaire.evidence_grades)
    }
    texts[NOT_STATED] = t("Not stated")
    choices, stands = list(texts), grade_of(slot.answer)
    st.radio(
        t("How well is this supported?"),
        choices,
        index=choices.index(stands) if stands in choices else None,
        format_func=lambda choice: texts[choice],
        captions=[*[""] * (len(choices) - 1), BLANK],  # with none the rows lie too close
        key=slot.field("evidence"),
        on_change=_save_grade,
        args=(slot,),
    )


def _save_grade(slot: Slot) -> None:
    grade = st.session_state.get(slot.field("evidence"))
    if grade is not None:
        slot.change(evidence=None if grade == NOT_STATED else grade)


def _show_prompts(slot: Slot) -> None:
    t, lang = current_words(), current_lang()
    if slot.item.evidence_to_look_for:
        prompts = "\n".join(f"- {plain(text.get(lang))}" for text in slot.item.evidence_to_look_for)
        st.caption(f"{t('Worth looking for:')}\n\n{prompts}")


def _show_note(slot: Slot) -> None:
    t = current_words()
    note = (slot.answer.note if slot.answer else None) or ""
    st.text_area(
        t("Note"),
        value=note,
        key=slot.field("note"),
        on_change=_save_note,
        args=(slot,),
        max_chars=MAX_PROSE,
        height="content",
    )
    if note and _typed_note(slot) == note:
        st.markdown(f":small[:green[:material/check: {t('Note saved')}]]")


def _save_note(slot: Slot) -> None:
    """Every part of the page runs again: a press that followed came in the same message."""
    slot.change(note=_typed_note(slot) or None)
    st.rerun()


def _typed_note(slot: Slot) -> str:
    return as_typed(str(st.session_state.get(slot.field("note")) or ""))
