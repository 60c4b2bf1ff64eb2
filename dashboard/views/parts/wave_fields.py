"""The two things a new wave needs: its label, and a questionnaire where there are several."""

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from dashboard.domain.assessment import MAX_WAVE, WaveLabel
from dashboard.services.portfolio import BrandLine
from dashboard.views.session import current_acting, current_lang, current_words

LABEL: TypeAdapter[str] = TypeAdapter(WaveLabel)


def ask_wave_and_questionnaire(line: BrandLine | None) -> tuple[str, str]:
    """Ask inside a form; the label proposed is this quarter's, unless the brand has it."""
    t, acting, lang = current_words(), current_acting(), current_lang()
    taken = {sheet.assessment.wave for sheet in line.waves} if line else set()
    now = acting.now()
    quarter = f"{now.year}-Q{(now.month + 2) // 3}"
    whose = line.brand.id if line else "new"
    wave = st.text_input(
        t("Wave"),
        value="" if quarter in taken else quarter,
        max_chars=MAX_WAVE,
        key=f"wave-of-{whose}",
        help=t("A label for this point in time, such as a quarter or a year."),
    )
    newest = acting.catalog.newest
    if len(newest) == 1:
        return wave.strip(), newest[0].reference
    last = line.waves[0].questionnaire.id if line and line.waves else newest[0].id
    ids = [questionnaire.id for questionnaire in newest]
    position = st.selectbox(
        t("Questionnaire"),
        range(len(newest)),
        index=ids.index(last) if last in ids else 0,
        format_func=lambda i: f"{newest[i].title.get(lang)} {newest[i].version}",
        key=f"questionnaire-{whose}-{lang}",
    )
    return wave.strip(), newest[position].reference


def usable_wave(wave: str) -> bool:
    """Whether a wave can be called this; if not, it is said why."""
    try:
        LABEL.validate_python(wave)
    except ValidationError:
        t = current_words()
        st.error(t("Give the wave a name, such as 2026-Q4."))
        return False
    return True
