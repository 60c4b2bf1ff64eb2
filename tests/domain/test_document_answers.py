"""Every answer of an assessment file is checked against its item, field by field."""

import pytest

LEVEL, UNKNOWN = {"level": 4}, {"state": "dont_know"}
SKIPPED = {"state": "not_applicable", "reason": "We hold no such data."}

NOT_AN_ANSWER = {
    "level 0": ({"level": 0}, "level: must be 1 or more, not 0"),
    "level 6": ({"level": 6}, "level: VE3.3: level 6 is outside 1..5"),
    "a fraction": ({"level": 3.5}, "level: must be a whole number, not 3.5"),
    "a whole fraction": ({"level": 3.0}, "level: must be a whole number, not 3.0"),
    "a boolean": ({"level": True}, "level: must be a whole number, not true"),
    "a text": ({"level": "3"}, "level: must be a whole number, not '3'"),
    "grade 4": (LEVEL | {"evidence": 4}, "evidence: VE3.3: evidence 4 is outside 0..3"),
    "grade -1": (LEVEL | {"evidence": -1}, "evidence: must be 0 or more, not -1"),
    "a boolean grade": (LEVEL | {"evidence": False}, "evidence: must be a whole number, not false"),
    "a reason for a level": (LEVEL | {"reason": "x"}, "reason: is not a key of a level answer"),
    "a grade of an unknown": (
        UNKNOWN | {"evidence": 1},
        'evidence: is not a key of a "dont_know" answer',
    ),
    "a level of an unknown": (
        UNKNOWN | {"level": 1},
        'level: is not a key of a "dont_know" answer',
    ),
    "a reason for an unknown": (
        UNKNOWN | {"reason": "x"},
        'reason: is not a key of a "dont_know" answer',
    ),
    "no reason": (
        {"state": "not_applicable"},
        "reason: is missing: say why the item does not apply",
    ),
    "a blank reason": ({"state": "not_applicable", "reason": " \n"}, "reason: is empty"),
    "a level and a state": (
        {"state": "level", "level": 3},
        'state: must be "dont_know" or "not_applicable"',
    ),
    "a misspelt key": (LEVEL | {"notes": "x"}, "notes: is not a key of a level answer"),
    "a list as a state": ({"state": []}, 'state: must be "dont_know" or "not_applicable"'),
    "an ftp link": (LEVEL | {"links": ["ftp://a"]}, "links[0]: is not an http or https address"),
    "a script": (
        LEVEL | {"links": ["javascript:alert(1)"]},
        "links[0]: is not an http or https address",
    ),
    "one link that is no list": (
        LEVEL | {"links": "http://a"},
        "links: must be a list, not 'http://a'",
    ),
    "21 links": (
        LEVEL | {"links": ["http://a"] * 21},
        "links: must have at most 20 entries, not 21",
    ),
    "a long link": (
        LEVEL | {"links": ["http://" + "a" * 1994]},
        "links[0]: must have at most 2000 characters, not 2001",
    ),
    "a long note": (
        LEVEL | {"note": "x" * 5001},
        "note: must have at most 5000 characters, not 5001",
    ),
    "a control character": (LEVEL | {"note": "a\x00"}, "note: has the control character U+0000"),
    "half a character": (LEVEL | {"note": "\ud83d"}, "note: has half a surrogate pair, U+D83D"),
}


@pytest.mark.parametrize(("answer", "says"), NOT_AN_ANSWER.values(), ids=NOT_AN_ANSWER)
def test_an_answer_is_refused_for(problems, answer, says):
    assert problems(answers={"VE3.3": answer}) == [f"answers.VE3.3.{says}"]


ALL_THAT_IS_WRONG = {
    "a level too high and a note that is none": (
        "VE1.1",
        {"level": 9, "note": 5},
        ["note: must be a text, not 5", "level: VE1.1: level 9 is outside 1..5"],
    ),
    "no reason, where none is asked for": (
        "VE1.1",
        {"state": "not_applicable", "note": 5, "links": ["ftp://x"]},
        [
            "reason: is missing: say why the item does not apply",
            "note: must be a text, not 5",
            "links[0]: is not an http or https address",
            'state: VE1.1: "not_applicable" is not allowed for this item',
        ],
    ),
    "a blank reason, where none is asked for": (
        "VE1.1",
        {"state": "not_applicable", "reason": " "},
        ["reason: is empty", 'state: VE1.1: "not_applicable" is not allowed for this item'],
    ),
    "a level that is none and a grade too high": (
        "VE3.3",
        {"level": True, "evidence": 9},
        [
            "level: must be a whole number, not true",
            "evidence: VE3.3: evidence 9 is outside 0..3",
        ],
    ),
    "neither level nor state": (
        "VE3.3",
        {"note": 5, "bogus": 1},
        [
            'must have a "level", or a "state"',
            "bogus: is not a key of an answer",
            "note: must be a text, not 5",
        ],
    ),
    "no such state": (
        "VE3.3",
        {"state": "no", "level": 77, "note": 5},
        [
            'state: must be "dont_know" or "not_applicable"',
            "note: must be a text, not 5",
            "level: VE3.3: level 77 is outside 1..5",
        ],
    ),
    "an unknown item": (
        "VE9.9",
        {"level": 0},
        ["is not an item of data-trust@1.0.0", "level: must be 1 or more, not 0"],
    ),
}


@pytest.mark.parametrize(
    ("item", "answer", "says"), ALL_THAT_IS_WRONG.values(), ids=ALL_THAT_IS_WRONG
)
def test_all_that_is_wrong_with_an_answer_is_said_at_once(problems, item, answer, says):
    expected = [f"answers.{item}{': ' if ':' not in one else '.'}{one}" for one in says]
    assert problems(answers={item: answer}) == expected


def test_an_answer_of_neither_level_nor_state_is_refused(problems):
    told = problems(answers={"VE3.3": {"note": "x"}})

    assert told == ['answers.VE3.3: must have a "level", or a "state"']


def test_not_applicable_is_refused_where_the_item_does_not_allow_it(problems):
    told = problems(answers={"VE1.1": SKIPPED})

    assert told == ['answers.VE1.1.state: VE1.1: "not_applicable" is not allowed for this item']
