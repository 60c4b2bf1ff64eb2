"""The figures of a result in words: bands, changes, ranges, and what they rest on."""

import pytest

from dashboard.domain.result import Estimate, Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Lang
from dashboard.scores_in_words import (
    bounds_in_words,
    overall_points,
    overall_standing,
    points,
    standing,
)
from dashboard.verdict import band_steps, coverage_in_words, support_in_words, verdict
from tests.builders import (
    DK,
    NA,
    Short,
    all_at,
    answers,
    data_trust,
    dimension,
    item,
    pillar,
    small,
    worked_brand,
)


def result(*missing: str, **others: Short) -> Result:
    """Every item at level 3 but the named ones."""
    named = answers({name.replace("_", "."): short for name, short in others.items()})
    given = all_at(3) | named
    return score(data_trust(), {id_: one for id_, one in given.items() if id_ not in missing})


def estimate(now: float | None, low: float | None = None, high: float | None = None) -> Estimate:
    return Estimate(
        score=now,
        low=now if low is None else low,
        high=now if high is None else high,
        evidenced=None,
    )


def test_each_band_says_whether_it_is_reached_and_what_is_missing() -> None:
    steps = band_steps(data_trust(), score(data_trust(), worked_brand()), "en")

    assert [(step.name, step.threshold) for step in steps] == [
        ("Initial", 0),
        ("Developing", 13),
        ("Defined", 38),
        ("Managed", 63),
        ("Leading", 88),
    ]
    assert [step.reached for step in steps] == [True, True, True, False, False]
    assert [step.name for step in steps if step.yours] == ["Developing"]
    assert [step.held_by for step in steps][2:] == [
        "No plan for a data leak",
        "22 points short",
        "47 points short",
    ]


def test_one_point_short_is_one_point_and_never_none() -> None:
    questionnaire = small(pillar("P", dimension("D", item("D.1", (0, 37.4, 100)))))

    (defined,) = (
        step
        for step in band_steps(questionnaire, score(questionnaire, answers({"D.1": 2})), "en")
        if step.key == "defined"
    )

    assert (defined.reached, defined.held_by) == (False, "1 point short")


def test_without_a_score_no_band_is_reached_and_nothing_is_missing_of_one() -> None:
    steps = band_steps(data_trust(), score(data_trust(), {}), "en")

    assert not any(step.reached or step.yours or step.held_by for step in steps)


def test_a_provisional_band_is_nobodys_yet() -> None:
    steps = band_steps(data_trust(), result("ST4.1"), "en")

    assert not any(step.yours for step in steps)


@pytest.mark.parametrize(
    ("now", "before", "says"),
    [
        (estimate(55.2), None, "55 of 100"),
        (estimate(55.2), estimate(None, 0, 100), "55 of 100"),
        (estimate(55.2), estimate(50.4), "55, up 5"),
        (estimate(50.4), estimate(55.2), "50, down 5"),
        (estimate(55.4), estimate(52.5), "55, about the same"),
        (estimate(55.4), estimate(52.4), "55, up 3"),
        (estimate(None, 8.3, 66.7), estimate(50), "between 8 and 67"),
        (estimate(None, 50, 50), None, "at 50"),
        (estimate(90, 10, 40), None, "between 10 and 40"),
        (estimate(30), estimate(90, 10, 40), "30 of 100"),
        (Estimate(score=None, low=None, high=None, evidenced=None), None, "does not apply"),
    ],
)
def test_a_score_is_given_with_its_change_or_as_the_range_it_lies_in(
    now: Estimate, before: Estimate | None, says: str
) -> None:
    assert points(now, before, "en") == says


def test_a_score_that_the_bounds_miss_is_known_by_it() -> None:
    assert estimate(90, 10, 40).outside_bounds
    assert estimate(5, 10, 40).outside_bounds
    assert not estimate(10, 10, 40).outside_bounds
    assert not estimate(40 + 1e-12, 10, 40).outside_bounds
    assert not estimate(None, 10, 40).outside_bounds


def test_bounds_are_given_as_shown() -> None:
    assert bounds_in_words(estimate(None, 12.5, 62.5), "en") == "between 13 and 63"
    nothing = Estimate(score=None, low=None, high=None, evidenced=None)
    assert bounds_in_words(nothing, "en") == ""


def test_the_overall_figure_of_a_provisional_band_is_a_range() -> None:
    assert overall_points(result("ST4.1"), None, "en").startswith("between ")
    assert overall_points(result(), None, "en") == "50 of 100"
    assert overall_points(result(), score(data_trust(), all_at(2)), "en") == "50, up 25"


def test_a_figure_has_one_word_for_where_it_stands() -> None:
    q = data_trust()

    assert standing(q, estimate(50), "en") == "Defined"
    assert standing(q, estimate(None, 0, 100), "en") == "No score"
    assert standing(q, estimate(90, 10, 40), "en") == "No score"
    assert standing(q, Estimate(score=None, low=None, high=None, evidenced=None), "en") == "–"


def test_the_overall_standing_is_the_band_with_its_gates() -> None:
    q = data_trust()

    assert overall_standing(q, score(q, worked_brand()), "en") == "Developing"
    assert overall_standing(q, result("ST4.1"), "en") == "Developing to Defined"
    assert overall_standing(q, score(q, {}), "en") == "No score"


def test_coverage_counts_what_applies_and_names_what_does_not() -> None:
    q = data_trust()

    assert coverage_in_words(score(q, worked_brand()), "en") == (
        "34 of 35 answered, 1 does not apply"
    )
    assert coverage_in_words(result("ST1.2", ST1_1=DK), "en") == "34 of 36 answered"
    two = result(VE3_3=NA, DU2_1=NA)
    assert coverage_in_words(two, "en") == "34 of 34 answered, 2 do not apply"


def test_a_result_says_what_it_rests_on() -> None:
    items = [one.id for one in data_trust().items]
    full = score(data_trust(), answers(dict.fromkeys(items, (4, 3))))
    partly = score(data_trust(), answers(dict.fromkeys(items, (4, 1)) | {"VE1.1": (4, 0)}))

    assert support_in_words(result(), "en") == "Self-declared"
    assert support_in_words(full, "en") == "Evidenced"
    assert support_in_words(partly, "en") == "Claimed, partly evidenced"


@pytest.mark.parametrize(
    ("grade", "says"), [(3, ""), (0, " Evidence so far supports 50 of the 75 points claimed.")]
)
def test_what_evidence_does_not_carry_is_said_with_the_finding(grade: int, says: str) -> None:
    given = answers({one.id: (4, grade) for one in data_trust().items})

    found = verdict(data_trust(), score(data_trust(), given), "en")

    assert found.reason == (
        "Nothing holds the band back: the overall score reaches it, and every gate is met." + says
    )


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "nothing to answer, 36 do not apply"), ("zh", "无需作答，36 题不适用")],
)
def test_where_nothing_is_answered_there_is_nobodys_word(lang: Lang, says: str) -> None:
    none_applies = score(data_trust(), answers({one.id: NA for one in data_trust().items}))

    assert coverage_in_words(none_applies, lang) == says
    assert support_in_words(none_applies, lang) == ""
    assert support_in_words(score(data_trust(), {}), lang) == ""
    assert support_in_words(score(data_trust(), answers({"VE1.1": 2})), lang) != ""
