"""The exact plan against the method's figures, against trying everything, and against the order."""

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.bands import Gate
from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.scoring import score
from dashboard.domain.walk import Answers
from dashboard.domain.wish import NoPlan, Obstacle, Wish
from tests.builders import (
    all_at,
    answers,
    changed,
    data_trust,
    dimension,
    ferry_line,
    item,
    pillar,
    small,
    vectors,
    worked_brand,
)
from tests.domain.planned import overall, planned
from tests.domain.thirds import at_two_thirds
from tests.domain.three_pillars import three_pillars

LIFTED = frozenset({("ST4.1", 1)})


def test_ten_points_bring_the_worked_brand_to_defined() -> None:
    plan = planned(data_trust(), worked_brand(), Wish(budget=10))

    assert overall(plan) == pytest.approx(vectors()["plan_budget_10_forced"]["overall"])
    assert (plan.result.band.secured, plan.result.band.possible) == ("defined", "defined")
    assert plan.steps[0].item_id == "ST4.1"
    assert plan.steps[0].unblocks


def test_ten_points_for_the_score_alone_leave_the_band() -> None:
    plan = planned(data_trust(), worked_brand(), Wish(budget=10, band_first=False))

    assert overall(plan) == pytest.approx(vectors()["plan_budget_10"]["overall"])
    assert plan.effort == vectors()["plan_budget_10"]["effort"]
    assert plan.result.band.awarded == "developing"


def test_forcing_the_step_that_blocks_comes_to_the_same_as_the_band_first() -> None:
    plan = planned(data_trust(), worked_brand(), Wish(budget=10, band_first=False, forced=LIFTED))

    assert overall(plan) == pytest.approx(48.4375)


@pytest.mark.parametrize(
    ("budget", "best", "greedy"), [(20, 54.513889, 53.472222), (40, 62.5, 61.458333)]
)
def test_the_exact_plan_beats_the_plain_order(budget: float, best: float, greedy: float) -> None:
    """Method 3.18 has 61.63 for the order at 40: it broke ties by the last digit of a float."""
    wish = Wish(budget=budget, band_first=False)

    assert overall(planned(data_trust(), worked_brand(), wish)) == pytest.approx(best)
    assert overall(greedy_plan(data_trust(), worked_brand(), wish)) == pytest.approx(greedy)


def test_managed_takes_the_worked_brand_43_points_in_23_steps() -> None:
    given = worked_brand(DU4_2=3)
    plan = planned(data_trust(), given, Wish(band="managed"))

    assert plan.effort == vectors()["least_effort_managed"]["effort"]
    assert len(plan.steps) == 23
    assert plan.result.band.awarded == "managed"
    assert greedy_plan(data_trust(), given, Wish(band="managed")).effort > plan.effort


def test_one_level_of_each_stewardship_item_for_five_points_is_what_trying_all_finds() -> None:
    """Method 3.18: 46.1806, which is four steps of 25/18."""
    given = worked_brand()
    excluded = frozenset(
        (item.id, level)
        for item in data_trust().items
        for level in item.levels
        if not item.id.startswith("ST") or given[item.id].level != level
    )
    plan = planned(data_trust(), given, Wish(budget=5, band_first=False, excluded=excluded))

    assert overall(plan) == pytest.approx(46.180556, abs=1e-6)
    assert len(plan.steps) == 4


def test_what_holds_within_the_solvers_tolerance_alone_does_not_hold() -> None:
    """One item of two makes 50, a ten-millionth short of the band; HiGHS looks to a millionth."""
    bands = [{"key": "low", "from": 0}, {"key": "high", "from": 50 + 1e-7}]
    pair = (item("A1.1", (0, 100)), item("A1.2", (0, 100)))
    questionnaire = small(pillar("A", dimension("A1", *pair)), bands=bands)
    given = answers({"A1.1": 1, "A1.2": 1})

    assert planned(questionnaire, given, Wish(band="high")).effort == 2
    one_step = Wish(budget=1)
    assert planned(questionnaire, given, one_step).result.band.raw == "low"


def test_a_threshold_that_a_thousand_choices_just_miss_is_reached_by_one_step_more() -> None:
    questionnaire, given = at_two_thirds()

    plan = planned(questionnaire, given, Wish(band="high"))

    assert (plan.effort, plan.result.band.awarded) == (37, "high")


def test_efforts_that_just_miss_the_budget_do_not_keep_the_search_from_ending() -> None:
    """At 1.00000001 a step, nine fit into 10 and ten do not."""
    efforts = {(item.id, level): 1.00000001 for item in data_trust().items for level in item.levels}

    plan = best_plan(data_trust(), all_at(2), Wish(budget=10, band_first=False), efforts)

    assert isinstance(plan, Plan)
    assert len(plan.steps) == 9
    assert overall(plan) == pytest.approx(31.25)


def test_a_band_is_held_through_a_higher_one_whose_gates_are_lower() -> None:
    """From 40 the dear item has to be at its best; from 50 nothing has, and the cheap one does."""
    bands = [{"key": "low", "from": 0}, {"key": "mid", "from": 40, "critical": 100}]
    bands.append({"key": "high", "from": 50})
    pair = (item("A1.1", (0, 100), critical=True), item("A1.2", (0, 100)))
    questionnaire = small(pillar("A", dimension("A1", *pair)), bands=bands)
    given = answers({"A1.1": 1, "A1.2": 1})
    dear, never = {("A1.1", 1): 9.0}, frozenset({("A1.1", 1)})

    plan = best_plan(questionnaire, given, Wish(band="mid"), dear)
    assert isinstance(plan, Plan)
    assert (plan.effort, plan.result.band.awarded) == (1, "high")
    assert planned(questionnaire, given, Wish(band="mid", excluded=never)).effort == 1


