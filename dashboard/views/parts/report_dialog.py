"""The report to take along: slides, pages, a spreadsheet; two presses from the result."""

from functools import partial
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.domain.text import Lang
from dashboard.plain import plain
from dashboard.reports.formats import LARGEST_TEMPLATE, MIME, CannotRender, Form, Format, Paper
from dashboard.reports.rendering import Choice, check_template, missing_font, render
from dashboard.services import reports
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.views.parts.file_name import file_name
from dashboard.views.parts.look_form import show_look_form
from dashboard.views.session import current_acting, current_lang, current_words

PAPERS: Final = {Paper.A4: "A4", Paper.LETTER: "US Letter"}
MEGABYTE: Final = 1_000_000


def show_report_button(sheet: Sheet) -> None:
    t = current_words()
    if st.button(t("Report"), icon=":material/file_export:", key="report"):
        _offer(t("Report"), sheet)


def _offer(title: str, sheet: Sheet) -> None:
    t = current_words()

    @st.dialog(title)
    def offer() -> None:
        st.markdown(t("The assessment as it stands now, in the language of this page."))
        st.subheader(t("Slides"), anchor=False)
        place = st.container()
        slides = Choice(Format.PPTX, template=_template())
        with place:
            _button(sheet, t("Slides (PowerPoint)"), slides, first=True)
        st.subheader(t("Pages"), anchor=False)
        _show_pages(sheet)
        st.subheader(t("Data"), anchor=False)
        with st.container(horizontal=True):
            _button(sheet, t("Spreadsheet (Excel)"), Choice(Format.XLSX))
            _button(sheet, t("Data (JSON)"), Choice(Format.JSON))
        show_look_form(sheet)

    offer()


def _template() -> bytes | None:
    """One's own template, if it was given and the deck can stand on it."""
    t = current_words()
    given = st.file_uploader(
        t(
            "Your own template (.pptx or .potx), if you have one: its colours, fonts and logo are "
            "used"
        ),
        type=["pptx", "potx"],
        key="report-template",
        max_upload_size=LARGEST_TEMPLATE // MEGABYTE,
    )
    if not isinstance(given, UploadedFile):
        return None
    try:
        check_template(given.getvalue())
    except CannotRender as refused:
        lacks = "\n".join(f"- {plain(t.say(message))}" for message in refused.messages)
        st.error(t("The slides cannot use this template:") + "\n\n" + lacks)
        return None
    return given.getvalue()


def _show_pages(sheet: Sheet) -> None:
    t, lang = current_words(), current_lang()
    if missing := missing_font(lang, sheet.brand.name, sheet.assessment.wave):
        st.warning(plain(t.say(missing)))
        return
    paper = st.radio(
        t("Paper"),
        list(PAPERS),
        format_func=lambda one: PAPERS[one],
        horizontal=True,
        key=f"report-paper-{lang}",
    )
    with st.container(horizontal=True):
        _button(sheet, t("One page (PDF)"), Choice(Format.PDF, Form.BOARD, paper))
        _button(sheet, t("Full report (PDF)"), Choice(Format.PDF, Form.FULL, paper))


def _button(sheet: Sheet, label: str, choice: Choice, *, first: bool = False) -> None:
    lang = current_lang()
    form = f"-{choice.form}" if choice.format is Format.PDF else ""
    st.download_button(
        label,
        partial(_file, current_acting(), sheet.assessment.id, lang, choice),
        file_name=f"{file_name(sheet)}{form}.{choice.format}",
        mime=MIME[choice.format],
        icon=":material/download:",
        type="primary" if first else "secondary",
        on_click="ignore",
        key=f"report-{choice.format}{form}",
    )


def _file(acting: Acting, assessment_id: str, lang: Lang, choice: Choice) -> bytes:
    """What is stored when the button is pressed, not when the dialog was shown."""
    return render(reports.report_of(acting, assessment_id, lang=lang), choice)
