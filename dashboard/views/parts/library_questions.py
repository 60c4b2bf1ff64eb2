"""The questionnaire from its pillars down to its questions, all of it or what a search finds."""

from collections.abc import Collection
from typing import Final

import streamlit as st

from dashboard.domain.questionnaire import Dimension, Item, Pillar, Questionnaire
from dashboard.domain.text import Text
from dashboard.plain import plain
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.library_item import show_item
from dashboard.views.parts.library_place import choose_questionnaire
from dashboard.views.parts.library_rules import show_answering, show_scoring
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_words

SEARCH: Final = "library-search"
MAX_SEARCH: Final = 100
SEARCH_WIDTH: Final = 560


def show_questions() -> None:
    questionnaire = choose_questionnaire()
    _show_head(questionnaire)
    show_answering(questionnaire)
    show_scoring(questionnaire)
    words = _ask_for_words(example=questionnaire.items[0].id)
    found = [item for item in questionnaire.items if holds(questionnaire, item, words)]
    if words:
        _show_count(words, len(found))
    for pillar in questionnaire.pillars:
        _show_pillar(questionnaire, pillar, found)


def _show_head(questionnaire: Questionnaire) -> None:
    t, lang = current_words(), current_lang()
    items, pillars = len(questionnaire.items), len(questionnaire.pillars)
    show_head(
        f"{plain(questionnaire.title.get(lang))} · {plain(questionnaire.version)}",
        t(
            "{questions} in {pillars}",
            questions=t.plural("{n} question", "{n} questions", items),
            pillars=t.plural("{n} pillar", "{n} pillars", pillars),
        ),
        t(
            "Every statement with its score, why the question is asked, and what it rests on. "
            "This is all there is: nothing else enters a result."
        ),
    )


def _ask_for_words(*, example: str) -> str:
    t = current_words()
    typed = st.text_input(
        t("Search the questions"),
        type="search",
        placeholder=t("A word, or a number such as {id}", id=example),
        max_chars=MAX_SEARCH,
        key=SEARCH,
        width=SEARCH_WIDTH,
    )
    return (typed or "").strip()


def _show_count(words: str, count: int) -> None:
    t = current_words()
    if count:
        found = t.plural(
            "{n} question contains “{words}”",
            "{n} questions contain “{words}”",
            count,
            words=plain(words),
        )
        st.markdown(f"**{found}**")
        return
    st.markdown(f"**{t('No question contains “{words}”', words=plain(words))}**")
    st.markdown(
        t(
            "Try one word, or a part of it. The search reads numbers, titles, questions, "
            "statements and clauses, in English and in Chinese."
        )
    )
    st.button(t("Show all questions"), key="library-all", on_click=_forget_words)


def _forget_words() -> None:
    st.session_state[SEARCH] = ""


def holds(questionnaire: Questionnaire, item: Item, words: str) -> bool:
    """Whether every word stands somewhere in the question, in whichever language."""
    dimension = questionnaire.dimension_of[item.id]
    texts: tuple[Text, ...] = (
        dimension.title,
        item.title,
        item.question,
        *(option.text for option in item.options),
        *(questionnaire.frameworks[key].name for key in item.mapped_controls),
    )
    codes = (code for codes in item.mapped_controls.values() for code in codes)
    both = (f"{text.en}\n{text.zh}" for text in texts)
    content = "\n".join([item.id, *both, *codes]).casefold()
    return all(word in content for word in words.casefold().split())


def _show_pillar(questionnaire: Questionnaire, pillar: Pillar, found: Collection[Item]) -> None:
    t, lang = current_words(), current_lang()
    dimensions = [d for d in pillar.dimensions if any(item in found for item in d.items)]
    if not dimensions:
        return
    with st.container(gap="xxsmall"):
        title = f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}"
        st.header(title, anchor=False)
        if pillar.promise:
            st.markdown(plain(pillar.promise.get(lang)))
        facts = [
            t.plural("{n} dimension", "{n} dimensions", len(pillar.dimensions)),
            t.plural("{n} question", "{n} questions", len(list(pillar.items))),
            t("weight {w}", w=f"{pillar.weight:g}"),
        ]
        if pillar.estimated_minutes:
            facts.append(t("about {minutes} minutes", minutes=pillar.estimated_minutes))
        st.caption(" · ".join(facts))
    for dimension in dimensions:
        _show_dimension(questionnaire, dimension, found)


def _show_dimension(
    questionnaire: Questionnaire, dimension: Dimension, found: Collection[Item]
) -> None:
    t, lang = current_words(), current_lang()
    with st.container(gap="small"):
        with st.container(gap="xxsmall"):
            st.subheader(plain(dimension.title.get(lang)), anchor=False)
            if dimension.definition:
                st.markdown(plain(dimension.definition.get(lang)))
            facts = [t("weight {w}", w=f"{dimension.weight:g}")]
            if dimension.shared_condition:
                condition = plain(dimension.shared_condition.get(lang))
                facts.append(t("does not apply if: {condition}", condition=condition))
            st.caption(" · ".join([plain(dimension.id), *facts]))
        with st.container(gap="xsmall"):
            for item in dimension.items:
                if item in found:
                    show_item(questionnaire, item)
