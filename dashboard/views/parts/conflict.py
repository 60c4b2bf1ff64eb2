"""What a page says when an answer was not simply saved: another came first, or the store failed."""

from collections.abc import Iterator

import streamlit as st

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.refused import refusal_in_words
from dashboard.views.session import current_lang, current_words


def show_conflict(slot: Slot, questionnaire: Questionnaire) -> None:
    """Show both values of an item that two people saved at once, and let the second choose."""
    conflict = slot.conflict
    if conflict is None:
        return
    t, lang = current_words(), current_lang()
    with st.container(border=True, gap="xsmall"):
        meanwhile = (
            t("Somebody else withdrew this answer meanwhile")
            if conflict.current.answer is None
            else t("Somebody else answered this meanwhile")
        )
        st.markdown(f":yellow[:material/group:] **{meanwhile}**")
        for label, answer in (
            (t("Their answer, saved"), conflict.current.answer),
            (t("Your answer, kept in the history"), conflict.yours),
        ):
            said = in_short(slot, questionnaire, answer)
            st.markdown(t("{name}: {text}", name=f"**{label}**", text=said))
        with st.container(horizontal=True):
            st.button(
                t("Keep theirs"),
                key=f"theirs-{slot.item.id}-{lang}",
                on_click=slot.settle,
                kwargs={"mine": False},
            )
            st.button(
                t("Use mine"),
                key=f"mine-{slot.item.id}-{lang}",
                on_click=slot.settle,
                kwargs={"mine": True},
            )


def in_short(slot: Slot, questionnaire: Questionnaire, answer: Answer | None) -> str:
    """One answer in a line of markdown, with what supports it."""
    if answer is None:
        return current_words()("No answer")
    said, support = _said(slot, questionnaire, answer), list(_support(questionnaire, answer))
    return " · ".join([said.rstrip(".。"), *support]) if support else said


def _said(slot: Slot, questionnaire: Questionnaire, answer: Answer) -> str:
    t, lang = current_words(), current_lang()
    if answer.level is not None and answer.level in slot.item.levels:
        return plain(slot.item.option(answer.level).text.get(lang))
    if answer.level is not None:
        return t("Level {n}, which the question no longer has", n=answer.level)
    special = questionnaire.special_answers
    text = special.not_applicable if answer.reason is not None else special.dont_know
    said = plain(text.text.get(lang))
    if not answer.reason:
        return said
    return t("{name}: {text}", name=said, text=plain(answer.reason))


def _support(questionnaire: Questionnaire, answer: Answer) -> Iterator[str]:
    t = current_words()
    if answer.evidence is not None:
        grades = questionnaire.evidence_grades
        known = answer.evidence < len(grades)
        text = (
            plain(grades[answer.evidence].text.get(current_lang()))
            if known
            else t("Grade {n}, which the questionnaire no longer has", n=answer.evidence)
        )
        yield t("{name}: {text}", name=t("Evidence"), text=text)
    if answer.note:
        yield t("{name}: {text}", name=t("Note"), text=plain(answer.note))
    yield from (plain(link) for link in answer.links or ())


def show_trouble(slot: Slot, questionnaire: Questionnaire) -> None:
    """Why the answer was not saved; what the store may take the next time can be sent again."""
    trouble = slot.trouble
    if trouble is None:
        return
    t, lang = current_words(), current_lang()
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        message = refusal_in_words(trouble)
        st.markdown(f":red[:material/error: {message}]", width="content")
        if slot.can_be_sent_again:
            st.button(
                t("Try again"),
                icon=":material/refresh:",
                type="tertiary",
                key=f"retry-{slot.item.id}-{lang}",
                on_click=slot.save_again,
            )
            st.button(
                t("Discard"),
                icon=":material/close:",
                type="tertiary",
                key=f"discard-{slot.item.id}-{lang}",
                on_click=slot.discard,
            )
    if slot.can_be_sent_again:
        said = in_short(slot, questionnaire, slot.unsaved)
        st.caption(t("{name}: {text}", name=t("Your answer, not saved"), text=said))
