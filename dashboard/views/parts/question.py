"""One question: its statements, whether it is saved, and what lies behind it."""

from functools import partial

import streamlit as st

from dashboard.domain.answer import Answer, State
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.text import Lang, Text
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.answering import DONT_KNOW, NOT_APPLICABLE, Choice, Slot
from dashboard.views.parts.conflict import show_conflict, show_trouble
from dashboard.views.parts.evidence import show_evidence
from dashboard.views.parts.history import show_history
from dashboard.views.parts.panels import Panel, show_panels
from dashboard.views.session import current_lang, current_words

NOTHING = "\u200b"
"""Keeps the rows of the radio apart without a word."""


def show_question(sheet: Sheet, item: Item, *, asked_once: bool) -> None:
    """One card. `asked_once`: whether the page asks for all items if they apply."""
    slot = Slot(sheet.assessment.id, item)
    slot.read_from(sheet)
    last = sheet.last_answer(item)
    with st.container(border=True, gap="small"):
        st.fragment(key=slot.fragment)(_question)(
            slot,
            sheet.questionnaire,
            last,
            may_not_apply=item.not_applicable is not None and not asked_once,
            closed=not sheet.assessment.open_for_answers,
        )


def _question(
    slot: Slot,
    questionnaire: Questionnaire,
    last: Answer | None,
    *,
    may_not_apply: bool,
    closed: bool,
) -> None:
    lang = current_lang()
    slot.tell_fields()
    question = slot.item.question.get(lang)
    st.markdown(f"#### {plain(question)}", anchors=False)
    choices = _choices(slot, may_not_apply=may_not_apply)
    st.radio(
        question,
        choices,
        index=choices.index(slot.choice) if slot.choice in choices else None,
        format_func=partial(_statement, slot.item, questionnaire, lang),
        captions=_captions(slot, questionnaire, choices, lang),
        key=slot.widget,
        on_change=slot.choose,
        label_visibility="collapsed",
        disabled=closed,
    )
    _show_reason(slot, closed=closed)
    show_conflict(slot, questionnaire)
    show_trouble(slot)
    show_panels(slot, _panels(slot, questionnaire, last, closed=closed))


def _panels(
    slot: Slot, questionnaire: Questionnaire, last: Answer | None, *, closed: bool
) -> list[Panel]:
    """What lies behind a question, each behind a button of its own."""
    t = current_words()
    support = partial(show_evidence, slot, questionnaire, closed=closed)
    past = partial(show_history, slot, questionnaire, closed=closed)
    panels = [Panel("support", t("Evidence and note"), ":material/attach_file:", support)]
    if slot.item.why_it_matters is not None:
        why = partial(_show_why, slot.item.why_it_matters)
        panels.append(Panel("why", t("Why it matters"), ":material/lightbulb:", why))
    if last is not None:
        again = partial(_show_last, slot, questionnaire, last, closed=closed)
        panels.append(Panel("last", t("Last time"), ":material/history:", again))
    if slot.stored is not None:
        panels.append(Panel("history", t("History"), ":material/manage_history:", past))
    return panels


def _choices(slot: Slot, *, may_not_apply: bool) -> list[Choice]:
    choices: list[Choice] = [*slot.item.levels, DONT_KNOW]
    stands = slot.answer is not None and slot.answer.state is State.NOT_APPLICABLE
    return [*choices, NOT_APPLICABLE] if may_not_apply or stands else choices


def _statement(item: Item, questionnaire: Questionnaire, lang: Lang, choice: Choice) -> str:
    """What an option says: constant, for its widget is found by these words."""
    if isinstance(choice, int):
        return plain(item.option(choice).text.get(lang))
    special = questionnaire.special_answers
    answer = special.dont_know if choice == DONT_KNOW else special.not_applicable
    return plain(answer.text.get(lang))


def _captions(
    slot: Slot, questionnaire: Questionnaire, choices: list[Choice], lang: Lang
) -> list[str]:
    return [_caption(slot, questionnaire, choice, lang) for choice in choices]


def _caption(slot: Slot, questionnaire: Questionnaire, choice: Choice, lang: Lang) -> str:
    if choice == DONT_KNOW:
        return plain(questionnaire.special_answers.dont_know.help.get(lang))
    if choice == NOT_APPLICABLE:
        condition = slot.item.not_applicable
        return plain(condition.get(lang)) if condition else NOTHING
    if choice != slot.choice or not isinstance(choice, int):
        return NOTHING
    return level_in_words(questionnaire, slot.item, choice, lang)


def level_in_words(questionnaire: Questionnaire, item: Item, level: int, lang: Lang) -> str:
    """ "Level 3 · **Defined**", or "Level 2 of 3" where levels have no names."""
    t = current_words()
    name = questionnaire.level_name(item, level)
    if name is None:
        return t("Level {n} of {total}", n=level, total=len(item.options))
    return t("Level {n} · **{name}**", n=level, name=plain(name.get(lang)))


def _show_reason(slot: Slot, *, closed: bool) -> None:
    if st.session_state.get(slot.widget) != NOT_APPLICABLE:
        return
    t = current_words()
    answer = slot.answer
    st.text_area(
        t("Why does it not apply?"),
        value=answer.reason if answer and answer.reason else "",
        key=slot.field("reason"),
        on_change=slot.give_reason,
        placeholder=t("One sentence that a colleague would understand"),
        max_chars=5000,
        height="content",
        disabled=closed,
    )
    if answer is None or answer.state is not State.NOT_APPLICABLE:
        badge = t("Not saved yet: give the reason")
        st.markdown(f":yellow-badge[:material/edit: {badge}]")


def _show_why(why_it_matters: Text) -> None:
    st.markdown(plain(why_it_matters.get(current_lang())))


def _show_last(slot: Slot, questionnaire: Questionnaire, last: Answer, *, closed: bool) -> None:
    t, lang = current_words(), current_lang()
    show_answer(questionnaire, slot.item, last)
    st.button(
        t("Use this answer again"),
        key=f"again-{slot.item.id}-{lang}",
        on_click=slot.put_back,
        args=(last,),
        disabled=closed or last == slot.answer,
    )


def show_answer(questionnaire: Questionnaire, item: Item, answer: Answer | None) -> None:
    """One answer in words: the statement, its level, its reason and note."""
    t, lang = current_words(), current_lang()
    if answer is None:
        st.markdown(t("No answer"))
        return
    if answer.level is not None and answer.level in item.levels:
        st.markdown(_statement(item, questionnaire, lang, answer.level))
        st.caption(level_in_words(questionnaire, item, answer.level, lang))
    else:
        st.markdown(_statement(item, questionnaire, lang, answer.state.value))
    for label, text in ((t("Reason"), answer.reason), (t("Note"), answer.note)):
        if text:
            st.caption(t("{name}: {text}", name=label, text=plain(text)))
