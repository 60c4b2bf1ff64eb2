"""One brand on a card: its band and what holds it, its figures, its next steps, and the reasons."""

from time import sleep

import streamlit as st

from dashboard.domain.assessment import Status
from dashboard.domain.comparison import Change, Move
from dashboard.domain.detectable import OVERALL, noise_between
from dashboard.domain.precision import whole
from dashboard.domain.result import Estimate
from dashboard.domain.target import gaps
from dashboard.plain import plain
from dashboard.scores_in_words import bounds_in_words, overall_standing, standing
from dashboard.services.assessments import Sheet
from dashboard.services.portfolio import BrandLine
from dashboard.services.rater_errors import rater_errors
from dashboard.verdict import (
    coverage_in_words,
    decisive_blocker,
    shortfall,
    support_in_words,
    verdict,
)
from dashboard.views.cached import show_table
from dashboard.views.pages import ASSESS, RESULTS
from dashboard.views.parts.next_steps import show_next_steps
from dashboard.views.parts.peers_line import show_peers_line
from dashboard.views.parts.pillar_mark import mark
from dashboard.views.parts.targets import show_gaps_on_card, show_way_to_set, targets_of
from dashboard.views.parts.way_to_plan import show_way_to_plan
from dashboard.views.session import (
    choose,
    current_acting,
    current_lang,
    current_words,
    first_look,
)

SECONDS_TO_DRAW_THE_BAND = 0.2


def show_card(line: BrandLine, *, named: bool) -> None:
    """The brand by the wave that speaks for it; `named` says whose card it is in so many words."""
    sheet = line.shown
    if sheet is None:
        return
    _show_whose(sheet, named=named)
    _show_band(sheet)
    if first_look():
        _let_it_be_drawn()
    _show_figures(sheet)
    show_next_steps(sheet)
    show_gaps_on_card(sheet, gaps(targets_of(sheet), sheet.questionnaire, sheet.result))
    show_peers_line(sheet)
    _show_newer(line, sheet)
    _show_ways_on(sheet)


def _show_whose(sheet: Sheet, *, named: bool) -> None:
    t, lang = current_words(), current_lang()
    support = support_in_words(sheet.result, lang)
    badges = [f":gray-badge[{support}]"] if support else []
    if sheet.assessment.status is not Status.COMPLETE:
        badges.append(f":gray-badge[{t('in progress')}]")
    name = f"**{plain(sheet.brand.name)}** · " if named else ""
    coverage = plain(coverage_in_words(sheet.result, lang))
    st.markdown(f"{name}{plain(sheet.assessment.wave)} · {coverage} {' '.join(badges)}")


def _show_band(sheet: Sheet) -> None:
    """Band first, then what it rests on."""
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    band = result.band
    if band.awarded is None or not band.blocked_by or band.raw is None:
        found = verdict(questionnaire, result, lang)
        firm = band.awarded is not None
        headline = overall_standing(questionnaire, result, lang) if firm else found.headline
        st.header(plain(headline), anchor=False)
        st.markdown(plain(found.reason))
        return
    held = shortfall(questionnaire, decisive_blocker(result), lang)
    st.header(
        t("Held at {band}", band=plain(overall_standing(questionnaire, result, lang))), anchor=False
    )
    raw = questionnaire.band(band.raw).name.get(lang)
    st.markdown(
        ":material/lock: "
        + t("{held}. The score alone would be {band}.", held=plain(held), band=plain(raw))
    )


def _let_it_be_drawn() -> None:
    """Keep the rest of the page back for a moment.

    A browser that has just fetched the app draws everything that it was sent in one go. A whole
    overview takes it twice as long as the head of the page with the band (decision 0012).
    """
    sleep(SECONDS_TO_DRAW_THE_BAND)


