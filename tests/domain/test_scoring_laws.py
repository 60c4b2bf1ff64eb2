"""What must hold for every assessment, tried on many random ones of both questionnaires."""

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.domain.answer import Answer
from dashboard.domain.precision import TOLERANCE
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.scoring import score
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
)
from tests.examples import scaled

Answers = dict[str, Answer]
Assessed = tuple[Questionnaire, Answers]

law = settings(max_examples=scaled(80))

GRADES = (None, 0, 1)
DONT_KNOW = Answer.dont_know()
NOT_HERE = Answer.not_applicable("We have none of this.")


@cache
def questionnaires(*, spans: bool) -> tuple[Questionnaire, ...]:
    """Both questionnaires; if it `spans`, every item's options reach from 0 to 100."""
    full = {"CR1.2": item("CR1.2", [0, 40, 100])} if spans else {}
    return data_trust(), changed(ferry_line(), parts=full)


@st.composite
def assessed(draw: st.DrawFn, *, spans: bool = False) -> Assessed:
    questionnaire = draw(st.sampled_from(questionnaires(spans=spans)))
    gaps = draw(st.sampled_from([0, 1, 3, 6]))
    found = {i.id: draw(st.sampled_from(choices(i, gaps=gaps))) for i in questionnaire.items}
    return questionnaire, {item_id: a for item_id, a in found.items() if a is not None}


def choices(asked: Item, *, gaps: int) -> list[Answer | None]:
    """Every level in every grade, and beside them as many gaps of each kind as are wanted."""
    levels = [Answer.at(level, evidence=grade) for level in asked.levels for grade in GRADES]
    return [*levels, *[None, DONT_KNOW, NOT_HERE] * gaps]


def parts(result: Result) -> list[Estimate]:
    return [*result.dimensions, *result.pillars, result.overall]


def nothing_falls(before: float | None, after: float | None) -> bool:
    if before is None:
        return True
    return after is not None and after >= before - TOLERANCE


def rank(questionnaire: Questionnaire, band: str | None) -> int:
    return -1 if band is None else [rule.key for rule in questionnaire.scoring.bands].index(band)


def holds_answers(questionnaire: Questionnaire, given_answers: Answers, dimension_id: str) -> bool:
    return any(
        answered.level is not None
        for item_id, answered in given_answers.items()
        if questionnaire.dimension_of[item_id].id == dimension_id
    )


def inside(estimate: Estimate) -> bool:
    if estimate.score is None:
        return True
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low - TOLERANCE <= estimate.score <= estimate.high + TOLERANCE


@law
@given(assessed(spans=True))
def test_bounds_contain_the_score_of_every_published_dimension(case):
    assert all(inside(dimension) for dimension in score(*case).dimensions)


@law
@given(assessed(spans=True))
def test_bounds_contain_pillars_and_overall_unless_an_unpublished_dimension_holds_answers(case):
    questionnaire, given_answers = case
    result = score(questionnaire, given_answers)
    unpublished = [d.id for d in result.dimensions if d.score is None]
    assume(not any(holds_answers(questionnaire, given_answers, d) for d in unpublished))

    assert all(inside(estimate) for estimate in parts(result))


@law
@given(assessed())
def test_a_complete_assessment_has_its_score_for_both_bounds(case):
    questionnaire, given_answers = case
    filled = given_answers | {
        asked.id: Answer.at(1)
        for asked in questionnaire.items
        if asked.id not in given_answers or given_answers[asked.id] == Answer.dont_know()
    }

    for estimate in parts(score(questionnaire, filled)):
        assert estimate.settled
        if estimate.score is not None:
            assert estimate.low == pytest.approx(estimate.score)


def test_options_that_leave_out_0_or_100_can_put_a_score_outside_its_bounds():
    # I1 scores 10 and makes 2/3 of the weight, so D has the score 10. The missing I2 scores 70 at
    # least: low = (2 * 10 + 70) / 3 = 30. The bounds are right: no answer to I2 keeps D at 10.
    asked = dimension("D", item("I1", [10, 20], weight=2), item("I2", [70, 90]))

    found = score(small(pillar("P", asked)), answers({"I1": 1})).dimension["D"]

    assert found.score == 10
    assert (found.low, found.high) == pytest.approx((30, 110 / 3))


@law
@given(assessed(), st.data())
def test_a_better_answer_never_lowers_anything(case, data):
    questionnaire, given_answers = case
    levels = [item_id for item_id, a in given_answers.items() if a.level is not None]
    assume(levels)
    asked = questionnaire.items_by_id[data.draw(st.sampled_from(levels))]
    old = given_answers[asked.id]
    better = [n for n in asked.levels if asked.score(n) > asked.score(old.level or 1)]
    assume(better)
    raised = Answer.at(data.draw(st.sampled_from(better)), evidence=old.evidence)

    before = score(questionnaire, given_answers)
    after = score(questionnaire, given_answers | {asked.id: raised})

    for was, now in zip(parts(before), parts(after), strict=True):
        for value in ("score", "low", "high", "evidenced"):
            assert nothing_falls(getattr(was, value), getattr(now, value))
    for band in ("raw", "secured", "possible"):
        ranks = [rank(questionnaire, getattr(result.band, band)) for result in (before, after)]
        assert ranks == sorted(ranks)


