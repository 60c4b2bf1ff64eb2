"""Where a picture of outside evidence comes from, in small print right below it."""

import streamlit as st

from dashboard.catalog.evidence import Source
from dashboard.domain.text import Text
from dashboard.plain import plain
from dashboard.views.session import current_lang, current_words


def show_source(source: Source) -> None:
    """Title, publisher, year, sample, place, licence, what we changed, and how far it carries."""
    t = current_words()
    _show(
        {
            t("Source"): (source.title, source.publisher, source.year),
            t("Sample"): (source.n, source.geography),
            t("Licence"): (source.licence,),
            t("Changes"): (source.changed,),
            t("Limits"): (source.limits,),
        }
    )


def show_licence_and_limits(source: Source) -> None:
    """For a table whose rows each name the rest."""
    t = current_words()
    _show({t("Licence"): (source.licence,), t("Limits"): (source.limits,)})


def _show(facts: dict[str, tuple[Text, ...]]) -> None:
    t, lang = current_words(), current_lang()
    lines = (
        t("{name}: {text}", name=f"**{name}**", text=" · ".join(plain(f.get(lang)) for f in texts))
        for name, texts in facts.items()
    )
    st.caption("  \n".join(lines))
