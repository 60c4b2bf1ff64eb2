"""Sources that somebody added to the data folder: each as its table, with bars if it has some."""

from typing import Final

import streamlit as st

from dashboard.catalog.evidence import Published
from dashboard.charts.outside_bars import BarsShown, describe_value_bars, value_bars
from dashboard.plain import plain
from dashboard.views.cached import show_picture, show_table
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import outside
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_lang, current_theme, current_words

MOST_ROWS: Final = 100


def show_further() -> None:
    t, lang = current_words(), current_lang()
    further = outside().further
    title = further[0].source.title.get(lang)
    show_head(
        t("What others measured, on their own scale"),
        plain(title)
        if len(further) == 1
        else t.plural("{n} further source", "{n} further sources", len(further)),
        t("Added to this installation. Not comparable with a score of yours."),
    )
    for published in further:
        with st.container(border=True):
            if len(further) > 1:
                st.subheader(plain(published.source.title.get(lang)), anchor=False)
            _show(published)


def _show(published: Published) -> None:
    lang, source = current_lang(), published.source
    if bars := outside().bars.get(source.file):
        subject = BarsShown(values=bars)
        show_picture(value_bars, describe_value_bars, subject, lang, current_theme())
    _show_rows(published)
    show_source(source)


def _show_rows(published: Published) -> None:
    t, lang, table = current_words(), current_lang(), published.table
    named = published.source.named
    headings = [plain(named(column).get(lang)) for column in table.columns]
    rows = [
        dict(zip(headings, (plain(named(cell).get(lang)) for cell in line.cells), strict=True))
        for line in table.lines[:MOST_ROWS]
    ]
    show_table(rows, alt=t("Table of {n} rows", n=len(rows)))
    if len(table.lines) > MOST_ROWS:
        file = plain(f"data/{published.source.file}")
        st.caption(
            t(
                "The first {n} of {all} rows; all are in {file}.",
                n=MOST_ROWS,
                all=len(table.lines),
                file=file,
            )
        )
