"""The last step: what is still open, and completing or reopening the assessment."""

import streamlit as st

from dashboard.domain.answer import State
from dashboard.plain import plain
from dashboard.services import assessments
from dashboard.services.assessments import Sheet
from dashboard.views.pages import RESULTS
from dashboard.views.parts.consent import (
    ask_before_completing,
    give_if_ticked,
    show_where_to_withdraw,
)
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.not_saved import show_not_saved
from dashboard.views.parts.progress import REVIEW
from dashboard.views.parts.question_list import show_question_list
from dashboard.views.parts.refused import told_at_top
from dashboard.views.parts.reopening import show_reopen_button
from dashboard.views.session import choose, current_acting, current_words


def show_review(sheet: Sheet) -> None:
    t = current_words()
    show_not_saved(sheet, REVIEW)
    eyebrow = f"{plain(sheet.brand.name)} · {plain(sheet.assessment.wave)}"
    if not sheet.assessment.open_for_answers:
        show_head(eyebrow, t("This assessment is complete"))
        st.markdown(t("Its answers are closed. Reopen it to change them; the history stays."))
        _show_ways_from_complete(sheet)
        show_where_to_withdraw(sheet)
        return
    still_open = sheet.still_open
    if sheet.result.to_dos:
        title = t.plural("{n} question is open", "{n} questions are open", len(still_open))
        lead = t("You can complete the assessment as it is. What is open stays open in the result.")
    elif still_open:
        title = t.plural(
            "{n} question is answered “I don't know”",
            "{n} questions are answered “I don't know”",
            len(still_open),
        )
        lead = t("You can complete the assessment as it is. What nobody knows counts as missing.")
    else:
        title, lead = t("Everything is answered"), t("Complete it to close the answers.")
    show_head(eyebrow, title, lead)
    ask_before_completing(sheet)
    _show_ways_on(sheet, still_open)
    _show_list(sheet, t("Not answered"), sheet.result.to_dos, name="review-to-do")
    _show_list(sheet, t("“I don't know”"), sheet.result.knowledge_gaps, name="review-gap")
    _show_list(sheet, t("Does not apply"), _not_applicable(sheet), name="review-apart")


def _not_applicable(sheet: Sheet) -> tuple[str, ...]:
    given = sheet.answers.items()
    return tuple(id_ for id_, answer in given if answer.state is State.NOT_APPLICABLE)


def _show_ways_on(sheet: Sheet, still_open: tuple[str, ...]) -> None:
    t = current_words()
    with st.container(horizontal=True):
        if still_open:
            st.button(
                t("Answer the open questions")
                if sheet.result.to_dos
                else t.plural("Answer it now", "Answer them now", len(still_open)),
                type="primary",
                icon=":material/edit_note:",
                key="to-open",
                on_click=choose,
                kwargs={"dimension": sheet.questionnaire.dimension_of[still_open[0]].id},
            )
        st.button(
            t("Complete as it is") if still_open else t("Complete"),
            type="secondary" if still_open else "primary",
            icon=":material/task_alt:",
            key="complete",
            on_click=_complete,
            args=(sheet,),
        )
        _show_way_to_results(primary=False)


def _show_ways_from_complete(sheet: Sheet) -> None:
    with st.container(horizontal=True):
        _show_way_to_results(primary=True)
        show_reopen_button(sheet)


def _show_way_to_results(*, primary: bool) -> None:
    if st.button(
        current_words()("See the results"),
        type="primary" if primary else "secondary",
        icon=":material/monitoring:",
        key="to-results",
    ):
        st.switch_page(RESULTS)


def _complete(sheet: Sheet) -> None:
    with told_at_top():
        assessments.complete(current_acting(), sheet.assessment.id)
        give_if_ticked(sheet)


def _show_list(sheet: Sheet, title: str, item_ids: tuple[str, ...], *, name: str) -> None:
    if item_ids:
        with st.container(border=True):
            show_question_list(sheet, title, item_ids, name=name)
