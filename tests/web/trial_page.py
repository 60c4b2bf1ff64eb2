"""A page that fails on demand, in each way a page can."""

import streamlit as st

from dashboard.page_language import LANG_SCRIPT
from dashboard.views import session

SECRET = "innermost secret"


def fail() -> None:
    raise RuntimeError(SECRET)


@st.fragment
def part() -> None:
    if st.button("Fail in a part"):
        fail()


session.arrive()
st.html(LANG_SCRIPT[session.current_lang()], unsafe_allow_javascript=True)
st.title("Trial")
st.button("Fail in a callback", on_click=fail)
part()
if st.button("Fail in the page"):
    fail()
