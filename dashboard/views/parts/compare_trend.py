"""Each brand over its waves: one line a questionnaire version, never joined across."""

from collections.abc import Mapping
from itertools import pairwise
from math import ceil

import streamlit as st

from dashboard.charts.comparison_findings import trend_finding
from dashboard.charts.dumbbell import MINUS
from dashboard.charts.trend import describe_trend_lines, steps_in_noise, trend_lines
from dashboard.domain.comparison import FEWEST, Change, shown_score
from dashboard.domain.detectable import OVERALL, RaterError
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.trend import FEWEST_WAVES, Course, Trend, TrendWave
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine
from dashboard.views.cached import show_figure
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_following import show_one_question
from dashboard.views.parts.compare_limits import changes_in_words
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.session import current_lang, current_theme, current_words

TREND_WIDTH = 420
"""Pixels below which two trends stand one below the other."""


def show_trends(chosen: Chosen) -> None:
    """Of the brands that are compared, as far as they have two waves."""
    t = current_words()
    by_brand = {line.brand.id: line for line in chosen.lines}
    brands = dict.fromkeys(sheet.brand.id for sheet in chosen.sheets)
    lines = [by_brand[id_] for id_ in brands if len(by_brand[id_].waves) >= FEWEST]
    if not lines:
        return
    st.header(t("Over time"), anchor=False)
    with st.grid(min(len(lines), 2), gap="small", min_column_width=TREND_WIDTH):
        for number, line in enumerate(lines):
            with st.container(border=True, height="stretch"):
                _show_trend(line, trend_of(line, chosen.errors), number, alone=len(lines) == 1)
    if any(trend_of(line, chosen.errors).course is None for line in lines):
        st.caption(
            t(
                "No direction is claimed before {n} waves on one version: with fewer, even a rise "
                "at every wave can be chance.",
                n=FEWEST_WAVES,
            )
        )
    if len(lines) == 1:
        show_one_question(lines[0])


def trend_of(line: BrandLine, errors: Mapping[str, RaterError]) -> Trend:
    """With the errors of its assessments, as far as their raters are known."""
    waves = (_wave(sheet, errors.get(sheet.assessment.id)) for sheet in reversed(line.waves))
    return Trend(waves=tuple(waves))


def _wave(sheet: Sheet, error: RaterError | None) -> TrendWave:
    return TrendWave(
        name=sheet.assessment.wave,
        questionnaire=sheet.questionnaire.reference,
        overall=shown_score(sheet.result.overall),
        pillars={one.id: shown_score(one) for one in sheet.result.pillars},
        bounds=_bounds(sheet.result),
        band=sheet.result.band.awarded,
        sem=error.sem if error else {},
    )


def _bounds(result: Result) -> tuple[float, float] | None:
    low, high = result.overall.low, result.overall.high
    if not result.band.provisional or low is None or high is None:
        return None
    return low, high


def _show_trend(line: BrandLine, trend: Trend, number: int, *, alone: bool) -> None:
    lang, questionnaire = current_lang(), line.waves[0].questionnaire
    if not alone:
        st.caption(plain(line.brand.name))
    st.subheader(plain(trend_finding(trend, lang)), anchor=False)
    show_figure(
        trend_lines,
        describe_trend_lines,
        questionnaire,
        trend,
        lang,
        current_theme(),
        place=f"-{number}",
    )
    _show_key(line, trend)


def _show_key(line: BrandLine, trend: Trend) -> None:
    t, lang, questionnaire = current_words(), current_lang(), line.waves[0].questionnaire
    names = (
        f"{mark(questionnaire, p.id)} {plain(p.title.get(lang))}" for p in questionnaire.pillars
    )
    st.markdown(f":small[■ {t('Overall')} {' '.join(names)}]")
    for before, now in pairwise(reversed(line.waves)):
        if before.questionnaire.reference != now.questionnaire.reference:
            st.caption(_break_in_words(before, now))
    if any(wave.provisional for wave in trend.waves):
        st.caption(t("Open mark: provisional, for missing answers decide the band."))
    _show_noise(questionnaire, trend)
    if trend.course:
        st.caption(_course_in_words(trend.course))


def _show_noise(questionnaire: Questionnaire, trend: Trend) -> None:
    """What the dashes mean, and which steps of the overall score they are; nothing without any."""
    t = current_words()
    parts = (OVERALL, *(pillar.id for pillar in questionnaire.pillars))
    if not any(steps_in_noise(trend, part) for part in parts):
        return
    overall = steps_in_noise(trend, OVERALL)
    steps = [_step_in_words(trend, n, step) for n, step in overall.items()]
    dashes = t("Grey dashes: a step within the noise of its raters.")
    told = t("Of the overall score: {steps}.", steps=t.listed(steps)) if steps else ""
    st.caption(t.sentences(*filter(None, (dashes, told))))


def _step_in_words(trend: Trend, position: int, step: Change) -> str:
    return current_words()(
        "{before} to {now} ({points} of {noise} points it would take)",
        before=plain(trend.waves[position - 1].name),
        now=plain(trend.waves[position].name),
        points=abs(step.points or 0),
        noise=ceil(step.noise or 0),
    )


def _break_in_words(before: Sheet, now: Sheet) -> str:
    t = current_words()
    if before.questionnaire.id != now.questionnaire.id:
        return t(
            "The lines break before {wave}, which answered another questionnaire ({title}).",
            wave=plain(now.assessment.wave),
            title=plain(now.questionnaire.title.get(t.lang)),
        )
    return t.sentences(
        t(
            "The lines break before {wave}, which answered version {version} of the questionnaire.",
            wave=plain(now.assessment.wave),
            version=now.questionnaire.version,
        ),
        changes_in_words(before.questionnaire, now.questionnaire),
    )


def _course_in_words(course: Course) -> str:
    return current_words()(
        "Theil–Sen slope {slope} points a wave; Mann–Kendall exact p = {p}, two-sided, over {n} "
        "waves.",
        slope=plain(f"{course.slope:+.1f}".replace("-", MINUS)),
        p=f"{course.p:.3f}",
        n=course.waves,
    )
