"""One question: its statements, whether it is saved, and what lies behind it."""

from functools import partial

import streamlit as st

from dashboard.domain.answer import MAX_PROSE, Answer, State
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.text import Lang, as_typed
from dashboard.plain import plain
from dashboard.views.parts.answering import DONT_KNOW, NOT_APPLICABLE, Choice, Slot
from dashboard.views.parts.blank import BLANK
from dashboard.views.parts.conflict import show_conflict, show_trouble
from dashboard.views.parts.counts import Counts
from dashboard.views.parts.evidence import show_evidence
from dashboard.views.parts.history import show_history
from dashboard.views.parts.links import links_wait
from dashboard.views.parts.panels import Panel, panel_why, show_panels
from dashboard.views.parts.statement import level_in_words, only_if, show_answer, statement
from dashboard.views.session import current_lang, current_words


def show_question(counts: Counts, item: Item, *, asked_once: bool) -> None:
    """`asked_once`: whether the page asks for all items of the dimension if they apply."""
    sheet = counts.sheet
    slot = Slot(sheet.assessment.id, item)
    slot.read_from(sheet)
    last = sheet.last_answer(item)
    may_not_apply = item.not_applicable is not None and not asked_once
    _question(slot, counts, last, may_not_apply=may_not_apply)


@st.fragment
def _question(slot: Slot, counts: Counts, last: Answer | None, *, may_not_apply: bool) -> None:
    lang, questionnaire = current_lang(), counts.sheet.questionnaire
    slot.tell_fields()
    choices = _choices(slot, may_not_apply=may_not_apply)
    slot.tell_choice()
    st.radio(
        slot.item.question.get(lang),
        choices,
        index=None,
        format_func=partial(statement, slot.item, questionnaire, lang),
        captions=[_caption(slot.item, questionnaire, choice, lang) for choice in choices],
        key=slot.widget,
        on_change=slot.choose,
        label_visibility="collapsed",
    )
    _show_reason(slot)
    show_conflict(slot, questionnaire)
    show_trouble(slot, questionnaire)
    st.markdown(_status(slot, questionnaire) if slot.saved else BLANK)
    show_panels(slot, _panels(slot, questionnaire, last))
    counts.show()


def _panels(slot: Slot, questionnaire: Questionnaire, last: Answer | None) -> list[Panel]:
    """What lies behind a question, each behind a button of its own."""
    t = current_words()
    support = partial(show_evidence, slot, questionnaire)
    past = partial(show_history, slot, questionnaire, closed=False)
    panels = [Panel("support", t("Evidence and note"), ":material/attach_file:", support)]
    panels += panel_why(slot.item)
    if last is not None:
        again = partial(_show_last, slot, questionnaire, last)
        panels.append(Panel("last", t("Last time"), ":material/history:", again))
    if slot.stored is not None:
        panels.append(Panel("history", t("History"), ":material/manage_history:", past))
    return panels


def _choices(slot: Slot, *, may_not_apply: bool) -> list[Choice]:
    choices: list[Choice] = [*slot.item.levels, DONT_KNOW]
    answer = slot.answer
    stands = answer is not None and answer.state is State.NOT_APPLICABLE
    return [*choices, NOT_APPLICABLE] if may_not_apply or stands else choices


def _status(slot: Slot, questionnaire: Questionnaire) -> str:
    """That the answer is saved, and which one: the level's name is never shown before."""
    t, lang, choice = current_words(), current_lang(), slot.choice
    if isinstance(choice, int):
        answer = level_in_words(questionnaire, slot.item, choice, lang)
    else:
        answer = statement(slot.item, questionnaire, lang, choice) if choice else ""
    waiting = f":yellow-badge[:material/edit: {t('Links not saved')}]" if links_wait(slot) else ""
    return f":green-badge[:material/check: {t('Saved')}] {answer} {waiting}".rstrip()


def _caption(item: Item, questionnaire: Questionnaire, choice: Choice, lang: Lang) -> str:
    if choice == DONT_KNOW:
        return plain(questionnaire.special_answers.dont_know.help.get(lang))
    if choice == NOT_APPLICABLE and item.not_applicable:
        return only_if(item.not_applicable)
    return ""


def _show_reason(slot: Slot) -> None:
    if st.session_state.get(slot.widget) != NOT_APPLICABLE:
        return
    t = current_words()
    answer = slot.answer
    st.text_area(
        t("Why does it not apply?"),
        value=answer.reason if answer and answer.reason else "",
        key=slot.field("reason"),
        on_change=_give_reason,
        args=(slot,),
        placeholder=t("One sentence that a colleague would understand"),
        max_chars=MAX_PROSE,
        height="content",
    )
    if slot.awaits_reason:
        badge = t("Not saved yet: give the reason")
        st.markdown(f":yellow-badge[:material/edit: {badge}]")


def _give_reason(slot: Slot) -> None:
    """Every part of the page runs again, as after all that is typed: who types and then presses a
    button sends both at once, in the name of this question, and the button's part has to follow.
    """
    if reason := as_typed(str(st.session_state.get(slot.field("reason")) or "")):
        slot.say_not_applicable(reason)
    st.rerun()


def _show_last(slot: Slot, questionnaire: Questionnaire, last: Answer) -> None:
    t, lang = current_words(), current_lang()
    show_answer(questionnaire, slot.item, last)
    st.button(
        t("Use this answer again"),
        key=f"again-{slot.item.id}-{lang}",
        on_click=slot.put_back,
        args=(last,),
        disabled=last == slot.answer,
    )
