"""The words of the product, each with its one meaning."""

import pandas as pd
import streamlit as st

from dashboard.domain.text import Lang
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.library_documents import TermGroup, glossary
from dashboard.views.session import current_lang, current_words

WIDTH = 800
"""In pixels: a wider table would only move the meaning away from its word."""


def show_glossary() -> None:
    t = current_words()
    show_head(
        t("Glossary"),
        t("One word, one meaning"),
        t("In questionnaires, on these pages and in every file the same word means the same."),
    )
    with st.container(width=WIDTH):
        for group in glossary():
            _show_group(group)


def _show_group(group: TermGroup) -> None:
    t, lang = current_words(), current_lang()
    st.header(group.title.get(lang), anchor=False)
    other: Lang = "zh" if lang == "en" else "en"
    rows = [
        {
            t("Word"): f"**{term.name.get(lang)}** {term.name.get(other)}",
            t("Meaning"): term.meaning.get(lang),
        }
        for term in group.terms
    ]
    st.table(
        pd.DataFrame(rows),
        border="horizontal",
        hide_index=True,
        alt=t("Words and their meanings: {group}", group=group.title.get(lang)),
    )
