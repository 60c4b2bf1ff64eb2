"""Scores in a few words: with their change, their range, and the band they stand at.

Pure, as the verdict is; a score that is not there has honest words of its own.
"""

from collections.abc import Sequence
from datetime import date

from dashboard.domain.bands import band_of
from dashboard.domain.comparison import settled_score
from dashboard.domain.precision import about_the_same, change, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.target import Gap, furthest_first
from dashboard.domain.text import Lang
from dashboard.i18n import words


def bounds_in_words(estimate: Estimate, lang: Lang) -> str:
    """ "between 40 and 42"; both ends as shown. Empty where nothing applies."""
    if estimate.low is None or estimate.high is None:
        return ""
    t = words(lang)
    low, high = whole(estimate.low), whole(estimate.high)
    return (
        t("at {score}", score=low)
        if low == high
        else t("between {low} and {high}", low=low, high=high)
    )


def points(estimate: Estimate, before: Estimate | None, lang: Lang) -> str:
    """A score with its change: "55, up 5"; "35, about the same"; "55 of 100" without a wave before.

    Where there is no score, or the bounds miss it, the bounds stand in its place.
    """
    t = words(lang)
    if estimate.score is None or estimate.outside_bounds:
        return bounds_in_words(estimate, lang) or t("does not apply")
    now = whole(estimate.score)
    if before is None or before.score is None or before.outside_bounds:
        return t("{score} of 100", score=now)
    if about_the_same(estimate.score, before.score):
        return t("{score}, about the same", score=now)
    step = change(estimate.score, before.score)
    if step > 0:
        return t("{score}, up {step}", score=now, step=step)
    return t("{score}, down {step}", score=now, step=-step)


def overall_points(result: Result, before: Result | None, lang: Lang, *, wave: str = "") -> str:
    """The overall score with its change; while the band is provisional, the range it lies in.

    No change is claimed from a wave that was provisional; `wave` is its name, to say why.
    """
    if result.band.provisional:
        return bounds_in_words(result.overall, lang)
    if before is None or not before.band.provisional:
        return points(result.overall, before.overall if before else None, lang)
    score = settled_score(result)
    if score is None or not wave:
        return points(result.overall, None, lang)
    return words(lang)("{score}; {wave} was provisional", score=whole(score), wave=wave)


def overall_then(result: Result, lang: Lang, *, wave: str) -> str:
    """What an earlier wave came to: "2026-Q2: 50 of 100", or the range while it is provisional."""
    t, overall = words(lang), result.overall
    if not result.band.provisional or overall.low is None or overall.high is None:
        return t("{wave}: {points}", wave=wave, points=points(overall, None, lang))
    low, high = whole(overall.low), whole(overall.high)
    return t("{wave}: provisional, between {low} and {high}", wave=wave, low=low, high=high)


def standing(questionnaire: Questionnaire, estimate: Estimate, lang: Lang) -> str:
    """The band of one score in a word, without gates; short and honest where there is none."""
    t = words(lang)
    if estimate.low is None:
        return "–"
    if estimate.score is None or estimate.outside_bounds:
        return t("No score")
    return questionnaire.band(band_of(estimate.score, questionnaire.scoring)).name.get(lang)


def overall_standing(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """The awarded band, or the two it lies between, or why there is none."""
    t = words(lang)
    band = result.band
    if band.secured is None or band.possible is None:
        return standing(questionnaire, result.overall, lang)
    secured = questionnaire.band(band.secured).name.get(lang)
    if not band.provisional:
        return secured
    return t("{low} to {high}", low=secured, high=questionnaire.band(band.possible).name.get(lang))


def standing_alone(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """The same where nothing beside it says that the whole does not apply."""
    if result.coverage.applicable == 0:
        return words(lang)("Does not apply")
    return overall_standing(questionnaire, result, lang)


def targets_finding(questionnaire: Questionnaire, gaps: Sequence[Gap], lang: Lang) -> str:
    """What all targets together come to, as a title; there is one at least."""
    t = words(lang)
    furthest = furthest_first(gaps)[0]
    if furthest.short:
        name = _dimension_name(questionnaire, furthest, lang)
        return t("{name} is {n} under its target", name=name, n=furthest.short)
    return t("Every target is reached") if furthest.reached else t("The targets wait for answers")


def gap_in_words(questionnaire: Questionnaire, gap: Gap, lang: Lang, *, today: date) -> str:
    """ "Permission first: 8 under the target of 60, due 31 March 2027. Why this target: …"."""
    t, target = words(lang), gap.target
    aimed, day = whole(target.score), t.day(target.due)
    name = _dimension_name(questionnaire, gap, lang)
    if gap.score is not None and gap.reached:
        score = whole(gap.score)
        return t(
            "{name}: target {target} reached with {score}", name=name, target=aimed, score=score
        )
    if gap.short is None:
        found = t("{name}: no score yet, target {target}", name=name, target=aimed)
    else:
        found = t("{name}: {n} under the target of {target}", name=name, n=gap.short, target=aimed)
    due = t("due {day}", day=day) if target.due >= today else t("was due {day}", day=day)
    return t(
        "{found}, {due}. Why this target: {reason}", found=found, due=due, reason=target.reason
    )


def _dimension_name(questionnaire: Questionnaire, gap: Gap, lang: Lang) -> str:
    named = (d for d in questionnaire.dimensions if d.id == gap.target.dimension_id)
    return next(named).title.get(lang)