@law
@given(assessed(), st.data())
def test_answering_a_missing_item_tightens_the_bounds(case, data):
    questionnaire, given_answers = case
    missing = [i for i in questionnaire.items if given_answers.get(i.id) in (None, DONT_KNOW)]
    assume(missing)
    asked = data.draw(st.sampled_from(missing))
    answered = Answer.at(data.draw(st.sampled_from(asked.levels)))

    before = score(questionnaire, given_answers)
    after = score(questionnaire, given_answers | {asked.id: answered})

    for was, now in zip(parts(before), parts(after), strict=True):
        assert nothing_falls(was.low, now.low)
        assert nothing_falls(now.high, was.high) or was.high is None
    if before.band.secured is not None:
        assert rank(questionnaire, after.band.secured) >= rank(questionnaire, before.band.secured)
        assert rank(questionnaire, after.band.possible) <= rank(questionnaire, before.band.possible)


@law
@given(assessed(), st.data())
def test_not_applicable_elsewhere_changes_nothing_here(case, data):
    questionnaire, given_answers = case
    there = data.draw(st.sampled_from(questionnaire.items))

    before = score(questionnaire, given_answers)
    after = score(questionnaire, given_answers | {there.id: NOT_HERE})

    elsewhere = questionnaire.dimension_of[there.id].id
    pillar_there = questionnaire.pillar_of[elsewhere].id
    # An assessment whose only graded answer went is no longer graded.
    assume(before.graded == after.graded)
    assert [d for d in before.dimensions if d.id != elsewhere] == [
        d for d in after.dimensions if d.id != elsewhere
    ]
    assert [p for p in before.pillars if p.id != pillar_there] == [
        p for p in after.pillars if p.id != pillar_there
    ]


@law
@given(assessed(), st.randoms())
def test_the_order_of_the_answers_is_irrelevant(case, random):
    questionnaire, given_answers = case
    shuffled = list(given_answers.items())
    random.shuffle(shuffled)

    assert score(questionnaire, dict(shuffled)) == score(questionnaire, given_answers)


@pytest.mark.parametrize("level", range(1, 6))
def test_all_answers_at_one_level_of_five_give_the_band_of_that_level(level):
    result = score(data_trust(), all_at(level))

    assert result.overall.score == 25 * (level - 1)
    assert result.band.awarded == data_trust().scoring.bands[level - 1].key


@law
@given(assessed(), st.sampled_from([0.001, 0.3, 3, 1000]), st.data())
def test_one_factor_on_all_weights_of_a_group_changes_nothing(case, factor, data):
    questionnaire, given_answers = case
    pillars = [(pillar.id, pillar.weight) for pillar in questionnaire.pillars]
    dimensions = [(d.id, d.weight) for d in questionnaire.pillars[-1].dimensions]
    items = [(i.id, i.weight) for i in questionnaire.dimensions[0].items]
    group = data.draw(st.sampled_from([pillars, dimensions, items]))
    scaled = changed(questionnaire, parts={id_: {"weight": w * factor} for id_, w in group})

    before, after = score(questionnaire, given_answers), score(scaled, given_answers)

    for was, now in zip(parts(before), parts(after), strict=True):
        assert was.score == pytest.approx(now.score)
        assert (was.low, was.high) == pytest.approx((now.low, now.high))
    assert before.band.awarded == after.band.awarded


@law
@given(assessed())
def test_evidenced_is_never_above_claimed(case):
    for estimate in parts(score(*case)):
        assert nothing_falls(estimate.evidenced, estimate.score)


@law
@given(assessed())
def test_evidenced_is_there_for_every_published_score_or_for_none(case):
    result = score(*case)

    for estimate in parts(result):
        assert (estimate.evidenced is not None) == (result.graded and estimate.published)


@law
@given(assessed())
def test_the_secured_band_is_never_above_the_possible_one(case):
    questionnaire, band = case[0], score(*case).band

    assert rank(questionnaire, band.secured) <= rank(questionnaire, band.possible)
    assert band.awarded in (None, band.secured)
    assert (band.awarded is None) == (band.provisional is not False)


@law
@given(assessed())
def test_a_complete_assessment_stands_as_many_bands_below_the_raw_one_as_were_blocked(case):
    questionnaire, given_answers = case
    complete = {i.id: given_answers.get(i.id, Answer.at(1)) for i in questionnaire.items}
    assume(DONT_KNOW not in complete.values())
    band = score(questionnaire, complete).band
    assume(band.raw is not None)

    steps = len({blocker.band for blocker in band.blocked_by})

    assert rank(questionnaire, band.awarded) == rank(questionnaire, band.raw) - steps


@law
@given(assessed())
def test_every_item_is_counted_in_exactly_one_state(case):
    questionnaire, given_answers = case
    result = score(questionnaire, given_answers)
    coverage = result.coverage

    assert coverage.items == len(questionnaire.items)
    assert coverage.applicable == coverage.items - coverage.not_applicable
    assert coverage.applicable == coverage.answered + coverage.dont_know + coverage.unanswered
    assert len(result.knowledge_gaps) == coverage.dont_know
    assert len(result.to_dos) == coverage.unanswered
