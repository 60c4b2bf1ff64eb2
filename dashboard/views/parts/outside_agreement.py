"""How far the sources agree on the companies that they share: hardly, and why that is no wonder."""

from typing import Final

import streamlit as st

from dashboard.catalog.evidence import Kind
from dashboard.charts.outside_axis import decimal
from dashboard.domain.outside import (
    DISCLOSURE_SOURCE,
    POLICY_SOURCE,
    TRACKER_SOURCE,
    Correlation,
    Match,
    rank_correlation,
)
from dashboard.domain.precision import whole
from dashboard.plain import plain
from dashboard.views.cached import show_table
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.outside_place import outside
from dashboard.views.parts.outside_source import show_source
from dashboard.views.session import current_words

RATING_AND_TRACKERS: Final = Correlation(rho=-0.43, n=114)
"""Spearman, of PrivacySpy's rating and the trackers that WhoTracks.me saw on the same site.

Computed when the tables were made: it needs the counts of single sites, which they do not hold.
"""


def show_agreement() -> None:
    t = current_words()
    show_head(
        t("What others measured, on their own scale"),
        t("The sources agree in part at most"),
        t(
            "Disclosure and restraint are different things: a company can say much and track much. "
            "So no source here can stand for another, and none for your assessment."
        ),
    )
    policies, disclosure = st.columns(2)
    with policies.container(border=True, height="stretch"):
        _show_policies_and_trackers()
    with disclosure.container(border=True, height="stretch"):
        _show_policies_and_disclosure()
    st.caption(
        t(
            "Rank correlation by Spearman (1904): 1 if both put the companies in the same order, "
            "−1 in the opposite order, 0 if neither."
        )
    )
    with st.expander(t("The {n} companies that two sources speak of", n=len(outside().matches))):
        _show_matches(outside().matches)
    _show_sources("matches")


def _show_policies_and_trackers() -> None:
    t = current_words()
    st.subheader(t("Better rated policies tend to go with fewer trackers"), anchor=False)
    _show_correlation(RATING_AND_TRACKERS)
    st.markdown(
        t(
            "The rating of a policy by {policies}, and the trackers that {trackers} saw on the "
            "site.",
            policies=POLICY_SOURCE,
            trackers=TRACKER_SOURCE,
        )
    )
    st.caption(t("Computed when the tables were made: it needs the counts of single sites."))
    _show_sources("trackers", "products")


def _show_policies_and_disclosure() -> None:
    t = current_words()
    found = rank_correlation([(one.rating, one.disclosed) for one in outside().matches])
    st.subheader(t("Too few companies to tell whether ratings go with disclosure"), anchor=False)
    if found:
        _show_correlation(found)
    st.markdown(
        t(
            "The rating of a policy by {policies}, and privacy in the index of {index}.",
            policies=POLICY_SOURCE,
            index=DISCLOSURE_SOURCE,
        )
    )
    st.caption(t("Computed from the tables of the sources named below."))
    _show_sources("products", "disclosure")


def _show_sources(*kinds: Kind) -> None:
    for kind in kinds:
        if published := outside().of(kind):
            show_source(published.source)


def _show_correlation(found: Correlation) -> None:
    t = current_words()
    st.metric(t("Rank correlation, {n} companies", n=found.n), signed(found.rho), border=False)


def signed(rho: float) -> str:
    """Two decimals with a true minus."""
    return f"{rho:+.2f}".replace("-", "−")


def _show_matches(matches: tuple[Match, ...]) -> None:
    t = current_words()
    rows = [
        {
            t("Company"): plain(one.company),
            t("Product that stands for it"): plain(one.product),
            t("{source} rating, 0 to 10", source=POLICY_SOURCE): decimal(one.rating),
            t("Privacy in the index, %"): str(whole(one.disclosed)),
        }
        for one in matches
    ]
    show_table(rows, alt=t("{n} companies with a figure of each source", n=len(rows)))
