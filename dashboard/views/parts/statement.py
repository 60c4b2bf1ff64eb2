"""What an answer says: the statement that was chosen, its level, and what was written beside it."""

import streamlit as st

from dashboard.domain.answer import Answer, misfits
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.text import Lang, Text
from dashboard.plain import plain
from dashboard.views.parts.answering import DONT_KNOW, Choice, choice_of
from dashboard.views.session import current_lang, current_words


def statement(item: Item, questionnaire: Questionnaire, lang: Lang, choice: Choice) -> str:
    """What an option says: constant, for its widget is found by these words."""
    if isinstance(choice, int):
        return plain(item.option(choice).text.get(lang))
    special = questionnaire.special_answers
    answer = special.dont_know if choice == DONT_KNOW else special.not_applicable
    return plain(answer.text.get(lang))


def level_in_words(questionnaire: Questionnaire, item: Item, level: int, lang: Lang) -> str:
    """ "Level 3 · **Defined**", or "Level 2 of 3" where levels have no names."""
    t = current_words()
    name = questionnaire.level_name(item, level)
    if name is None:
        return t("Level {n} of {total}", n=level, total=len(item.options))
    return t("Level {n} · **{name}**", n=level, name=plain(name.get(lang)))


def only_if(condition: Text) -> str:
    """The condition of "does not apply", so that it does not read as a claim about the brand."""
    return current_words()("Only if: {condition}", condition=plain(condition.get(current_lang())))


def show_answer(questionnaire: Questionnaire, item: Item, answer: Answer | None) -> None:
    """One answer in words: the statement, its level and evidence, its reason and note."""
    t, lang = current_words(), current_lang()
    choice = choice_of(answer)
    if answer is None or choice is None or any(misfits(answer, item, questionnaire)):
        st.markdown(t("No answer"))
        return
    with st.container(gap="xxsmall"):
        st.markdown(statement(item, questionnaire, lang, choice))
        if answer.level is not None:
            level = level_in_words(questionnaire, item, answer.level, lang)
            st.caption(" · ".join([level, *_grade(questionnaire, answer)]))
    for label, text in ((t("Reason"), answer.reason), (t("Note"), answer.note)):
        if text:
            st.markdown(t("{name}: {text}", name=label, text=plain(text)))


def _grade(questionnaire: Questionnaire, answer: Answer) -> list[str]:
    if answer.evidence is None:
        return []
    return [plain(questionnaire.evidence_grades[answer.evidence].text.get(current_lang()))]
