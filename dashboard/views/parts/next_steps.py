"""What to do next: three steps at most, each with what it brings and the way to its question."""

import streamlit as st

from dashboard.domain.advice import Advice, advice
from dashboard.domain.step import Step
from dashboard.plain import plain
from dashboard.reports.step_words import gain_in_words
from dashboard.services import plans
from dashboard.services.assessments import Sheet
from dashboard.views.pages import ASSESS
from dashboard.views.session import choose, current_acting, current_lang, current_words


def show_next_steps(sheet: Sheet) -> None:
    """Nothing while there is no score, or nothing is left to do."""
    t = current_words()
    efforts = plans.efforts_of(current_acting(), sheet)
    found = advice(sheet.questionnaire, sheet.answers, efforts)
    if not found:
        return
    st.markdown(f"#### {t('What to do next')}")
    for one in found:
        with st.container(gap=None):
            _show_step(sheet, one)


def _show_step(sheet: Sheet, one: Advice) -> None:
    item_id, lang = one.step.item_id, current_lang()
    st.markdown(
        f"{plain(_what_to_do(sheet, one.step))} :gray-badge[{plain(_what_it_brings(sheet, one))}]"
    )
    if st.button(
        plain(sheet.questionnaire.items_by_id[item_id].title.get(lang)),
        icon=":material/arrow_forward:",
        type="tertiary",
        key=f"step-{item_id}",
    ):
        choose(assessment=sheet.assessment.id)
        choose(dimension=sheet.questionnaire.dimension_of[item_id].id)
        st.switch_page(ASSESS)


def _what_to_do(sheet: Sheet, step: Step) -> str:
    """The author's words for this step, else the item with the level that comes next."""
    t, lang = current_words(), current_lang()
    item = sheet.questionnaire.items_by_id[step.item_id]
    for action in item.next_actions:
        if (action.from_level, action.to_level) == (step.level, step.to_level):
            return action.text.get(lang).rstrip(".。")
    name = item.title.get(lang)
    return t("{name}: from level {n} to {m}", name=name, n=step.level, m=step.to_level)


def _what_it_brings(sheet: Sheet, one: Advice) -> str:
    t, lang, step = current_words(), current_lang(), one.step
    effort = f"{step.effort:g}"
    if one.opens:
        band = sheet.questionnaire.band(one.opens).name.get(lang)
        if step.unblocks:
            return t("unblocks {band}, effort {effort}", band=band, effort=effort)
        return t("reaches {band}, effort {effort}", band=band, effort=effort)
    if step.unblocks:
        return t("helps lift the lock, effort {effort}", effort=effort)
    return t("overall {gain}, effort {effort}", gain=gain_in_words(step.gain), effort=effort)
