"""What both PDF forms say, as plain values for the templates."""

from collections.abc import Iterator

from dashboard.charts.rose import describe_rose
from dashboard.domain.step import Step
from dashboard.i18n import HTML_LANG
from dashboard.reports.direction import isolated
from dashboard.reports.facts import NONE, Facts, Line
from dashboard.reports.palette import BAND_FILLS, BAND_INKS, on_ramp
from dashboard.reports.step_words import gain_in_words
from dashboard.scores_in_words import points

Content = dict[str, object]


def shared_content(facts: Facts) -> Content:
    report, t = facts.report, facts.t
    look, result = report.look, report.result
    language, _, region = HTML_LANG[report.lang].partition("-")
    shown = None if result.band.provisional or result.overall.outside_bounds else result.overall
    return {
        "lang": language,
        "region": region or "GB",
        "title": f"{facts.brand} · {facts.wave} · {facts.title}",
        "name": isolated(look.name),
        "accent": look.accent,
        "logo": list(look.logo) if look.logo else None,
        "brand": facts.brand,
        "wave": facts.wave,
        "subject": facts.title,
        "demo": t("Demo data") if report.demo else None,
        "marks": [mark for mark in facts.marks if mark != t("Demo data") or not report.demo],
        "headline": facts.verdict.headline,
        "reason": facts.verdict.reason,
        "coverage": facts.coverage,
        "day": facts.day,
        "reference": report.questionnaire.reference,
        "overall": {"name": t("Overall"), "standing": facts.band, "points": facts.overall},
        "score": shown.score if shown else None,
        "low": result.overall.low if result.band.provisional else None,
        "high": result.overall.high if result.band.provisional else None,
        "pillars": [_figure(facts, line) for line in facts.pillars],
        "bands": list(_bands(facts)),
        "no_score": facts.verdict.headline if facts.no_score else None,
        "dimensions": [_dimension(facts, line) for line in facts.dimensions],
        "profile": facts.profile_finding,
        "findings": facts.dimensions_finding,
        "before": facts.wave_before,
        "rose": describe_rose(
            report.questionnaire,
            result,
            report.lang,
            before=report.before.result if report.before else None,
        ),
    }


def _figure(facts: Facts, line: Line) -> Content:
    return {
        "name": line.name,
        "standing": line.standing,
        "points": points(line.estimate, line.before, facts.report.lang),
        "colour": facts.report.look.pillar(line.pillar),
        "score": line.estimate.score if line.shown is not None else None,
        "apart": None if line.counts else facts.not_counted,
    }


def _dimension(facts: Facts, line: Line) -> Content:
    estimate = line.estimate
    return {
        "name": line.name,
        "short": line.short,
        "colour": facts.report.look.pillar(line.pillar),
        "score": estimate.score if line.shown is not None else None,
        "low": None if estimate.settled else estimate.low,
        "high": None if estimate.settled else estimate.high,
        "before": line.before.score if line.before and line.then is not None else None,
        "shown": NONE if line.shown is None else str(line.shown),
        "standing": line.standing,
        "change": facts.change_in_words(line),
    }


def _bands(facts: Facts) -> Iterator[Content]:
    """The bands with their thresholds; a provisional result stands at all that it may come to."""
    keys = [step.key for step in facts.band_steps]
    band = facts.report.result.band
    reach = range(0)
    if band.secured is not None and band.possible is not None:
        reach = range(keys.index(band.secured), keys.index(band.possible) + 1)
    for n, step in enumerate(facts.band_steps):
        place = on_ramp(n, len(keys))
        yield {
            "name": step.name,
            "from": step.threshold,
            "fill": BAND_FILLS[place],
            "ink": BAND_INKS[place],
            "here": n in reach,
            "reached": step.reached,
            "held": step.held_by or NONE,
        }


def step_content(facts: Facts, step: Step) -> Content:
    t = facts.t
    return {
        "id": step.item_id,
        "where": facts.item_title(step.item_id),
        "action": facts.action(step),
        "effort": f"{step.effort:g}",
        "gain": gain_in_words(step.gain),
        "lifts": t("Lifts a gate") if step.unblocks else None,
    }
