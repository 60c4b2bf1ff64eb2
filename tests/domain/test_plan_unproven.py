"""What is said of a plan that is not proven the best, and that it is no worse than the plain order.

And the integer program, to which frontiers leave only the finest efforts, against them.
"""

from math import inf
from random import Random
from time import monotonic

import pytest

from dashboard.domain import frontier
from dashboard.domain.choosing import choose
from dashboard.domain.integer_program import Program
from dashboard.domain.knapsack import Knapsack
from dashboard.domain.offer import Choice, Offer, UndecidedError, Unproven, offer_of
from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.questionnaire import BandRule, Questionnaire
from dashboard.domain.rise import Efforts
from dashboard.domain.scoring import score
from dashboard.domain.walk import Answers, held, taking
from dashboard.domain.wish import Wish
from tests.builders import data_trust, worked_brand
from tests.domain.large import large
from tests.domain.planned import overall, planned
from tests.domain.random_material import random_answers, random_questionnaire
from tests.domain.thirds import at_two_thirds

SOON = 20.0
NO_WISH = Wish(budget=0)


def offered(
    questionnaire: Questionnaire, given: Answers, wish: Wish, efforts: Efforts | None = None
) -> Offer:
    found = offer_of(questionnaire, given, wish, efforts or {})
    assert found is not None
    return found


def program(offer: Offer, budget: float = inf, *, seconds: float = SOON) -> Program:
    return Program(offer, monotonic() + seconds, budget)


