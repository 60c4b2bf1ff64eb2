"""The steps that are worth naming, and the band that one of them opens."""

from dashboard.domain.advice import advice
from dashboard.domain.scoring import score
from dashboard.domain.step import next_steps
from tests.builders import all_at, data_trust, worked_brand


def test_the_worked_brand_is_told_the_step_that_opens_its_band_first() -> None:
    first, *others = advice(data_trust(), worked_brand())

    assert (first.step.item_id, first.step.to_level, first.opens) == ("ST4.1", 2, "defined")
    assert [one.step.item_id for one in others] == ["ST1.2", "ST3.2"]
    assert [one.opens for one in others] == [None, None]


def test_the_steps_are_the_first_of_the_method() -> None:
    steps = next_steps(data_trust(), worked_brand())

    assert [one.step for one in advice(data_trust(), worked_brand(), most=5)] == list(steps[:5])


def test_one_step_of_two_that_are_needed_opens_nothing() -> None:
    held_twice = all_at(3, ST4_1=1, ST1_1=1)
    assert score(data_trust(), held_twice).band.awarded == "developing"

    first, second, _ = advice(data_trust(), held_twice)

    assert {first.step.item_id, second.step.item_id} == {"ST4.1", "ST1.1"}
    assert first.step.unblocks
    assert second.step.unblocks
    assert (first.opens, second.opens) == (None, None)


def test_without_a_score_or_with_nothing_left_to_do_there_is_no_advice() -> None:
    assert advice(data_trust(), {}) == ()
    assert advice(data_trust(), all_at(5)) == ()
