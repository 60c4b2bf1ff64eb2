"""Who of several is ahead of all others, and whose score says more than its band."""

from collections.abc import Sequence

from dashboard.domain.comparison import Comparison, Move
from dashboard.domain.precision import SAME_BELOW, change
from dashboard.domain.robustness import HOLDS
from dashboard.plain import plain
from dashboard.scores_in_words import overall_standing
from dashboard.services.assessments import Sheet
from dashboard.verdict import decisive_blocker, shortfall
from dashboard.views.cached import share_ahead_of
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.parts.compare_order import apart_overall, no_orders, scored, settled
from dashboard.views.session import current_words


def who_is_ahead(chosen: Chosen, comparison: Comparison) -> str:
    if reason := _why_no_order(chosen):
        return reason
    t, (first, *others) = current_words(), scored(chosen)
    if not _is_ahead(chosen, comparison, first, others):
        return (
            t("Nobody is clearly ahead of all that can be compared")
            if chosen.apart
            else t("Nobody is clearly ahead of all others")
        )
    name = plain(chosen.name(first))
    if held_below_others(chosen):
        return t("{name} has the highest score, but not the highest band", name=name)
    return (
        t("{name} is ahead of all that can be compared with it", name=name)
        if chosen.apart
        else t("{name} is ahead of the others", name=name)
    )


def _why_no_order(chosen: Chosen) -> str:
    """What forbids to say who is ahead; empty if nothing does."""
    t, known = current_words(), scored(chosen)
    if len(known) < 2:
        return t("Too few answers to compare")
    if len(known) < len(chosen.alike):
        return t("Not all of them have an overall score yet")
    if len(settled(chosen)) < len(known):
        return t("Not all of the overall scores are settled yet")
    return next(no_orders(chosen), "")


def _is_ahead(
    chosen: Chosen, comparison: Comparison, first: Sheet, others: Sequence[Sheet]
) -> bool:
    """Of every one of the others, however one scores and whoever rated."""
    for other in others:
        share = share_ahead_of(chosen.questionnaire, first.answers, other.answers)
        apart = apart_overall(chosen, comparison, first, other)
        if (share or 0) < HOLDS or apart.move is Move.NOISE:
            return False
    return True


def held_below_others(chosen: Chosen) -> Sheet | None:
    """Who has the highest overall score, if a gate holds it at a lower band than another's."""
    known = settled(chosen)
    lower = any(
        _place_of_band(known[0]) < _place_of_band(other) and _is_higher(known[0], other)
        for other in known[1:]
    )
    return known[0] if lower else None


def _place_of_band(sheet: Sheet) -> int:
    keys = [band.key for band in sheet.questionnaire.scoring.bands]
    awarded = sheet.result.band.awarded
    return keys.index(awarded) if awarded else -1


def _is_higher(one: Sheet, other: Sheet) -> bool:
    first, second = (sheet.result.overall.score or 0.0 for sheet in (one, other))
    return change(first, second) >= SAME_BELOW


def held_in_words(chosen: Chosen, sheet: Sheet) -> str:
    t = current_words()
    held = shortfall(sheet.questionnaire, decisive_blocker(sheet.result), t.lang)
    return t(
        "{name} has the higher score and the lower band, {band}: {held}.",
        name=plain(chosen.name(sheet)),
        band=plain(overall_standing(sheet.questionnaire, sheet.result, t.lang)),
        held=plain(held),
    )
