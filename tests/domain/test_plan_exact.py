"""The exact plan against trying every choice, on small random questionnaires of any shape."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.plan import Plan, best_plan, greedy_plan
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import Rise, rises
from dashboard.domain.scoring import score
from dashboard.domain.walk import Answers, held, taking
from dashboard.domain.wish import Wish
from tests.domain.planned import overall, planned
from tests.domain.random_material import random_answers, random_questionnaire

SMALL = 140
"""Choices that are tried one by one."""


def every_choice(questionnaire: Questionnaire, given: Answers) -> Iterator[tuple[Rise, ...]]:
    ladders = [
        rises(item, answer.level, {})
        for item in questionnaire.items
        if (answer := given.get(item.id)) and answer.level
    ]
    for heights in product(*(range(len(ladder) + 1) for ladder in ladders)):
        yield tuple(
            rise
            for ladder, height in zip(ladders, heights, strict=True)
            for rise in ladder[:height]
        )


def small_case(random: Random) -> tuple[Questionnaire, Answers]:
    """A random assessment with an overall score, of few choices; the others are at their best."""
    while True:
        questionnaire = random_questionnaire(random)
        given = random_answers(random, questionnaire)
        if score(questionnaire, given).overall.score is None:
            continue
        choices = 1
        for item in random.sample(questionnaire.items, len(questionnaire.items)):
            level = given[item.id].level if item.id in given else None
            if level is None:
                continue
            ladder = rises(item, level, {})
            if choices * (len(ladder) + 1) > SMALL:
                best = max(item.levels, key=item.score)
                given = {**given, item.id: Answer.at(best)}
            else:
                choices *= len(ladder) + 1
        if choices > 1:
            return questionnaire, given


@pytest.mark.parametrize("seed", range(16))
def test_for_a_budget_nothing_better_is_found_by_trying_everything(seed: int) -> None:
    random = Random(seed)
    questionnaire, given = small_case(random)
    budget = random.choice([0, 1, 2, 4, 7])
    tried = [
        score(questionnaire, taking(given, choice))
        for choice in every_choice(questionnaire, given)
        if sum(rise.effort for rise in choice) <= budget
    ]
    ranked = [(held(questionnaire, one) or 0, one.overall.score or 0.0) for one in tried]

    by_score = planned(questionnaire, given, Wish(budget=budget, band_first=False))
    by_band = planned(questionnaire, given, Wish(budget=budget))
    by_order = greedy_plan(questionnaire, given, Wish(budget=budget))

    assert overall(by_score) == pytest.approx(max(of for _, of in ranked), abs=1e-5)
    assert held(questionnaire, by_band.result) == max(ranked)[0]
    assert overall(by_band) == pytest.approx(max(ranked)[1], abs=1e-5)
    assert max(by_score.effort, by_band.effort, by_order.effort) <= budget
    assert overall(by_score) >= overall(by_order) - 1e-5


@pytest.mark.parametrize("seed", range(16))
def test_for_a_band_nothing_cheaper_is_found_by_trying_everything(seed: int) -> None:
    random = Random(seed)
    questionnaire, given = small_case(random)
    rule = random.choice(questionnaire.scoring.bands)
    bands = [rule.model_copy(update={"key": "it", "from_score": max(rule.from_score, 1e-6)})]
    alone = questionnaire.model_copy(
        update={
            "scoring": questionnaire.scoring.model_copy(
                update={"bands": (questionnaire.scoring.bands[0], *bands)}
            )
        }
    )
    efforts = [
        sum(rise.effort for rise in choice)
        for choice in every_choice(alone, given)
        if held(alone, score(alone, taking(given, choice))) == 1
    ]

    found = best_plan(alone, given, Wish(band="it"))

    assert isinstance(found, Plan) == bool(efforts)
    if isinstance(found, Plan):
        assert found.effort == min(efforts)
        assert held(alone, found.result) == 1
        assert greedy_plan(alone, given, Wish(band="it")).effort >= found.effort
