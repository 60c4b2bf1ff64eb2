"""What is good enough, and how far the result is from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.domain.precision import whole
from dashboard.domain.scoring import score
from dashboard.domain.target import Gap, Target, furthest_first, gaps, scores
from tests.builders import all_at, data_trust, worked_brand
from tests.domain.aims import target


def found(*targets: Target) -> tuple[Gap, ...]:
    return gaps(targets, data_trust(), score(data_trust(), worked_brand()))


def test_the_gap_of_the_worked_brand_is_counted_in_the_integers_that_are_shown() -> None:
    # ST1 is 50, ST2 33.3 and ST4 16.7 in the worked brand; 33 and 17 are shown.
    st1, st2, st4 = found(target(at=60), target("ST4", 37.5), target("ST2", 33.4))

    assert (st1.target.dimension_id, st1.score, st1.short) == ("ST1", 50, 10)
    assert (st2.short, st2.reached) == (0, True)
    assert (st4.short, st4.reached) == (38 - 17, False)


def test_a_score_above_its_target_has_reached_it() -> None:
    (one,) = found(target("VE3", 12.5))

    assert (one.short, one.reached) == (0, True)


def test_a_dimension_without_a_score_is_neither_short_nor_reached() -> None:
    (one,) = gaps([target()], data_trust(), score(data_trust(), {}))

    assert (one.score, one.short, one.reached) == (None, None, False)


def test_a_dimension_that_does_not_apply_has_no_gap() -> None:
    given_ = all_at(3, VE3_1="NA", VE3_2="NA", VE3_3="NA")

    assert gaps([target("VE3")], data_trust(), score(data_trust(), given_)) == ()


def test_targets_of_another_questionnaire_or_of_no_dimension_count_for_nothing() -> None:
    assert found(target(questionnaire="ferry-line"), target("GONE")) == ()


def test_the_furthest_comes_first_and_what_is_reached_last() -> None:
    result = score(data_trust(), all_at(3, VE1_1=None, VE1_2=None))
    goals = [target("VE1"), target("VE2", 50), target("DU1", 55), target("ST4", 90)]

    ordered = furthest_first(gaps(goals, data_trust(), result))

    assert [gap.target.dimension_id for gap in ordered] == ["ST4", "DU1", "VE1", "VE2"]


def test_figures_get_the_scores_by_dimension() -> None:
    assert scores(found(target(at=60), target("ST4", 37.5))) == {"ST1": 60, "ST4": 37.5}


@pytest.mark.parametrize(
    "wrong",
    [
        {"score": 101.0},
        {"score": -1.0},
        {"score": float("nan")},
        {"reason": "  "},
        {"reason": "a\x00b"},
        {"reason": "x" * 5001},
        {"dimension_id": "no dimension"},
        {"due": None},
    ],
    ids=str,
)
def test_what_is_no_target_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Target.model_validate(target().model_dump() | wrong)


@given(st.floats(0, 100), st.integers(1, 5))
def test_reached_and_short_agree_with_what_is_shown(aim: float, level: int) -> None:
    (one,) = gaps([target(at=aim)], data_trust(), score(data_trust(), all_at(level)))

    assert one.score is not None
    assert one.short == max(whole(aim) - whole(one.score), 0)
    assert one.reached == (whole(one.score) >= whole(aim))


def test_no_target_is_due_before_the_year_2000() -> None:
    with pytest.raises(ValidationError, match="2000"):
        Target.model_validate(target().model_dump() | {"due": "0001-01-01"})
