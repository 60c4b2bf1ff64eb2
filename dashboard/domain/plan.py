"""Plans: which steps to take for a budget or for a band, exactly, and what the plain order brings.

A plan is a calculation on self-stated effort, not a forecast. A missing answer is no step.
"""

from collections.abc import Callable, Iterable
from math import inf

from dashboard.domain.answer import State
from dashboard.domain.bands import Profile, failed_gates
from dashboard.domain.integer_program import Choice, Program
from dashboard.domain.leverage import leverage
from dashboard.domain.precision import TOLERANCE, reaches
from dashboard.domain.questionnaire import BandRule, Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts, Rise, rises
from dashboard.domain.scoring import score
from dashboard.domain.step import Step
from dashboard.domain.text import Frozen
from dashboard.domain.walk import Allows, Answers, held, taking, walk
from dashboard.domain.wish import Hindrance, NoPlan, Obstacle, StepKey, Wish


class Plan(Frozen):
    """Steps in the order in which to take them, each with what it gains once those before are."""

    steps: tuple[Step, ...]
    result: Result
    """What the answers come to when all steps are taken."""
    proven: bool = True
    """Whether no other choice is better; not if the solver ran out of time."""

    @property
    def effort(self) -> float:
        return sum(step.effort for step in self.steps)


def best_plan(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts | None = None
) -> Plan | NoPlan:
    """The exact best plan; `ValueError` for a band that the questionnaire does not have."""
    efforts = efforts or {}
    program = _program(questionnaire, answers, wish, efforts)
    if program is None:
        return NoPlan(hindrances=(Hindrance(obstacle=Obstacle.NO_SCORE),))
    if hindrances := tuple(_hindrances(questionnaire, answers, wish, program)):
        return NoPlan(hindrances=hindrances)
    choice = _choice(questionnaire, wish, program)
    if choice is None:  # none in time, or none clear of what the solver cannot tell apart
        return greedy_plan(questionnaire, answers, wish, efforts)
    taken = frozenset((rise.item_id, rise.level) for rise in choice.taken)
    steps = walk(questionnaire, answers, efforts, may=_among(taken))
    return _plan(questionnaire, answers, steps, proven=choice.proven)


def greedy_plan(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts | None = None
) -> Plan:
    """What follows from taking the next steps in their order, as far as the wish goes.

    Forced steps come first. For a budget, a step that is too dear is passed over; for a band, the
    walk ends where the band is held or no step is left.
    """
    efforts = efforts or {}
    first = _forced(questionnaire, answers, wish, efforts)
    reached = walk(questionnaire, answers, efforts, may=_among(first))
    further = walk(
        questionnaire,
        taking(answers, reached),
        efforts,
        may=_within(wish, sum(step.effort for step in reached)),
        until=_holding(questionnaire, wish),
    )
    return _plan(questionnaire, answers, (*reached, *further), proven=False)


def _program(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts
) -> Program | None:
    result = score(questionnaire, answers)
    levels = {id_: one.level for id_, one in answers.items() if one.level is not None}
    levers = leverage(questionnaire, levels, result)
    if levers is None:
        return None
    profile = _profile(questionnaire, answers, result)
    return Program(
        rises=_rises(questionnaire, answers, efforts),
        leverage=levers,
        dimensions=profile.dimensions,
        critical=profile.critical_items,
        forced=_forced(questionnaire, answers, wish, efforts),
        excluded=wish.excluded,
    )


def _rises(questionnaire: Questionnaire, answers: Answers, efforts: Efforts) -> tuple[Rise, ...]:
    return tuple(
        rise
        for item in questionnaire.items
        if (answer := answers.get(item.id)) and answer.level is not None
        for rise in rises(item, answer.level, efforts)
    )


def _forced(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts
) -> frozenset[StepKey]:
    """The forced steps that are there to be taken, with those before them."""
    found: set[StepKey] = set()
    waiting: list[StepKey] = []
    for rise in _rises(questionnaire, answers, efforts):
        if waiting and waiting[0][0] != rise.item_id:
            waiting = []
        waiting.append((rise.item_id, rise.level))
        if waiting[-1] in wish.forced:
            found |= set(waiting)
    return frozenset(found)


