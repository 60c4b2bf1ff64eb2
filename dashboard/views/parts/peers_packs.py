"""Packs of other publishers: brought in, shown under their name, removed."""

from pathlib import Path

import streamlit as st

from dashboard.domain.pack import read_pack
from dashboard.domain.problem import Problem, Refused
from dashboard.domain.scoring import METHOD_VERSION
from dashboard.domain.standing import Standing
from dashboard.plain import plain
from dashboard.services import packs
from dashboard.services.assessments import Sheet
from dashboard.services.packs import PackRefused
from dashboard.store.releases import Pack
from dashboard.views.parts.import_dialog import new_chooser, show_problems
from dashboard.views.parts.peers_places import show_make_up, show_places
from dashboard.views.parts.peers_words import finding_in_words
from dashboard.views.parts.refused import told_at_top, told_in_place
from dashboard.views.session import current_acting, current_words


def show_packs(sheet: Sheet) -> None:
    t = current_words()
    if sheet.workspace.is_demo:
        return
    st.header(t("Benchmarks of others"), anchor=False)
    found = packs.of_workspace(current_acting(), sheet.workspace)
    if not found:
        st.markdown(
            t(
                "A consultancy or an association can bring its own benchmark as a file. It is "
                "shown under its name and mixed with nothing."
            )
        )
    for pack in found:
        _show_pack(sheet, pack)
    if st.button(t("Import a benchmark"), key="import-pack", icon=":material/upload_file:"):
        _ask_for_pack(sheet.workspace.id)


def _show_pack(sheet: Sheet, pack: Pack) -> None:
    t = current_words()
    standing = packs.place_in(current_acting(), sheet, pack)
    day = t.day(pack.release.released)
    with st.expander(
        f"{plain(pack.release.publisher)} · {day} · {plain(_finding(sheet, standing, pack))}",
        icon=":material/inventory_2:",
    ):
        if standing.release is None:
            st.markdown(_why_not(sheet, pack))
        show_places(sheet, standing)
        st.markdown(f"> {plain(pack.release.consent)}")
        st.button(
            t("Remove this benchmark"),
            key=f"remove-pack-{pack.id}",
            type="tertiary",
            icon=":material/delete:",
            on_click=_remove,
            args=(pack.id,),
        )
    show_make_up(pack.release, of_others=True)


def _finding(sheet: Sheet, standing: Standing, pack: Pack) -> str:
    t = current_words()
    if standing.release is not None:
        return finding_in_words(standing)
    if pack.release.questionnaire != sheet.questionnaire.reference:
        return t("Not compared: of another questionnaire")
    return t("Not compared: of another version of the method")


def _why_not(sheet: Sheet, pack: Pack) -> str:
    t = current_words()
    if pack.release.questionnaire != sheet.questionnaire.reference:
        return t("It is about {questionnaire}.", questionnaire=plain(pack.release.questionnaire))
    return t(
        "Its scores were computed by method {theirs}, yours by method {own}: the same answers can "
        "have another score.",
        theirs=plain(pack.release.method),
        own=plain(METHOD_VERSION),
    )


def _remove(pack_id: str) -> None:
    with told_at_top():
        packs.remove(current_acting(), pack_id)


def _ask_for_pack(workspace_id: str) -> None:
    t, acting, chooser = current_words(), current_acting(), new_chooser()

    @st.dialog(t("Import a benchmark"))
    def ask() -> None:
        st.markdown(t("A file in the format candour.cohort/1."))
        with st.form("pack-form", border=False):
            upload = st.file_uploader(t("File"), type="json", key=chooser)
            sent = st.form_submit_button(t("Import"), type="primary")
        if not sent:
            return
        if upload is None:
            st.error(t("Choose a file first."))
            return
        file = Path(upload.name)
        with told_in_place():
            try:
                release = read_pack(
                    upload.getvalue(),
                    file,
                    find=acting.catalog.find,
                    vocabulary=acting.catalog.vocabulary,
                )
                packs.add(acting, workspace_id, release)
            except Refused as refused:
                show_problems(refused.problems)
            except PackRefused as refused:
                show_problems([Problem(file=file, message=refused.message)])
            else:
                st.rerun()

    ask()
