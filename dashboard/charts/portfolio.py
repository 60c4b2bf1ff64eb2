"""What the portfolio shows of each brand: a cell for the whole and one for every pillar.

The whole shows the band that is awarded, gates included; a pillar the band of its score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from dashboard.charts.rows import band_name
from dashboard.domain.bands import band_of
from dashboard.domain.comparison import settled_score, shown_score
from dashboard.domain.precision import SAME_BELOW, whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.text import Lang
from dashboard.i18n import words

OVERALL = "overall"


@dataclass(frozen=True)
class BrandRow:
    name: str
    result: Result


@dataclass(frozen=True)
class Cell:
    """`place` is the position of the band and how many there are; None without a band."""

    word: str
    below: str
    facts: tuple[str, ...]
    """The same in full, for those who hear it or point at it."""
    place: tuple[int, int] | None


def columns_of(questionnaire: Questionnaire, lang: Lang) -> tuple[str, ...]:
    pillars = (pillar.title.get(lang) for pillar in questionnaire.pillars)
    return (words(lang)("Overall"), *pillars)


def cells_of(questionnaire: Questionnaire, row: BrandRow, lang: Lang) -> tuple[Cell, ...]:
    pillars = (row.result.pillar[pillar.id] for pillar in questionnaire.pillars)
    return (
        _overall(questionnaire, row.result, lang),
        *(_pillar(questionnaire, one, lang) for one in pillars),
    )


def score_in(result: Result, column: str) -> float | None:
    """The score that a column shows, by `OVERALL` or the id of a pillar; None without one."""
    if column == OVERALL:
        return settled_score(result)
    estimate = result.pillar.get(column)
    return None if estimate is None else shown_score(estimate)


def portfolio_finding(questionnaire: Questionnaire, rows: Sequence[BrandRow], lang: Lang) -> str:
    """Which pillar is clearly the weakest in more brands than any other pillar is."""
    t = words(lang)
    profiles = [profile for row in rows if (profile := _profile(questionnaire, row.result))]
    if not profiles:
        return t("No brand has enough answers for its whole profile yet")
    names = {pillar.id: pillar.title.get(lang) for pillar in questionnaire.pillars}
    if len(names) == 1:  # and no weaker one than that
        return t("{pillar}, brand by brand", pillar=next(iter(names.values())))
    weakest = [found for profile in profiles if (found := _clearly_weakest(profile))]
    counts = {pillar_id: weakest.count(pillar_id) for pillar_id in names}
    pillar_id, most = max(counts.items(), key=itemgetter(1))
    if not most:
        return t("No pillar is clearly the weakest")
    if list(counts.values()).count(most) > 1:
        return t("No pillar is the weakest in most brands")
    return _weakest_of_most(
        names[pillar_id], most, brands=len(rows), profiles=len(profiles), lang=lang
    )


def _weakest_of_most(pillar: str, most: int, *, brands: int, profiles: int, lang: Lang) -> str:
    """In how many it is weakest: of all brands, or of those that have a whole profile."""
    t = words(lang)
    if brands == 1:
        return t("{pillar} is the weakest pillar", pillar=pillar)
    if most == brands:
        return t("{pillar} is weakest in every brand", pillar=pillar)
    if profiles < brands and most == profiles:
        if profiles == 1:
            return t("{pillar} is weakest in the one brand with a whole profile", pillar=pillar)
        return t("{pillar} is weakest in every brand with a whole profile", pillar=pillar)
    if profiles < brands:
        return t.plural(
            "{pillar} is weakest in {most} of {n} brand with a whole profile",
            "{pillar} is weakest in {most} of {n} brands with a whole profile",
            profiles,
            pillar=pillar,
            most=most,
        )
    return t("{pillar} is weakest in {n} of {total} brands", pillar=pillar, n=most, total=profiles)


def _profile(questionnaire: Questionnaire, result: Result) -> dict[str, int]:
    """Every pillar's integer; empty unless all pillars have a firm score."""
    found = {pillar.id: score_in(result, pillar.id) for pillar in questionnaire.pillars}
    known = {key: whole(score) for key, score in found.items() if score is not None}
    return known if len(known) == len(found) else {}


def _clearly_weakest(profile: dict[str, int]) -> str | None:
    """The lowest pillar, unless another is about the same."""
    ordered = sorted(profile.items(), key=itemgetter(1))
    if len(ordered) < 2 or ordered[1][1] - ordered[0][1] < SAME_BELOW:
        return None
    return ordered[0][0]


def _pillar(questionnaire: Questionnaire, estimate: Estimate, lang: Lang) -> Cell:
    if estimate.score is None or estimate.outside_bounds:
        return _nothing(estimate, lang)
    points = str(whole(estimate.score))
    key = band_of(estimate.score, questionnaire.scoring)
    name = band_name(estimate.score, questionnaire, lang)
    return Cell(name, points, (name, points), _place(questionnaire, key))


def _overall(questionnaire: Questionnaire, result: Result, lang: Lang) -> Cell:
    t, band, overall = words(lang), result.band, result.overall
    if overall.score is None or band.secured is None or band.possible is None:
        return _nothing(overall, lang)
    points = str(whole(overall.score))
    if band.awarded is None:
        low, high = (
            questionnaire.band(key).name.get(lang) for key in (band.secured, band.possible)
        )
        between = t("{low} to {high}", low=low, high=high)
        return Cell(t("Provisional"), "", (t("Provisional"), between), None)
    name = questionnaire.band(band.awarded).name.get(lang)
    place = _place(questionnaire, band.awarded)
    if not band.blocked_by:
        return Cell(name, points, (name, points), place)
    held = t("held")
    return Cell(name, f"{points} · {held}", (name, points, held), place)


def _nothing(estimate: Estimate, lang: Lang) -> Cell:
    t = words(lang)
    word = t("Does not apply") if estimate.low is None else t("Not enough answers")
    return Cell(word, "", (word,), None)


def _place(questionnaire: Questionnaire, key: str) -> tuple[int, int]:
    keys = [band.key for band in questionnaire.scoring.bands]
    return keys.index(key), len(keys)
