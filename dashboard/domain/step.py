"""The next steps of an assessment: every answered item, one level better, and what that brings.

The order is that of the method: what holds the band first, then the most gain for the effort.
"""

from collections.abc import Mapping
from typing import Final

from dashboard.domain.answer import Answer
from dashboard.domain.bands import Blocker, Gate
from dashboard.domain.leverage import Lever, Leverage, leverage
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts, Rise, next_rise
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen

TIES: Final = 9
"""Decimals to which gains are compared, so that the order of summation decides no order."""


class Step(Frozen):
    """One item, one level better. Scores are unrounded points of 0 to 100."""

    item_id: str
    level: int
    """Where the answer stands now, by its 1-based position."""
    to_level: int
    effort: float
    """Points of effort: the questionnaire's, or the brand's own."""
    gain: float
    """What the overall score gains if this step alone is taken."""
    pillar_gain: float
    """What its pillar gains; 0 where the step moves nothing that is published."""
    unblocks: bool
    """Whether it helps to lift a gate that holds the band of the answers as given."""

    @property
    def raises_overall(self) -> bool:
        return round(self.gain, TIES) > 0

    @property
    def worthwhile(self) -> bool:
        """Whether it lifts a score or a gate; one that does neither is not suggested."""
        return self.unblocks or round(max(self.gain, self.pillar_gain), TIES) > 0


def next_steps(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], efforts: Efforts | None = None
) -> tuple[Step, ...]:
    """The next step of each answered item that can rise, in the order of the method.

    A missing answer is no step, and without an overall score there is none at all.
    """
    result = score(questionnaire, answers)
    levels = {id_: one.level for id_, one in answers.items() if one.level is not None}
    levers = leverage(questionnaire, levels, result)
    if levers is None:
        return ()
    gates = holding_gates(result)
    found = [
        (item, _step(rise, levers, gates))
        for item in questionnaire.items
        if item.id in levels
        and (rise := next_rise(item, levels[item.id], efforts or {})) is not None
    ]
    return tuple(step for _, step in sorted(found, key=_place))


def holding_gates(result: Result) -> tuple[Blocker, ...]:
    """The gates of the band right above the one that is held; empty if no gate holds it."""
    gates = result.band.blocked_by
    return tuple(gate for gate in gates if gate.band == gates[-1].band)


def _lifts(lever: Lever, gate: Blocker) -> bool:
    match gate.gate:
        case Gate.CRITICAL_ITEM:
            return gate.id == lever.item_id
        case Gate.DIMENSION:
            return gate.id == lever.dimension and lever.in_dimension > 0
        case Gate.PILLAR:
            return gate.id == lever.pillar and lever.in_pillar > 0


def _step(rise: Rise, levers: Leverage, gates: tuple[Blocker, ...]) -> Step:
    lever = levers.levers[rise.item_id]
    pillar_gain = rise.points * lever.in_pillar
    return Step(
        item_id=rise.item_id,
        level=rise.level,
        to_level=rise.to_level,
        effort=rise.effort,
        gain=levers.overall_with({lever.pillar: pillar_gain}) - levers.overall,
        pillar_gain=pillar_gain,
        unblocks=any(_lifts(lever, gate) for gate in gates),
    )


def _place(found: tuple[Item, Step]) -> tuple[bool, float, float, float, str]:
    item, step = found
    return (
        not step.unblocks,
        -round(step.gain / step.effort, TIES),
        -round(step.gain, TIES),
        item.score(step.level),
        step.item_id,
    )
