"""An assessment file is read strictly: every problem at once, each with its field."""

import json

import pytest

from dashboard.catalog import PROJECT
from dashboard.domain.answer import State
from dashboard.domain.document import write_document
from dashboard.domain.problem import Refused
from tests.domain.conftest import GOOD

LEVEL, UNKNOWN = {"level": 4}, {"state": "dont_know"}
SKIPPED = {"state": "not_applicable", "reason": "We hold no such data."}


def brand(**fields: object) -> dict[str, object]:
    return {"name": "Northwind Outfitters"} | fields


def test_the_smallest_document_has_a_name_and_a_wave(read):
    document = read()

    assert (document.brand.name, document.wave) == ("Northwind Outfitters", "2026-Q4")
    assert document.dated is None
    assert document.answers == {}


def test_every_kind_of_answer_is_read(read):
    document = read(
        answers={
            "VE1.1": {"level": 4, "evidence": 0, "note": "a note", "links": ["http://a.example"]},
            "DU4.2": UNKNOWN | {"note": "ask the team"},
            "VE3.3": SKIPPED | {"links": []},
        }
    )

    level, unknown, skipped = (document.answers[i] for i in ("VE1.1", "DU4.2", "VE3.3"))
    assert (level.state, level.level, level.evidence) == (State.LEVEL, 4, 0)
    assert (unknown.state, unknown.note) == (State.DONT_KNOW, "ask the team")
    assert (skipped.state, skipped.reason) == (State.NOT_APPLICABLE, SKIPPED["reason"])


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"brand": brand(industry="retail", region="europe", size="250-999", parent="Polar Ltd")},
        {"brand": brand(parent=None)},
        {"date": "2026-11-24"},
        {"answers": {"VE1.1": LEVEL, "DU4.2": UNKNOWN, "VE3.3": SKIPPED}},
        {"answers": {"VE1.1": LEVEL | {"note": "", "links": [], "evidence": 3}}},
        {"answers": {"VE3.3": LEVEL, "VE1.1": LEVEL}, "wave": "冬季 \u2028 2026"},
    ],
    ids=str,
)
def test_what_is_read_is_written_again_as_the_same_value(read, changes):
    assert json.loads(write_document(read(**changes))) == GOOD | changes


def test_the_documented_example_is_read_and_written_again(read):
    example = (PROJECT / "docs" / "examples" / "worked-brand.json").read_bytes()

    assert json.loads(write_document(read(example))) == json.loads(example)


def test_a_byte_order_mark_is_no_fault(read):
    assert read(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())


