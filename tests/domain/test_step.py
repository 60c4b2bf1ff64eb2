"""The next steps: their order against the method, their gains against scoring once more."""

from random import Random

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.bands import Gate
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import UNSTATED_EFFORT, rises
from dashboard.domain.scoring import score
from dashboard.domain.step import Step, next_steps
from tests.builders import (
    all_at,
    answers,
    data_trust,
    dimension,
    item,
    pillar,
    small,
    words,
    worked_brand,
)
from tests.domain.random_material import random_answers, random_questionnaire
from tests.domain.three_pillars import three_pillars


def test_the_worked_brand_begins_with_what_holds_it_and_then_with_three_cheap_steps() -> None:
    steps = next_steps(data_trust(), worked_brand())

    assert [step.item_id for step in steps[:4]] == ["ST4.1", "ST1.2", "ST3.2", "ST3.3"]
    assert [step.unblocks for step in steps].count(True) == 1
    assert [step.effort for step in steps[1:4]] == [1, 1, 1]
    assert [step.gain for step in steps[1:4]] == pytest.approx([25 / 18] * 3)
    assert steps[1].pillar_gain == pytest.approx(25 / 12)


def test_missing_answers_are_no_steps() -> None:
    steps = next_steps(data_trust(), worked_brand(VE1_1=None))

    assert not {"DU4.2", "VE3.3", "VE1.1"} & {step.item_id for step in steps}
    assert len(steps) == 33


def test_at_the_best_level_there_is_no_step() -> None:
    assert next_steps(data_trust(), all_at(5)) == ()
    assert [step.item_id for step in next_steps(data_trust(), all_at(5, VE1_1=4))] == ["VE1.1"]


def test_without_an_overall_score_there_are_no_steps() -> None:
    assert next_steps(data_trust(), {}) == ()


def test_an_effort_of_ones_own_replaces_that_of_the_questionnaire() -> None:
    steps = next_steps(data_trust(), worked_brand(), {("ST3.3", 3): 8, ("ST3.2", 4): 8})

    assert [step.item_id for step in steps[1:3]] == ["ST1.2", "ST3.2"]
    assert next(step.effort for step in steps if step.item_id == "ST3.3") == 8


def test_equal_steps_are_in_the_order_of_gain_then_score_then_id() -> None:
    """A and B gain alike; twice the effort for twice the gain comes after it; C weighs nothing."""
    questionnaire = small(
        pillar("A", dimension("A1", item("A1.1"), item("A1.2"))),
        pillar("B", dimension("B1", item("B1.1", weight=2), item("B1.2", weight=2))),
        imbalance=0,
    )
    given = answers({"A1.1": 3, "A1.2": 2, "B1.1": 2, "B1.2": 2})

    steps = next_steps(questionnaire, given, {("A1.1", 3): 0.5})

    assert [step.item_id for step in steps] == ["A1.1", "A1.2", "B1.1", "B1.2"]


@pytest.mark.parametrize(
    ("given", "gate", "marked"),
    [
        ({"A1.1": 5, "B1.1": 5, "C1.1": 2}, Gate.DIMENSION, {"C1.1"}),
        ({"A1.1": 5, "B1.1": 3, "C1.1": 3}, None, set()),
    ],
)
def test_items_below_a_failed_gate_are_marked(
    given: dict[str, int], gate: Gate | None, marked: set[str]
) -> None:
    questionnaire = three_pillars()
    blocked_by = score(questionnaire, answers(given)).band.blocked_by

    steps = next_steps(questionnaire, answers(given))

    assert (gate in {one.gate for one in blocked_by}) == bool(marked)
    assert {step.item_id for step in steps if step.unblocks} == marked


def test_only_gates_of_the_band_right_above_are_marked() -> None:
    """All at 5 but two: Managed needs a critical item at 3, Leading a dimension at 50 besides."""
    given = all_at(5, ST4_1=2, VE1_1=2, VE1_2=2, VE1_3=3)
    blocked_by = score(data_trust(), given).band.blocked_by

    steps = next_steps(data_trust(), given)

    assert {one.id for one in blocked_by} == {"ST4.1", "VE1"}
    assert [step.item_id for step in steps if step.unblocks] == ["ST4.1"]


def test_an_item_that_runs_downwards_rises_to_the_option_before() -> None:
    questionnaire = small(
        pillar("A", dimension("A1", item("A1.1", (100, 50, 50, 0)), item("A1.2", (0, 100))))
    )

    (step, *_) = next_steps(questionnaire, answers({"A1.1": 3, "A1.2": 2}))

    assert (step.item_id, step.level, step.to_level) == ("A1.1", 3, 1)
    assert step.gain == pytest.approx(25)
    assert step.effort == UNSTATED_EFFORT


def test_options_of_the_same_score_are_passed_in_one_rise_with_all_their_effort() -> None:
    actions = [
        {"from": start, "to": start + 1, "text": words("act"), "effort": effort}
        for start, effort in ((1, 2), (2, 3), (3, 5))
    ]
    (asked,) = small(
        pillar("A", dimension("A1", item("A1.1", (0, 50, 50, 100), next_actions=actions)))
    ).items

    assert [(rise.to_level, rise.effort) for rise in rises(asked, 1, {})] == [(2, 2), (4, 8)]


def test_an_action_that_leads_over_a_level_is_one_rise() -> None:
    actions = [{"from": 1, "to": 4, "text": words("act"), "effort": 7}]
    (asked,) = small(pillar("A", dimension("A1", item("A1.1", next_actions=actions)))).items

    assert [(rise.to_level, rise.effort) for rise in rises(asked, 1, {})] == [(4, 7), (5, 1)]


@pytest.mark.parametrize("seed", range(60))
def test_what_a_step_gains_is_what_scoring_says_when_it_is_taken(seed: int) -> None:
    random = Random(seed)
    questionnaire = random_questionnaire(random)
    given = random_answers(random, questionnaire)
    before = score(questionnaire, given)

    for step in next_steps(questionnaire, given):
        after = score(questionnaire, given | {step.item_id: Answer.at(step.to_level)})
        assert before.overall.score is not None
        assert after.overall.score is not None
        assert step.gain == pytest.approx(after.overall.score - before.overall.score, abs=1e-9)
        held_by = pillar_id(questionnaire, step)
        was, is_ = before.pillar[held_by].score, after.pillar[held_by].score
        assert step.pillar_gain == pytest.approx((is_ or 0) - (was or 0), abs=1e-9)
        assert step.gain >= 0


def pillar_id(questionnaire: Questionnaire, step: Step) -> str:
    return questionnaire.pillar_of[questionnaire.dimension_of[step.item_id].id].id


def test_a_pillar_of_weight_zero_gains_for_itself_alone() -> None:
    questionnaire = three_pillars(C=0)

    step = next_steps(questionnaire, answers({"A1.1": 5, "B1.1": 5, "C1.1": 3}))[0]

    assert (step.item_id, step.gain, step.pillar_gain) == ("C1.1", 0, 25)
