"""The words first: what the assessment comes to, what holds it, and four figures."""

from typing import Literal

import streamlit as st

from dashboard.domain.bands import Gate
from dashboard.domain.precision import about_the_same
from dashboard.domain.result import Estimate
from dashboard.services.assessments import Sheet
from dashboard.verdict import (
    decisive_blocker,
    outside_bounds,
    overall_standing,
    points,
    standing,
    verdict,
)
from dashboard.views.pages import ASSESS
from dashboard.views.parts.frame import show_head
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.progress import REVIEW
from dashboard.plain import plain
from dashboard.views.session import choose, current_lang, current_words


def show_finding(sheet: Sheet) -> None:
    found = verdict(sheet.questionnaire, sheet.result, current_lang())
    show_head(eyebrow_of(sheet), plain(found.headline), plain(found.reason))
    _show_ways_on(sheet)


def eyebrow_of(sheet: Sheet) -> str:
    """Brand, wave and coverage: what every figure of the page belongs to."""
    t = current_words()
    coverage = sheet.result.coverage
    answered = t(
        "{n} of {total} questions answered", n=coverage.answered, total=coverage.applicable
    )
    parts = [plain(sheet.brand.name), plain(sheet.assessment.wave), answered]
    if sheet.assessment.open_for_answers:
        parts.append(t("in progress"))
    return " · ".join(parts)


def _show_ways_on(sheet: Sheet) -> None:
    """One primary button: to the answer that holds the band, else to what is open."""
    t, result = current_words(), sheet.result
    blocking = _blocking_dimension(sheet)
    with st.container(horizontal=True):
        if blocking:
            _go(t("See the blocking answer"), ":material/lock_open:", blocking, primary=True)
        if sheet.assessment.open_for_answers and (result.to_dos or result.knowledge_gaps):
            first = (*result.to_dos, *result.knowledge_gaps)[0]
            step = sheet.questionnaire.dimension_of[first].id
            label = t("Answer the open questions")
            _go(label, ":material/edit_note:", step, primary=not blocking)
        _go(t("Review the answers"), ":material/fact_check:", REVIEW, primary=False)


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


def _go(label: str, icon: str, step: str, *, primary: bool) -> None:
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if st.button(label, icon=icon, type=kind, key=f"go-{step}-{kind}"):
        choose(dimension=step)
        st.switch_page(ASSESS)


def show_figures(sheet: Sheet) -> None:
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    before = sheet.comparable.result if sheet.comparable else None
    with st.grid(1 + len(questionnaire.pillars), gap="small", min_column_width=150):
        _show_figure(
            t("Overall"),
            _overall_in_a_word(sheet),
            result.overall,
            before.overall if before else None,
        )
        for pillar in questionnaire.pillars:
            estimate = result.pillar[pillar.id]
            _show_figure(
                f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}",
                standing(questionnaire, estimate, lang),
                estimate,
                before.pillar.get(pillar.id) if before else None,
            )
    if any(outside_bounds(pillar) for pillar in result.pillars):
        st.caption(
            t(
                "A dimension with too few answers lies far from the others: the figure is given as "
                "a range until its open questions are answered."
            )
        )


def _overall_in_a_word(sheet: Sheet) -> str:
    """A figure has room for one word; between which bands it lies stands in the headline."""
    t = current_words()
    if sheet.result.band.provisional:
        return t("Provisional")
    return overall_standing(sheet.questionnaire, sheet.result, current_lang())


def _arrow(estimate: Estimate, before: Estimate | None) -> Literal["up", "down", "off"]:
    if before is None or estimate.score is None or before.score is None:
        return "off"
    if outside_bounds(estimate) or about_the_same(estimate.score, before.score):
        return "off"
    return "up" if estimate.score > before.score else "down"


def _show_figure(label: str, word: str, estimate: Estimate, before: Estimate | None) -> None:
    line = points(estimate, before, current_lang())
    st.metric(
        label,
        word,
        delta=line,
        delta_color="off",
        delta_arrow=_arrow(estimate, before),
        border=True,
        height="stretch",
    )
