"""A clock for a discussion, for those who want one. It ends nothing by itself."""

from datetime import datetime, timedelta

import streamlit as st

from dashboard.views.session import current_acting, current_lang, current_words

MINUTES = (2, 3, 5, 10)
ENDS = "workshop-timer-ends"


def show_timer() -> None:
    t, ends = current_words(), st.session_state.get(ENDS)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if isinstance(ends, datetime):
            st.fragment(_show_left, run_every=1 if ends > current_acting().now() else None)(ends)
            st.button(t("Stop the timer"), type="tertiary", key="stop-timer", on_click=_stop)
            return
        st.selectbox(
            t("Timer"),
            MINUTES,
            format_func=lambda n: t.plural("{n} minute", "{n} minutes", n),
            key=f"timer-{current_lang()}",
            width=160,
        )
        st.button(t("Start the timer"), icon=":material/timer:", key="timer", on_click=_start)


def _show_left(ends: datetime) -> None:
    t = current_words()
    seconds = int((ends - current_acting().now()).total_seconds())
    if seconds <= 0:
        st.markdown(f"### :material/timer: {t('Time is up')}", anchors=False, width="content")
        return
    left = t("{left} left", left=f"{seconds // 60}:{seconds % 60:02}")
    st.markdown(f"### :material/timer: {left}", anchors=False, width="content")


def _start() -> None:
    minutes = st.session_state.get(f"timer-{current_lang()}")
    if isinstance(minutes, int):
        st.session_state[ENDS] = current_acting().now() + timedelta(minutes=minutes)


def _stop() -> None:
    st.session_state.pop(ENDS, None)
