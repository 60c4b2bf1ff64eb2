"""What a figure says, as its title: a sentence that is the answer, not the name of an axis.

Scores that lie less than `SAME_BELOW` displayed points apart are not told apart here either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.description import full_name
from dashboard.charts.evidence import Supported, supported
from dashboard.charts.numerals import spelled
from dashboard.charts.rows import band_name, rows_of
from dashboard.domain.bands import band_of
from dashboard.domain.precision import SAME_BELOW, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.text import Lang, Text
from dashboard.i18n import Words, words

MOST_NAMES: Final = 3
"""A title names no more than these."""
MOST_FULL_NAMES: Final = 2
"""The same where it names them in full, as the rows of its figure do."""


@dataclass(frozen=True)
class Standing:
    """A pillar or a dimension that has a published score, and one that its bounds hold."""

    name: str
    score: float


def profile_finding(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """How the pillars stand to each other."""
    t = words(lang)
    names = [pillar.title for pillar in questionnaire.pillars]
    known = _known(names, [result.pillar[pillar.id] for pillar in questionnaire.pillars], lang)
    if not known:
        return _nothing(t("No pillar has enough answers yet"), result, t)
    if len(known) == 1:
        return _alone(known[0], questionnaire, lang, only=len(names) > 1)
    everything = len(known) == len(names)
    behind, ahead = _behind(known), _ahead(known)
    if len(behind) == len(known):
        count = spelled(len(known), t)
        if everything:
            return t("Your {count} pillars are level", count=count)
        return t("The {count} pillars with a score are level", count=count)
    if min(len(behind), len(ahead)) > MOST_NAMES:
        low, high = min(map(_points, known)), max(map(_points, known))
        return t("Your pillars range from {low} to {high}", low=low, high=high)
    finding = _short_side(behind, t) if len(behind) <= len(ahead) else _strong_side(ahead, t)
    return finding if everything else t("So far, {finding}", finding=finding)


def dimensions_finding(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """How far most dimensions have come, and which is furthest behind."""
    t = words(lang)
    names = [dimension.name for dimension in questionnaire.dimensions]
    known = _known(names, [result.dimension[d.id] for d in questionnaire.dimensions], lang)
    if not known:
        return _nothing(t("No dimension has enough answers yet"), result, t)
    if len(known) == 1:
        return _alone(known[0], questionnaire, lang, only=len(names) > 1)
    what = t("dimensions") if len(known) == len(names) else t("scored dimensions")
    if _at_lowest(_median(known), questionnaire):
        return _mostly_lowest(known, questionnaire, what, lang)
    return _mostly_reached(known, questionnaire, what, lang)


def evidence_finding(questionnaire: Questionnaire, result: Result, lang: Lang) -> str:
    """Where the evidence falls furthest short of what is claimed."""
    t = words(lang)
    pairs = supported(rows_of(questionnaire, result))
    if not result.graded:
        return t("No answer has an evidence grade yet")
    if not pairs:
        return _nothing(t("No dimension has enough answers yet"), result, t)
    short = [pair for pair in pairs if not pair.holds]
    if not short:
        return t("The evidence supports what you claim")
    widest = max(pair.gap for pair in short)
    worst = [pair for pair in short if widest - pair.gap < SAME_BELOW]
    if len(worst) > MOST_FULL_NAMES:
        return t(
            "The evidence falls short for {count} of {all} dimensions, by up to {points} points",
            count=spelled(len(short), t),
            all=spelled(len(pairs), t),
            points=widest,
        )
    return _most_unsupported(worst, lang)


def _most_unsupported(worst: Sequence[Supported], lang: Lang) -> str:
    t = words(lang)
    names = t.listed([full_name(pair.row, lang) for pair in worst])
    least, most = min(pair.gap for pair in worst), max(pair.gap for pair in worst)
    if len(worst) == 1:
        return t("{name}: {points} points not yet supported", name=names, points=most)
    if least == most:
        return t("{names}: {points} points each not yet supported", names=names, points=most)
    return t("{names}: {low} to {high} points not yet supported", names=names, low=least, high=most)


def _known(names: Sequence[Text], estimates: Sequence[Estimate], lang: Lang) -> list[Standing]:
    return [
        Standing(name.get(lang), estimate.score)
        for name, estimate in zip(names, estimates, strict=True)
        if estimate.score is not None and not estimate.outside_bounds
    ]


def _points(standing: Standing) -> int:
    return whole(standing.score)


def _behind(known: Sequence[Standing]) -> list[Standing]:
    """The lowest, and all that are about the same."""
    lowest = min(map(_points, known))
    return [standing for standing in known if _points(standing) - lowest < SAME_BELOW]


def _ahead(known: Sequence[Standing]) -> list[Standing]:
    highest = max(map(_points, known))
    return [standing for standing in known if highest - _points(standing) < SAME_BELOW]


def _median(known: Sequence[Standing]) -> float:
    """The lower one, so that at least half of all reach it."""
    return sorted(standing.score for standing in known)[(len(known) - 1) // 2]


def _names(known: Sequence[Standing], t: Words) -> str:
    return t.listed([standing.name for standing in known])


def _nothing(too_little: str, result: Result, t: Words) -> str:
    applies = any(dimension.applicable for dimension in result.dimensions)
    return too_little if applies else t("Nothing here applies to you")


def _alone(one: Standing, questionnaire: Questionnaire, lang: Lang, *, only: bool) -> str:
    t = words(lang)
    band = band_name(one.score, questionnaire, lang)
    if only:
        return t("Only {name} has a score so far: it is at {band}", name=one.name, band=band)
    return t("{name} is at {band}", name=one.name, band=band)


def _short_side(behind: Sequence[Standing], t: Words) -> str:
    if len(behind) == 1:
        return t("{name} is the short side of your profile", name=behind[0].name)
    return t("{names} are the short sides of your profile", names=_names(behind, t))


def _strong_side(ahead: Sequence[Standing], t: Words) -> str:
    if len(ahead) == 1:
        return t("{name} is the strong side of your profile", name=ahead[0].name)
    return t("{names} are the strong sides of your profile", names=_names(ahead, t))


def _at_lowest(score: float, questionnaire: Questionnaire) -> bool:
    scoring = questionnaire.scoring
    return band_of(score, scoring) == scoring.bands[0].key


def _mostly_reached(
    known: Sequence[Standing], questionnaire: Questionnaire, what: str, lang: Lang
) -> str:
    t = words(lang)
    keys = [band.key for band in questionnaire.scoring.bands]
    places = [keys.index(band_of(one.score, questionnaire.scoring)) for one in known]
    middle = _median(known)
    reached = sum(place >= keys.index(band_of(middle, questionnaire.scoring)) for place in places)
    band, total = band_name(middle, questionnaire, lang), spelled(len(known), t)
    if reached < len(known):
        finding = t.plural(
            "{count} of {all} {dimensions} reaches {band}",
            "{count} of {all} {dimensions} reach {band}",
            n=reached,
            count=spelled(reached, t),
            all=total,
            dimensions=what,
            band=band,
        )
    elif reached == 2:
        finding = t("Both {dimensions} reach {band}", dimensions=what, band=band)
    else:
        finding = t("All {all} {dimensions} reach {band}", all=total, dimensions=what, band=band)
    return _and_behind(_opened(finding), known, t)


def _mostly_lowest(
    known: Sequence[Standing], questionnaire: Questionnaire, what: str, lang: Lang
) -> str:
    t = words(lang)
    lowest = [one for one in known if _at_lowest(one.score, questionnaire)]
    band, total = band_name(lowest[0].score, questionnaire, lang), spelled(len(known), t)
    if len(lowest) < len(known):
        finding = t.plural(
            "{count} of {all} {dimensions} is still at {band}",
            "{count} of {all} {dimensions} are still at {band}",
            n=len(lowest),
            count=spelled(len(lowest), t),
            all=total,
            dimensions=what,
            band=band,
        )
        return _and_ahead(_opened(finding), known, t)
    if len(known) == 2:
        return t("Both {dimensions} are at {band}", dimensions=what, band=band)
    return t("All {all} {dimensions} are at {band}", all=total, dimensions=what, band=band)


def _and_behind(finding: str, known: Sequence[Standing], t: Words) -> str:
    behind = _behind(known)
    if len(behind) > MOST_NAMES or len(behind) == len(known):
        return finding
    return t("{finding}, with {names} furthest behind", finding=finding, names=_names(behind, t))


def _and_ahead(finding: str, known: Sequence[Standing], t: Words) -> str:
    ahead = _ahead(known)
    if len(ahead) > MOST_NAMES or len(ahead) == len(known):
        return finding
    return t("{finding}, with {names} furthest ahead", finding=finding, names=_names(ahead, t))


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
