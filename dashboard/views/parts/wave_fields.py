"""The two things a new wave needs: its label, and a questionnaire where there are several."""

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from dashboard.domain.assessment import MAX_WAVE, WaveLabel
from dashboard.services.portfolio import BrandLine
from dashboard.views.session import current_acting, current_lang, current_words

LABEL: TypeAdapter[str] = TypeAdapter(WaveLabel)


def fill_in_wave(line: BrandLine | None) -> None:
    """What is proposed where the fields open: this quarter, unless the brand has it."""
    acting = current_acting()
    taken = {sheet.assessment.wave for sheet in line.waves} if line else set()
    now = acting.now()
    quarter = f"{now.year}-Q{(now.month + 2) // 3}"
    st.session_state[_wave_field(line)] = "" if quarter in taken else quarter
    ids = [questionnaire.id for questionnaire in acting.catalog.newest]
    last = line.waves[0].questionnaire.id if line and line.waves else ids[0]
    st.session_state[_questionnaire_field(line)] = ids.index(last) if last in ids else 0


def ask_wave_and_questionnaire(line: BrandLine | None) -> tuple[str, str]:
    """Ask inside a form that was filled in when it opened."""
    t, lang = current_words(), current_lang()
    wave = st.text_input(
        t("Wave"),
        max_chars=MAX_WAVE,
        key=_wave_field(line),
        help=t("A label for this point in time, such as a quarter or a year."),
    )
    newest = current_acting().catalog.newest
    if len(newest) == 1:
        return wave.strip(), newest[0].reference
    position = st.selectbox(
        t("Questionnaire"),
        range(len(newest)),
        format_func=lambda i: f"{newest[i].title.get(lang)} {newest[i].version}",
        key=_questionnaire_field(line),
    )
    return wave.strip(), newest[position].reference


def _wave_field(line: BrandLine | None) -> str:
    return f"wave-of-{line.brand.id if line else 'new'}"


def _questionnaire_field(line: BrandLine | None) -> str:
    return f"questionnaire-{line.brand.id if line else 'new'}-{current_lang()}"


def usable_wave(wave: str) -> bool:
    """Whether a wave can be called this; if not, it is said why."""
    try:
        LABEL.validate_python(wave)
    except ValidationError:
        t = current_words()
        st.error(t("Give the wave a name, such as 2026-Q4."))
        return False
    return True
