"""The scoring agrees, number by number, with a plain second writing of the method.

`CANDOUR_FUZZ` sets how many random assessments of each questionnaire it tries.
"""

import os
from fractions import Fraction
from random import Random

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.scoring import score
from tests.builders import changed, data_trust, ferry_line, worked_brand
from tests.domain.random_material import random_answers, random_questionnaire
from tests.domain.second_opinion import Block, Opinion, Points, second_opinion

CASES = min(int(os.environ.get("CANDOUR_FUZZ", "150")), 2000)


def assert_they_agree(questionnaire: Questionnaire, answers: dict[str, Answer]) -> Result:
    result, opinion = score(questionnaire, answers), second_opinion(questionnaire, answers)
    told = f"{answers!r} of {questionnaire.pillars!r}, {questionnaire.scoring!r}"
    for name, estimate in result.dimension.items():
        assert as_told(estimate) == pytest.approx(opinion.dimensions[name], abs=1e-9), told
    for name, pillar in result.pillar.items():
        assert as_told(pillar) == pytest.approx(opinion.pillars[name], abs=1e-9), told
    overall = as_told(result.overall) | {"average": result.overall.average}
    assert overall == pytest.approx(opinion.overall, abs=1e-9), told
    band = result.band
    assert (band.raw, band.secured, band.possible) == bands_of(opinion), told
    assert (band.awarded, band.provisional) == (opinion.awarded, opinion.provisional), told
    assert len(band.blocked_by) == len(opinion.blocked_by), told
    blocks = {
        Block(b.band, b.gate, b.id, rounded(b.needs), rounded(b.has)) for b in band.blocked_by
    }
    assert blocks == {
        Block(b.band, b.gate, b.id, rounded(b.needs), rounded(b.has)) for b in opinion.blocked_by
    }, told
    return result


def as_told(estimate: Estimate) -> dict[str, float | None]:
    return {name: getattr(estimate, name) for name in ("score", "low", "high", "evidenced")}


def bands_of(opinion: Opinion) -> tuple[str | None, str | None, str | None]:
    return opinion.raw, opinion.secured, opinion.possible


def rounded(value: float | Points) -> Fraction:
    """To compare floats with fractions; -1 stands for none."""
    return Fraction(-1) if value is None else Fraction(round(float(value), 6))


def variants() -> dict[str, Questionnaire]:
    return {
        "data-trust": data_trust(),
        "ferry-line": ferry_line(),
        "alpha-0": changed(ferry_line(), imbalance=0.0),
        "alpha-1": changed(ferry_line(), imbalance=1.0),
        "pillar-of-weight-0": changed(ferry_line(), parts={"BK": {"weight": 0}}),
        "data-trust-pillar-of-weight-0": changed(data_trust(), parts={"ST": {"weight": 0}}),
    }


def test_the_second_opinion_knows_the_worked_brand():
    opinion = second_opinion(data_trust(), worked_brand())

    assert opinion.overall["score"] == Fraction(325, 8)
    assert opinion.overall["average"] == Fraction(1100, 24)
    assert (opinion.raw, opinion.awarded) == ("defined", "developing")


@pytest.mark.slow
@pytest.mark.parametrize("name", variants())
def test_both_agree_on_random_assessments(name):
    questionnaire, random = variants()[name], Random(name)
    published = provisional = blocked = 0

    for _ in range(CASES):
        result = assert_they_agree(questionnaire, random_answers(random, questionnaire))
        published += result.overall.published
        provisional += result.band.provisional is True
        blocked += bool(result.band.blocked_by)

    assert min(published, provisional, blocked) > CASES // 40, "the assessments were all alike"


@pytest.mark.slow
def test_both_agree_on_random_questionnaires():
    random = Random("any shape")

    for _ in range(CASES // 2):
        questionnaire = random_questionnaire(random)
        for _ in range(8):
            assert_they_agree(questionnaire, random_answers(random, questionnaire))