def _profile(questionnaire: Questionnaire, answers: Answers, result: Result) -> Profile:
    """The scores at which gates look, of what is published and of critical items that apply."""
    levels: dict[str, float | None] = {}
    for item in questionnaire.items:
        answer = answers.get(item.id)
        if item.critical and (answer is None or answer.state is not State.NOT_APPLICABLE):
            levels[item.id] = item.score(answer.level) if answer and answer.level else None
    return Profile(
        pillars={one.id: one.score for one in result.pillars if one.score is not None},
        dimensions={one.id: one.score for one in result.dimensions if one.score is not None},
        critical_items=levels,
    )


def _hindrances(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, program: Program
) -> Iterable[Hindrance]:
    if both := program.forced & wish.excluded:
        yield Hindrance(obstacle=Obstacle.CONTRADICTION, steps=tuple(sorted(both)))
    costs = {(rise.item_id, rise.level): rise.effort for rise in program.rises}
    forced = sum(costs[key] for key in program.forced)
    if wish.budget is not None and forced > wish.budget + TOLERANCE:
        yield Hindrance(obstacle=Obstacle.OVER_BUDGET, needs=forced, has=wish.budget)
    if wish.band is not None:
        short = [
            tuple(_short_of(questionnaire, answers, rule, program))
            for rule in _ways(questionnaire, wish.band)
        ]
        yield from short[0] if all(short) else ()


def _short_of(
    questionnaire: Questionnaire, answers: Answers, rule: BandRule, program: Program
) -> Iterable[Hindrance]:
    """What the band still lacks when everything that may be done is done."""
    shut: set[str] = set()
    everything: list[Rise] = []
    for rise in program.rises:
        if (rise.item_id, rise.level) in program.excluded:
            shut.add(rise.item_id)
        if rise.item_id not in shut:
            everything.append(rise)
    best = taking(answers, everything)
    result = score(questionnaire, best)
    has = result.overall.score
    if has is None or not reaches(has, rule.from_score):
        yield Hindrance(obstacle=Obstacle.SCORE, needs=rule.from_score, has=has)
    for gate in failed_gates(rule, _profile(questionnaire, best, result)):
        yield Hindrance(obstacle=Obstacle.GATE, needs=gate.needs, has=gate.has, gate=gate)


def _ways(questionnaire: Questionnaire, band: str) -> list[BandRule]:
    """The rule of a band, then those above it that can hold where it does not: a gate is lower."""
    rules = questionnaire.scoring.bands
    keys = [rule.key for rule in rules]
    if band not in keys:
        raise ValueError(f"{questionnaire.reference} has no band {band}")
    wanted, *above = rules[keys.index(band) :]
    return [wanted, *(rule for rule in above if _has_a_lower_gate(rule, wanted))]


def _has_a_lower_gate(rule: BandRule, than: BandRule) -> bool:
    pairs = (
        (rule.pillar, than.pillar),
        (rule.dimension, than.dimension),
        (rule.critical, than.critical),
    )
    return any(has is not None and (of is None or of < has) for of, has in pairs)


def _choice(questionnaire: Questionnaire, wish: Wish, program: Program) -> Choice | None:
    if wish.band is not None:
        ways = [program.least_effort(rule) for rule in _ways(questionnaire, wish.band)]
        return min(filter(None, ways), key=lambda choice: choice.effort, default=None)
    budget = wish.budget or 0.0
    if wish.band_first:
        for rule in reversed(questionnaire.scoring.bands[1:]):
            if choice := program.most_overall(budget, rule):
                return choice
    return program.most_overall(budget, None)


def _among(keys: frozenset[StepKey]) -> Allows:
    return lambda step, _: (step.item_id, step.level) in keys


def _within(wish: Wish, already: float) -> Allows:
    """Not excluded, and not beyond the budget, of which some is spent already."""
    left = inf if wish.budget is None else wish.budget - already + TOLERANCE

    def within(step: Step, spent: float) -> bool:
        return (step.item_id, step.level) not in wish.excluded and spent + step.effort <= left

    return within


def _holding(questionnaire: Questionnaire, wish: Wish) -> Callable[[Answers], bool] | None:
    """Whether the answers hold the band that is wished for."""
    if wish.band is None:
        return None
    wanted = [rule.key for rule in questionnaire.scoring.bands].index(wish.band)

    def holding(answers: Answers) -> bool:
        position = held(questionnaire, score(questionnaire, answers))
        return position is not None and position >= wanted

    return holding


def _plan(
    questionnaire: Questionnaire, answers: Answers, steps: Iterable[Step], *, proven: bool
) -> Plan:
    taken = tuple(steps)
    return Plan(steps=taken, result=score(questionnaire, taking(answers, taken)), proven=proven)