class Compared:
    """One assessment, and what either way to solve it makes of it."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        given: Answers,
        efforts: Efforts,
        wish: Wish = NO_WISH,
    ) -> None:
        self.questionnaire, self.given = questionnaire, given
        self.offer = offered(questionnaire, given, wish, efforts)

    def overall(self, choice: Choice | None) -> float | None:
        if choice is None:
            return None
        assert choice.unproven is None
        return score(self.questionnaire, taking(self.given, choice.taken)).overall.score

    def same_for(self, budget: float, band: BandRule | None) -> None:
        frontiers = Knapsack.of(self.offer, budget=budget).most_overall(band)
        solver = program(self.offer, budget).most_overall(band)
        assert self.overall(frontiers) == pytest.approx(self.overall(solver), abs=1e-5)
        if frontiers is not None:
            assert frontiers.effort <= budget + 1e-9

    def same_to(self, band: BandRule) -> None:
        frontiers = Knapsack.of(self.offer).least_effort(band)
        solver = program(self.offer).least_effort(band)
        assert (frontiers and frontiers.effort) == pytest.approx(solver and solver.effort)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_frontiers_and_the_integer_program_agree_on_60_items(seed: int) -> None:
    many = large(60, seed, weighted=seed % 2 == 1)
    compared = Compared(*many)
    bands = many.questionnaire.scoring.bands

    compared.same_for(15, None)
    compared.same_for(40, bands[2])
    compared.same_to(bands[3])


@pytest.mark.parametrize("seed", range(40))
def test_they_agree_on_whatever_the_format_allows(seed: int) -> None:
    random = Random(seed)
    while True:
        questionnaire = random_questionnaire(random)
        given = random_answers(random, questionnaire)
        if score(questionnaire, given).overall.score is not None:
            break
    unit = random.choice([0.5, 1.0, 0.1])
    efforts = {
        (item.id, level): unit * random.randint(1, 20)
        for item in questionnaire.items
        for level in item.levels
    }
    must, must_not = random.choices(questionnaire.items, k=2)
    wish = Wish(
        budget=0,
        forced=frozenset({(must.id, random.choice(must.levels))}),
        excluded=frozenset(
            {(must_not.id, random.choice(must_not.levels))} if must != must_not else ()
        ),
    )
    compared = Compared(questionnaire, given, efforts, wish if seed % 2 else NO_WISH)

    compared.same_for(unit * random.randint(0, 120), random.choice(questionnaire.scoring.bands))
    compared.same_for(unit * random.randint(0, 120), None)
    compared.same_to(random.choice(questionnaire.scoring.bands))


def test_a_threshold_that_a_thousand_choices_just_miss_is_told_from_running_out_of_time() -> None:
    questionnaire, given = at_two_thirds()
    offer, high = offered(questionnaire, given, Wish(band="high")), questionnaire.scoring.bands[1]

    choice = program(offer).least_effort(high)
    assert choice
    assert (choice.effort, choice.unproven) == (37, Unproven.PRECISION)
    with pytest.raises(UndecidedError) as undecided:
        program(offer, seconds=0).least_effort(high)
    assert undecided.value.why is Unproven.TIME


@pytest.mark.parametrize(
    "wish", [Wish(budget=20), Wish(budget=20, band_first=False), Wish(band="defined")]
)
@pytest.mark.parametrize("fine", [False, True])
def test_out_of_time_a_plan_says_so_and_is_the_plain_order(wish: Wish, *, fine: bool) -> None:
    efforts = {("ST1.2", 3): 1.000000001} if fine else {}
    given = worked_brand()

    plan = best_plan(data_trust(), given, wish, efforts, seconds=0)

    plain_order = greedy_plan(data_trust(), given, wish, efforts)
    assert isinstance(plan, Plan)
    assert plan.unproven is Unproven.TIME
    assert plain_order.unproven is Unproven.ORDER
    assert plan.steps == plain_order.steps


def test_all_bands_that_are_tried_share_one_end() -> None:
    """A budget asks for each band in turn, and none of them gets seconds of its own."""
    given, wish = worked_brand(), Wish(budget=20)
    rules = data_trust().scoring.bands

    choice = choose(rules, wish, offered(data_trust(), given, wish), until=monotonic())

    assert choice == Choice((), Unproven.TIME)


@pytest.mark.slow
def test_efforts_too_fine_for_units_are_put_in_order() -> None:
    """One of a ten-millionth more makes millions of units; choices are few all the same."""
    given, wish = worked_brand(), Wish(budget=10)
    efforts = {("ST1.2", 3): 1.0000001}

    found = Knapsack.of(offered(data_trust(), given, wish, efforts), budget=10).most_overall(
        data_trust().scoring.bands[2]
    )

    solved = program(offered(data_trust(), given, wish, efforts), 10).most_overall(
        data_trust().scoring.bands[2]
    )
    assert found
    assert solved
    assert found.effort <= 10
    assert found.unproven is None
    assert [
        score(data_trust(), taking(given, one.taken)).overall.score for one in (found, solved)
    ] == pytest.approx([47.916667] * 2)


@pytest.mark.parametrize("wish", [Wish(budget=10), Wish(band="defined")])
def test_what_is_too_fine_for_frontiers_the_solver_finds(
    wish: Wish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes hundreds of questions and random efforts to come to so many choices."""
    given, usual = worked_brand(), planned(data_trust(), worked_brand(), wish)
    monkeypatch.setattr(frontier, "MOST_UNITS", 5)
    monkeypatch.setattr(frontier, "MOST_PAIRS", 5)

    with pytest.raises(frontier.TooFineError):
        Knapsack.of(offered(data_trust(), given, wish)).most_overall(None)
    plan = planned(data_trust(), given, wish)

    assert overall(plan) == pytest.approx(overall(usual))
    assert plan.effort == usual.effort


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_180_items_are_planned_and_proven_and_better_than_the_plain_order(seed: int) -> None:
    many = large(180, seed, weighted=bool(seed))

    for wish in (Wish(budget=90), Wish(band="defined")):
        plan = best_plan(*many[:2], wish, many.efforts)
        order = greedy_plan(*many[:2], wish, many.efforts)
        assert isinstance(plan, Plan)
        assert plan.unproven is None
        if wish.band:
            assert plan.effort < order.effort
            assert held(many.questionnaire, plan.result) == 2
        else:
            assert overall(plan) > overall(order)
