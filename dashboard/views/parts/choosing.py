"""What a page shows while no assessment is chosen: the ones there are, or how to begin one."""

import streamlit as st

from dashboard.plain import plain
from dashboard.services import people
from dashboard.services.portfolio import portfolio
from dashboard.views.pages import OVERVIEW
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.session import choose, current_acting, current_words, names_an_assessment


def show_choice_of_assessment() -> None:
    t, acting = current_words(), current_acting()
    portfolios = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
    sheets = [sheet for p in portfolios for line in p.lines for sheet in line.waves]
    show_top_row(demo=any(sheet.workspace.is_demo for sheet in sheets))
    if not sheets:
        show_head(t("No assessment yet"), t("Begin with a brand"))
        st.markdown(
            t("An assessment belongs to a brand and a wave, such as a quarter. Create them first.")
        )
    else:
        show_head(t("No assessment chosen"), t("Which assessment?"))
        for sheet in sheets:
            demo = f" · {t('Demo data')}" if sheet.workspace.is_demo else ""
            st.button(
                f"**{plain(sheet.brand.name)}** · {plain(sheet.assessment.wave)}{demo}",
                key=f"choose-{sheet.assessment.id}",
                type="tertiary",
                on_click=choose,
                kwargs={"assessment": sheet.assessment.id},
            )
    if names_an_assessment():
        st.caption(t("The assessment that the address names is not here; it may be deleted."))
    if st.button(t("Go to the overview"), type="primary", key="to-overview"):
        st.switch_page(OVERVIEW)
