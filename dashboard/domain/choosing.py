"""The best choice for a wish: which bands are tried in which order, and by which solver."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from dashboard.domain.frontier import TooFineError
from dashboard.domain.integer_program import Program
from dashboard.domain.knapsack import Knapsack
from dashboard.domain.offer import Choice, Offer, UndecidedError, Unproven
from dashboard.domain.questionnaire import BandRule
from dashboard.domain.wish import Wish

Rules = Sequence[BandRule]
"""Those of all bands, from the lowest."""
Ask = Callable[[], Choice | None]


def choose(rules: Rules, wish: Wish, offer: Offer, *, until: float) -> Choice:
    """The best choice found until then; if there is none, unproven, what is forced."""
    found: list[Choice] = []
    why: Unproven | None = None
    for ask in _asks(rules, wish, offer, until):
        try:
            choice = ask()
        except UndecidedError as undecided:
            why = why or undecided.why
            continue
        if choice is not None:
            found.append(choice)
            if wish.band is None:
                break
    if not found:
        forced = (rise for rise in offer.rises if (rise.item_id, rise.level) in offer.forced)
        return Choice(tuple(forced), why or Unproven.PRECISION)
    best = min(found, key=lambda choice: choice.effort)
    return replace(best, unproven=why or next(filter(None, (c.unproven for c in found)), None))


def ways(rules: Rules, band: str) -> list[BandRule]:
    """The rule of a band, then those above it that can hold where it does not: a gate is lower."""
    keys = [rule.key for rule in rules]
    if band not in keys:
        raise ValueError(f"the questionnaire has no band {band}")
    wanted, *above = rules[keys.index(band) :]
    return [wanted, *(rule for rule in above if _has_a_lower_gate(rule, wanted))]


def _asks(rules: Rules, wish: Wish, offer: Offer, until: float) -> Iterator[Ask]:
    """All that is to be compared for a band; for a budget, the first that can be is the best."""
    budget = inf if wish.budget is None else wish.budget
    first = Knapsack.of(offer, budget=budget, until=until)
    then = Program(offer, until, budget)
    if wish.band is not None:
        for rule in ways(rules, wish.band):
            yield _either(partial(first.least_effort, rule), partial(then.least_effort, rule))
        return
    for wanted in (*(reversed(rules[1:]) if wish.band_first else ()), None):
        yield _either(partial(first.most_overall, wanted), partial(then.most_overall, wanted))


def _either(first: Ask, then: Ask) -> Ask:
    """The integer program answers what is too fine for frontiers."""

    def ask() -> Choice | None:
        try:
            return first()
        except TooFineError:
            return then()

    return ask


def _has_a_lower_gate(rule: BandRule, than: BandRule) -> bool:
    pairs = (
        (rule.pillar, than.pillar),
        (rule.dimension, than.dimension),
        (rule.critical, than.critical),
    )
    return any(has is not None and (of is None or of < has) for of, has in pairs)
