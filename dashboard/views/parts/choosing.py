"""What a page shows while no assessment is chosen: the ones there are, or how to begin one."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.assessment import Status
from dashboard.plain import plain
from dashboard.scores_in_words import standing_alone
from dashboard.services import people
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine, portfolio
from dashboard.views.pages import OVERVIEW
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.session import (
    choose,
    current_acting,
    current_lang,
    current_words,
    names_an_assessment,
)

SHOWN = 30
"""Brands; more are found by name on the overview."""


def show_choice_of_assessment() -> None:
    t, acting = current_words(), current_acting()
    portfolios = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
    lines = [line for here in portfolios for line in here.lines if line.waves]
    show_top_row(demo=any(_is_demo(line) for line in lines))
    if lines:
        show_head(t("No assessment chosen"), t("Which assessment?"))
    else:
        show_head(t("No assessment yet"), t("Begin with a brand"))
        st.markdown(
            t("An assessment belongs to a brand and a wave, such as a quarter. Create them first.")
        )
    if names_an_assessment():
        st.caption(t("The assessment that the address names is not here; it may be deleted."))
    if st.button(t("Go to the overview"), type="primary", key="to-overview"):
        st.switch_page(OVERVIEW)
    _show_lines(sorted(lines, key=_is_demo))


def _is_demo(line: BrandLine) -> bool:
    return line.waves[0].workspace.is_demo


def _show_lines(lines: Sequence[BrandLine]) -> None:
    """One's own brands before the demo's, each with its waves, newest first."""
    t = current_words()
    with st.grid(3, gap="small", min_column_width=260):
        for line in lines[:SHOWN]:
            _show_line(line)
    if len(lines) > SHOWN:
        more = t.plural(
            "{n} more brand is on the overview.",
            "{n} more brands are on the overview.",
            len(lines) - SHOWN,
        )
        st.caption(more)


def _show_line(line: BrandLine) -> None:
    t = current_words()
    demo = f" :yellow-badge[:material/science: {t('Demo data')}]" if _is_demo(line) else ""
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(f"**{plain(line.brand.name)}**{demo}")
        with st.container(gap=None):
            for sheet in line.waves:
                _show_way(sheet)


def _show_way(sheet: Sheet) -> None:
    band = standing_alone(sheet.questionnaire, sheet.result, current_lang())
    st.button(
        " · ".join([plain(sheet.assessment.wave), _status(sheet), _named(sheet, band)]),
        icon=":material/arrow_forward:",
        key=f"choose-{sheet.assessment.id}",
        type="tertiary",
        on_click=choose,
        kwargs={"assessment": sheet.assessment.id},
    )


def _named(sheet: Sheet, band: str) -> str:
    if not sheet.result.band.provisional:
        return plain(band)
    return current_words()("{standing} (provisional)", standing=plain(band))


def _status(sheet: Sheet) -> str:
    t = current_words()
    words = {
        Status.DRAFT: t("in progress"),
        Status.COMPLETE: t("complete"),
        Status.REOPENED: t("reopened"),
    }
    return words[sheet.assessment.status]
