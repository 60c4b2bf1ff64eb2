"""One line about the place among peers, with the way to the whole story."""

import streamlit as st

from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.services.benchmarks import place_of
from dashboard.views.pages import PEERS
from dashboard.views.parts.peers_words import line_in_words
from dashboard.views.session import choose, current_acting, current_words


def show_peers_line(sheet: Sheet) -> None:
    """Say the place, or that there is none yet, and link to the page that says why."""
    t = current_words()
    standing = place_of(current_acting(), sheet)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/groups: {plain(line_in_words(standing))}", width="content")
        if st.button(
            t("Peers"),
            key=f"peers-{sheet.assessment.id}",
            type="tertiary",
            icon=":material/arrow_forward:",
            help=t("Compare with others"),
        ):
            choose(assessment=sheet.assessment.id)
            st.switch_page(PEERS)
