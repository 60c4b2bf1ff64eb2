"""Importing assessment files: all or none, with every problem named."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.domain.document import Document, read_document
from dashboard.domain.problem import Problem, Refused, on_one_line
from dashboard.i18n import Words
from dashboard.plain import plain
from dashboard.services import files
from dashboard.views.parts.done import tell_done
from dashboard.views.parts.refused import told_in_place
from dashboard.views.session import current_acting, current_words

CHOOSERS = "choosers"
NAMED = 3
"""So many imported assessments are named, more are counted."""
SHOWN = 20
"""Problems listed at once; the rest are counted."""


def ask_for_files(title: str, workspace_id: str) -> None:
    t, chooser = current_words(), new_chooser()

    @st.dialog(title)
    def ask() -> None:
        st.markdown(
            t("Files in the format candour.assessment/1, as “Export” writes them. All or none.")
        )
        with st.form("import-form", border=False):
            uploads = st.file_uploader(
                t("Files"), type="json", accept_multiple_files=True, key=chooser
            )
            sent = st.form_submit_button(t("Import"), type="primary")
        if not sent:
            return
        if not uploads:
            st.error(t("Choose a file first."))
            return
        with told_in_place():
            try:
                documents = _read(uploads)
                files.import_documents(current_acting(), workspace_id, documents)
            except Refused as refused:
                show_problems(refused.problems)
            except files.ImportRefused as refused:
                show_problems(
                    [
                        Problem(file=Path(uploads[position].name), message=reason)
                        for position, reason in refused.reasons.items()
                    ]
                )
            else:
                tell_done(partial(_imported, documents))
                st.rerun()

    ask()


def new_chooser() -> str:
    """The key of a chooser of files that holds none yet, whatever was left in an earlier one."""
    opened = int(st.session_state.get(CHOOSERS, 0)) + 1
    st.session_state[CHOOSERS] = opened
    return f"chooser-{opened}"


def _imported(documents: Sequence[Document], t: Words) -> str:
    if len(documents) > NAMED:
        return t("{n} assessments are imported.", n=len(documents))
    names = "; ".join(f"{document.brand.name} {document.wave}" for document in documents)
    return t("Imported: {names}", names=names)


def _read(uploads: Sequence[UploadedFile]) -> list[Document]:
    catalog = current_acting().catalog
    documents: list[Document] = []
    problems: list[Problem] = []
    for upload in uploads:
        try:
            documents.append(
                read_document(
                    upload.getvalue(),
                    Path(upload.name),
                    find=catalog.find,
                    vocabulary=catalog.vocabulary,
                )
            )
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return documents


def show_problems(problems: Sequence[Problem]) -> None:
    t = current_words()
    lines = [f"- {plain(_in_words(problem))}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append("- " + t("and {n} more", n=len(problems) - SHOWN))
    st.error(t("Nothing was imported.") + "\n\n" + "\n".join(lines))


def _in_words(problem: Problem) -> str:
    t = current_words()
    text = problem.said(t.say)
    if problem.path:
        text = t("{name}: {text}", name=problem.path, text=text)
    return t("{name}: {text}", name=on_one_line(str(problem.file)), text=text)