def test_all_problems_are_told_together(problems):
    told = problems(
        format="candour.assessment/2",
        questionnaire="data-trust@1.0.0",
        brand={"industry": "shoes"},
        wave="",
        date="2026-02-30",
        answers={"VE1.1": {"level": 9}, "XX1.1": LEVEL, "DU4.2": {"state": "unsure"}},
        extra=1,
    )

    assert sorted(told) == [
        'answers.DU4.2.state: must be "dont_know" or "not_applicable"',
        "answers.VE1.1.level: VE1.1: level 9 is outside 1..5",
        "answers.XX1.1: is not an item of data-trust@1.0.0",
        next(line for line in told if line.startswith("brand.industry: 'shoes' is not one of")),
        "brand.name: is missing",
        "date: '2026-02-30' is not a day of the form 2026-11-24",
        "extra: is not a known key",
        "format: must be 'candour.assessment/1', not 'candour.assessment/2'",
        "wave: is empty",
    ]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is not JSON: expecting value (line 1, column 1)"),
        (b"{'a': 1}", "is not JSON: expecting property name enclosed in double quotes"),
        (b'{"a": 1} {}', "is not JSON: extra data (line 1, column 10)"),
        (b"[]", "must be a mapping of keys"),
        (b"3", "must be a mapping of keys, not 3"),
        (json.dumps(GOOD).encode("utf-16"), "is not UTF-8 text (byte 0)"),
        (b"[" * 100_000, "is nested too deep"),
        (b"9" * 5_000, "has a number with too many digits"),
        (b" " * 5_000_001, "is larger than 5 MB"),
        (b'{"format": "candour.result/1", "n": null}', "format: is a result: only assessments"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_document_is_refused(problems, raw, says):
    assert problems(raw)[0].startswith(says)


def test_a_key_given_twice_is_refused_at_its_place(problems):
    raw = json.dumps(GOOD | {"answers": {"VE1.1": LEVEL}}).encode()

    assert problems(raw.replace(b'"level": 4', b'"level": 4, "level": 3')) == [
        "answers.VE1.1.level: is given twice"
    ]
    assert problems(raw.replace(b'"VE1.1":', b'"VE1.1": {"level": 2}, "VE1.1":')) == [
        "answers.VE1.1: is given twice"
    ]


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_is_no_json_number_is_refused(problems, constant):
    raw = json.dumps(GOOD | {"answers": {"VE1.1": LEVEL}}).encode()

    told = problems(raw.replace(b'"level": 4', b'"level": ' + constant))

    assert f"answers.VE1.1.level: {constant.decode()} is not a JSON number" in told


@pytest.mark.parametrize("key", ["industry", "region", "size"])
def test_an_explicit_null_is_refused(problems, key):
    assert f"brand.{key}: must not be null: leave the key out" in problems(
        brand=brand(**{key: None})
    )


@pytest.mark.parametrize("key", ["format", "questionnaire", "brand", "wave", "answers"])
def test_where_a_key_is_needed_nobody_is_told_to_leave_it_out(problems, key):
    assert f"{key}: must not be null" in problems(**{key: None})


def test_a_number_that_cannot_be_read_is_told_with_its_field_and_all_else(problems):
    raw = json.dumps(GOOD | {"wave": "", "answers": {"VE1.1": LEVEL}}).encode()

    told = problems(raw.replace(b'"level": 4', b'"level": ' + b"9" * 5_000))

    assert "answers.VE1.1.level: has a number with too many digits" in told
    assert any(problem.startswith("wave: ") for problem in told)


def test_an_answer_that_is_null_is_refused(problems):
    told = problems(answers={"VE1.1": None})

    assert told == ["answers.VE1.1: must not be null: leave the key out"]


def test_a_parent_of_null_and_none_at_all_are_told_apart(read):
    assert "parent" in json.loads(write_document(read(brand=brand(parent=None))))["brand"]
    assert "parent" not in json.loads(write_document(read()))["brand"]


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20261124", "2026-W48-2", "24.11.2026", "", "２０２６-11-24"]
)
def test_a_date_is_an_iso_day(problems, day):
    assert problems(date=day) == [f"date: {day!r} is not a day of the form 2026-11-24"]


@pytest.mark.parametrize(("wave", "fits"), [("x" * 40, True), ("x" * 41, False), (" ", False)])
def test_a_wave_has_1_to_40_characters(read, wave, fits):
    if fits:
        assert read(wave=wave).wave == wave
    else:
        with pytest.raises(Refused, match="wave"):
            read(wave=wave)


def test_a_name_has_at_most_200_characters(problems, read):
    assert read(brand={"name": "字" * 200})
    assert problems(brand={"name": "字" * 201}) == [
        "brand.name: must have at most 200 characters, not 201"
    ]


def test_an_unknown_questionnaire_is_refused_with_the_known_ones(problems):
    (told,) = problems(questionnaire="data-trust@9.0.0")

    assert told == (
        "questionnaire: there is no questionnaire data-trust@9.0.0 (there is data-trust@1.0.0)"
    )


def test_what_a_file_says_cannot_write_on_a_terminal(problems):
    (told,) = problems(answers={"\x1b[2J\ud800": LEVEL})[-1:]

    assert told.isprintable()
    assert "\\x1b[2J\\ud800" in told


def test_a_very_long_key_does_not_make_a_very_long_message(problems):
    told = problems(answers={"x" * 1_000_000: LEVEL})

    assert max(map(len, told)) < 1_300
