"""What a result says, in sentences: the headline, its reason, and how the number is made.

Pure: result and language in, words out, so that pages and documents say the same.
"""

from dataclasses import dataclass

from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.precision import reaches, whole
from dashboard.domain.questionnaire import BandRule, Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.text import Lang, Text
from dashboard.i18n import words


@dataclass(frozen=True)
class Verdict:
    headline: str
    reason: str


def verdict(questionnaire: Questionnaire, result: Result, lang: Lang) -> Verdict:
    """The finding of an assessment and what it rests on, as plain text."""
    found = _finding(questionnaire, result, lang)
    gap = _evidence_gap(result, lang)
    reason = words(lang).sentences(found.reason, gap) if gap else found.reason
    return Verdict(found.headline, reason)


def _evidence_gap(result: Result, lang: Lang) -> str:
    """How much of a graded score its evidence supports; empty where it supports all."""
    score, evidenced = result.overall.score, result.overall.evidenced
    if score is None or evidenced is None or whole(evidenced) == whole(score):
        return ""
    t = words(lang)
    return t(
        "Evidence so far supports {evidenced} of the {score} points claimed.",
        evidenced=whole(evidenced),
        score=whole(score),
    )


def support_in_words(result: Result, lang: Lang) -> str:
    """Whether what was answered is people's word alone, or how far it is supported.

    Empty while nothing is answered: there is nobody's word to speak of.
    """
    t = words(lang)
    if result.coverage.answered == 0:
        return ""
    if not result.graded:
        return t("Self-declared")
    if result.overall.score is None or _evidence_gap(result, lang):
        return t("Claimed, partly evidenced")
    return t("Evidenced")


def coverage_in_words(result: Result, lang: Lang) -> str:
    """ "34 of 35 answered, 1 does not apply"; "nothing to answer, 36 do not apply"."""
    t, coverage = words(lang), result.coverage
    if coverage.not_applicable and not coverage.applicable:
        return t.plural(
            "nothing to answer, {n} does not apply",
            "nothing to answer, {n} do not apply",
            coverage.not_applicable,
        )
    answered = t("{n} of {total} answered", n=coverage.answered, total=coverage.applicable)
    if not coverage.not_applicable:
        return answered
    apart = t.plural("{n} does not apply", "{n} do not apply", coverage.not_applicable)
    return t("{answered}, {apart}", answered=answered, apart=apart)


def _finding(questionnaire: Questionnaire, result: Result, lang: Lang) -> Verdict:
    t = words(lang)
    band = result.band
    if result.coverage.applicable == 0:
        return Verdict(
            t("Nothing here applies to this brand"),
            t("Every question was answered with “does not apply”, so there is nothing to score."),
        )
    if band.raw is None or band.secured is None or band.possible is None:
        is_open = result.to_dos or result.knowledge_gaps
        headline = (
            t("Not enough answers for a score yet")
            if is_open
            else t("Too little applies for a score")
        )
        return Verdict(headline, _what_is_missing(questionnaire, result, lang))
    raw, secured, possible = (
        questionnaire.band(key).name.get(lang) for key in (band.raw, band.secured, band.possible)
    )
    if band.provisional:
        headline = t("Provisional: between {low} and {high}", low=secured, high=possible)
        reason = t(
            "The answers so far reach {raw}. What is still open decides where between {low} and "
            "{high} the band will be.",
            raw=raw,
            low=secured,
            high=possible,
        )
        return Verdict(headline, reason)
    if band.blocked_by:
        return _held(questionnaire, result, lang)
    headline = t("Your answers make you {band}", band=secured)
    reason = t("Nothing holds the band back: the overall score reaches it, and every gate is met.")
    return Verdict(headline, reason)


def _held(questionnaire: Questionnaire, result: Result, lang: Lang) -> Verdict:
    """The band lies below the score's own: name the gate nearest to the band that was given."""
    t = words(lang)
    blocker = decisive_blocker(result)
    held = questionnaire.band(result.band.secured or "").name.get(lang)
    raw = questionnaire.band(result.band.raw or "").name.get(lang)
    others = len({b.id for b in result.band.blocked_by}) - 1
    reason = t(
        "Your answers together reach {raw}. {gate}, and until that changes the band can be "
        "{band} at most.",
        raw=raw,
        gate=gate_in_words(questionnaire, blocker, lang),
        band=held,
    )
    if others:
        more = t.plural(
            "{n} more gate keeps you below {raw}.",
            "{n} more gates keep you below {raw}.",
            others,
            raw=raw,
        )
        reason = t.sentences(reason, more)
    return Verdict(_held_at(questionnaire, blocker, held, lang), reason)


def _held_at(questionnaire: Questionnaire, blocker: Blocker, band: str, lang: Lang) -> str:
    """A shortfall is a clause of its own in some languages, a name is not: hence two messages."""
    t = words(lang)
    if clause := _stated_shortfall(questionnaire, blocker):
        return t("{shortfall} holds you at {band}", shortfall=clause.get(lang), band=band)
    name = name_of(questionnaire, blocker, lang)
    if blocker.gate is Gate.CRITICAL_ITEM:
        return t("“{name}” holds you at {band}", name=name, band=band)
    return t("{name} holds you at {band}", name=name, band=band)


