"""The frame of every page: language, navigation, wordmark. Runs first at every visit and click."""

from pathlib import Path

import streamlit as st

from dashboard.page_language import LANG_SCRIPT
from dashboard.views import session
from dashboard.views.pages import pages

ASSETS = Path(__file__).parent / "assets"

st.set_page_config(page_title="Candour", page_icon=str(ASSETS / "favicon.svg"), layout="wide")
session.arrive()
st.logo(str(ASSETS / "logo.svg"), size="medium")
page = st.navigation(pages(session.current_words()), position="top")
st.html(LANG_SCRIPT[session.current_lang()], unsafe_allow_javascript=True)
page.run()
