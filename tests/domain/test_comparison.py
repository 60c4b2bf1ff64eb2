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
    Spread,
    changed_answers,
    settled_score,
)
from dashboard.domain.scoring import score
from tests.builders import DK, NA, all_at, answers, changed, data_trust, words, worked_brand

SCORES = st.none() | st.floats(0, 100)


def compared(*given: dict[str, Answer], **sem: float) -> Comparison:
    """All of them with these standard errors."""
    results = (score(data_trust(), one) for one in given)
    sides = (Side(name=str(n), result=one, sem=sem) for n, one in enumerate(results))
    return Comparison(sides=tuple(sides))


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
    """With an error of 3.29 it takes 9.1 points, and 8.3 are none."""
    changes = compared(all_at(3), all_at(3, ST4_1=4, DU1_1=4), ST4=3.29).changes

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


def spread(*scores: float | None, sem: tuple[float | None, ...]) -> Spread:
    return Spread(id="VE1", scores=scores, sem=sem)


@pytest.mark.parametrize(
    ("scores", "sem", "told_apart", "in_noise"),
    [
        ((50, 60, 55), (None, None, None), True, False),
        ((50, 52, 51), (3, 3, 3), False, False),  # about the same
        ((50, 59, 55), (3, 3, 3), False, True),  # 2.344 sqrt(18) = 9.94
        ((50, 60, 55), (3, 3, 3), True, False),
        ((50, 59, None), (3, 3, 3), True, False),  # of two it takes 8.32
        ((50, 58, None), (3, 3, 3), False, True),
        ((50, 59, 55, 52, 53, 54), (3,) * 6, False, True),
        ((50, 60, 55), (3, None, None), True, False),  # nothing is known of 60 and 55
        ((50, 57, 56), (3, None, None), False, True),
        ((50, 60, 50), (1, 9, 1), False, True),  # 2.344 sqrt(82) = 21.2
        ((50, 60, 55), (9, 9, 1), False, True),
        ((50, 60, 54), (1, 9, 1), True, False),  # 50 and 54: 2.344 sqrt(2) = 3.3
        ((50, None, None), (3, 3, 3), False, False),
    ],
)
def test_several_are_in_noise_if_no_two_of_them_are_told_apart(
    scores: tuple[float | None, ...],
    sem: tuple[float | None, ...],
    told_apart: bool,
    in_noise: bool,
) -> None:
    found = spread(*scores, sem=sem)

    assert (found.told_apart, found.in_noise) == (told_apart, in_noise)


@given(st.lists(st.tuples(SCORES, st.none() | st.floats(0, 20)), min_size=2, max_size=6))
def test_the_order_of_the_sides_does_not_decide_what_is_noise(
    sides: list[tuple[float | None, float | None]],
) -> None:
    one, turned = (
        spread(*(score for score, _ in way), sem=tuple(sem for _, sem in way))
        for way in (sides, sides[::-1])
    )

    assert (one.told_apart, one.in_noise) == (turned.told_apart, turned.in_noise)


@pytest.mark.parametrize(
    ("scores", "in_noise"),
    [
        ((50, 53, 59), False),  # from the first to the last it takes 8.32
        ((50, 59, 51), False),  # so it does from wave to wave
        ((54, 50, 56, 59, 54), True),  # of any two of five 2.728 sqrt(18) = 11.6
    ],
)
def test_in_time_the_order_says_which_two_are_looked_at(
    scores: tuple[float, ...], in_noise: bool
) -> None:
    found = spread(*scores, sem=(3,) * len(scores))

    assert found.in_noise
    assert found.model_copy(update={"over_time": True}).in_noise is in_noise


def test_of_two_the_spread_says_what_the_change_says() -> None:
    """One level of ST4 is 8.3 points; it takes 9.1 of two and 10.9 of three."""
    two = compared(all_at(3), all_at(3, ST4_1=4), ST4=3.29)
    three = compared(all_at(3), all_at(3, ST4_1=4), all_at(3, ST4_1=5), ST4=4.5)

    assert two.spreads[0].in_noise
    assert two.changes[0].move is Move.NOISE
    assert three.changes[0].noise == pytest.approx(2.344 * 4.5 * 2**0.5)
    assert three.spreads[0].told_apart


def test_overall_and_pillars_have_noise_of_their_own() -> None:
    """At 3 and 4 throughout everything is 25 apart, and of three it takes 33 overall."""
    found = compared(all_at(3), all_at(4), all_at(3), overall=10, VE=2)

    assert found.overall_spread.in_noise
    assert [one.in_noise for one in found.pillar_spreads] == [False, False, False]
    assert found.pillar_spreads[0].between(0, 1).noise == pytest.approx(2.344 * 8**0.5)
    assert found.pillar_spreads[1].between(0, 1).noise is None
