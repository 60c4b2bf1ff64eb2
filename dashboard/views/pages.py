"""The pages of the navigation: name, address and script of each."""

from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.i18n import Words

HERE = Path(__file__).parent
PATHS: Final = (
    "assess",
    "results",
    "plan",
    "workshop",
    "compare",
    "peers",
    "outside",
    "library",
)
"""The addresses of all pages but the first; the script of each has the same name."""
OVERVIEW, ASSESS, RESULTS, PLAN, WORKSHOP, COMPARE, PEERS, OUTSIDE, LIBRARY = (
    str(HERE / f"{name}.py") for name in ("overview", *PATHS)
)


def pages(t: Words) -> list[StreamlitPage]:
    """The session keeps them by language, for each looks for its file when it is made."""
    kept = f"pages-{t.lang}"
    if kept not in st.session_state:
        st.session_state[kept] = _made(t)
    found: list[StreamlitPage] = st.session_state[kept]
    return found


def _made(t: Words) -> list[StreamlitPage]:
    return [
        st.Page(OVERVIEW, title=t("Overview"), default=True, help=t("Brands and their waves")),
        st.Page(ASSESS, title=t("Assess"), url_path="assess", help=t("Answer the questions")),
        st.Page(RESULTS, title=t("Results"), url_path="results", help=t("Profile, band and why")),
        st.Page(PLAN, title=t("Plan"), url_path="plan", help=t("What to do next")),
        st.Page(WORKSHOP, title=t("Workshop"), url_path="workshop", help=t("Rate alone, agree")),
        st.Page(COMPARE, title=t("Compare"), url_path="compare", help=t("Side by side, over time")),
        st.Page(PEERS, title=t("Peers"), url_path="peers", help=t("Compare with others")),
        st.Page(
            OUTSIDE, title=t("Outside evidence"), url_path="outside", help=t("What others measured")
        ),
        st.Page(LIBRARY, title=t("Library"), url_path="library", help=t("Questions and method")),
    ]
