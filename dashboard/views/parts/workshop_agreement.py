"""How far a room agrees in figures, for those who ask: per item and for all items together."""

import streamlit as st

from dashboard.domain.agreement import (
    A_WG_AGREED,
    R_WG_AGREED,
    RECOMMENDED_RATERS,
    ItemAgreement,
    chance_r_wg,
)
from dashboard.domain.agreement_indices import FIVE_OPTIONS, MINIMUM_RATERS
from dashboard.domain.intraclass import Coefficient
from dashboard.domain.precision import whole
from dashboard.domain.raters import LeftOut
from dashboard.domain.reveal import OVERALL, Reveal
from dashboard.plain import plain
from dashboard.services.workshops import Room
from dashboard.views.cached import show_table
from dashboard.views.session import current_lang, current_words

NONE = "–"


def figure(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}".replace("-", "−")


def show_agreement(found: ItemAgreement) -> None:
    t = current_words()
    if not found.judged:
        st.markdown(
            t("Fewer than {n} people named a level: agreement is not judged.", n=MINIMUM_RATERS)
        )
        return
    name, value, says = t("Figure"), t("Value"), t("What it says")
    rows = [
        {
            name: t("r_wg, slight skew"),
            value: figure(found.r_wg_slight_skew),
            says: t("Contested below {mark}; against a lean to the positive", mark=R_WG_AGREED),
        },
        {
            name: t("r_wg, uniform"),
            value: figure(found.r_wg_uniform),
            says: t("Against blind choice; it flatters"),
        },
        {
            name: "a_wg",
            value: figure(found.a_wg),
            says: t("Contested below {mark}; undefined near the ends", mark=A_WG_AGREED),
        },
        {
            name: "AD_M",
            value: figure(found.ad_m),
            says: t("Levels by which people differ from the mean"),
        },
        {
            name: t("Consensus"),
            value: figure(found.consensus),
            says: t("1 where all say the same, 0 where half stand at each end"),
        },
    ]
    show_table([_plain(row) for row in rows], alt=t("Agreement on this item in figures"))
    st.caption(_small(found))


def _plain(row: dict[str, str]) -> dict[str, str]:
    return {plain(key): plain(cell) for key, cell in row.items()}


def _small(found: ItemAgreement) -> str:
    """What so few ratings cannot show."""
    t, chance = current_words(), chance_r_wg(found.k)
    parts = [t.plural("{n} rating names a level.", "{n} ratings name a level.", found.k)]
    if chance is not None and found.options == FIVE_OPTIONS:
        parts.append(
            t(
                "By blind chance alone, r\\_wg (uniform) passes {value} in one case of twenty.",
                value=figure(chance),
            )
        )
    if found.k < RECOMMENDED_RATERS:
        parts.append(
            t(
                "That is too few to tell agreement from chance: {n} are recommended.",
                n=RECOMMENDED_RATERS,
            )
        )
    return t.sentences(*parts)


def show_summary_figures(room: Room, found: Reveal) -> None:
    t, short = current_words(), found.summary
    name, value, says = t("Figure"), t("Value"), t("What it says")
    share = NONE if short.agreed_share is None else f"{whole(100 * short.agreed_share)}%"
    rows = [
        {
            name: t("Items with agreement"),
            value: share,
            says: t("{n} of {total} judged items", n=short.agreed, total=short.judged),
        },
        {
            name: "ICC(1)",
            value: _coefficient(found.intraclass.icc_1),
            says: t("How far one person's levels tell items apart"),
        },
        {
            name: "ICC(k)",
            value: _coefficient(found.intraclass.icc_k),
            says: t("How far the mean of all tells items apart; not agreement"),
        },
        {
            name: t("r*_wg(j), slight skew"),
            value: figure(short.r_wg_j_star_slight_skew),
            says: t("Agreement over all items, not raised by their number"),
        },
        {
            name: t("r*_wg(j), uniform"),
            value: figure(short.r_wg_j_star_uniform),
            says: t("The same against blind choice; it flatters"),
        },
        *_ranges(room, found, name, value, says),
        {
            name: t("Nearly the same level throughout"),
            value: NONE if found.straight_liners is None else str(found.straight_liners),
            says: t("People with ten levels and more; a count to be cautious by, no proof"),
        },
    ]
    show_table([_plain(row) for row in rows], alt=t("Agreement of the room in figures"))
    st.caption(
        t(
            "In square brackets the 95% interval. Where all items lie near one level, ICC is low "
            "even if everyone agrees."
        )
    )


def _coefficient(found: Coefficient | None) -> str:
    if found is None:
        return NONE
    if found.low is None or found.high is None:
        return figure(found.value)
    return current_words()(
        "{value} [{low} to {high}]",
        value=figure(found.value),
        low=figure(found.low.value),
        high=figure(found.high.value),
    )


def _ranges(room: Room, found: Reveal, name: str, value: str, says: str) -> list[dict[str, str]]:
    """Overall and by pillar: how far the score moves when any one person is left out."""
    t, lang = current_words(), current_lang()
    titles = {OVERALL: t("Overall")}
    rated = set(room.workshop.setup.dimensions)
    for pillar in room.questionnaire.pillars:
        if any(dimension.id in rated for dimension in pillar.dimensions):
            titles[pillar.id] = pillar.title.get(lang)
    return [
        {
            name: title,
            value: _range(found.left_out[key]),
            says: t("Score when any one person is left out, undiscussed"),
        }
        for key, title in titles.items()
        if key in found.left_out
    ]


def _range(left: LeftOut) -> str:
    t = current_words()
    if left.low is None or left.high is None:
        return t("no score")
    low, high = whole(left.low), whole(left.high)
    return str(low) if low == high else t("{low} to {high}", low=low, high=high)
