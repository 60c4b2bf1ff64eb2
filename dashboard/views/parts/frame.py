"""The head of every page: what kind of data this is, the language, the finding."""

import streamlit as st

from dashboard.domain.text import Lang
from dashboard.i18n import OWN_NAME
from dashboard.views.parts.refused import show_refusal
from dashboard.views.session import choose_language, current_lang, current_words


def show_top_row(*, demo: bool = False, support: str | None = None) -> None:
    """Badges on the left, the language on the right. `support` says what a result rests on."""
    t = current_words()
    badges = [f":yellow-badge[:material/science: {t('Demo data')}]"] if demo else []
    if support:
        badges.append(f":gray-badge[{support}]")
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(" ".join(badges) or "\u200b", width="content")
        st.menu_button(
            OWN_NAME[current_lang()],
            list(OWN_NAME),
            format_func=_own_name,
            icon=":material/language:",
            key="language",
            on_click=_switch_language,
        )
    show_refusal()


def _own_name(lang: Lang) -> str:
    return OWN_NAME[lang]


def _switch_language() -> None:
    chosen = st.session_state["language"]
    if chosen:
        choose_language(chosen)


def show_head(eyebrow: str, title: str, lead: str | None = None) -> None:
    """All three are markdown: people's text in them has to be made plain first."""
    with st.container(gap="xxsmall"):
        st.caption(eyebrow)
        st.title(title, anchor=False)
    if lead:
        st.markdown(lead)
