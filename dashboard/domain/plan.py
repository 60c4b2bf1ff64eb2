"""Plans: which steps to take for a budget or for a band, exactly, and what the plain order brings.

A plan is a calculation on self-stated effort, not a forecast. A missing answer is no step.
"""

from collections.abc import Callable, Iterable
from math import inf
from time import monotonic
from typing import Final

from dashboard.domain.bands import failed_gates
from dashboard.domain.choosing import choose, ways
from dashboard.domain.offer import Offer, Unproven, forced_steps, offer_of, profile_of
from dashboard.domain.precision import TOLERANCE, reaches
from dashboard.domain.questionnaire import BandRule, Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.rise import Efforts, Rise
from dashboard.domain.scoring import score
from dashboard.domain.step import Step
from dashboard.domain.text import Frozen
from dashboard.domain.walk import Allows, Answers, held, taking, walk
from dashboard.domain.wish import Hindrance, NoPlan, Obstacle, StepKey, Wish

SECONDS: Final = 10.0
"""After which a plan is the best so far, and said not to be proven the best."""


class Plan(Frozen):
    """Steps in the order in which to take them, each with what it gains once those before are."""

    steps: tuple[Step, ...]
    result: Result
    """What the answers come to when all steps are taken."""
    unproven: Unproven | None = None
    """Why another choice may be better; None: none is."""

    @property
    def effort(self) -> float:
        return sum(step.effort for step in self.steps)


def best_plan(
    questionnaire: Questionnaire,
    answers: Answers,
    wish: Wish,
    efforts: Efforts | None = None,
    *,
    seconds: float = SECONDS,
) -> Plan | NoPlan:
    """The exact best plan; `ValueError` for a band that the questionnaire does not have.

    The search ends after so many seconds, however many bands it tries. What is not proven to be
    the best is as good as the plain order at least.
    """
    efforts = efforts or {}
    offer = offer_of(questionnaire, answers, wish, efforts)
    if offer is None:
        return NoPlan(hindrances=(Hindrance(obstacle=Obstacle.NO_SCORE),))
    if hindrances := tuple(_hindrances(questionnaire, answers, wish, offer)):
        return NoPlan(hindrances=hindrances)
    until = monotonic() + seconds
    choice = choose(questionnaire.scoring.bands, wish, offer, until=until)
    taken = frozenset((rise.item_id, rise.level) for rise in choice.taken)
    steps = walk(questionnaire, answers, efforts, may=_among(taken))
    plan = _plan(questionnaire, answers, steps, unproven=choice.unproven)
    if plan.unproven is None:
        return plan
    order = greedy_plan(questionnaire, answers, wish, efforts)
    better = _worth(questionnaire, wish, order) > _worth(questionnaire, wish, plan)
    return order.model_copy(update={"unproven": plan.unproven}) if better else plan


def greedy_plan(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, efforts: Efforts | None = None
) -> Plan:
    """What follows from taking the next steps in their order, as far as the wish goes.

    Forced steps come first. For a budget, a step that is too dear is passed over; for a band, the
    walk ends where the band is held or no step is left.
    """
    efforts = efforts or {}
    first = forced_steps(questionnaire, answers, wish, efforts)
    reached = walk(questionnaire, answers, efforts, may=_among(first))
    further = walk(
        questionnaire,
        taking(answers, reached),
        efforts,
        may=_within(wish, sum(step.effort for step in reached)),
        until=_holding(questionnaire, wish),
    )
    return _plan(questionnaire, answers, (*reached, *further), unproven=Unproven.ORDER)


def _hindrances(
    questionnaire: Questionnaire, answers: Answers, wish: Wish, offer: Offer
) -> Iterable[Hindrance]:
    if both := offer.forced & wish.excluded:
        yield Hindrance(obstacle=Obstacle.CONTRADICTION, steps=tuple(sorted(both)))
    costs = {(rise.item_id, rise.level): rise.effort for rise in offer.rises}
    forced = sum(costs[key] for key in offer.forced)
    if wish.budget is not None and forced > wish.budget + TOLERANCE:
        yield Hindrance(obstacle=Obstacle.OVER_BUDGET, needs=forced, has=wish.budget)
    if wish.band is not None:
        short = [
            tuple(_short_of(questionnaire, answers, rule, offer))
            for rule in ways(questionnaire.scoring.bands, wish.band)
        ]
        yield from short[0] if all(short) else ()


def _short_of(
    questionnaire: Questionnaire, answers: Answers, rule: BandRule, offer: Offer
) -> Iterable[Hindrance]:
    """What the band still lacks when everything that may be done is done."""
    shut: set[str] = set()
    everything: list[Rise] = []
    for rise in offer.rises:
        if (rise.item_id, rise.level) in offer.excluded:
            shut.add(rise.item_id)
        if rise.item_id not in shut:
            everything.append(rise)
    best = taking(answers, everything)
    result = score(questionnaire, best)
    has = result.overall.score
    if has is None or not reaches(has, rule.from_score):
        yield Hindrance(obstacle=Obstacle.SCORE, needs=rule.from_score, has=has)
    for gate in failed_gates(rule, profile_of(questionnaire, best, result)):
        yield Hindrance(obstacle=Obstacle.GATE, needs=gate.needs, has=gate.has, gate=gate)


def _worth(questionnaire: Questionnaire, wish: Wish, plan: Plan) -> tuple[float, float]:
    """How well a plan meets a wish: of two plans the one that is worth more is better."""
    position = held(questionnaire, plan.result) or 0
    if wish.band is not None:
        keys = [rule.key for rule in questionnaire.scoring.bands]
        return float(position >= keys.index(wish.band)), -plan.effort
    return float(position if wish.band_first else 0), plan.result.overall.score or 0.0


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
    questionnaire: Questionnaire,
    answers: Answers,
    steps: Iterable[Step],
    *,
    unproven: Unproven | None,
) -> Plan:
    taken = tuple(steps)
    return Plan(steps=taken, result=score(questionnaire, taking(answers, taken)), unproven=unproven)
