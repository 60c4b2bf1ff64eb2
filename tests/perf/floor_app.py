"""The floor: the least a Streamlit page can do. One radio and one line that follows it.

Every figure of the product is read beside this page, served by the same machine in the same run.
It must stay this small; a floor that grows hides the cost it is there to show.
"""

import streamlit as st

LEVELS = ("Not at all", "A little", "Half way", "Mostly", "Entirely")

choice = st.radio("How far are you?", LEVELS, index=None, key="answer-floor")
st.text(f"You chose: {choice}")
