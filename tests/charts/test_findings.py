import pytest
from hypothesis import given

from dashboard.charts.findings import dimensions_finding, evidence_finding, profile_finding
from dashboard.domain.scoring import score
from tests.builders import (
    NA,
    answers,
    data_trust,
    dimension,
    item,
    pillar,
    small,
    worked_brand,
)
from tests.charts.drawing import BOTH, SEEDS, anything, evidenced, scored, scored_pillars


@pytest.mark.parametrize(
    ("scores", "finding"),
    [
        ((60, 60, 20), "P3 is the short side of your profile"),
        ((40, 42, 80), "P3 is the strong side of your profile"),
        ((40, 60, 80), "P1 is the short side of your profile"),
        ((40, 41, 80, 80), "P1 and P2 are the short sides of your profile"),
        ((20, 20, 20, 80, 80), "P4 and P5 are the strong sides of your profile"),
        ((40, 41, 42), "Your three pillars are level"),
        ((41, 43), "Your two pillars are level"),
        ((40, 43), "P1 is the short side of your profile"),
        ((20, 20, 20, 20, 80, 80, 80, 80), "Your pillars range from 20 to 80"),
        ((60, 20, None), "So far, P2 is the short side of your profile"),
        ((60, 60, None), "The two pillars with a score are level"),
        ((60, None, None), "Only P1 has a score so far: it is at Defined"),
        ((60,), "P1 is at Defined"),
        ((None, None), "No pillar has enough answers yet"),
    ],
)
def test_the_profile_in_one_sentence(scores, finding):
    assert profile_finding(*scored_pillars(*scores), "en") == finding


@pytest.mark.parametrize(
    ("scores", "finding"),
    [
        ((60, 60, 40, 20), "Three of four dimensions reach Defined, with D4 furthest behind"),
        ((80, 60, 60), "All three dimensions reach Defined, with D2 and D3 furthest behind"),
        ((60, 80), "Both dimensions reach Defined, with D1 furthest behind"),
        ((60, 60, 60), "All three dimensions reach Defined"),
        ((60, 60), "Both dimensions reach Defined"),
        ((80, 20, 20, 20, 20), "All five dimensions reach Developing"),
        ((0, 0, 0), "All three dimensions are at Initial"),
        ((0, 0), "Both dimensions are at Initial"),
        ((0, 20), "One of two dimensions is still at Initial, with D2 furthest ahead"),
        ((0, 0, 60), "Two of three dimensions are still at Initial, with D3 furthest ahead"),
        (
            (0, 0, 80, 80),
            "Two of four dimensions are still at Initial, with D3 and D4 furthest ahead",
        ),
        ((80, 80, None), "Both scored dimensions reach Managed"),
        (
            (80, 60, 60, None),
            "All three scored dimensions reach Defined, with D2 and D3 furthest behind",
        ),
        ((60, None), "Only D1 has a score so far: it is at Defined"),
        ((60,), "D1 is at Defined"),
        ((None, None), "No dimension has enough answers yet"),
        ((60,) * 13, "All 13 dimensions reach Defined"),
    ],
)
def test_the_dimensions_in_one_sentence(scores, finding):
    assert dimensions_finding(*scored(*scores), "en") == finding


def test_the_worked_brand():
    result = score(data_trust(), worked_brand())

    assert profile_finding(data_trust(), result, "en") == (
        "Stewardship is the short side of your profile"
    )
    assert dimensions_finding(data_trust(), result, "en") == (
        "Ten of twelve dimensions reach Defined, with Leak response furthest behind"
    )
    assert profile_finding(data_trust(), result, "zh") == "数据守护是您的短板"
    assert dimensions_finding(data_trust(), result, "zh") == (
        "十二个维度中有十个达到“规范”级，泄露应对差距最大"
    )


def test_nothing_that_applies_is_no_want_of_answers():
    skippable = item("D.1", not_applicable={"en": "none", "zh": "无"})
    questionnaire = small(pillar("P", dimension("D", skippable)))
    result = score(questionnaire, answers({"D.1": NA}))

    for finding in (profile_finding, dimensions_finding):
        assert finding(questionnaire, result, "en") == "Nothing here applies to you"


@pytest.mark.parametrize(
    ("grades", "finding"),
    [
        ({}, "The evidence supports what you claim"),
        ({"DU2": 0}, "Helpful personalisation: 50 points not yet supported"),
        (
            {"DU2": 0, "ST4": 0},
            (
                "Helpful personalisation, and Leak response and accountability: "
                "50 points each not yet supported"
            ),
        ),
        ({"DU2": 0, "ST4": 1}, "Helpful personalisation: 50 points not yet supported"),
        (
            dict.fromkeys(("VE1", "VE2", "DU1"), 0) | {"ST2": 1},
            "The evidence falls short for four of twelve dimensions, by up to 50 points",
        ),
    ],
)
def test_the_evidence_in_one_sentence(grades, finding):
    given = {asked.id: (5, grades.get(asked.id[:3], 3)) for asked in data_trust().items}

    assert evidence_finding(data_trust(), score(data_trust(), answers(given)), "en") == finding


@pytest.mark.parametrize(
    ("pairs", "finding"),
    [
        (((75, 75), (75, 73)), "The evidence supports what you claim"),
        (((75, 75), (83.3, 66.4)), "D2: 17 points not yet supported"),
        (((75, 70), (75, 67), (75, 75)), "D2: 8 points not yet supported"),
        (((75, 66), (75, 66)), "D1 and D2: 9 points each not yet supported"),
        (((83.33, 75), (91.67, 83.33)), "D1 and D2: 8 to 9 points not yet supported"),
        (
            ((75, 70), (75, 70), (75, 69), (75, 75)),
            "The evidence falls short for three of four dimensions, by up to 6 points",
        ),
    ],
)
def test_points_without_evidence_are_the_difference_of_the_scores_as_displayed(pairs, finding):
    assert evidence_finding(*evidenced(*pairs), "en") == finding


def test_the_evidence_in_one_chinese_sentence():
    assert evidence_finding(*evidenced((83, 66)), "zh") == "D1：17 分尚缺证据支撑"
    assert evidence_finding(*evidenced((83, 66), (80, 64)), "zh") == (
        "D1、D2：16 至 17 分尚缺证据支撑"
    )


def test_an_assessment_without_grades_has_no_evidence_to_judge():
    result = score(data_trust(), worked_brand())

    assert evidence_finding(data_trust(), result, "en") == "No answer has an evidence grade yet"


@given(SEEDS)
def test_there_is_a_sentence_for_every_result_in_both_languages(seed):
    questionnaire, result, _ = anything(seed)

    for lang in BOTH:
        for finding in (profile_finding, dimensions_finding, evidence_finding):
            sentence = finding(questionnaire, result, lang)
            assert sentence
            assert "None" not in sentence
            assert "{" not in sentence
