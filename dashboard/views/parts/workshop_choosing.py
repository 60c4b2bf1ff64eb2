"""On which assessment a workshop is opened: those that take answers."""

from collections.abc import Sequence

import streamlit as st

from dashboard.plain import plain
from dashboard.services import people
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine, portfolio
from dashboard.views.pages import OVERVIEW
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.workshop_moving import show_way_out
from dashboard.views.parts.workshop_words import SET_UP
from dashboard.views.session import choose_workshop, current_acting, current_words

SHOWN = 30


def show_choice_for_workshop() -> None:
    t, acting = current_words(), current_acting()
    portfolios = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
    found = [(line, _open(line)) for here in portfolios for line in here.lines if _open(line)]
    show_top_row(demo=any(waves[0].workspace.is_demo for _, waves in found))
    if not found:
        show_head(t("Open a workshop"), t("No assessment takes answers"))
        st.markdown(
            t(
                "A workshop fills in an assessment. Begin one with a brand and a wave, or reopen "
                "one that is complete."
            )
        )
        if st.button(t("Go to the overview"), type="primary", key="to-overview"):
            st.switch_page(OVERVIEW)
    else:
        show_head(t("Open a workshop"), t("Which assessment shall the room fill in?"))
        st.markdown(t("Assessments that take answers are listed; complete ones are not."))
        _show_lines(found)
    show_way_out()


def _open(line: BrandLine) -> list[Sheet]:
    return [sheet for sheet in line.waves if sheet.assessment.open_for_answers]


def _show_lines(found: Sequence[tuple[BrandLine, list[Sheet]]]) -> None:
    t = current_words()
    with st.grid(3, gap="small", min_column_width=260):
        for line, waves in found[:SHOWN]:
            demo = waves[0].workspace.is_demo
            badge = f" :yellow-badge[:material/science: {t('Demo data')}]" if demo else ""
            with st.container(border=True, gap="xsmall", height="stretch"):
                st.markdown(f"**{plain(line.brand.name)}**{badge}")
                for sheet in waves:
                    _show_way(sheet)
    if len(found) > SHOWN:
        more = t.plural(
            "{n} more brand is on the overview.",
            "{n} more brands are on the overview.",
            len(found) - SHOWN,
        )
        st.caption(more)


def _show_way(sheet: Sheet) -> None:
    t = current_words()
    answered = t(
        "{n} of {total} answered", n=len(sheet.answers), total=len(sheet.questionnaire.items)
    )
    st.button(
        f"{plain(sheet.assessment.wave)} · {answered}",
        icon=":material/arrow_forward:",
        key=f"workshop-on-{sheet.assessment.id}",
        type="tertiary",
        on_click=choose_workshop,
        args=(SET_UP,),
        kwargs={"assessment": sheet.assessment.id},
    )
