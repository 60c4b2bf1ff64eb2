"""Every value that an answer had, with who and when, and the way back to each."""

import streamlit as st

from dashboard.domain.access import LOCAL_USER_ID
from dashboard.domain.answer import HistoryEntry
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.services import answers
from dashboard.views.parts.answering import Slot
from dashboard.views.parts.conflict import in_short
from dashboard.views.session import (
    current_acting,
    current_lang,
    current_timezone,
    current_words,
)


def show_history(slot: Slot, questionnaire: Questionnaire, *, closed: bool) -> None:
    t, lang = current_words(), current_lang()
    entries = answers.history(current_acting(), slot.assessment_id, slot.item.id)
    for number, entry in enumerate(entries):
        _show_entry(slot, questionnaire, entry, number, closed=closed)
    if slot.answer is not None and not closed:
        st.button(
            t("Withdraw the answer"),
            icon=":material/backspace:",
            key=f"withdraw-{slot.item.id}-{lang}",
            on_click=slot.put_back,
            args=(None,),
        )


def _show_entry(
    slot: Slot, questionnaire: Questionnaire, entry: HistoryEntry, number: int, *, closed: bool
) -> None:
    t, lang = current_words(), current_lang()
    when = t.moment(entry.changed_at, current_timezone())
    aside = f" · {t('set aside: another answer was saved first')}" if entry.set_aside else ""
    with st.container(gap="xxsmall"):
        st.caption(f"{when} · {_who(entry)}{aside}")
        st.markdown(in_short(slot, questionnaire, entry.answer))
        if entry.answer is not None and entry.answer != slot.answer and not closed:
            st.button(
                t("Put this back"),
                key=f"back-{slot.item.id}-{number}-{lang}",
                on_click=slot.put_back,
                args=(entry.answer,),
                type="tertiary",
                icon=":material/undo:",
            )


def _who(entry: HistoryEntry) -> str:
    if entry.changed_by == LOCAL_USER_ID:
        return current_words()("Local user")
    return plain(entry.changed_by_name)