def decisive_blocker(result: Result) -> Blocker:
    """The gate that failed at the lowest band tried: the one that gives the band its limit.

    An answer that holds the band comes before a missing one, which may turn out to hold nothing.
    """
    lowest = result.band.blocked_by[-1].band
    failed = [blocker for blocker in result.band.blocked_by if blocker.band == lowest]
    return min(failed, key=lambda blocker: blocker.has is None)


def shortfall(questionnaire: Questionnaire, blocker: Blocker, lang: Lang) -> str:
    """What a failed gate is called in a headline."""
    t = words(lang)
    if stated := _stated_shortfall(questionnaire, blocker):
        return stated.get(lang)
    name = name_of(questionnaire, blocker, lang)
    return t("“{name}”", name=name) if blocker.gate is Gate.CRITICAL_ITEM else name


def _stated_shortfall(questionnaire: Questionnaire, blocker: Blocker) -> Text | None:
    """The author's words for the lowest answer to a critical item."""
    if blocker.gate is not Gate.CRITICAL_ITEM or blocker.has is None:
        return None
    item = questionnaire.items_by_id[blocker.id]
    return item.shortfall if reaches(item.lowest, blocker.has) else None


def gate_in_words(questionnaire: Questionnaire, blocker: Blocker, lang: Lang) -> str:
    """One sentence without its full stop: what a gate found."""
    t = words(lang)
    name = name_of(questionnaire, blocker, lang)
    if blocker.gate is not Gate.CRITICAL_ITEM:
        needs, has = whole(blocker.needs), whole(blocker.has or 0)
        if has == needs:
            return t("{name} lies just below the {needs} that is needed", name=name, needs=needs)
        return t("{name} has {has} where {needs} is needed", name=name, has=has, needs=needs)
    if blocker.has is None:
        return t("One critical question, “{name}”, has no answer", name=name)
    item = questionnaire.items_by_id[blocker.id]
    level = next((n for n in item.levels if item.score(n) == blocker.has), item.levels[0])
    named = questionnaire.level_name(item, level)
    if named is None:
        return t("One critical answer, “{name}”, is at level {n}", name=name, n=level)
    return t("One critical answer, “{name}”, is at {level}", name=name, level=named.get(lang))


def name_of(questionnaire: Questionnaire, blocker: Blocker, lang: Lang) -> str:
    if blocker.gate is Gate.CRITICAL_ITEM:
        return questionnaire.items_by_id[blocker.id].title.get(lang)
    parts = questionnaire.pillars if blocker.gate is Gate.PILLAR else questionnaire.dimensions
    return next(part for part in parts if part.id == blocker.id).title.get(lang)


def _what_is_missing(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    t = words(lang)
    unpublished = [
        pillar.title.get(lang)
        for pillar in questionnaire.pillars
        if pillar.weight > 0 and not result.pillar[pillar.id].published
    ]
    names = t.listed(unpublished)
    still_open = len(result.to_dos) + len(result.knowledge_gaps)
    if not still_open:
        return t(
            "An overall score needs every pillar, and too little of {names} applies.", names=names
        )
    said = (
        t.plural("{n} question is open.", "{n} questions are open.", still_open)
        if result.to_dos
        else t.plural(
            "{n} question is answered “I don't know”.",
            "{n} questions are answered “I don't know”.",
            still_open,
        )
    )
    return t.sentences(
        t("An overall score needs every pillar. {names} cannot be scored yet.", names=names), said
    )


@dataclass(frozen=True)
class BandStep:
    """One line of "what each band asks": its threshold, whether it is met, and what holds it."""

    key: str
    name: str
    threshold: int
    reached: bool
    yours: bool
    held_by: str


def band_steps(questionnaire: Questionnaire, result: Result, lang: Lang) -> tuple[BandStep, ...]:
    return tuple(
        BandStep(
            key=rule.key,
            name=questionnaire.band(rule.key).name.get(lang),
            threshold=whole(rule.from_score),
            reached=_reached(result, rule),
            yours=rule.key == result.band.awarded,
            held_by=_held_by(questionnaire, result, rule, lang),
        )
        for rule in questionnaire.scoring.bands
    )


def _reached(result: Result, rule: BandRule) -> bool:
    return result.overall.score is not None and reaches(result.overall.score, rule.from_score)


def _held_by(questionnaire: Questionnaire, result: Result, rule: BandRule, lang: Lang) -> str:
    t = words(lang)
    if result.overall.score is None:
        return ""
    if not _reached(result, rule):
        short = whole(rule.from_score) - whole(result.overall.score)
        return t.plural("{n} point short", "{n} points short", max(short, 1))
    names = [
        shortfall(questionnaire, blocker, lang)
        for blocker in result.band.blocked_by
        if blocker.band == rule.key
    ]
    return " · ".join(names)
