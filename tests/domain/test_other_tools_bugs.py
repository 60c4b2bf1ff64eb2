"""Mistakes that assessment tools are known for. Each test fails if one of them comes in."""

import pytest

from dashboard.domain.bands import band_of
from dashboard.domain.precision import TOLERANCE
from dashboard.domain.scoring import score
from tests.builders import (
    DK,
    NA,
    all_at,
    answers,
    data_trust,
    dimension,
    ferry_line,
    item,
    pillar,
    small,
)


def test_not_applicable_is_not_zero():
    result = score(data_trust(), all_at(4, VE3_3=NA))

    assert result.dimension["VE3"].score == 75
    assert (result.dimension["VE3"].low, result.dimension["VE3"].high) == (75, 75)


def test_a_blank_is_not_the_lowest_option():
    result = score(data_trust(), all_at(4, VE3_3=None))

    assert result.dimension["VE3"].score == 75
    assert result.dimension["VE3"].low == 50


def test_dont_know_is_not_the_lowest_option():
    result = score(data_trust(), all_at(4, VE3_3=DK))

    assert result.dimension["VE3"].score == 75
    assert result.coverage.answered == 35


def test_weights_stand_in_the_denominator_too():
    # (3 * 100 + 1 * 0) / (3 + 1) = 75; without the denominator it would be 150 or 300.
    asked = dimension("D", item("I1", weight=3), item("I2", weight=1))
    questionnaire = small(pillar("P", asked))

    assert score(questionnaire, answers({"I1": 5, "I2": 1})).overall.score == 75


@pytest.mark.parametrize("weight", [0.1, 1, 7, 1000])
def test_a_score_never_leaves_0_to_100_whatever_the_weights(weight):
    asked = dimension("D", item("I1", weight=weight), item("I2", weight=1), weight=weight)
    questionnaire = small(pillar("P", asked, weight=weight))

    assert score(questionnaire, answers({"I1": 5, "I2": 5})).overall.score == pytest.approx(100)


def test_the_weight_of_a_missing_answer_leaves_the_denominator():
    asked = dimension("D", item("I1", weight=2), item("I2", weight=1))
    questionnaire = small(pillar("P", asked))

    assert score(questionnaire, answers({"I1": 4})).dimension["D"].score == 75


def test_band_tables_have_no_holes():
    # From 0 to 100 in steps of 1/8, with the nearest neighbours of every threshold.
    scoring = data_trust().scoring
    starts = [rule.from_score for rule in scoring.bands]
    near = [start + shift for start in starts for shift in (-2 * TOLERANCE, 2 * TOLERANCE)]

    for value in [*near, *(n / 8 for n in range(801))]:
        reached = [rule.key for rule in scoring.bands if rule.from_score <= max(value, 0)]
        assert band_of(value, scoring) == reached[-1], value


def test_a_section_of_only_not_applicable_has_no_score():
    result = score(data_trust(), all_at(4, DU2_1=NA, DU2_2=NA, DU2_3=NA))

    section = result.dimension["DU2"]
    assert (section.score, section.low, section.high) == (None, None, None)
    assert not section.applicable
    assert result.pillar["DU"].score == 75


def test_an_assessment_of_only_not_applicable_has_no_score():
    nothing = answers({item.id: NA for item in data_trust().items})

    result = score(data_trust(), nothing)

    assert (result.overall.score, result.overall.low, result.overall.high) == (None, None, None)
    assert result.band.raw is None
    assert result.coverage.applicable == 0


def test_an_empty_assessment_has_no_score_and_the_widest_bounds():
    result = score(data_trust(), {})

    assert result.overall.score is None
    assert (result.overall.low, result.overall.high) == (0, 100)
    assert result.coverage.unanswered == len(result.to_dos) == 36


def test_a_falling_scale_is_not_read_upside_down():
    # BK1.1: its first option scores 100. CR2.1 is reversed: "strongly disagree" scores 100.
    best_first = score(ferry_line(), answers({"BK1.1": 1, "BK1.2": 7}))
    reversed_best = score(ferry_line(), answers({"CR2.1": 1, "CR2.2": 7}))

    assert best_first.dimension["BK1"].score == 100
    assert reversed_best.dimension["CR2"].score == 100


def test_an_unknown_item_is_refused_rather_than_ignored():
    with pytest.raises(ValueError, match=r"data-trust@1\.0\.0 has no item XX9\.9"):
        score(data_trust(), answers({"XX9.9": 3}))


def test_a_grade_that_is_not_there_is_refused_rather_than_taken_for_the_best():
    with pytest.raises(ValueError, match=r"data-trust@1\.0\.0: evidence 4 is outside 0\.\.3"):
        score(data_trust(), answers({"VE1.1": (3, 4)}))


def test_a_level_that_an_item_does_not_have_is_refused_rather_than_extrapolated():
    with pytest.raises(ValueError, match=r"CR1\.1: level 3 is outside 1\.\.2"):
        score(ferry_line(), answers({"CR1.1": 3}))
