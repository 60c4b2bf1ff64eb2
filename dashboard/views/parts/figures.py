"""The pictures of Results, each with its finding above and its key below."""

from collections.abc import Mapping

import streamlit as st

from dashboard.charts import findings, keys
from dashboard.charts.bars import describe_level_bars, level_bars
from dashboard.charts.evidence import claimed_and_evidenced, describe_claimed_and_evidenced
from dashboard.charts.rose import describe_rose, rose
from dashboard.domain.answer import State
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.cached import show_figure
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_theme, current_words


def show_profile(sheet: Sheet, aims: Mapping[str, float]) -> None:
    """`aims` maps dimension ids to the scores that are good enough."""
    left, right = st.columns(2, border=True)
    with left:
        _show_rose(sheet, aims)
    with right:
        _show_bars(sheet, aims)


def _show_rose(sheet: Sheet, aims: Mapping[str, float]) -> None:
    lang, questionnaire, result = current_lang(), sheet.questionnaire, sheet.result
    before = sheet.comparable
    outline = before.result if before else None
    st.subheader(plain(findings.profile_finding(questionnaire, result, lang)), anchor=False)
    show_figure(
        rose,
        describe_rose,
        questionnaire,
        result,
        lang,
        current_theme(),
        before=outline,
        targets=aims,
    )
    names = (
        f"{mark(questionnaire, p.id)} {plain(p.title.get(lang))}" for p in questionnaire.pillars
    )
    st.markdown(f":small[{' '.join(names)}]")
    wave = before.assessment.wave if before else None
    key = keys.rose_key(questionnaire, result, lang, wave_before=wave, targets=bool(aims))
    st.caption(plain(key))


def _show_bars(sheet: Sheet, aims: Mapping[str, float]) -> None:
    lang, questionnaire, result = current_lang(), sheet.questionnaire, sheet.result
    st.subheader(plain(findings.dimensions_finding(questionnaire, result, lang)), anchor=False)
    show_figure(
        level_bars,
        describe_level_bars,
        questionnaire,
        result,
        lang,
        current_theme(),
        targets=aims,
    )
    if key := keys.level_bars_key(result, lang, targets=bool(aims)):
        st.caption(plain(key))


def show_evidence_chart(sheet: Sheet) -> None:
    """What was claimed against what evidence supports; without any grade, how to get there."""
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    if not any(answer.state is State.LEVEL for answer in sheet.answers.values()):
        return  # nothing is claimed
    st.header(t("Claimed and evidenced"), anchor=False)
    if not result.graded:
        st.markdown(
            t(
                "This result is **self-declared**: no answer says yet how well it is supported. "
                "Open “Evidence and note” below an answer to grade it; a score then counts only "
                "as far as its evidence carries."
            )
        )
        return
    with st.container(border=True):
        st.subheader(plain(findings.evidence_finding(questionnaire, result, lang)), anchor=False)
        show_figure(
            claimed_and_evidenced,
            describe_claimed_and_evidenced,
            questionnaire,
            result,
            lang,
            current_theme(),
        )
        st.caption(plain(keys.evidence_key(lang)))
