"""Why this number: what each band asks, how the sum is made, and where the rule stands."""

import streamlit as st

from dashboard.domain.precision import whole
from dashboard.domain.result import Estimate
from dashboard.plain import plain
from dashboard.scores_in_words import bounds_in_words, overall_then
from dashboard.services.assessments import Sheet
from dashboard.verdict import BandStep, band_steps
from dashboard.views.cached import show_table
from dashboard.views.pages import LIBRARY
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import choose_section, current_lang, current_words

YES, NO, HELD = ":material/check:", ":material/close:", ":material/lock:"


def show_why(sheet: Sheet) -> None:
    t = current_words()
    st.header(t("Why this number"), anchor=False)
    left, right = st.columns(2, border=True)
    with left:
        st.subheader(t("What each band asks"), anchor=False)
        _show_bands(sheet)
    with right:
        st.subheader(_title_of_sum(sheet.result.overall), anchor=False)
        _show_sum(sheet)
        if st.button(t("The method"), icon=":material/function:", type="tertiary", key="to-method"):
            choose_section("method")
            st.switch_page(LIBRARY)


def _show_bands(sheet: Sheet) -> None:
    t = current_words()
    rows = []
    for step in band_steps(sheet.questionnaire, sheet.result, current_lang()):
        name = plain(step.name)
        held = plain(step.held_by)
        lock = f"{HELD} " if held and step.reached else ""
        rows.append(
            {
                t("Band"): t("**{band}** (yours)", band=name) if step.yours else name,
                t("Score from"): _threshold(step, sheet.result.overall.score),
                t("What stands in the way"): lock + (held or "–"),
            }
        )
    show_table(rows, alt=t("Each band with its threshold and what holds it"))
    if any(rule.critical is not None for rule in sheet.questionnaire.scoring.bands):
        st.caption(
            t(
                "A band needs its score and, besides, that no pillar, no dimension and no critical "
                "question lies too far below it."
            )
        )


def _title_of_sum(overall: Estimate) -> str:
    t = current_words()
    if overall.score is None or overall.outside_bounds:
        return t("How the overall score is made")
    return t("How {n} is made", n=whole(overall.score))


def _shown(estimate: Estimate) -> str:
    if estimate.outside_bounds:
        return bounds_in_words(estimate, current_lang())
    return "–" if estimate.score is None else str(whole(estimate.score))


def _threshold(step: BandStep, score: float | None) -> str:
    if score is None:
        return str(step.threshold)
    return f"{YES if step.reached else NO} {step.threshold}"


def _show_sum(sheet: Sheet) -> None:
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    step, value = t("Step"), t("Value")
    rows = []
    for pillar in questionnaire.pillars:
        label = t("{name}, weight {w}", name=plain(pillar.title.get(lang)), w=f"{pillar.weight:g}")
        shown = _shown(result.pillar[pillar.id])
        rows.append({step: f"{mark(questionnaire, pillar.id)} {label}", value: shown})
    if result.overall.average is not None and result.overall.score is not None:
        alpha = questionnaire.scoring.imbalance
        rows += [
            {step: t("Mean of the pillars"), value: str(whole(result.overall.average))},
            {
                step: t("{share}% of the way to the weakest pillar", share=f"{100 * alpha:g}"),
                value: f"**{_shown(result.overall)}**",
            },
        ]
    show_table(rows, alt=t("The pillars and the steps from them to the overall score"))
    _show_bounds(sheet)


def _show_bounds(sheet: Sheet) -> None:
    t, lang = current_words(), current_lang()
    overall = sheet.result.overall
    if overall.low is not None and not overall.settled:
        st.caption(
            t(
                "With every open question at its lowest and at its highest answer, the overall "
                "score lies {bounds}.",
                bounds=bounds_in_words(overall, lang),
            )
        )
    if sheet.comparable is None and sheet.before is not None:
        st.caption(
            t(
                "{wave} was scored by {questionnaire}: not compared.",
                wave=plain(sheet.before.assessment.wave),
                questionnaire=plain(sheet.before.questionnaire.reference),
            )
        )
    elif sheet.comparable is not None:
        wave = plain(sheet.comparable.assessment.wave)
        st.caption(overall_then(sheet.comparable.result, lang, wave=wave))
