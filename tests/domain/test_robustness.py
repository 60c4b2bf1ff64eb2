"""What holds under other scoring choices, against the method's own numbers and against scoring."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain import robustness as module
from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.robustness import DRAWS, HOLDS, Choice, robustness, share_ahead
from dashboard.domain.scoring import score
from tests.builders import DK, NA, Short, all_at, answers, data_trust, ferry_line, vectors
from tests.examples import scaled

WORKED = answers(vectors()["worked_brand"]["answers"])  # type: ignore[arg-type]
NEUTRAL = 0.5
"""In the middle of every input: equal steps, the weights and alpha of the questionnaire."""


def given_answers(questionnaire: Questionnaire) -> st.SearchStrategy[dict[str, Short]]:
    return st.fixed_dictionaries(
        {
            item.id: st.sampled_from([*item.levels, *([NA] if item.not_applicable else [])])
            for item in questionnaire.items
        }
    )


def test_the_worked_brand_comes_to_what_the_method_says() -> None:
    """Method, section on uncertainty: its figures were drawn with other points."""
    found = robustness(data_trust(), WORKED)

    assert found
    assert found.overall.low == pytest.approx(31.9, abs=0.15)
    assert found.overall.high == pytest.approx(49.6, abs=0.15)
    assert found.weakest == {"VE": 0, "DU": 0, "ST": 1}
    assert found.ahead["VE", "DU"] == pytest.approx(0.995, abs=0.002)
    for choice, first, total in (
        (Choice.CURVE, 0.85, 0.85),
        (Choice.IMBALANCE, 0.06, 0.08),
        (Choice.DIMENSION_WEIGHTS, 0.03, 0.05),
        (Choice.PILLAR_WEIGHTS, 0.02, 0.02),
        (Choice.MISSING, 0.01, 0.01),
    ):
        assert found.influence[choice].first == pytest.approx(first, abs=0.025)
        assert found.influence[choice].total == pytest.approx(total, abs=0.015)


def test_with_equal_steps_the_range_is_half_as_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CURVE", (1.0, 1.0))

    found = robustness(data_trust(), WORKED)

    assert found
    assert (found.overall.low, found.overall.high) == pytest.approx((37.2, 44.4), abs=0.1)
    assert found.influence[Choice.CURVE].total == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(("level", "points"), [(1, 0.0), (5, 100.0)])
def test_where_every_answer_is_at_one_end_no_choice_matters(level: int, points: float) -> None:
    found = robustness(data_trust(), all_at(level))

    assert found
    assert (found.overall.low, found.overall.high) == pytest.approx((points, points))
    assert {influence.total for influence in found.influence.values()} == {0.0}
    assert set(found.weakest.values()) == {0.0}
    assert set(found.ahead.values()) == {0.0}


def test_only_a_pillar_below_every_other_is_the_weakest() -> None:
    """Two that share the lowest score in every draw share nothing of a claim."""
    above = {item: one for item, one in all_at(4).items() if item.startswith("VE")}
    found = robustness(data_trust(), all_at(3) | above)

    assert found
    assert found.weakest == {"VE": 0, "DU": 0, "ST": 0}
    assert found.ahead["VE", "DU"] == found.ahead["VE", "ST"] == 1


def test_all_at_one_level_moves_with_its_step_alone() -> None:
    """100 (1/2)^g, with g from 0.75 to 1.33 and log g uniform: 5 % and 95 % lie at .05 and .95."""
    found = robustness(data_trust(), all_at(3))

    assert found
    ends = [100 * 0.5 ** (0.75 ** (1 - 2 * share)) for share in (0.95, 0.05)]
    assert (found.overall.low, found.overall.high) == pytest.approx(tuple(ends), abs=0.02)
    assert found.influence[Choice.CURVE].first == pytest.approx(1, abs=0.01)


@given(given_answers(data_trust()))
@settings(max_examples=scaled(60))
def test_in_the_middle_of_all_choices_stands_the_score(shorts: dict[str, Short]) -> None:
    expect_neutral(data_trust(), answers(shorts), NEUTRAL)


@given(given_answers(ferry_line()), st.sampled_from([0.0, 1.0]))
@settings(max_examples=scaled(60))
def test_with_another_shape_and_alpha_at_its_end_too(
    shorts: dict[str, Short], alpha: float
) -> None:
    scoring = ferry_line().scoring.model_copy(update={"imbalance": alpha})
    questionnaire = ferry_line().model_copy(update={"scoring": scoring})
    expect_neutral(questionnaire, answers(shorts), alpha)


def expect_neutral(
    questionnaire: Questionnaire, given_: dict[str, Answer], imbalance: float
) -> None:
    result = score(questionnaire, given_)
    model = module._model(questionnaire, given_)
    assert (model is None) == (result.overall.score is None)
    if model is None:
        return
    point = np.full((1, model.inputs), NEUTRAL)
    point[:, model.groups[Choice.IMBALANCE]] = imbalance
    scores = model.scores(point)
    assert scores.overall[0] == pytest.approx(result.overall.score)
    pillars = [result.pillar[p.id].score for p in questionnaire.pillars if p.weight > 0]
    assert list(scores.pillars[0]) == pytest.approx(pillars)


def test_missing_answers_are_drawn_from_every_option_alike() -> None:
    model = module._model(data_trust(), all_at(3) | answers({"VE1.1": DK}))
    assert model
    points = np.full((5, model.inputs), NEUTRAL)
    points[:, model.groups[Choice.MISSING]] = [[0.0], [0.21], [0.41], [0.61], [0.99]]

    pillar = model.scores(points).pillars[:, 0]

    assert list(pillar) == pytest.approx([50 + (s - 50) / 12 for s in (0, 25, 50, 75, 100)])


def test_without_an_overall_score_nothing_is_said() -> None:
    torn = {item: one for item, one in all_at(4).items() if not item.startswith("ST")}

    assert robustness(data_trust(), torn) is None
    assert share_ahead(data_trust(), torn, WORKED) is None


def test_the_same_answers_come_to_the_same_every_time() -> None:
    first, second = (robustness(data_trust(), WORKED) for _ in range(2))

    assert first == second
    assert first
    assert first.draws == DRAWS


def test_two_assessments_are_compared_choice_by_choice() -> None:
    known = WORKED | answers({"DU4.2": 3})
    better = known | answers({"ST4.1": 3})

    assert share_ahead(data_trust(), better, known) == 1
    assert share_ahead(data_trust(), known, better) == 0
    assert share_ahead(data_trust(), known, known) == 0
    assert HOLDS == 0.9


def test_what_nobody_knows_of_two_is_drawn_for_each_by_itself() -> None:
    """Of two levels drawn from five alike, the first is higher in 10 of 25 cases, as low in 5."""
    torn = all_at(4, VE1_1=DK)

    assert share_ahead(data_trust(), torn, torn) == pytest.approx(0.4, abs=0.01)
    better = torn | answers({"VE1.2": 5})
    assert share_ahead(data_trust(), better, torn) == pytest.approx(0.66, abs=0.01)


def test_two_assessments_meet_the_same_choices_whatever_is_missing_in_one() -> None:
    """All answers of both at one level: which is ahead is the curve's doing in no draw."""
    whole, torn = all_at(4), all_at(4, VE1_1=DK)
    better = all_at(4, VE1_1=5)

    assert share_ahead(data_trust(), better, torn) == pytest.approx(0.8, abs=0.01)
    assert share_ahead(data_trust(), whole, torn) == pytest.approx(0.6, abs=0.01)
    assert share_ahead(data_trust(), torn, whole) == pytest.approx(0.2, abs=0.01)
