"""Where a picture of outside evidence comes from, in small print right below it."""

import streamlit as st

from dashboard.catalog.evidence import Source
from dashboard.plain import plain
from dashboard.views.session import current_lang, current_words


def show_source(source: Source) -> None:
    """Title, publisher, year, sample, place, licence, what we changed, and how far it carries."""
    t, lang = current_words(), current_lang()
    facts = {
        t("Source"): (source.title, source.publisher, source.year),
        t("Sample"): (source.n, source.geography),
        t("Licence"): (source.licence,),
        t("Changes"): (source.changed,),
        t("Limits"): (source.limits,),
    }
    lines = (
        t("{name}: {text}", name=f"**{name}**", text=" · ".join(plain(f.get(lang)) for f in texts))
        for name, texts in facts.items()
    )
    st.caption("  \n".join(lines))
