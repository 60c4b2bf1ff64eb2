"""Down to the items: every answer with its score, weight and evidence, a pillar at a time."""

from collections.abc import Iterator

import streamlit as st

from dashboard.domain.answer import Answer, State
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Dimension, Item, Pillar
from dashboard.plain import plain
from dashboard.scores_in_words import bounds_in_words
from dashboard.services.assessments import Sheet
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_words


def show_items(sheet: Sheet) -> None:
    t = current_words()
    st.header(
        t.plural("The one question", "All {n} questions", len(sheet.questionnaire.items)),
        anchor=False,
    )
    _show_pillars(sheet)


@st.fragment
def _show_pillars(sheet: Sheet) -> None:
    """One fragment for all: each of its own costs a whole page more than what is in it."""
    for pillar in sheet.questionnaire.pillars:
        _show_pillar(sheet, pillar)


def _show_pillar(sheet: Sheet, pillar: Pillar) -> None:
    lang = current_lang()
    name = f"{mark(sheet.questionnaire, pillar.id)} {plain(pillar.title.get(lang))}"
    score = _score(sheet, pillar)
    box = st.expander(f"{name} · {score}", key=f"items-{pillar.id}-{lang}", on_change="rerun")
    if not box.open:
        return
    with box:
        for dimension in pillar.dimensions:
            st.markdown(
                f"#### {plain(dimension.title.get(lang))} · {_score(sheet, dimension)}",
                anchors=False,
            )
            for item in dimension.items:
                _show_item(sheet, item)


def _score(sheet: Sheet, part: Pillar | Dimension) -> str:
    t = current_words()
    results = sheet.result.pillar if isinstance(part, Pillar) else sheet.result.dimension
    estimate = results[part.id]
    bounds = bounds_in_words(estimate, current_lang())
    if estimate.outside_bounds:
        return bounds
    if estimate.score is not None:
        return str(whole(estimate.score))
    return t("not enough answers") if bounds else t("does not apply")


def _show_item(sheet: Sheet, item: Item) -> None:
    """Question, answer, and what they count for; a table of five columns fits no phone."""
    t, lang = current_words(), current_lang()
    answer = sheet.answers.get(item.id)
    critical = f" :gray-badge[{t('critical')}]" if item.critical else ""
    with st.container(gap="xxsmall"):
        st.markdown(f"**{plain(item.question.get(lang))}**{critical}")
        st.markdown(_answer(sheet, item, answer))
        st.caption(" · ".join(_counts(sheet, item, answer)))


def _counts(sheet: Sheet, item: Item, answer: Answer | None) -> Iterator[str]:
    """Score, weight and evidence, as far as there are any."""
    t, lang = current_words(), current_lang()
    if answer and answer.level:
        yield str(whole(item.score(answer.level)))
    yield t("weight {w}", w=f"{item.weight:g}")
    if answer and answer.evidence is not None:
        yield plain(sheet.questionnaire.evidence_grades[answer.evidence].text.get(lang))


def _answer(sheet: Sheet, item: Item, answer: Answer | None) -> str:
    t, lang = current_words(), current_lang()
    if answer is None:
        return t("No answer")
    if answer.level:
        return plain(item.option(answer.level).text.get(lang))
    special = sheet.questionnaire.special_answers
    if answer.state is State.DONT_KNOW:
        return plain(special.dont_know.text.get(lang))
    label = plain(special.not_applicable.text.get(lang))
    return t("{name}: {text}", name=label, text=plain(answer.reason or ""))
