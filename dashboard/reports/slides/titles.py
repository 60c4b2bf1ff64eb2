"""Titles of slides that say what was found; the topic alone where nothing is known of it."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.comparison_findings import moves_finding
from dashboard.domain.bands import Gate
from dashboard.domain.comparison import Change
from dashboard.domain.precision import whole
from dashboard.domain.step import Step
from dashboard.reports.facts import Facts, Line

TIES: Final = 9
"""Decimals to which what steps bring for their effort is compared."""


def bands_title(facts: Facts) -> str:
    """How far the score reaches, and how far it is to the band above."""
    t, result = facts.t, facts.report.result
    reached = [step for step in facts.band_steps if step.reached]
    if not reached or result.overall.score is None or result.band.provisional:
        return t("What each band asks")
    band = reached[-1].name
    above = [step for step in facts.band_steps if not step.reached]
    if not above:
        return t("The score reaches {band}, the highest band", band=band)
    short = max(above[0].threshold - whole(result.overall.score), 1)
    return t.plural(
        "The score reaches {band}, {n} point short of {above}",
        "The score reaches {band}, {n} points short of {above}",
        short,
        band=band,
        above=above[0].name,
    )


def change_title(facts: Facts) -> str:
    """How many dimensions moved since the wave before, and which way."""
    t = facts.t
    moves = moves_finding([_change(line) for line in facts.dimensions], t.lang)
    moves = f"{moves[:1].lower()}{moves[1:]}"
    return t("Since {wave}: {points}", wave=facts.wave_before, points=moves)


def critical_title(facts: Facts) -> str:
    """Which critical answers keep the band below the one that the score reaches."""
    t, band = facts.t, facts.report.result.band
    if band.raw is None or band.provisional:
        return t("The critical questions, which can hold the band by themselves")
    held = {one.id for one in band.blocked_by if one.gate is Gate.CRITICAL_ITEM}
    if not held:
        return t("No critical question holds the band")
    if len(held) == 1:
        (item_id,) = held
        name = facts.item_title(item_id)
        return t("“{name}” is the only critical question that holds the band", name=name)
    return t("{n} critical questions hold the band", n=len(held))


def steps_title(facts: Facts, steps: Sequence[Step]) -> str:
    """The step to begin with, if one alone is first."""
    t, first = facts.t, steps[0]
    name = facts.item_title(first.item_id)
    if first.unblocks:
        return t("Begin with “{name}”: the step lifts a gate", name=name)
    if len(steps) == 1 or _brings_more(first, steps[1]):
        return t("“{name}” would bring most for its effort", name=name)
    return t("What would bring most for its effort")


def _brings_more(one: Step, other: Step) -> bool:
    """For the same effort."""
    return round(one.gain * other.effort - other.gain * one.effort, TIES) > 0


def _change(line: Line) -> Change:
    """Of what is shown: a score outside its bounds is not compared."""
    before = line.before.score if line.before and line.then is not None else None
    now = line.estimate.score if line.shown is not None else None
    return Change(id=line.id, before=before, now=now)
