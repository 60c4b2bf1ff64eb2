"""The name, logo and colours of a workspace's reports, inside the dialog that makes them."""

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

import streamlit as st
from pydantic import ValidationError
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.domain.look import HOUSE, LARGEST_LOGO, LONGEST_NAME, Look
from dashboard.domain.message import Message, message_of
from dashboard.domain.wording import words_of
from dashboard.plain import plain
from dashboard.reports.look import BrokenPicture
from dashboard.services import looks
from dashboard.services.assessments import Sheet
from dashboard.views.parts.refused import told_in_place
from dashboard.views.session import current_acting, current_lang, current_words


def show_look_form(sheet: Sheet) -> None:
    """Closed until somebody wants it; what is saved holds for every report of the workspace."""
    t, lang = current_words(), current_lang()
    present = looks.of_workspace(current_acting(), sheet.workspace.id)
    shown = present or HOUSE
    # Fields belong to the look that they began with: one that was saved begins them anew.
    whose = f"{crc32(repr(shown).encode())}-{lang}"
    with st.expander(t("Name, logo and colours"), icon=":material/palette:"):
        with st.form("look-form", border=False):
            st.caption(t("For all reports of this workspace, on this page and the command line."))
            name = st.text_input(
                t("Name"), value=shown.name, max_chars=LONGEST_NAME, key=f"look-name-{whose}"
            )
            given = st.file_uploader(
                t("Logo, PNG or JPEG of at most {n} kB", n=LARGEST_LOGO // 1000),
                type=["png", "jpg", "jpeg"],
                max_upload_size=1,
                key=f"look-logo-{whose}",
            )
            without = present is not None and present.logo is not None
            drop = without and st.checkbox(t("Without the logo"), key=f"look-without-{whose}")
            with st.container(horizontal=True):
                accent = st.color_picker(
                    t("Headings and rules"), value=shown.accent, key=f"look-accent-{whose}"
                )
                pillars = tuple(_ask_pillars(sheet, shown, whose))
            sent = st.form_submit_button(t("Save"), type="primary", key="save-look")
        if sent:
            logo = None if drop else shown.logo
            if isinstance(given, UploadedFile):
                logo = given.getvalue()
            fields = {"name": name, "logo": logo, "accent": accent, "pillars": pillars}
            _save(sheet, fields, present)
        if present and st.button(t("Back to Candour's own"), key="remove-look"):
            _put(sheet, None, present)


def _ask_pillars(sheet: Sheet, shown: Look, whose: str) -> Iterator[str]:
    """One for each pillar here; what the look has beyond them stays."""
    lang, pillars = current_lang(), sheet.questionnaire.pillars
    for n, pillar in enumerate(pillars):
        yield st.color_picker(
            plain(pillar.title.get(lang)), value=shown.pillar(n), key=f"look-pillar-{n}-{whose}"
        )
    yield from shown.pillars[len(pillars) :]


def _save(sheet: Sheet, fields: Mapping[str, object], present: Look | None) -> None:
    try:
        look = Look.model_validate(fields)
    except ValidationError as error:
        _refuse([words_of(one) for one in error.errors()])
    else:
        _put(sheet, look, present)


def _put(sheet: Sheet, look: Look | None, present: Look | None) -> None:
    t = current_words()
    with told_in_place():
        try:
            looks.put(current_acting(), sheet.workspace.id, look, read=present)
        except BrokenPicture as error:
            _refuse([message_of(error)])
        else:
            st.success(t("Saved. The next report has it."))


def _refuse(problems: Sequence[Message | str]) -> None:
    t = current_words()
    told = "\n".join(f"- {plain(t.say(one))}" for one in problems)
    st.error(t("Not saved:") + "\n\n" + told)
