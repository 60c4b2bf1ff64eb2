"""What a new wave needs: a label, a day among others, and a questionnaire where there are several;
and what is said where a name is taken."""

from datetime import date, timedelta

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from dashboard.domain.assessment import MAX_WAVE, AlreadyExists, WaveLabel
from dashboard.services.portfolio import BrandLine
from dashboard.views.session import current_acting, current_lang, current_words

LABEL: TypeAdapter[str] = TypeAdapter(WaveLabel)
EARLIEST = date(2000, 1, 1)


def fill_in_wave(line: BrandLine | None) -> None:
    """What is proposed where the fields open: this quarter, unless the brand has it."""
    acting = current_acting()
    taken = {sheet.assessment.wave for sheet in line.waves} if line else set()
    now = acting.now()
    quarter = f"{now.year}-Q{(now.month + 2) // 3}"
    st.session_state[_wave_field(line)] = "" if quarter in taken else quarter
    st.session_state[_day_field(line)] = now.date()
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


def _day_field(line: BrandLine | None) -> str:
    return f"day-of-{line.brand.id if line else 'new'}"


def _questionnaire_field(line: BrandLine | None) -> str:
    return f"questionnaire-{line.brand.id if line else 'new'}-{current_lang()}"


def ask_day(line: BrandLine) -> date | None:
    """The day that puts a wave among the others; an earlier one can be filled in later."""
    t, today = current_words(), current_acting().now().date()
    return st.date_input(
        t("Day"),
        min_value=EARLIEST,
        max_value=today + timedelta(days=1),  # it may be tomorrow where somebody sits
        format="YYYY-MM-DD",
        key=_day_field(line),
        help=t("The day that the answers describe. It puts the waves in order."),
    )


def told_taken(error: Exception, *, brand: bool) -> None:
    """Say that a name is taken, also by what the lists do not show."""
    t = current_words()
    archived = isinstance(error, AlreadyExists) and error.archived
    if brand and archived:
        said = t("A brand of this name is archived. Bring it back, or choose another name.")
    elif brand:
        said = t("A brand of this name is there already. Choose another name.")
    elif archived:
        said = t("A wave of this name is archived. Bring it back, or choose another name.")
    else:
        said = t("This brand has a wave of this name already. Choose another name.")
    st.error(said)


def usable_wave(wave: str) -> bool:
    """Whether a wave can be called this; if not, it is said why."""
    try:
        LABEL.validate_python(wave)
    except ValidationError:
        t = current_words()
        st.error(t("Give the wave a name, such as 2026-Q4."))
        return False
    return True
