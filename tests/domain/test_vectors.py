"""The numbers of `tests/vectors/method.json`, which were worked out apart from this code."""

from itertools import count

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from tests.builders import (
    DK,
    all_at,
    data_trust,
    dimension,
    item,
    pillar,
    small,
    vectors,
    worked_brand,
)

SIX_DECIMALS = 5e-7
"""The vectors are rounded to six decimals."""


def scored(answers: dict[str, Answer]) -> Result:
    return score(data_trust(), answers)


def approx(value: object) -> object:
    return pytest.approx(value, abs=SIX_DECIMALS)


def test_the_worked_brand_has_the_scores_of_the_vector():
    vector, result = vectors()["worked_brand"], scored(worked_brand())

    assert {d.id: d.score for d in result.dimensions} == approx(vector["dims"])
    assert {p.id: p.score for p in result.pillars} == approx(vector["pillars"])
    assert result.overall.score == approx(vector["overall"])


def test_the_worked_brand_has_the_bounds_of_the_vector():
    vector, result = vectors()["worked_brand"], scored(worked_brand())

    assert [result.overall.low, result.overall.high] == approx(vector["overall_bounds"])
    assert [result.pillar["DU"].low, result.pillar["DU"].high] == approx(vector["DU_bounds"])


def test_the_worked_brand_has_the_bands_of_the_vector():
    vector, band = vectors()["worked_brand"], scored(worked_brand()).band

    assert [band.raw] == keys(vector["band_raw"])
    assert [band.awarded] == keys(vector["band"])


def test_one_weak_critical_item_holds_an_excellent_brand_back():
    vector, result = vectors()["gate_example"], scored(all_at(5, ST4_1=2))

    assert result.overall.score == approx(vector["overall"])
    assert [result.band.raw] == keys(vector["raw"])
    assert [result.band.awarded] == keys(vector["band"])


def test_an_unknown_critical_item_leaves_a_range_of_bands():
    vector, result = vectors()["unknown_critical"], scored(all_at(4, ST4_1=DK))

    assert result.overall.score == approx(vector["overall"])
    assert [result.band.secured, result.band.possible] == keys(vector["range"])


def test_hiding_weak_answers_raises_the_score_and_widens_its_bounds():
    vector = vectors()["hide_weak"]

    result = scored(worked_brand(ST4_1=2, ST2_1=DK, ST4_2=DK, ST4_3=DK))

    assert result.overall.score == approx(vector["point"])
    assert [result.overall.low, result.overall.high] == approx(vector["bounds"])


def test_evidence_caps_what_is_claimed():
    vector = vectors()["evidence"]

    graded = {
        "ST1.1": Answer.at(4, evidence=1),
        "ST1.2": Answer.at(5, evidence=0),
        "ST1.3": Answer.at(4, evidence=2),
    }
    permission_first = scored(graded).dimension["ST1"]

    assert permission_first.score == approx(vector["claimed"])
    assert permission_first.evidenced == approx(vector["evidenced"])


@pytest.mark.parametrize("vector", vectors()["mmf"], ids=str)
def test_the_overall_score_lies_between_the_mean_and_the_weakest_pillar(vector):
    questionnaire, answers = with_pillar_scores(vector["p"], alpha=vector["alpha"])

    result = score(questionnaire, answers)

    assert [p.score for p in result.pillars] == vector["p"]
    assert result.overall.score == approx(vector["value"])


def with_pillar_scores(
    scores: list[float], *, alpha: float
) -> tuple[Questionnaire, dict[str, Answer]]:
    """One item a pillar, whose second option is worth just what the pillar shall score."""
    numbered = dict(zip(count(1), scores, strict=False))
    pillars = [
        pillar(f"P{n}", dimension(f"D{n}", item(f"I{n}", [0, points or 0, 100])))
        for n, points in numbered.items()
    ]
    answers = {f"I{n}": Answer.at(2) for n in numbered}
    return small(*pillars, imbalance=alpha), answers


def keys(names: object) -> list[str]:
    """Bands' names as the vectors write them, as keys."""
    listed = names if isinstance(names, list) else [names]
    return [str(name).lower() for name in listed]