@pytest.mark.parametrize("alpha", [0.0, 1.0])
def test_with_alpha_at_either_end_the_budget_goes_where_it_counts(alpha: float) -> None:
    questionnaire = changed(three_pillars(), imbalance=alpha)
    given = answers({"A1.1": 1, "B1.1": 2, "C1.1": 2})

    plan = planned(questionnaire, given, Wish(budget=4))

    assert overall(plan) == pytest.approx(50 if alpha else 25 * 6 / 3)
    assert plan.effort == 4


def test_what_would_bring_nothing_is_not_taken() -> None:
    """With the weakest pillar alone, three steps for two pillars leave one idle."""
    questionnaire = changed(three_pillars(), imbalance=1.0)
    given = answers({"A1.1": 2, "B1.1": 2, "C1.1": 5})

    assert planned(questionnaire, given, Wish(budget=3)).effort == 2


def test_a_pillar_of_weight_zero_is_raised_for_its_gate_alone() -> None:
    questionnaire = three_pillars(C=0)
    given = answers({"A1.1": 3, "B1.1": 3, "C1.1": 1})

    assert (
        planned(questionnaire, given, Wish(budget=2, band_first=False)).steps[0].item_id != "C1.1"
    )
    plan = planned(questionnaire, given, Wish(band="good"))
    assert [(step.item_id, step.to_level) for step in plan.steps] == [("C1.1", 2), ("C1.1", 3)]


def test_what_does_not_apply_or_is_missing_stays_as_it_is() -> None:
    given = worked_brand()
    plan = planned(data_trust(), given, Wish(budget=60))
    touched = {step.item_id for step in plan.steps}

    assert not touched & {"VE3.3", "DU4.2"}
    assert plan.result.coverage == score(data_trust(), given).coverage


def test_excluded_steps_stay_out_with_all_that_would_follow() -> None:
    excluded = frozenset({("ST1.2", 3), ("ST4.1", 2)})
    plan = planned(data_trust(), worked_brand(), Wish(budget=60, excluded=excluded))

    taken = {(step.item_id, step.level) for step in plan.steps}
    assert not taken & {("ST1.2", 3), ("ST1.2", 4), ("ST4.1", 2), ("ST4.1", 3)}
    assert ("ST4.1", 1) in taken


def test_a_forced_step_brings_those_before_it() -> None:
    forced = frozenset({("VE1.3", 3)})
    wish = Wish(budget=10, forced=forced)

    for plan in (
        planned(data_trust(), worked_brand(), wish),
        greedy_plan(data_trust(), worked_brand(), wish),
    ):
        taken = [(step.item_id, step.level) for step in plan.steps]
        assert {("VE1.3", 2), ("VE1.3", 3)} <= set(taken)


def test_each_step_gains_on_those_before_it() -> None:
    plan = planned(data_trust(), worked_brand(), Wish(budget=20))

    before = score(data_trust(), worked_brand()).overall.score
    assert before is not None
    assert sum(step.gain for step in plan.steps) == pytest.approx(overall(plan) - before)


def hindrances(given: Answers, wish: Wish) -> list[Obstacle]:
    found = best_plan(data_trust(), given, wish)
    assert isinstance(found, NoPlan)
    return [one.obstacle for one in found.hindrances]


def test_what_cannot_be_is_said_with_its_reason() -> None:
    given = worked_brand()
    far = frozenset({("ST4.1", 3)})

    assert hindrances({}, Wish(budget=10)) == [Obstacle.NO_SCORE]
    assert hindrances(given, Wish(budget=4, forced=far)) == [Obstacle.OVER_BUDGET]
    assert hindrances(given, Wish(budget=99, forced=far, excluded=LIFTED)) == [
        Obstacle.CONTRADICTION
    ]
    assert hindrances(given, Wish(band="defined", excluded=LIFTED)) == [Obstacle.GATE]
    assert hindrances(worked_brand(ST4_1="DK"), Wish(band="managed")) == [Obstacle.GATE]
    everything = frozenset((item, level) for item in given for level in range(1, 6))
    assert Obstacle.SCORE in hindrances(given, Wish(band="managed", excluded=everything))


def test_a_gate_that_stays_shut_is_named() -> None:
    found = best_plan(data_trust(), worked_brand(), Wish(band="defined", excluded=LIFTED))

    assert isinstance(found, NoPlan)
    (one,) = found.hindrances
    assert one.gate
    assert (one.gate.gate, one.gate.id, one.needs, one.has) == (Gate.CRITICAL_ITEM, "ST4.1", 25, 0)


def test_at_the_top_and_without_a_budget_the_plan_is_empty() -> None:
    assert planned(data_trust(), all_at(5), Wish(budget=10)).steps == ()
    assert planned(data_trust(), worked_brand(), Wish(budget=0)).steps == ()
    assert planned(data_trust(), worked_brand(), Wish(band="developing")).steps == ()


def test_a_plan_is_for_a_budget_or_for_a_band() -> None:
    for both_or_neither in ({}, {"budget": 1, "band": "defined"}):
        with pytest.raises(ValueError, match="for a budget or for a band"):
            Wish.model_validate(both_or_neither)
    with pytest.raises(ValueError, match="has no band perfect"):
        best_plan(data_trust(), worked_brand(), Wish(band="perfect"))


def test_the_ferry_line_is_planned_like_any_other() -> None:
    given = {item.id: Answer.at(min(item.levels, key=item.score)) for item in ferry_line().items}

    plan = planned(ferry_line(), given, Wish(budget=6))

    assert overall(plan) >= overall(greedy_plan(ferry_line(), given, Wish(budget=6)))
    assert plan.steps
