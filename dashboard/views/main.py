"""The frame of every page: language, navigation, wordmark. Runs first at every visit and click."""

from pathlib import Path

import streamlit as st

from dashboard.page_language import LANG_SCRIPT, arrival
from dashboard.views import session
from dashboard.views.pages import pages

ASSETS = Path(__file__).parent / "assets"

session.arrive()
page = st.navigation(pages(session.current_words()), position="top")
st.set_page_config(
    page_title=f"{page.title} · Candour", page_icon=str(ASSETS / "favicon.svg"), layout="wide"
)
st.logo(str(ASSETS / "logo.svg"), size="medium")
st.html(LANG_SCRIPT[session.current_lang()], unsafe_allow_javascript=True)
page.run()
place = f"{page.url_path}/{session.place()}/{session.ways_taken()}"
st.html(arrival(place), unsafe_allow_javascript=True)
