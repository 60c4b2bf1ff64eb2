"""Single published figures, each with its source: no table of theirs is at hand."""

import streamlit as st

from dashboard.catalog.evidence import Published
from dashboard.charts.outside_bars import PERCENT
from dashboard.plain import plain
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import outside
from dashboard.views.parts.outside_source import show_licence_and_limits
from dashboard.views.session import current_lang, current_words


def show_single_figures() -> None:
    published = outside().of("single figures")
    if published is None:
        return
    t = current_words()
    rows = _rows(published)
    show_head(
        t("What others measured, on their own scale"),
        t("{n} published figures, each on its own", n=len(rows)),
        t("They differ in question, people and year: none can be set against another."),
    )
    for row in rows:
        with st.container(border=True):
            amount, figure = _amount(row["value"], row["unit"]), row["figure"]
            st.markdown(f"**{amount}** · {figure}")
            sample = t("{name}: {text}", name=t("Sample"), text=row["n"])
            facts = (row["definition"], row["year"], sample, row["geography"], row["source"])
            st.caption(" · ".join(filter(None, facts)))
    show_licence_and_limits(published.source)


def _amount(value: str, unit: str) -> str:
    return value + unit if unit.startswith(PERCENT) else f"{value} {unit}"


def _rows(published: Published) -> list[dict[str, str]]:
    """Every line by its columns, in words of the reader's language where there are some."""
    lang, table, named = current_lang(), published.table, published.source.named
    return [
        {
            column: plain(named(cell).get(lang))
            for column, cell in zip(table.columns, line.cells, strict=True)
        }
        for line in table.lines
    ]
