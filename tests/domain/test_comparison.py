"""Changes, what counts as one, and the answers behind them; numbers checkable by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.answer import Answer
from dashboard.domain.comparison import (
    Change,
    Comparison,
    Move,
    Side,
    changed_answers,
    settled_score,
)
from dashboard.domain.scoring import score
from tests.builders import DK, NA, all_at, answers, changed, data_trust, words, worked_brand

SCORES = st.none() | st.floats(0, 100)


def compared(*given: dict[str, Answer], **noise: float) -> Comparison:
    sides = [Side(name=str(n), result=score(data_trust(), one)) for n, one in enumerate(given)]
    return Comparison(sides=tuple(sides), noise=noise)


@pytest.mark.parametrize(
    ("before", "now", "noise", "move"),
    [
        (50.0, 58.0, None, Move.UP),
        (50.0, 42.0, None, Move.DOWN),
        (50.0, 52.0, None, Move.SAME),
        (50.4, 52.5, None, Move.UP),  # shown as 50 and 53
        (50.5, 52.4, None, Move.SAME),  # shown as 51 and 52
        (50.0, 58.0, 9.1, Move.NOISE),
        (50.0, 59.1, 9.1, Move.UP),
        (50.0, 51.0, 9.1, Move.SAME),
        (None, 51.0, None, Move.UNKNOWN),
        (51.0, None, 9.1, Move.UNKNOWN),
    ],
)
def test_what_became_of_a_score(
    before: float | None, now: float | None, noise: float | None, move: Move
) -> None:
    assert Change(id="VE1", before=before, now=now, noise=noise).move is move


@given(SCORES, SCORES, st.none() | st.floats(0, 50))
def test_there_and_back_again_is_the_same_move_the_other_way(
    one: float | None, other: float | None, noise: float | None
) -> None:
    there = Change(id="VE1", before=one, now=other, noise=noise).move
    back = Change(id="VE1", before=other, now=one, noise=noise).move

    turned = {Move.UP: Move.DOWN, Move.DOWN: Move.UP}
    assert back is turned.get(there, there)


def test_changes_are_sorted_from_the_largest_gain_to_the_largest_loss() -> None:
    """One level on one of three items is 25 / 3 = 8.33 points of its dimension."""
    before = all_at(3)
    now = all_at(3, ST4_1=5, DU1_1=4, VE1_1=2, VE2_1=DK, VE2_2=DK)

    changes = compared(before, now).changes

    assert [(one.id, one.points) for one in (*changes[:2], *changes[-2:])] == [
        ("ST4", 17),
        ("DU1", 8),
        ("VE1", -8),
        ("VE2", None),
    ]
    assert {one.points for one in changes[2:-2]} == {0}


def test_noise_turns_a_change_of_its_dimension_grey_and_of_no_other() -> None:
    changes = compared(all_at(3), all_at(3, ST4_1=4, DU1_1=4), ST4=9.1).changes

    assert {one.id: one.move for one in changes if one.points} == {
        "ST4": Move.NOISE,
        "DU1": Move.UP,
    }


def test_several_are_sorted_by_how_far_they_lie_apart() -> None:
    spreads = compared(all_at(3), all_at(3, ST4_1=1, ST4_2=1), all_at(3, VE1_1=4)).spreads

    assert [(one.id, one.points) for one in spreads[:3]] == [("ST4", 33), ("VE1", 8), ("VE2", 0)]
    assert spreads[0].scores == pytest.approx((50, 50 / 3, 50))


def test_a_score_that_only_one_has_is_no_distance() -> None:
    nothing = compared(all_at(3), {}).spreads

    assert {one.points for one in nothing} == {-1}


def test_a_provisional_overall_score_is_not_compared() -> None:
    """All at 4 but ST4.1 unknown: 75, and anything from Developing to Managed."""
    open_ = score(data_trust(), all_at(4, ST4_1=DK))

    assert open_.overall.score == pytest.approx(75)
    assert settled_score(open_) is None
    assert settled_score(score(data_trust(), worked_brand())) == pytest.approx(40.625)


def test_answers_that_differ_are_listed_most_improved_first() -> None:
    before = all_at(3, VE1_1=2, VE1_2=4, VE3_3=NA, ST4_1=None)
    now = all_at(3, VE1_1=5, VE1_2=3, VE3_3=2, ST4_1=DK)

    found = changed_answers(data_trust(), [(data_trust(), before), (data_trust(), now)])

    assert [(one.item_id, one.points) for one in found] == [
        ("VE1.1", 75),
        ("VE1.2", -25),
        ("VE3.3", None),
        ("ST4.1", None),
    ]
    assert found[-1].answers == (None, now["ST4.1"])


def test_evidence_alone_is_no_change_of_the_answer() -> None:
    pair = [(data_trust(), answers({"VE1.1": short})) for short in (3, (3, 2))]

    assert changed_answers(data_trust(), pair) == ()


def test_of_several_the_distance_counts_from_the_lowest_to_the_highest() -> None:
    given = [(data_trust(), answers({"VE1.1": level})) for level in (3, 5, 2)]

    assert [one.points for one in changed_answers(data_trust(), given)] == [75]


def test_an_item_that_was_reworded_is_never_joined() -> None:
    newer = changed(data_trust(), parts={"VE1.1": {"question": words("Another?")}})
    newer = newer.model_copy(update={"version": "1.1.0"})
    before, now = all_at(2), all_at(4)

    found = changed_answers(newer, [(data_trust(), before), (newer, now)])

    assert len(found) == 35
    assert "VE1.1" not in {one.item_id for one in found}
