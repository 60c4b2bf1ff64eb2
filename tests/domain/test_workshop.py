"""What a workshop is: its stages, its code, who fits in, and what is rated."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.domain.workshop import (
    CODE_ALPHABET,
    CODE_LENGTH,
    MAX_EXPECTED,
    MAX_ROLE,
    MAX_ROLES,
    STEPS,
    Setup,
    Stage,
    Workshop,
    readable_code,
    spoken_code,
)
from tests.builders import data_trust

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CODES = st.text(CODE_ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)


def workshop(stage: Stage = Stage.COLLECTING, **setup: object) -> Workshop:
    return Workshop(
        id="w",
        workspace_id="ws",
        assessment_id="first",
        code="ACDEFGHJ",
        stage=stage,
        setup=Setup.model_validate({"dimensions": ("ST4",), "langs": ("en",)} | setup),
        created_at=NOW,
        expires_at=NOW + timedelta(days=30),
    )


def test_every_stage_leads_onwards_and_what_was_shown_is_never_taken_back():
    onwards = [steps[0] for steps in STEPS.values()][:-1]

    assert onwards == [Stage.COLLECTING, Stage.LOCKED, Stage.REVEALED, Stage.CLOSED]
    assert STEPS.keys() == set(Stage)
    reached, reachable = {Stage.REVEALED}, {Stage.REVEALED}
    while reached:
        reached = {to for stage in reached for to in STEPS[stage]} - reachable
        reachable |= reached
    assert reachable == {Stage.REVEALED, Stage.CLOSED}


@pytest.mark.parametrize("stage", Stage)
def test_ratings_are_taken_while_they_are_collected_and_until_the_day_is_over(stage):
    one = workshop(stage)
    collecting = stage is Stage.COLLECTING

    assert one.takes_ratings(one.expires_at - timedelta(microseconds=1)) is collecting
    assert not one.takes_ratings(one.expires_at)


@pytest.mark.parametrize(("expected", "places"), [(1, 50), (25, 50), (26, 52), (200, 400)])
def test_there_are_places_for_twice_as_many_as_are_expected(expected, places):
    assert workshop(expected=expected).places == places


def test_dimensions_are_rated_in_the_order_of_the_questionnaire_and_each_once():
    one = workshop(dimensions=("ST4", "VE1", "ST4", "none"))

    assert [found.id for found in one.dimensions_of(data_trust())] == ["VE1", "ST4"]
    assert [found.id for found in one.items_of(data_trust())] == [
        *("VE1.1", "VE1.2", "VE1.3"),
        *("ST4.1", "ST4.2", "ST4.3"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"dimensions": ()},
        {"langs": ()},
        {"langs": ("fr",)},
        {"roles": ("",)},
        {"roles": (" ",)},
        {"roles": ("x" * (MAX_ROLE + 1),)},
        {"roles": tuple(map(str, range(MAX_ROLES + 1)))},
        {"expected": 0},
        {"expected": MAX_EXPECTED + 1},
        {"note": "\x00"},
        {"mood": "good"},
    ],
    ids=str,
)
def test_what_cannot_be_set_up_is_refused(wrong):
    with pytest.raises(ValidationError):
        workshop(**wrong)


def test_a_code_has_no_signs_that_look_alike():
    assert not set("0O1IL2Z5SUVB6") & set(CODE_ALPHABET)
    assert len(set(CODE_ALPHABET)) == len(CODE_ALPHABET)
    assert len(CODE_ALPHABET) ** CODE_LENGTH > 10**10


@given(code=CODES, data=st.data())
def test_a_code_is_understood_however_it_is_typed(code, data):
    typed = "".join(
        data.draw(st.sampled_from(["", "-", " "]))
        + (sign.lower() if data.draw(st.booleans()) else sign)
        for sign in code
    )

    assert readable_code(typed) == readable_code(spoken_code(code)) == code


@given(typed=st.text(max_size=20))
def test_what_is_understood_is_a_code(typed):
    found = readable_code(typed)

    assert found is None or (len(found) == CODE_LENGTH and set(found) <= set(CODE_ALPHABET))


@pytest.mark.parametrize(
    "typed", ["", "ACDE", "ACDEFGHJK", "ACDEFGH0", "ACDEFGHß", "ＡＣＤＥＦＧＨＪ"]
)
def test_what_can_be_no_code_is_none(typed):
    assert readable_code(typed) is None