def _show_figures(sheet: Sheet) -> None:
    """The overall score and the pillars, with their change since the last comparable wave."""
    t, lang = current_words(), current_lang()
    questionnaire, result = sheet.questionnaire, sheet.result
    if result.coverage.answered == 0:
        return
    before = sheet.comparable.result if sheet.comparable else None
    provisional, noise = result.band.provisional, _noise(sheet)
    unsettled = provisional or (before is not None and before.band.provisional)
    overall = before.overall if before else None
    rows = [
        _row(
            f"**{t('Overall')}**",
            overall_standing(questionnaire, result, lang),
            _points(result.overall, bounds=bool(provisional)),
            "–" if unsettled else _change(result.overall, overall, noise.get(OVERALL)),
        )
    ]
    for pillar in questionnaire.pillars:
        estimate = result.pillar[pillar.id]
        then = before.pillar.get(pillar.id) if before else None
        rows.append(
            _row(
                f"{mark(questionnaire, pillar.id)} {plain(pillar.title.get(lang))}",
                standing(questionnaire, estimate, lang),
                _points(estimate),
                _change(estimate, then, noise.get(pillar.id)),
            )
        )
    since = (
        t("Since {wave}", wave=plain(sheet.comparable.assessment.wave)) if sheet.comparable else ""
    )
    columns = ["\u200b", t("Band"), t("Score"), *([since] if since else [])]
    show_table(
        [dict(zip(columns, row, strict=False)) for row in rows],
        alt=t("Band, score and change of the whole and of each pillar"),
    )
    _show_why_no_change(sheet)


def _show_why_no_change(sheet: Sheet) -> None:
    """Where the wave before was asked by another version, whose scores are not comparable."""
    t, before = current_words(), sheet.before
    if sheet.comparable or not before or before.questionnaire.id != sheet.questionnaire.id:
        return
    st.caption(
        t(
            "No change is shown: {wave} was scored by another version of the questionnaire.",
            wave=plain(before.assessment.wave),
        )
    )


def _row(name: str, band: str, points: str, moved: str) -> tuple[str, str, str, str]:
    return name, plain(band), plain(points), moved


def _points(estimate: Estimate, *, bounds: bool = False) -> str:
    if bounds or estimate.score is None or estimate.outside_bounds:
        return bounds_in_words(estimate, current_lang()) or "–"
    return str(whole(estimate.score))


def _noise(sheet: Sheet) -> dict[str, float]:
    """What raters can tell apart at least, by part, where they are known."""
    before = sheet.comparable
    if before is None:
        return {}
    ids = [before.assessment.id, sheet.assessment.id]
    errors = rater_errors(current_acting(), ids)
    return noise_between(*(errors.get(one) for one in ids))


def _change(now: Estimate, then: Estimate | None, noise: float | None) -> str:
    t = current_words()
    if then is None or now.outside_bounds or then.outside_bounds:
        return "–"
    found = Change(id="", before=then.score, now=now.score, noise=noise)
    match found.move:
        case Move.UNKNOWN:
            return "–"
        case Move.SAME:
            return t("about the same")
        case Move.NOISE:
            return t("within rater noise")
        case Move.UP:
            return t("↑ up {n}", n=found.points)
        case Move.DOWN:
            return t("↓ down {n}", n=-(found.points or 0))


def _show_newer(line: BrandLine, sheet: Sheet) -> None:
    """The newest wave, where it has no score yet and an earlier one speaks for the brand."""
    t = current_words()
    newest = line.waves[0]
    if newest is sheet:
        return
    coverage = newest.result.coverage
    label = t(
        "{wave} has no score yet: {n} of {total} done",
        wave=plain(newest.assessment.wave),
        n=coverage.items - coverage.unanswered,
        total=coverage.items,
    )
    if st.button(label, icon=":material/edit_note:", type="tertiary", key="card-newer"):
        choose(assessment=newest.assessment.id)
        st.switch_page(ASSESS)


def _show_ways_on(sheet: Sheet) -> None:
    t = current_words()
    with st.container(horizontal=True):
        if sheet.answers and st.button(
            t("Why?"), icon=":material/help:", type="primary", key="card-why"
        ):
            choose(assessment=sheet.assessment.id)
            st.switch_page(RESULTS)
        show_way_to_plan(sheet, key="card-plan")
        missing = next(iter(sheet.still_open), None)
        if (
            sheet.answers
            and missing
            and sheet.assessment.open_for_answers
            and st.button(
                t("Answer the open questions"), icon=":material/edit_note:", key="card-open"
            )
        ):
            choose(assessment=sheet.assessment.id)
            choose(dimension=sheet.questionnaire.dimension_of[missing].id)
            st.switch_page(ASSESS)
        if not sheet.answers and st.button(t("Start"), type="primary", key="card-start"):
            choose(assessment=sheet.assessment.id)
            st.switch_page(ASSESS)
        show_way_to_set(sheet)
