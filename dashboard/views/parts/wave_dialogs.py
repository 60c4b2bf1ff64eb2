"""Beginning, renaming, moving, exporting and putting away waves."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from dashboard.domain.assessment import MAX_WAVE, AlreadyExists
from dashboard.domain.document import write_document
from dashboard.plain import plain
from dashboard.services import assessments, files, versions
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine
from dashboard.services.versions import Move
from dashboard.store.errors import AlreadyTaken
from dashboard.views.pages import ASSESS
from dashboard.views.parts.file_name import file_name
from dashboard.views.parts.put_away import offer_undo
from dashboard.views.parts.refused import told_at_top, told_in_place
from dashboard.views.parts.wave_fields import (
    ask_day,
    ask_wave_and_questionnaire,
    fill_in_wave,
    told_taken,
    usable_wave,
)
from dashboard.views.session import choose, current_acting, current_lang, current_words


def ask_for_wave(title: str, line: BrandLine) -> None:
    t = current_words()
    fill_in_wave(line)

    @st.dialog(title)
    def ask() -> None:
        with st.form("wave-form", border=False):
            wave, questionnaire = ask_wave_and_questionnaire(line)
            day = None
            if line.waves:
                day = ask_day(line)
                st.caption(t("It begins empty, with last time's answers at hand."))
            sent = st.form_submit_button(t("Begin"), type="primary")
        if sent and usable_wave(wave):
            with told_in_place():
                _begin(line, wave=wave, questionnaire=questionnaire, day=day)

    ask()


def _begin(line: BrandLine, *, wave: str, questionnaire: str, day: date | None) -> None:
    try:
        begun = assessments.begin(
            current_acting(), line.brand.id, wave=wave, questionnaire=questionnaire, dated=day
        )
    except (AlreadyExists, AlreadyTaken) as error:
        told_taken(error, brand=False)
        return
    choose(assessment=begun.id)
    st.switch_page(ASSESS)


def show_wave_menu(sheet: Sheet) -> None:
    t = current_words()
    st.download_button(
        t("Export"),
        partial(_document, current_acting(), sheet.assessment.id),
        file_name=f"{file_name(sheet)}.json",
        mime="application/json",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key=f"export-{sheet.assessment.id}",
    )
    actions: dict[str, tuple[str, Callable[[], None]]] = {
        "rename": (t("Rename"), lambda: _rename(t("Rename the wave"), sheet)),
        "archive": (t("Archive"), lambda: _archive(sheet)),
        "delete": (t("Delete"), lambda: _delete(sheet)),
    }
    move = versions.possible_move(current_acting(), sheet)
    if move:
        label = t("Move to version {version}", version=move.to.version)
        actions = {"move": (label, lambda: _ask_to_move(label, sheet, move))} | actions
    chosen = st.menu_button(
        t("More"),
        list(actions),
        format_func=lambda key: actions[key][0],
        icon=":material/more_horiz:",
        key=f"wave-menu-{sheet.assessment.id}-{current_lang()}",
        help=t("More for {name}", name=f"{plain(sheet.brand.name)} {plain(sheet.assessment.wave)}"),
    )
    if chosen:
        actions[chosen][1]()


def _document(acting: Acting, assessment_id: str) -> str:
    """What is stored when the button is pressed, not when the page was shown."""
    return write_document(files.export_document(assessments.open_sheet(acting, assessment_id)))


def _rename(title: str, sheet: Sheet) -> None:
    t, field = current_words(), f"rename-{sheet.assessment.id}"
    st.session_state[field] = sheet.assessment.wave

    @st.dialog(title)
    def ask() -> None:
        with st.form("rename-form", border=False):
            wave = st.text_input(t("Wave"), max_chars=MAX_WAVE, key=field).strip()
            sent = st.form_submit_button(t("Save"), type="primary")
        if sent and usable_wave(wave):
            with told_in_place():
                try:
                    assessments.rename(current_acting(), sheet.assessment.id, wave=wave)
                except (AlreadyExists, AlreadyTaken) as error:
                    told_taken(error, brand=False)
                    return
                st.rerun()

    ask()


def _ask_to_move(title: str, sheet: Sheet, move: Move) -> None:
    t = current_words()

    @st.dialog(title)
    def ask() -> None:
        st.markdown(_consequences(move))
        if st.button(t("Move"), type="primary", key="move"):
            with told_in_place():
                versions.move(current_acting(), sheet, move.to.reference)
                st.rerun()

    ask()


def _consequences(move: Move) -> str:
    t = current_words()
    kept = t.plural(
        "{n} answer goes along: its question asks the same.",
        "{n} answers go along: their questions ask the same.",
        len(move.kept),
    )
    lost = t.plural(
        "{n} answer is withdrawn, because its question was reworded or is gone; it stays in the "
        "history.",
        "{n} answers are withdrawn, because their questions were reworded or are gone; they stay "
        "in the history.",
        len(move.lost),
    )
    return t.sentences(kept, lost) if move.lost else kept


def _archive(sheet: Sheet) -> None:
    name = f"{sheet.brand.name} {sheet.assessment.wave}"
    with told_at_top():
        assessments.archive(current_acting(), sheet.assessment.id)
        offer_undo(
            lambda t: t("{name} is archived.", name=name),
            assessments.unarchive,
            sheet.assessment.id,
        )
    st.rerun()


def _delete(sheet: Sheet) -> None:
    name = f"{sheet.brand.name} {sheet.assessment.wave}"
    with told_at_top():
        assessments.delete(current_acting(), sheet.assessment.id)
        offer_undo(
            lambda t: t("{name} is deleted.", name=name), assessments.undelete, sheet.assessment.id
        )
    st.rerun()
