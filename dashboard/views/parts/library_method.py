"""The method, as the project's document tells it."""

import pandas as pd
import streamlit as st

from dashboard.views.parts.frame import show_head
from dashboard.views.parts.library_documents import Code, Method, Section, Table, method
from dashboard.views.session import current_acting, current_lang, current_words

READABLE = 760
"""As wide as lines of text can be read with ease, in pixels."""


def show_method() -> None:
    t = current_words()
    document = method(current_lang())
    show_head(t("Method"), document.title)
    contents, text = st.columns([2, 5], gap="large")
    with contents:
        _show_contents(document)
    with text, st.container(width=READABLE):
        st.markdown(document.opening)
        if len(current_acting().catalog.questionnaires) > 1:
            st.caption(
                t(
                    "The numbers in it are those of the questionnaire that comes with Candour. "
                    "Any other has its own, under “Questions”."
                )
            )
        for section in document.sections:
            st.header(section.title, anchor=section.anchor)
            for block in section.body:
                _show_block(section, block)


def _show_block(section: Section, block: str | Table | Code) -> None:
    match block:
        case str():
            st.markdown(block)
        case Code():
            st.code(block.text, language=None, wrap_lines=True)
        case Table():
            t = current_words()
            st.table(
                pd.DataFrame(block.rows, columns=list(block.head)),
                border="horizontal",
                hide_index=True,
                alt=t("{name}: {text}", name=section.title, text=t.listed(block.head)),
            )


def _show_contents(document: Method) -> None:
    t = current_words()
    links = (f"- [{section.title}](#{section.anchor})" for section in document.sections)
    with st.container(border=True):
        st.markdown(f"**{t('On this page')}**")
        st.markdown("\n".join(links))
