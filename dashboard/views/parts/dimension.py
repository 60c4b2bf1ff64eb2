"""One dimension: its questions, and what stands around them."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Dimension, Questionnaire
from dashboard.plain import plain
from dashboard.services import answers
from dashboard.services.assessments import Sheet
from dashboard.views.parts.applies import show_applies
from dashboard.views.parts.closed_question import show_closed_question
from dashboard.views.parts.counts import Beside, Counts, counts_of
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.not_saved import show_not_saved
from dashboard.views.parts.question import show_question
from dashboard.views.parts.refused import told_at_top
from dashboard.views.parts.reopening import show_reopen_button
from dashboard.views.parts.steps import show_steps
from dashboard.views.session import current_acting, current_lang, current_words


def show_dimension(sheet: Sheet, dimension: Dimension, beside: Beside) -> None:
    show_not_saved(sheet, dimension.id)
    _show_head(sheet, dimension)
    if sheet.assessment.open_for_answers:
        _show_how(sheet, dimension)
        _show_last_wave(sheet, dimension)
    else:
        _show_closed(sheet)
    questions = st.container() if show_applies(sheet, dimension) else None
    _show_cases(sheet, dimension)
    below = show_steps(sheet, dimension)
    counts = counts_of(sheet, dimension, beside, below)
    counts.show()
    if questions is not None:
        _show_questions(questions, sheet, dimension, counts)


def _show_questions(
    place: DeltaGenerator, sheet: Sheet, dimension: Dimension, counts: Counts
) -> None:
    """One card each. What it always says stands outside the part that an answer runs again."""
    asked_once = dimension.shared_condition is not None
    for item in dimension.items:
        with place.container(border=True, gap="small"):
            st.markdown(f"#### {plain(item.question.get(current_lang()))}", anchors=False)
            if sheet.assessment.open_for_answers:
                show_question(counts, item, asked_once=asked_once)
            else:
                show_closed_question(sheet, item)


def _show_head(sheet: Sheet, dimension: Dimension) -> None:
    """Brand, wave and place stand here too: a narrow screen hides the list of dimensions."""
    t, lang, questionnaire = current_words(), current_lang(), sheet.questionnaire
    place = t(
        "{pillar} · {n} of {total}",
        pillar=plain(questionnaire.pillar_of[dimension.id].title.get(lang)),
        n=questionnaire.dimensions.index(dimension) + 1,
        total=len(questionnaire.dimensions),
    )
    eyebrow = f"{plain(sheet.brand.name)} · {plain(sheet.assessment.wave)} · {place}"
    definition = plain(dimension.definition.get(lang)) if dimension.definition else None
    show_head(eyebrow, plain(dimension.title.get(lang)), definition)


def _show_closed(sheet: Sheet) -> None:
    closed = current_words()("Complete: reopen it to change answers")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/lock: {closed}", width="content")
        show_reopen_button(sheet)


def _show_how(sheet: Sheet, dimension: Dimension) -> None:
    """The answering rule; on the first page, how long it takes, and what is stored."""
    t, questionnaire = current_words(), sheet.questionnaire
    rule = plain(questionnaire.texts.answering_rule.get(current_lang()))
    st.markdown(t("**How to answer.** {rule}", rule=rule))
    if dimension is not questionnaire.dimensions[0]:
        return
    minutes = sum(pillar.estimated_minutes or 0 for pillar in questionnaire.pillars)
    time = (
        t.plural(
            "{n} question, about {minutes} minutes.",
            "{n} questions, about {minutes} minutes.",
            len(questionnaire.items),
            minutes=minutes,
        )
        if minutes
        else t.plural("{n} question.", "{n} questions.", len(questionnaire.items))
    )
    st.caption(
        ":material/timer: "
        + time
        + "  \n:material/lock: "
        + t(
            "Each answer is stored at once, with its time and who gave it, on this installation "
            "alone. Leave whenever you like: the address of this page brings you back."
        )
    )


def _show_last_wave(sheet: Sheet, dimension: Dimension) -> None:
    """Offer last wave's answers for all items of the dimension that have none yet."""
    if sheet.before is None:
        return
    reusable = [
        (item.id, last)
        for item in dimension.items
        if item.id not in sheet.answers and (last := sheet.last_answer(item)) is not None
    ]
    if not reusable:
        return
    t = current_words()
    wave = plain(sheet.before.assessment.wave)
    st.button(
        t.plural(
            "Use the answer of {wave} for {n} open question",
            "Use the answers of {wave} for {n} open questions",
            len(reusable),
            wave=wave,
        ),
        icon=":material/history:",
        key=f"adopt-{dimension.id}",
        on_click=_adopt,
        args=(sheet.assessment.id, reusable),
    )


def _adopt(assessment_id: str, reusable: list[tuple[str, Answer]]) -> None:
    with told_at_top():
        answers.adopt(current_acting(), assessment_id, reusable)


def _show_cases(sheet: Sheet, dimension: Dimension) -> None:
    t, lang = current_words(), current_lang()
    for case in current_acting().catalog.cases_of(sheet.questionnaire, dimension.id):
        company = plain(case.company.get(lang)) if case.company else ""
        title = t("In practice: {company}", company=company) if company else t("In practice")
        with st.expander(title, icon=":material/menu_book:"):
            st.markdown(plain(case.text.get(lang)))
            if case.note:
                st.caption(plain(case.note.get(lang)))
            st.caption(t("Source: {sources}", sources=_sources(sheet.questionnaire, case.sources)))


def _sources(questionnaire: Questionnaire, keys: tuple[str, ...]) -> str:
    return "; ".join(plain(questionnaire.sources.get(key, key)) for key in keys)
