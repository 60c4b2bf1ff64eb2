"""The exact plan for a budget or for a band: asked for, explained, compared, and saved."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from dashboard.domain.plan import Plan
from dashboard.domain.precision import whole
from dashboard.domain.rise import rises
from dashboard.domain.saved_plan import Aim
from dashboard.domain.step import Step
from dashboard.domain.walk import held
from dashboard.domain.wish import NoPlan, StepKey, Wish
from dashboard.reports.step_words import gain_in_words
from dashboard.services.plans import Desk
from dashboard.views.cached import plain_order_of, plan_of, show_table
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.plan_saving import save_label, save_plan
from dashboard.views.parts.plan_trial import try_levels
from dashboard.views.parts.plan_words import (
    band_name,
    effort_in_words,
    hindrances_in_words,
    moved_in_words,
    outcome_in_words,
    standing_of,
    step_in_words,
    title_of,
    unproven_in_words,
)
from dashboard.views.session import choice_key, current_lang, current_words

BUDGET: Final = 10.0
"""Points that the page begins with."""
MOST_BUDGET: Final = 1e9
"""Points that can be typed."""
FOR_BUDGET, FOR_BAND = "budget", "band"


@st.fragment
def show_best_plan(desk: Desk) -> None:
    t = current_words()
    st.header(t("The best plan"), anchor=False)
    with st.container(border=True):
        wish = _ask(desk)
        found = plan_of(desk.questionnaire, desk.answers, wish, desk.efforts)
        if isinstance(found, NoPlan):
            _show_no_plan(desk, found)
        else:
            _show_plan(desk, wish, found)


def _ask(desk: Desk) -> Wish:
    t, lang = current_words(), current_lang()
    names = {FOR_BUDGET: t("The most for a budget"), FOR_BAND: t("The least effort to a band")}
    above = _bands_above(desk)
    left, right = st.columns([5, 6], vertical_alignment="bottom")
    aim = left.radio(
        t("What is the plan for?"),
        list(names) if above else [FOR_BUDGET],
        format_func=lambda key: names[key],
        horizontal=True,
        key=choice_key("plan-for"),
    )
    band = budget = None
    band_first = True
    with right:
        if aim == FOR_BAND:
            band = st.selectbox(
                t("Band"),
                above,
                format_func=lambda key: desk.questionnaire.band(key).name.get(lang),
                key=choice_key("plan-band"),
            )
        else:
            budget = float(
                st.number_input(
                    t("Points of effort"),
                    min_value=0.0,
                    max_value=MOST_BUDGET,
                    value=BUDGET,
                    step=1.0,
                    format="%g",
                    key="plan-budget",
                )
            )
    if aim == FOR_BUDGET:
        band_first = st.checkbox(
            t("First the highest band that the budget can bring, then the score"),
            value=True,
            key=choice_key("band-first"),
        )
    forced, excluded = _ask_for_steps(desk)
    return Wish(budget=budget, band=band, band_first=band_first, forced=forced, excluded=excluded)


def _bands_above(desk: Desk) -> list[str]:
    position = held(desk.questionnaire, desk.sheet.result)
    bands = desk.questionnaire.scoring.bands
    return [] if position is None else [rule.key for rule in bands[position + 1 :]]


def _ask_for_steps(desk: Desk) -> tuple[frozenset[StepKey], frozenset[StepKey]]:
    t, lang = current_words(), current_lang()
    names = _names_of_steps(desk)
    choices = [
        (_held(desk, key, lang, names), key, label)
        for key, label in (("forced", t("Must be in it")), ("excluded", t("Must not be in it")))
    ]
    with st.expander(t("Steps that must be in it, or must not"), icon=":material/rule:"):
        chosen = [
            st.multiselect(
                label,
                list(names),
                format_func=lambda key: names[key],
                placeholder=t("Choose steps"),
                key=widget,
                on_change=_hold,
                args=(desk, key, widget),
            )
            for widget, key, label in choices
        ]
    return frozenset(chosen[0]), frozenset(chosen[1])


def _held(desk: Desk, key: str, lang: str, names: Mapping[StepKey, str]) -> str:
    """The widget, holding what was chosen for this assessment and still is a step of it."""
    widget = f"{key}-steps-{lang}"
    chosen = st.session_state.get(_place(desk, key), [])
    st.session_state[widget] = [step for step in chosen if step in names]
    return widget


def _hold(desk: Desk, key: str, widget: str) -> None:
    st.session_state[_place(desk, key)] = st.session_state[widget]


def _place(desk: Desk, key: str) -> str:
    """Where a choice stays, whatever the language; another assessment has its own."""
    return f"{key}-{desk.sheet.assessment.id}"


def _names_of_steps(desk: Desk) -> dict[StepKey, str]:
    t, lang = current_words(), current_lang()
    return {
        (rise.item_id, rise.level): step_in_words(
            f"{item.id} · {item.title.get(lang)}", rise.level, rise.to_level, t
        )
        for item in desk.questionnaire.items
        if (answer := desk.answers.get(item.id)) and answer.level
        for rise in rises(item, answer.level, desk.efforts)
    }


def _show_no_plan(desk: Desk, none: NoPlan) -> None:
    t, lang = current_words(), current_lang()
    st.subheader(t("There is no such plan"), anchor=False)
    reasons = hindrances_in_words(desk.questionnaire, none.hindrances, lang)
    st.markdown("\n".join(f"- {reason}" for reason in reasons))


def _show_plan(desk: Desk, wish: Wish, plan: Plan) -> None:
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    if not plan.steps:
        st.subheader(t("No step fits this budget"), anchor=False)
        return
    st.subheader(outcome_in_words(questionnaire, plan, lang), anchor=False)
    if moved := moved_in_words(questionnaire, desk.sheet.result, plan.result, lang):
        st.markdown(t("What changes: {changes}.", changes=moved))
    rows = [_row(desk, step) for step in plan.steps]
    show_table(rows, alt=t("The steps of the plan, in the order in which to take them"))
    st.caption(_compared(desk, wish, plan))
    if plan.unproven is not None:
        st.caption(unproven_in_words(plan.unproven, t))
    _show_ways_on(desk, wish, plan)


def _row(desk: Desk, step: Step) -> dict[str, str]:
    t, lang = current_words(), current_lang()
    questionnaire = desk.questionnaire
    name = title_of(questionnaire, step.item_id, lang)
    badge = f" :gray-badge[:material/lock_open: {t('unblocks')}]" if step.unblocks else ""
    pillar = questionnaire.pillar_of[questionnaire.dimension_of[step.item_id].id]
    return {
        t("Step"): step_in_words(name, step.level, step.to_level, t) + badge,
        t("Effort"): f"{step.effort:g}",
        t("Overall"): gain_in_words(step.gain),
        t("Pillar"): f"{mark(questionnaire, pillar.id)}\u00a0{gain_in_words(step.pillar_gain)}",
    }


def _compared(desk: Desk, wish: Wish, plan: Plan) -> str:
    """What taking the next steps in their plain order would bring instead."""
    t, lang = current_words(), current_lang()
    plain_order = plain_order_of(desk.questionnaire, desk.answers, wish, desk.efforts)
    band = standing_of(desk.questionnaire, plain_order.result, lang)
    if wish.band is not None:
        if plain_order.effort == plan.effort:
            return t("Taking the next steps in their order takes no more.")
        return t(
            "Taking the next steps in their order takes {effort} to the same band.",
            effort=effort_in_words(plain_order.effort, t),
        )
    ours, theirs = (whole(one.result.overall.score or 0.0) for one in (plan, plain_order))
    if ours == theirs and band == standing_of(desk.questionnaire, plan.result, lang):
        return t("Taking the next steps in their order brings the same.")
    return t(
        "Taking the next steps in their order, the same budget brings {band}, {score} of 100.",
        band=band,
        score=theirs,
    )


def _show_ways_on(desk: Desk, wish: Wish, plan: Plan) -> None:
    t = current_words()
    steps = [(step.item_id, step.level) for step in plan.steps]
    with st.container(horizontal=True):
        label = save_label(desk, t("Save as the plan"))
        if st.button(label, icon=":material/save:", type="primary", key="save-best"):
            save_plan(desk, steps, Aim(budget=wish.budget, band=wish.band))
        if st.button(t("Try it above"), icon=":material/preview:", key="try-best"):
            try_levels(desk, {step.item_id: step.to_level for step in plan.steps})
            st.rerun()


def aim_in_words(desk: Desk, aim: Aim) -> str:
    t, lang = current_words(), current_lang()
    if aim.band is not None and any(band.key == aim.band for band in desk.questionnaire.bands):
        band = band_name(desk.questionnaire, aim.band, lang)
        return t("the least effort to {band}", band=band)
    if aim.budget is not None:
        return t("a budget of {effort}", effort=effort_in_words(aim.budget, t))
    return t("steps chosen by hand")
