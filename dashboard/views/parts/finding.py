"""The words first: what the assessment comes to, what holds it, and four figures."""

from collections.abc import Collection
from typing import Final, Literal

import streamlit as st

from dashboard.domain.bands import Gate
from dashboard.domain.comparison import settled_score, shown_score
from dashboard.domain.detectable import OVERALL
from dashboard.domain.precision import about_the_same
from dashboard.domain.result import Result
from dashboard.plain import plain
from dashboard.scores_in_words import (
    overall_points,
    overall_standing,
    points,
    standing,
)
from dashboard.services.assessments import Sheet
from dashboard.verdict import coverage_in_words, decisive_blocker, verdict
from dashboard.views.pages import ASSESS, COMPARE
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.progress import review_of
from dashboard.views.parts.report_dialog import show_report_button
from dashboard.views.parts.way_to_plan import show_way_to_plan
from dashboard.views.session import choose, compare, current_lang, current_words

Arrow = Literal["up", "down", "off"]

FIGURE_WIDTH: Final = 165
"""Pixels in which the name of every band has room."""


def show_finding(sheet: Sheet) -> None:
    found = verdict(sheet.questionnaire, sheet.result, current_lang())
    show_head(eyebrow_of(sheet), plain(found.headline), plain(found.reason))
    _show_ways_on(sheet)


def eyebrow_of(sheet: Sheet) -> str:
    """Brand, wave and coverage: what every figure of the page belongs to."""
    t = current_words()
    parts = [sheet.brand.name, sheet.assessment.wave, coverage_in_words(sheet.result, t.lang)]
    if sheet.assessment.open_for_answers:
        parts.append(t("in progress"))
    return " · ".join(plain(part) for part in parts)


def _show_ways_on(sheet: Sheet) -> None:
    """One primary button: to the answer that holds the band, else to what is open; and a report."""
    t, result = current_words(), sheet.result
    is_open = sheet.assessment.open_for_answers
    missing = next(iter(sheet.still_open), None)
    blocking = None if result.band.provisional else _blocking_dimension(sheet)
    with st.container(horizontal=True):
        if blocking:
            label = t("See the blocking answer")
            _go(label, ":material/lock_open:", blocking, key="to-blocking", primary=True)
        if missing and (is_open or result.band.provisional):
            label = t("Answer the open questions") if is_open else t("See the open questions")
            step = sheet.questionnaire.dimension_of[missing].id
            _go(label, ":material/edit_note:", step, key="to-open", primary=not blocking)
        _go(t("Review the answers"), ":material/fact_check:", review_of(sheet), key="to-review")
        show_way_to_plan(sheet, key="to-plan")
        show_report_button(sheet)
        _show_way_to_last_wave(sheet)


def _show_way_to_last_wave(sheet: Sheet) -> None:
    """To the one that changes are measured from, else to the one before, on whichever version."""
    t, before = current_words(), sheet.comparable or sheet.before
    if before is None or not before.answers or not sheet.answers:
        return
    if st.button(
        t("Compare with {wave}", wave=plain(before.assessment.wave)),
        icon=":material/compare_arrows:",
        key="compare-with-last",
    ):
        compare([before.assessment.id, sheet.assessment.id])
        st.switch_page(COMPARE)


def _blocking_dimension(sheet: Sheet) -> str | None:
    if not sheet.result.band.blocked_by:
        return None
    blocker = decisive_blocker(sheet.result)
    if blocker.gate is Gate.CRITICAL_ITEM:
        return sheet.questionnaire.dimension_of[blocker.id].id
    if blocker.gate is Gate.DIMENSION:
        return blocker.id
    pillar = next(p for p in sheet.questionnaire.pillars if p.id == blocker.id)
    return pillar.dimensions[0].id


def _go(label: str, icon: str, step: str, *, key: str, primary: bool = False) -> None:
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if st.button(label, icon=icon, type=kind, key=key):
        choose(dimension=step)
        st.switch_page(ASSESS)


def show_figures(sheet: Sheet) -> None:
    t = current_words()
    before, wave = earlier_wave(sheet)
    show_levels_of(sheet, before=before, wave=wave)
    if sheet.misfits:
        st.caption(
            t.plural(
                "{n} stored answer does not fit the questionnaire as it is now: it is kept, and "
                "not counted.",
                "{n} stored answers do not fit the questionnaire as it is now: they are kept, and "
                "not counted.",
                len(sheet.misfits),
            )
        )
    if any(pillar.outside_bounds for pillar in sheet.result.pillars):
        st.caption(
            t(
                "A dimension with too few answers lies far from the others: the figure is given as "
                "a range until its open questions are answered."
            )
        )


def earlier_wave(sheet: Sheet) -> tuple[Result | None, str]:
    """What the wave before came to, where it can be compared, and its name."""
    before = sheet.comparable
    return (before.result, before.assessment.wave) if before else (None, "")


def show_levels_of(
    sheet: Sheet, *, before: Result | None, wave: str = "", in_noise: Collection[str] = ()
) -> None:
    """Overall and by pillar: the band, and the number with its change since `wave`.

    `in_noise` names those, by pillar id and `OVERALL`, whose change says more of who rated.
    """
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result

    def show(label: str, word: str, line: str, arrow: Arrow, id_: str) -> None:
        if id_ in in_noise:
            line, arrow = t("{points}, noise", points=line), "off"
        _show_figure(label, word, line, arrow)

    with st.grid(1 + len(questionnaire.pillars), gap="small", min_column_width=FIGURE_WIDTH):
        show(
            t("Overall"),
            _overall_in_a_word(sheet),
            plain(overall_points(result, before, lang, wave=wave)),
            _arrow(result, before, None),
            OVERALL,
        )
        for pillar in questionnaire.pillars:
            estimate = result.pillar[pillar.id]
            show(
                f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}",
                standing(questionnaire, estimate, lang),
                points(estimate, before.pillar.get(pillar.id) if before else None, lang),
                _arrow(result, before, pillar.id),
                pillar.id,
            )


def _overall_in_a_word(sheet: Sheet) -> str:
    """A figure has room for one word; between which bands it lies stands in the headline."""
    t = current_words()
    if sheet.result.band.provisional:
        return t("Provisional")
    return overall_standing(sheet.questionnaire, sheet.result, current_lang())


def _arrow(result: Result, before: Result | None, pillar_id: str | None) -> Arrow:
    """Which way a pillar, or without one the overall score, has gone."""
    if before is None:
        return "off"
    now, then = (_score(one, pillar_id) for one in (result, before))
    if now is None or then is None or about_the_same(now, then):
        return "off"
    return "up" if now > then else "down"


def _score(result: Result, pillar_id: str | None) -> float | None:
    if pillar_id is None:
        return settled_score(result)
    estimate = result.pillar.get(pillar_id)
    return shown_score(estimate) if estimate else None


def _show_figure(label: str, word: str, line: str, arrow: Arrow) -> None:
    st.metric(
        label, word, delta=line, delta_color="off", delta_arrow=arrow, border=True, height="stretch"
    )
