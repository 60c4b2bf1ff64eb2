"""One dimension: its questions, and what stands around them."""

import streamlit as st

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Dimension, Questionnaire
from dashboard.plain import plain
from dashboard.services import answers
from dashboard.services.assessments import Sheet
from dashboard.views.parts.applies import does_not_apply, show_applies
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.progress import REVIEW
from dashboard.views.parts.question import show_question
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import choose, current_acting, current_lang, current_words


def show_dimension(sheet: Sheet, dimension: Dimension) -> None:
    _show_head(sheet, dimension)
    _show_start(sheet, dimension)
    _show_last_wave(sheet, dimension)
    show_applies(sheet, dimension)
    if not does_not_apply(sheet, dimension):
        for item in dimension.items:
            show_question(sheet, item, asked_once=dimension.shared_condition is not None)
    _show_cases(sheet, dimension)
    _show_steps(sheet, dimension)


def _show_head(sheet: Sheet, dimension: Dimension) -> None:
    t, lang = current_words(), current_lang()
    questionnaire = sheet.questionnaire
    position = questionnaire.dimensions.index(dimension) + 1
    place = t("dimension {n} of {total}", n=position, total=len(questionnaire.dimensions))
    pillar = questionnaire.pillar_of[dimension.id]
    definition = plain(dimension.definition.get(lang)) if dimension.definition else None
    show_head(
        f"{plain(pillar.title.get(lang))} · {place}", plain(dimension.title.get(lang)), definition
    )
    st.caption(plain(questionnaire.texts.answering_rule.get(lang)))
    if not sheet.assessment.open_for_answers:
        badge = t("Complete: reopen it under “Review and complete” to change answers")
        st.markdown(f":gray-badge[:material/lock: {badge}]")


def _show_start(sheet: Sheet, dimension: Dimension) -> None:
    """On the first page: how long it takes, and what is stored."""
    if dimension is not sheet.questionnaire.dimensions[0]:
        return
    t, questionnaire = current_words(), sheet.questionnaire
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
    if sheet.before is None or not sheet.assessment.open_for_answers:
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


def _show_steps(sheet: Sheet, dimension: Dimension) -> None:
    """Back and next, each named by where it leads."""
    t, lang = current_words(), current_lang()
    dimensions = sheet.questionnaire.dimensions
    position = dimensions.index(dimension)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if position > 0:
            before = dimensions[position - 1]
            st.button(
                plain(before.title.get(lang)),
                icon=":material/arrow_back:",
                key="back",
                on_click=choose,
                kwargs={"dimension": before.id},
            )
        else:
            st.markdown("\u200b", width="content")
        if position + 1 < len(dimensions):
            after = dimensions[position + 1]
            label = t("Next: {name}", name=plain(after.title.get(lang)))
            step = after.id
        else:
            label, step = t("Review and complete"), REVIEW
        st.button(
            label,
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
            key="next",
            on_click=choose,
            kwargs={"dimension": step},
        )
