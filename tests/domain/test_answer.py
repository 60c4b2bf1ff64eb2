"""An answer is a level, "I don't know" or "does not apply", and never two of them."""

import pytest
from pydantic import ValidationError

from dashboard.domain.answer import Answer, AnswerRefused, State, check
from tests.builders import answer, data_trust, ferry_line

LEAK = data_trust().items_by_id["ST4.1"]
INSIGHT = data_trust().items_by_id["VE3.3"]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.LEVEL},
        {"state": State.LEVEL, "level": 0},
        {"state": State.LEVEL, "level": True},
        {"state": State.LEVEL, "level": 3, "reason": "x"},
        {"state": State.DONT_KNOW, "level": 3},
        {"state": State.DONT_KNOW, "evidence": 0},
        {"state": State.NOT_APPLICABLE},
        {"state": State.NOT_APPLICABLE, "reason": " "},
        {"state": State.NOT_APPLICABLE, "reason": "x", "evidence": 1},
        {"state": State.LEVEL, "level": 3, "score": 50},
    ],
    ids=str,
)
def test_fields_that_contradict_each_other_are_refused(fields):
    with pytest.raises(ValidationError):
        Answer(**fields)


@pytest.mark.parametrize("level", [1, 5])
def test_levels_of_the_item_fit(level):
    check(answer(level), LEAK, data_trust())


def test_a_level_outside_the_options_is_refused_with_the_rule():
    with pytest.raises(AnswerRefused, match=r"ST4\.1: level 9 is outside 1\.\.5"):
        check(answer(9), LEAK, data_trust())


def test_a_grade_outside_the_questionnaires_grades_is_refused():
    check(answer((1, 1)), ferry_line().items_by_id["CR1.1"], ferry_line())
    with pytest.raises(AnswerRefused, match=r"evidence 2 is outside 0\.\.1"):
        check(answer((1, 2)), ferry_line().items_by_id["CR1.1"], ferry_line())


def test_not_applicable_fits_only_items_with_a_condition():
    check(answer("NA"), INSIGHT, data_trust())
    with pytest.raises(AnswerRefused, match=r'ST4\.1: "not_applicable" is not allowed'):
        check(answer("NA"), LEAK, data_trust())


@pytest.mark.parametrize(
    "link",
    ["https://example.com", "http://例子.中国/页", "https://[::1]/a?b#c", "HTTP://A.example"],
)
def test_web_addresses_are_links(link):
    assert Answer(state=State.DONT_KNOW, links=(link,)).links == (link,)


@pytest.mark.parametrize(
    "link", ["", "example.com", "ftp://a", "http://", "https://a b", "http://[", "data:text/html,x"]
)
def test_anything_else_is_no_link(link):
    with pytest.raises(ValidationError, match="is not an http or https address"):
        Answer(state=State.DONT_KNOW, links=(link,))
