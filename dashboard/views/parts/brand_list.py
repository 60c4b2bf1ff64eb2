"""The list of brands: what each is, its waves with status and band, and the ways into each."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.assessment import Status
from dashboard.plain import plain
from dashboard.scores_in_words import overall_points, standing_alone
from dashboard.services import versions
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine, Portfolio
from dashboard.verdict import decisive_blocker, shortfall
from dashboard.views.pages import ASSESS, RESULTS
from dashboard.views.parts.brand_dialogs import show_brand_menu
from dashboard.views.parts.finding import earlier_wave
from dashboard.views.parts.wave_dialogs import ask_for_wave, show_wave_menu
from dashboard.views.session import choose, current_acting, current_lang, current_words

MANY = 12
"""Brands from which a search is worth its place."""
SHOWN = 30
SHOWN_WAVES = 2
"""Waves of a brand that are in view; the earlier ones are one click away."""


def show_brands(here: Portfolio) -> None:
    t = current_words()
    lines = here.lines
    if len(lines) > MANY:
        wanted = st.text_input(t("Find a brand"), key="find-brand").strip().casefold()
        lines = tuple(line for line in lines if wanted in line.brand.name.casefold())
        if not lines:
            st.markdown(t("No brand has this in its name."))
    for line in lines[:SHOWN]:
        _show_brand(line)
    if len(lines) > SHOWN:
        more = t.plural(
            "{n} more brand: find it by name.",
            "{n} more brands: find them by name.",
            len(lines) - SHOWN,
        )
        st.caption(more)


def show_without_questionnaire(here: Portfolio) -> None:
    """Waves that cannot be read for now; nothing of them is lost."""
    t = current_words()
    for brand, assessment in here.without_questionnaire:
        with st.container(border=True):
            st.markdown(f"**{plain(brand.name)}** · {plain(assessment.wave)}")
            st.caption(
                t(
                    "Its questionnaire, {questionnaire}, is not here. Name its folder in "
                    "CANDOUR_QUESTIONNAIRES and start again; the answers are kept.",
                    questionnaire=plain(assessment.questionnaire),
                )
            )


def _show_brand(line: BrandLine) -> None:
    t = current_words()
    with st.container(border=True, gap="small"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            with st.container(gap="xxsmall", width="content"):
                st.subheader(plain(line.brand.name), anchor=False)
                if particulars := _particulars(line):
                    st.caption(particulars)
            with st.container(horizontal=True, width="content"):
                if st.button(t("New wave"), icon=":material/add:", key=f"wave-{line.brand.id}"):
                    ask_for_wave(t("New wave"), line)
                show_brand_menu(line.brand)
        if not line.waves:
            st.markdown(t("No wave yet. A wave is one assessment, such as that of a quarter."))
        for sheet in line.waves[:SHOWN_WAVES]:
            _show_wave(sheet)
        if earlier := line.waves[SHOWN_WAVES:]:
            _show_earlier(line, earlier)


def _show_earlier(line: BrandLine, earlier: Sequence[Sheet]) -> None:
    t = current_words()
    label = t.plural("{n} earlier wave", "{n} earlier waves", len(earlier))
    key = f"earlier-{line.brand.id}-{current_lang()}"
    box = st.expander(label, key=key, on_change="rerun")
    if box.open:
        with box:
            for sheet in earlier:
                _show_wave(sheet)


def _particulars(line: BrandLine) -> str:
    t, lang = current_words(), current_lang()
    vocabulary, profile = current_acting().catalog.vocabulary, line.brand.profile
    names = [
        known[key].get(lang)
        for known, key in (
            (vocabulary.industry, profile.industry),
            (vocabulary.region, profile.region),
            (vocabulary.size, profile.size),
        )
        if key in known
    ]
    if profile.parent:
        names.append(t("part of {parent}", parent=profile.parent))
    return " · ".join(plain(name) for name in names)


def _show_wave(sheet: Sheet) -> None:
    t = current_words()
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(
            f"{plain(sheet.assessment.wave)} {_status(sheet)} {_standing(sheet)}", width="content"
        )
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            _show_ways_in(sheet)
            show_wave_menu(sheet)
    move = versions.possible_move(current_acting(), sheet)
    if move:
        st.caption(
            t(
                "A newer version of the questionnaire is there ({version}); this wave stays on "
                "{own} unless you move it.",
                version=move.to.version,
                own=sheet.questionnaire.version,
            )
        )


def _standing(sheet: Sheet) -> str:
    """Band first, then the number with its change, then what holds the band."""
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    parts = [f"**{plain(standing_alone(questionnaire, result, lang))}**"]
    if result.band.provisional:
        parts.insert(0, t("provisional"))
    if result.overall.score is not None:
        before, wave = earlier_wave(sheet)
        parts.append(plain(overall_points(result, before, lang, wave=wave)))
    if result.band.blocked_by and not result.band.provisional:
        held = shortfall(questionnaire, decisive_blocker(result), lang)
        parts.append(f":material/lock: {plain(held)}")
    return " · ".join(parts)


def _status(sheet: Sheet) -> str:
    t = current_words()
    if sheet.assessment.status is Status.COMPLETE:
        return f":green-badge[:material/check: {t('complete')}]"
    coverage = sheet.result.coverage
    done = coverage.items - coverage.unanswered
    counted = t("{n} of {total} done", n=done, total=coverage.items)
    word = t("reopened") if sheet.assessment.status is Status.REOPENED else t("in progress")
    return f":gray-badge[{t('{status}, {answered}', status=word, answered=counted)}]"


def _show_ways_in(sheet: Sheet) -> None:
    t = current_words()
    is_open = sheet.assessment.open_for_answers
    begun = bool(sheet.answers)
    label = t("Answers") if not is_open else t("Continue") if begun else t("Start")
    if st.button(
        label, icon=":material/edit_note:", type="tertiary", key=f"assess-{sheet.assessment.id}"
    ):
        choose(assessment=sheet.assessment.id)
        st.switch_page(ASSESS)
    if begun and st.button(
        t("Results"),
        icon=":material/monitoring:",
        type="tertiary",
        key=f"results-{sheet.assessment.id}",
    ):
        choose(assessment=sheet.assessment.id)
        st.switch_page(RESULTS)
