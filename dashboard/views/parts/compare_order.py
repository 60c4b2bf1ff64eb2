"""The order of those that stand side by side: who is ahead overall, and what forbids to say so."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from dashboard.charts.firmness import claim_of_order
from dashboard.domain.cohort import MOST_NOT_APPLICABLE
from dashboard.domain.comparison import Change, Comparison, Move, Spread, settled_score
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.cached import share_ahead_of
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.session import current_lang, current_words

MOST_NAMES: Final = 3
"""Dimensions that a sentence names; more are counted."""


def furthest_apart(spreads: Sequence[Spread]) -> list[Spread]:
    """All that lie as far apart as any does beyond the noise of raters; none where nothing does."""
    apart = [one for one in spreads if one.told_apart]
    return [one for one in apart if one.points == apart[0].points]


def scored(chosen: Chosen) -> list[Sheet]:
    """Those on one scale that have an overall score, the highest first."""
    known = [sheet for sheet in chosen.alike if sheet.result.overall.score is not None]
    return sorted(known, key=lambda sheet: -(sheet.result.overall.score or 0.0))


def settled(chosen: Chosen) -> list[Sheet]:
    """Those of them whose overall score missing answers leave where it is: they have an order."""
    return [sheet for sheet in scored(chosen) if settled_score(sheet.result) is not None]


def apart_overall(chosen: Chosen, comparison: Comparison, one: Sheet, other: Sheet) -> Change:
    """Between the overall scores of two of those on one scale."""
    ids = [sheet.assessment.id for sheet in chosen.alike]
    places = (ids.index(sheet.assessment.id) for sheet in (one, other))
    return comparison.overall_spread.between(*sorted(places))


def noise_in_words(overall: Change) -> str:
    """Why nobody is called ahead although the scores differ."""
    return current_words()(
        "The overall scores lie {points} points apart, within the noise of their raters: it takes "
        "{noise}.",
        points=abs(overall.points or 0),
        noise=ceil(overall.noise or 0),
    )


def claims_of_order(chosen: Chosen) -> Iterator[str]:
    """Neighbours in the order of their overall scores: who is ahead, if it holds."""
    for one, other in pairwise(_in_an_order(chosen)):
        yield from _claim(chosen, one, other)


def claims_beside_noise(chosen: Chosen, comparison: Comparison) -> Iterator[str]:
    """The same; what every way of scoring shows may still be the noise of who rated."""
    for one, other in pairwise(_in_an_order(chosen)):
        yield from _claim(chosen, one, other)
        apart = apart_overall(chosen, comparison, one, other)
        if apart.move is Move.NOISE:
            yield _noise_between(chosen, one, other, apart)
    yield from no_orders(chosen)


def no_orders(chosen: Chosen) -> Iterator[str]:
    """Of each whose overall score is one of other content: that it has no place in an order."""
    yield from (no_order_for(chosen, one) for one in settled(chosen) if mostly_elsewhere(one))


def _in_an_order(chosen: Chosen) -> list[Sheet]:
    return [one for one in settled(chosen) if not mostly_elsewhere(one)]


def mostly_elsewhere(sheet: Sheet) -> bool:
    """Whether so much does not apply that its overall score is one of other content."""
    coverage = sheet.result.coverage
    return coverage.not_applicable > MOST_NOT_APPLICABLE * coverage.items


def no_order_for(chosen: Chosen, sheet: Sheet) -> str:
    return current_words()(
        "No order is claimed: more than a fifth of the questions do not apply to {name}",
        name=plain(chosen.name(sheet)),
    )


def _claim(chosen: Chosen, one: Sheet, other: Sheet) -> Iterator[str]:
    share = share_ahead_of(chosen.questionnaire, one.answers, other.answers)
    names = (plain(chosen.name(one)), plain(chosen.name(other)))
    if share is not None:
        yield claim_of_order(*names, share=share, lang=current_lang())


def _noise_between(chosen: Chosen, one: Sheet, other: Sheet, apart: Change) -> str:
    """Of more than two with the names."""
    if len(chosen.alike) == 2:
        return noise_in_words(apart)
    t = current_words()
    return t(
        "{names} lie {points} points apart overall, within the noise of their raters: it takes "
        "{noise}.",
        names=t.listed([plain(chosen.name(one)), plain(chosen.name(other))]),
        points=abs(apart.points or 0),
        noise=ceil(apart.noise or 0),
    )
