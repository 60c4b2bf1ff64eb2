"""The pictures: every dimension side by side, and each profile as a small rose."""

from math import ceil

import streamlit as st

from dashboard.charts.dots import describe_dots, dots
from dashboard.charts.dumbbell import describe_dumbbell, dumbbell
from dashboard.charts.rose import describe_rose, rose
from dashboard.domain.comparison import Comparison, Move
from dashboard.domain.precision import SAME_BELOW
from dashboard.plain import plain
from dashboard.scores_in_words import overall_points, overall_standing
from dashboard.services.assessments import Sheet
from dashboard.views.cached import show_figure
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_order import MOST_NAMES, furthest_apart
from dashboard.views.parts.compare_table import show_signs
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_theme, current_words

ROSE_WIDTH = 300
"""Pixels below which a rose's names have no room."""


def show_pictures(chosen: Chosen) -> None:
    """A dumbbell for two, dots for more; no more than the roses where no two are on one scale."""
    comparison = chosen.comparison
    if comparison:
        with st.container(border=True):
            if len(comparison.sides) == 2:
                _show_dumbbell(chosen, comparison)
            else:
                _show_dots(chosen, comparison)
    _show_profiles(chosen)


def _show_dumbbell(chosen: Chosen, comparison: Comparison) -> None:
    t = current_words()
    st.subheader(_dumbbell_finding(chosen, comparison), anchor=False)
    show_figure(
        dumbbell,
        describe_dumbbell,
        chosen.questionnaire,
        comparison,
        current_lang(),
        current_theme(),
    )
    st.markdown(f":small[{_pillars(chosen)}]")
    first, last = (plain(side.name) for side in comparison.sides)
    key = [
        t("Open circle: {name}", name=first),
        t("Filled: {name}", name=last),
        t("“Same”: less than {n} points", n=SAME_BELOW),
    ]
    st.caption(" · ".join([*key, *_noise(chosen, comparison)]))


def _dumbbell_finding(chosen: Chosen, comparison: Comparison) -> str:
    t = current_words()
    titles = {one.id: plain(one.title.get(t.lang)) for one in chosen.questionnaire.dimensions}
    moved = [one for one in comparison.changes if one.move in {Move.UP, Move.DOWN}]
    if not moved:
        return _nothing_moved(chosen, comparison)
    furthest = max(moved, key=lambda one: abs(one.points or 0))
    up = (furthest.points or 0) > 0
    tied = [one for one in moved if abs(one.points or 0) == abs(furthest.points or 0)]
    if chosen.over_time:
        tied = [one for one in tied if one.move is furthest.move]
    if len(tied) > 1:
        return _several_moved(len(tied), up=up if chosen.over_time else None)
    name = titles[furthest.id]
    if chosen.over_time:
        return t("{name} gained most", name=name) if up else t("{name} lost most", name=name)
    return t("{name} differs most", name=name)


def _nothing_moved(chosen: Chosen, comparison: Comparison) -> str:
    """Noise is spoken of only where raters are known."""
    t = current_words()
    if all(one.move is Move.UNKNOWN for one in comparison.changes):
        return t("No dimension has a score in both")
    if _noise(chosen, comparison):
        return t("No dimension differs by more than noise")
    return t("No dimension differs by {points} points or more", points=SAME_BELOW)


def _several_moved(number: int, *, up: bool | None) -> str:
    t = current_words()
    if up is None:
        return t("{n} dimensions differ most", n=number)
    return (
        t("{n} dimensions gained most", n=number) if up else t("{n} dimensions lost most", n=number)
    )


def _noise(chosen: Chosen, comparison: Comparison) -> list[str]:
    """What grey means, where raters are known."""
    t = current_words()
    noise = [one.noise for one in comparison.changes if one.noise is not None]
    if not noise or max(noise) < SAME_BELOW:
        return []
    return [
        t(
            "Grey: less than {points} points, within the noise of {raters} raters",
            points=ceil(max(noise)),
            raters=_raters(chosen),
        )
    ]


def _raters(chosen: Chosen) -> str:
    return current_words().listed([str(n) for n in chosen.raters])


def _noise_among(chosen: Chosen, comparison: Comparison) -> list[str]:
    """The same of several: what grey means, where there is any."""
    t = current_words()
    noise = [
        pair.noise
        for spread in comparison.spreads
        if spread.in_noise
        for pair in spread.pairs
        if pair.noise is not None
    ]
    if not noise:
        return []
    return [
        t(
            "Grey and dashed: all within the noise of {raters} raters (up to {points} points)",
            points=ceil(max(noise)),
            raters=_raters(chosen),
        )
    ]


def _show_dots(chosen: Chosen, comparison: Comparison) -> None:
    t = current_words()
    st.subheader(_dots_finding(chosen, comparison), anchor=False)
    show_figure(
        dots, describe_dots, chosen.questionnaire, comparison, current_lang(), current_theme()
    )
    show_signs([side.name for side in comparison.sides])
    st.markdown(f":small[{_pillars(chosen)}]")
    key = t(
        "Number: points between the lowest and the highest · “Same”: less than {n}", n=SAME_BELOW
    )
    st.caption(" · ".join([key, *_noise_among(chosen, comparison)]))


def _dots_finding(chosen: Chosen, comparison: Comparison) -> str:
    """What lies furthest apart; dimensions as far apart as each other are named together."""
    t, widest = current_words(), furthest_apart(comparison.spreads)
    if not widest:
        return t("No dimension tells them apart")
    if len(widest) > MOST_NAMES:
        return t("{n} dimensions tell them apart most", n=len(widest))
    titles = {one.id: plain(one.title.get(t.lang)) for one in chosen.questionnaire.dimensions}
    return t.plural(
        "{name} tells them apart most",
        "{name} tell them apart most",
        n=len(widest),
        name=t.listed([titles[one.id] for one in widest]),
    )


def _pillars(chosen: Chosen) -> str:
    questionnaire = chosen.questionnaire
    return " ".join(
        f"{mark(questionnaire, p.id)} {plain(p.title.get(current_lang()))}"
        for p in questionnaire.pillars
    )


def _show_profiles(chosen: Chosen) -> None:
    """Three in a row at most, and four two by two: none stands alone in a row of its own."""
    columns = 2 if len(chosen.sheets) == 4 else min(len(chosen.sheets), 3)
    with st.grid(columns, gap="small", min_column_width=ROSE_WIDTH):
        for number, sheet in enumerate(chosen.sheets):
            with st.container(border=True, height="stretch"):
                _show_profile(chosen, sheet, number)


def _show_profile(chosen: Chosen, sheet: Sheet, number: int) -> None:
    lang, questionnaire, result = current_lang(), sheet.questionnaire, sheet.result
    st.subheader(plain(chosen.name(sheet)), anchor=False)
    band = plain(overall_standing(questionnaire, result, lang))
    st.markdown(f"**{band}** · {plain(overall_points(result, None, lang))}")
    show_figure(
        rose, describe_rose, questionnaire, result, lang, current_theme(), place=f"-{number}"
    )
