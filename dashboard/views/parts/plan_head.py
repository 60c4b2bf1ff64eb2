"""The finding of the page: how far the next band is, or what has to come first."""

from typing import Literal

import streamlit as st

from dashboard.domain.plan import Plan
from dashboard.domain.walk import held
from dashboard.domain.wish import NoPlan, Obstacle, Wish
from dashboard.plain import plain
from dashboard.services.plans import Desk
from dashboard.verdict import verdict
from dashboard.views.cached import plan_of
from dashboard.views.pages import ASSESS, RESULTS
from dashboard.views.parts.finding import eyebrow_of
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.plan_words import (
    band_name,
    hindrances_in_words,
    levels_of,
    standing_of,
    title_of,
)
from dashboard.views.parts.progress import review_of
from dashboard.views.session import choose, current_lang, current_words


def show_plan_head(desk: Desk) -> None:
    title, lead = _finding(desk)
    show_head(eyebrow_of(desk.sheet), title, lead)
    _show_caveats(desk)
    _show_ways_on(desk)


def _show_caveats(desk: Desk) -> None:
    t, missing = current_words(), len(desk.sheet.still_open)
    if not desk.steps:
        return
    said = [t("A calculation on the effort that you state yourselves, not a forecast.")]
    if missing:
        said.append(
            t.plural(
                "{n} missing answer is no step: it has to be given first.",
                "{n} missing answers are no steps: they have to be given first.",
                missing,
            )
        )
    st.caption(t.sentences(*said))


def _finding(desk: Desk) -> tuple[str, str]:
    t, lang = current_words(), current_lang()
    questionnaire, result = desk.questionnaire, desk.sheet.result
    position = held(questionnaire, result)
    if position is None:
        found = verdict(questionnaire, result, lang)
        return t("There is nothing to plan on yet"), plain(found.reason)
    if not desk.steps:
        return _nothing_left(desk)
    if position + 1 == len(questionnaire.scoring.bands):
        title = t("You are at {band}", band=standing_of(questionnaire, result, lang))
        if any(step.raises_overall for step in desk.steps):
            return title, t("There is no band above it. The steps below still raise the score.")
        return title, t("There is no band above it, and no step below raises the overall score.")
    target = questionnaire.scoring.bands[position + 1].key
    found_plan = plan_of(questionnaire, desk.answers, Wish(band=target), desk.efforts)
    if isinstance(found_plan, NoPlan):
        return _out_of_reach(desk, target, found_plan)
    return _within_reach(desk, target, found_plan)


def _nothing_left(desk: Desk) -> tuple[str, str]:
    t = current_words()
    if not desk.sheet.still_open:
        return (
            t("Every answer is at its best level"),
            t("There is no step left to plan. What remains is to stay there, and to prove it."),
        )
    return (
        t("Every answer so far is at its best level"),
        t("A missing answer is no step: answer what is open first."),
    )


def _within_reach(desk: Desk, target: str, plan: Plan) -> tuple[str, str]:
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    band = band_name(questionnaire, target, lang)
    title = (
        t("One point of effort brings you to {band}", band=band)
        if plan.effort == 1
        else t("{n} points of effort bring you to {band}", n=f"{plan.effort:g}", band=band)
    )
    first = plan.steps[0]
    name = title_of(questionnaire, first.item_id, lang)
    levels = levels_of(first.level, first.to_level, t)
    lead = (
        t(
            "No way there takes less: it is one step, **{name}**, {levels}.",
            name=name,
            levels=levels,
        )
        if len(plan.steps) == 1
        else t(
            "No way there takes less: it is {n} steps, and the first is **{name}**, {levels}.",
            n=len(plan.steps),
            name=name,
            levels=levels,
        )
    )
    if plan.result.band.provisional:
        more = t("The band stays provisional until the open questions are answered.")
        lead = t.sentences(lead, more)
    return title, lead


def _out_of_reach(desk: Desk, target: str, none: NoPlan) -> tuple[str, str]:
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    band = band_name(questionnaire, target, lang)
    missing = any(one.obstacle is Obstacle.GATE and one.has is None for one in none.hindrances)
    title = (
        t("{band} takes an answer first", band=band)
        if missing
        else t("Steps alone do not bring you to {band}", band=band)
    )
    return title, t.sentences(*hindrances_in_words(questionnaire, none.hindrances, lang))


def _show_ways_on(desk: Desk) -> None:
    t, missing = current_words(), desk.sheet.still_open
    with st.container(horizontal=True, vertical_alignment="center"):
        if missing:
            is_open = desk.sheet.assessment.open_for_answers
            label = t("Answer the open questions") if is_open else t("See the open questions")
            kind: Literal["primary", "secondary"] = "secondary" if desk.steps else "primary"
            if st.button(label, icon=":material/edit_note:", type=kind, key="plan-to-open"):
                choose(dimension=desk.questionnaire.dimension_of[missing[0]].id)
                st.switch_page(ASSESS)
        elif not desk.steps and st.button(
            t("Review the answers"), icon=":material/fact_check:", key="plan-to-review"
        ):
            choose(dimension=review_of(desk.sheet))
            st.switch_page(ASSESS)
        if st.button(
            t("Results"), icon=":material/query_stats:", type="tertiary", key="plan-to-results"
        ):
            st.switch_page(RESULTS)
