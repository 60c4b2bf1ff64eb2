"""What a questionnaire knows of itself, in any shape."""

import pytest
from pydantic import ValidationError

from dashboard.domain.questionnaire import Item, in_equal_steps
from tests.builders import data_trust, ferry_line, item, words


@pytest.mark.parametrize(
    ("count", "scores"),
    [
        (2, [0, 100]),
        (3, [0, 50, 100]),
        (5, [0, 25, 50, 75, 100]),
        (7, [0, 100 / 6, 200 / 6, 50, 400 / 6, 500 / 6, 100]),
    ],
)
def test_options_without_scores_rise_in_equal_steps(count, scores):
    fields = item("I") | {"options": [{"text": words(str(n))} for n in range(count)]}

    assert [option.score for option in Item.model_validate(fields).options] == pytest.approx(scores)


def test_a_score_that_is_given_stays():
    assert in_equal_steps([{"score": 7}, {}]) == [{"score": 7}, {"score": 100}]


def test_a_shared_scale_keeps_its_order_and_turns_its_scores_where_reversed():
    plain, turned = (ferry_line().items_by_id[i] for i in ("CR2.2", "CR2.1"))

    assert [o.text for o in plain.options] == [o.text for o in turned.options]
    assert [o.score for o in turned.options] == pytest.approx(
        [100 - o.score for o in plain.options]
    )
    assert (plain.rising, turned.rising) == (True, False)


def test_lowest_and_highest_are_by_score_not_by_place():
    falling = ferry_line().items_by_id["BK1.1"]

    assert (falling.score(1), falling.lowest, falling.highest) == (100, 0, 100)


@pytest.mark.parametrize("level", [0, 3, -1])
def test_a_level_that_is_not_there_is_refused(level):
    with pytest.raises(ValueError, match=rf"CR1\.1: level {level} is outside 1\.\.2"):
        ferry_line().items_by_id["CR1.1"].score(level)


def test_levels_are_named_only_where_there_is_one_option_a_level_from_low_to_high():
    questionnaire = ferry_line()
    named, falling, other = (questionnaire.items_by_id[i] for i in ("CR1.2", "CR3.1", "CR1.1"))

    name = questionnaire.level_name(named, 3)
    assert name
    assert name.en == "Always"
    assert questionnaire.level_name(falling, 3) is None
    assert questionnaire.level_name(other, 2) is None


def test_a_condition_is_shared_if_all_items_of_a_dimension_have_the_same_one():
    assert [d.id for d in ferry_line().dimensions if d.shared_condition] == ["CR3"]
    assert [d.id for d in data_trust().dimensions if d.shared_condition] == ["DU2", "DU3"]


def test_every_part_finds_what_holds_it():
    questionnaire = ferry_line()

    assert questionnaire.reference == "ferry-line@1.0.0"
    assert questionnaire.dimension_of["CR2.3"].id == "CR2"
    assert questionnaire.pillar_of["CR2"].id == "CR"
    assert [len(pillar.dimensions) for pillar in questionnaire.pillars] == [1, 3]
    assert {len(item.options) for item in questionnaire.items} == {2, 3, 7}


def test_a_questionnaire_never_changes():
    with pytest.raises(ValidationError, match="frozen"):
        data_trust().id = "other"  # type: ignore[misc]  # that it cannot be is the point
