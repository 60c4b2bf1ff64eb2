"""The last step: what is still open, and completing or reopening the assessment."""

import streamlit as st

from dashboard.domain.answer import State
from dashboard.domain.questionnaire import Item
from dashboard.plain import plain
from dashboard.services import assessments
from dashboard.services.assessments import Sheet
from dashboard.views.pages import RESULTS
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.question_link import show_question_link
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import current_acting, current_words


def show_review(sheet: Sheet) -> None:
    t = current_words()
    coverage = sheet.result.coverage
    eyebrow = f"{plain(sheet.brand.name)} · {plain(sheet.assessment.wave)}"
    if not sheet.assessment.open_for_answers:
        show_head(eyebrow, t("This assessment is complete"))
        st.markdown(t("Its answers are closed. Reopen it to change them; the history stays."))
        _show_ways_on(sheet)
        return
    open_items = coverage.unanswered + coverage.dont_know
    if open_items:
        title = t.plural("{n} question is open", "{n} questions are open", open_items)
        lead = t("You can complete the assessment as it is. What is open stays open in the result.")
    else:
        title, lead = t("Everything is answered"), t("Complete it to close the answers.")
    show_head(eyebrow, title, lead)
    _show_ways_on(sheet)
    _show_items(sheet, t("Not answered"), _in_state(sheet, None))
    _show_items(sheet, t("“I don't know”"), _in_state(sheet, State.DONT_KNOW))
    _show_items(sheet, t("Does not apply"), _in_state(sheet, State.NOT_APPLICABLE))


def _in_state(sheet: Sheet, state: State | None) -> list[Item]:
    def state_of(item: Item) -> State | None:
        answer = sheet.answers.get(item.id)
        return answer.state if answer else None

    return [item for item in sheet.questionnaire.items if state_of(item) is state]


def _show_ways_on(sheet: Sheet) -> None:
    t = current_words()
    is_open = sheet.assessment.open_for_answers
    with st.container(horizontal=True):
        if is_open:
            st.button(
                t("Complete"),
                type="primary",
                icon=":material/task_alt:",
                key="complete",
                on_click=_complete,
                args=(sheet.assessment.id,),
            )
        if st.button(
            t("See the results"),
            type="secondary" if is_open else "primary",
            icon=":material/monitoring:",
            key="to-results",
        ):
            st.switch_page(RESULTS)
        if not is_open:
            st.button(
                t("Reopen"),
                icon=":material/lock_open:",
                key="reopen",
                on_click=_reopen,
                args=(sheet.assessment.id,),
            )


def _complete(assessment_id: str) -> None:
    with told_at_top():
        assessments.complete(current_acting(), assessment_id)


def _reopen(assessment_id: str) -> None:
    with told_at_top():
        assessments.reopen(current_acting(), assessment_id)


def _show_items(sheet: Sheet, title: str, items: list[Item]) -> None:
    if not items:
        return
    with st.container(border=True):
        st.subheader(f"{title} · {len(items)}", anchor=False)
        for item in items:
            show_question_link(sheet, item.id, list_name="review")
