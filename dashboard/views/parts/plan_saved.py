"""The plan that the team works on: progress, and of each step who, by when, and how far."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.answer import MAX_PROSE
from dashboard.domain.assessment import MAX_NAME
from dashboard.domain.day import choosable_days
from dashboard.domain.saved_plan import SavedPlan, SavedStep, StepStatus, Work
from dashboard.domain.text import Lang
from dashboard.plain import plain
from dashboard.reports.step_words import status_in_words
from dashboard.services import plans
from dashboard.services.acting import Acting
from dashboard.services.plan_file import plan_as_calendar, plan_as_csv
from dashboard.services.plans import Desk
from dashboard.views.parts.file_name import file_name
from dashboard.views.parts.plan_best import aim_in_words
from dashboard.views.parts.plan_saving import told_of_plans
from dashboard.views.parts.plan_words import action_of, effort_in_words, step_in_words, title_of
from dashboard.views.parts.refused import refusal_in_words
from dashboard.views.session import current_acting, current_lang, current_timezone, current_words


def show_saved_plan(desk: Desk) -> None:
    if desk.saved is None:
        return
    t = current_words()
    plan, progress = desk.saved, desk.saved.progress
    st.header(
        t("Your plan: {done} of {n} steps done", done=progress.done, n=progress.steps),
        anchor=False,
    )
    share = progress.effort_done / progress.effort if progress.effort else 0.0
    st.progress(
        share,
        text=t(
            "{done} of {all}, {doing} in progress",
            done=f"{progress.effort_done:g}",
            all=effort_in_words(progress.effort, t),
            doing=t.plural("{n} step", "{n} steps", progress.doing),
        ),
    )
    st.caption(
        t(
            "Made for {aim}, saved {moment}.",
            aim=aim_in_words(desk, plan.aim),
            moment=t.moment(plan.saved_at, current_timezone()),
        )
    )
    with st.grid(2, gap="small", min_column_width=330):
        for step in plan.steps:
            _show_step(desk, step)
    _show_ways_on(desk, plan)


def _show_step(desk: Desk, step: SavedStep) -> None:
    t, lang = current_words(), current_lang()
    name = title_of(desk.questionnaire, step.item_id, lang)
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(step_in_words(f"**{name}**", step.level, step.to_level, t))
        st.markdown(" ".join(_badges(desk, step)))
        if action := action_of(desk.questionnaire, step, lang):
            st.markdown(f":small[{action}]")
        if step.work.note:
            st.markdown(f":small[:material/notes: {plain(step.work.note)}]")
        with st.container(horizontal=True):
            if st.button(
                t("Edit"),
                icon=":material/edit:",
                type="tertiary",
                key=f"work-{step.item_id}-{step.level}",
                help=t("Owner, date, status and note of {name}", name=name),
            ):
                _ask(desk, step)
            if step.work.status is not StepStatus.DONE and st.button(
                t("Mark as done"),
                icon=":material/check:",
                type="tertiary",
                key=f"done-{step.item_id}-{step.level}",
            ):
                _store(desk, step, step.work.model_copy(update={"status": StepStatus.DONE}))


def _badges(desk: Desk, step: SavedStep) -> Iterator[str]:
    t = current_words()
    work = step.work
    colour = "green" if work.status is StepStatus.DONE else "gray"
    yield f":{colour}-badge[{status_in_words(work.status, t)}]"
    yield f":small[{effort_in_words(step.effort, t)}]"
    if work.owner:
        yield f":small[· :material/person: {plain(work.owner)}]"
    if work.due:
        yield f":small[· :material/event: {t.day(work.due)}]"
        if work.due < _today() and work.status is not StepStatus.DONE:
            yield f":yellow-badge[{t('overdue')}]"
    if _reached(desk, step):
        yield f":gray-badge[:material/check: {t('answered so by now')}]"


def _today() -> date:
    return current_acting().now().date()


def _reached(desk: Desk, step: SavedStep) -> bool:
    item, answer = desk.questionnaire.items_by_id.get(step.item_id), desk.answers.get(step.item_id)
    if item is None or answer is None or answer.level is None or step.to_level not in item.levels:
        return False
    return item.score(answer.level) >= item.score(step.to_level)


def _ask(desk: Desk, step: SavedStep) -> None:
    t, lang = current_words(), current_lang()

    @st.dialog(t("A step of the plan"))
    def ask() -> None:
        name = title_of(desk.questionnaire, step.item_id, lang)
        st.markdown(step_in_words(f"**{name}**", step.level, step.to_level, t))
        with st.form("work-form", border=False):
            owner = st.text_input(t("Owner"), value=step.work.owner or "", max_chars=MAX_NAME)
            first, last = choosable_days(current_acting().now().date(), step.work.due)
            due = st.date_input(
                t("Due"),
                value=step.work.due,
                min_value=first,
                max_value=last,
                format="YYYY-MM-DD",
            )
            status = st.radio(
                t("Status"),
                list(StepStatus),
                index=list(StepStatus).index(step.work.status),
                format_func=lambda one: status_in_words(one, t),
                horizontal=True,
                key=f"status-{step.item_id}-{step.level}-{lang}",
            )
            note = st.text_area(t("Note"), value=step.work.note or "", max_chars=MAX_PROSE)
            sent = st.form_submit_button(t("Save"), type="primary")
        if sent:
            try:
                work = Work(
                    owner=owner.strip() or None,
                    due=due if isinstance(due, date) else None,
                    status=status,
                    note=note.strip() or None,
                )
            except ValidationError as error:
                st.error(refusal_in_words(error), icon=":material/error:")
                return
            _store(desk, step, work)

    ask()


def _store(desk: Desk, step: SavedStep, work: Work) -> None:
    with told_of_plans():
        plans.work_on(
            current_acting(),
            desk.sheet.assessment.id,
            step.key,
            work,
            read_version=step.version,
            read_at=step.changed_at,
        )
        st.rerun()


def _show_ways_on(desk: Desk, plan: SavedPlan) -> None:
    t, lang, acting = current_words(), current_lang(), current_acting()
    id_ = desk.sheet.assessment.id
    name = f"{file_name(desk.sheet)} plan"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("As a table (CSV)"),
            partial(_csv, acting, id_, lang),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="plan-csv",
        )
        st.download_button(
            t("For a calendar (iCalendar)"),
            partial(_calendar, acting, id_, lang),
            file_name=f"{name}.ics",
            mime="text/calendar",
            icon=":material/calendar_month:",
            on_click="ignore",
            key="plan-ics",
        )
        if st.button(
            t("Remove the plan"), icon=":material/delete:", type="tertiary", key="remove-plan"
        ):
            _confirm_removal(id_, plan)
    if not any(step.work.due for step in plan.steps):
        st.caption(t("No step has a date yet, so the calendar is empty."))


def _csv(acting: Acting, assessment_id: str, lang: Lang) -> bytes:
    return plan_as_csv(plans.open_desk(acting, assessment_id), lang)


def _calendar(acting: Acting, assessment_id: str, lang: Lang) -> bytes:
    return plan_as_calendar(plans.open_desk(acting, assessment_id), lang, acting.now())


def _confirm_removal(assessment_id: str, plan: SavedPlan) -> None:
    t = current_words()

    @st.dialog(t("Remove the plan?"))
    def ask() -> None:
        st.markdown(t("Owners, dates, statuses and notes of its steps go with it, for good."))
        if st.button(t("Remove the plan"), type="primary", key="removal-confirmed"):
            with told_of_plans():
                plans.remove(
                    current_acting(),
                    assessment_id,
                    read_version=plan.version,
                    read_at=plan.saved_at,
                )
                st.rerun()

    ask()
