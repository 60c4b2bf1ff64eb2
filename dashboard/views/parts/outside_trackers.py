"""Trackers by category of site, and where the count of a scan of one's own site lies."""

from typing import Final

import streamlit as st

from dashboard.charts.outside_axis import number
from dashboard.charts.outside_trackers import (
    Trackers,
    describe_tracker_quartiles,
    tracker_quartiles,
)
from dashboard.domain.outside import Part, SiteCategory
from dashboard.plain import plain
from dashboard.views.cached import show_picture
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import keep, outside, pick_from, picked
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_lang, current_theme, current_words

COUNT: Final = "count"
CATEGORY: Final = "category"
MOST: Final = 999
"""Trackers; far beyond what any site of the source has."""


def show_trackers() -> None:
    t = current_words()
    count, group = _count_here(), _group_here()
    finding, lead = _of_the_scan(count, group) if count is not None else _of_all()
    show_head(t("What others measured, on their own scale"), finding, lead)
    scan, picture = st.columns([2, 3])
    with scan.container(border=True):
        _ask_for_a_scan()
    with picture.container(border=True):
        _show_picture(count)


def _count_here() -> int | None:
    count = picked(COUNT)
    return count if isinstance(count, int) else None


def _group_here() -> SiteCategory:
    return next((c for c in _in_order() if c.name.en == picked(CATEGORY)), _in_order()[0])


def _in_order() -> tuple[SiteCategory, ...]:
    return Trackers(categories=outside().trackers).rows


def _of_all() -> tuple[str, str]:
    """What the source says of its categories: the finding and the sentence below it."""
    t, lang, rows = current_words(), current_lang(), _in_order()
    most = max(rows, key=lambda one: one.median)
    least = min(rows, key=lambda one: one.median)
    return (
        t(
            "“{category}” has most trackers: half of its sites have {n} or more",
            category=plain(most.name.get(lang)),
            n=number(most.median),
        ),
        t(
            "In “{category}” half have {n} or more. Enter what a scan of your own site found, "
            "and see where it lies.",
            category=plain(least.name.get(lang)),
            n=number(least.median),
        ),
    )


def _of_the_scan(count: int, group: SiteCategory) -> tuple[str, str]:
    t, named = current_words(), _named(group)
    part = group.part(count)
    if part is Part.ABOVE:
        finding = t("More trackers than three quarters of {sites}", sites=named)
    elif part is Part.BELOW:
        finding = t("Fewer trackers than three quarters of {sites}", sites=named)
    else:
        finding = t("Within the middle half of {sites}", sites=named)
    lead = t(
        "Your scan found **{n}**. The middle half of {sites} have {lower} to {upper}, and the "
        "median is {median}.",
        n=count,
        sites=named,
        lower=number(group.lower),
        upper=number(group.upper),
        median=number(group.median),
    )
    return finding, lead


def _named(group: SiteCategory) -> str:
    t = current_words()
    if group.total:
        return t("all {n} sites", n=number(group.sites))
    name = plain(group.name.get(current_lang()))
    return t("the {n} sites in “{category}”", n=number(group.sites), category=name)


def _show_picture(count: int | None) -> None:
    t, lang = current_words(), current_lang()
    st.subheader(t("Trackers on the middle half of sites"), anchor=False)
    subject = Trackers(categories=outside().trackers, count=count)
    show_picture(tracker_quartiles, describe_tracker_quartiles, subject, lang, current_theme())
    st.caption(
        t(
            "Bar: the middle half of sites. Mark and number: their median. In parentheses: how "
            "many sites. Not comparable with a score of yours."
        )
    )
    if published := outside().of("trackers"):
        show_source(published.source)


def _ask_for_a_scan() -> None:
    t, lang = current_words(), current_lang()
    st.subheader(t("A scan of your own site"), anchor=False)
    st.markdown(
        t(
            "Count the advertising, analytics and social trackers that a scanner of your choice "
            "finds on your site. The source adds up many visits, so a single scan can find fewer."
        )
    )
    widget = f"outside-scan-{lang}"
    # A value given as the default could not be taken back: an emptied field would return to it.
    st.session_state.setdefault(widget, _count_here())
    st.number_input(
        t("Trackers that the scan found"),
        min_value=0,
        max_value=MOST,
        value=None,
        step=1,
        key=widget,
        on_change=keep,
        args=(COUNT, widget),
    )
    rows = {one.name.en: one.name.get(lang) for one in _in_order()}
    pick_from(CATEGORY, t("Compare with"), list(rows), named=rows.__getitem__)
    st.caption(
        t(
            "Both stay in this tab and are forgotten with it: nothing is stored, nothing enters a "
            "score."
        )
    )
