"""In which sectors people trust with their information, as one survey found it."""

import streamlit as st

from dashboard.charts.outside_axis import number
from dashboard.charts.outside_bars import BarsShown, describe_value_bars, value_bars
from dashboard.plain import plain
from dashboard.views.cached import show_picture
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import outside
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_lang, current_theme, current_words


def show_trust() -> None:
    published = outside().of("sector trust")
    if published is None:
        return
    t, lang = current_words(), current_lang()
    bars = outside().bars[published.source.file]
    most, highest = max(bars.known, key=lambda one: one[1])
    least, lowest = min(bars.known, key=lambda one: one[1])
    show_head(
        t("What others measured, on their own scale"),
        t(
            "In {place}, from {lowest}% (“{least}”) to {highest}% (“{most}”) trust a sector with "
            "personal information",
            place=plain(published.source.geography.get(lang)),
            most=plain(most.name.get(lang)),
            highest=number(highest),
            least=plain(least.name.get(lang)),
            lowest=number(lowest),
        ),
        t("How people see a sector. It says nothing about a single brand, yours or another."),
    )
    with st.container(border=True):
        st.subheader(t("People who trust a sector with their personal information"), anchor=False)
        subject = BarsShown(values=bars, most_first=True)
        show_picture(value_bars, describe_value_bars, subject, lang, current_theme())
        show_source(published.source)
