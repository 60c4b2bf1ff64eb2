"""Down to the answers: what was chosen in each assessment, where it differs."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.rows import NO_SCORE
from dashboard.domain.answer import Answer, State
from dashboard.domain.comparison import ItemChange, changed_answers
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.plain import plain
from dashboard.views.cached import show_table
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_table import distinct, in_numbers, side_heads
from dashboard.views.parts.workshop_words import level_label
from dashboard.views.session import current_lang, current_words

AT_ONCE = 6
"""Answers that are shown without opening the rest."""


def show_changed_answers(chosen: Chosen) -> None:
    """Of all chosen, other versions too: an item that reads the same is followed by itself."""
    t, questionnaire = current_words(), chosen.questionnaire
    changed = changed_answers(
        questionnaire, [(sheet.questionnaire, sheet.answers) for sheet in chosen.sheets]
    )
    st.header(_finding(chosen, len(changed)), anchor=False)
    if not changed:
        return
    names = [chosen.name(sheet) for sheet in chosen.sheets]
    head = distinct([t("Question"), *side_heads(names)])
    _show(head, questionnaire, changed[:AT_ONCE])
    if rest := changed[AT_ONCE:]:
        more = t.plural("{n} more answer", "{n} more answers", len(rest))
        with st.expander(more, icon=":material/unfold_more:"):
            _show(head, questionnaire, rest)
    if in_numbers(names):
        st.caption(t("Numbers: levels · ?: I don't know · n/a: does not apply · –: no answer"))


def _finding(chosen: Chosen, number: int) -> str:
    t = current_words()
    if not number:
        return t("No answer that can be compared differs")
    if chosen.one_brand:
        return t.plural("{n} answer changed", "{n} answers changed", number)
    return t.plural("{n} answer differs", "{n} answers differ", number)


def _show(head: Sequence[str], questionnaire: Questionnaire, changed: Sequence[ItemChange]) -> None:
    t, lang = current_words(), current_lang()
    rows = []
    for one in changed:
        item = questionnaire.items_by_id[one.item_id]
        critical = f" :gray-badge[{t('critical')}]" if item.critical else ""
        if in_numbers(one.answers):
            answers = [_in_short(answer) for answer in one.answers]
        else:
            answers = [answer_in_words(questionnaire, item, answer) for answer in one.answers]
        cells = [f"{plain(item.title.get(lang))}{critical}", *answers]
        rows.append(dict(zip(head, cells, strict=True)))
    show_table(rows, alt=t("Answers that differ, side by side"))


def _in_short(answer: Answer | None) -> str:
    t = current_words()
    if answer is None:
        return NO_SCORE
    if answer.level is not None:
        return str(answer.level)
    return "?" if answer.state is State.DONT_KNOW else t("n/a")


def answer_in_words(questionnaire: Questionnaire, item: Item, answer: Answer | None) -> str:
    """A level with its name; what is no level as what it is."""
    t, lang, special = current_words(), current_lang(), questionnaire.special_answers
    if answer is None:
        return t("No answer")
    if answer.level is not None:
        return level_label(questionnaire, item, answer.level)
    texts = {State.DONT_KNOW: special.dont_know, State.NOT_APPLICABLE: special.not_applicable}
    return plain(texts[answer.state].text.get(lang))
