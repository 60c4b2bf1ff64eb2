"""Whatever a form or a cookie holds, it is read as ours or refused, and never anything else."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.answer import Answer, State, misfits
from dashboard.domain.text import LANGS
from dashboard.web.form import MOST_BYTES, FormRefused, fields
from dashboard.web.rating_form import (
    MAX_REASON,
    Entry,
    Problem,
    answers,
    choices,
    entry_of,
    read,
    reason_field,
)
from dashboard.web.ticket import Ticket
from dashboard.web.visit import preferred
from tests.builders import data_trust

DIMENSIONS = {one.id: one for one in data_trust().dimensions}
DU3 = DIMENSIONS["DU3"]
NAMES = [name for item in DU3.items for name in (item.id, reason_field(item))]


@given(st.binary(max_size=200))
def test_any_body_is_read_or_refused(body: bytes) -> None:
    with suppress(FormRefused):
        assert all(isinstance(value, str) for value in fields(body).values())


@given(
    st.dictionaries(
        st.sampled_from([*NAMES, "ST1.1", ""]),
        st.one_of(st.text(), st.sampled_from(["", *"0123456", *State])),
    )
)
def test_whatever_is_typed_makes_answers_that_fit_or_is_refused(typed: dict[str, str]) -> None:
    try:
        entries = read(DU3, typed)
    except FormRefused:
        return
    assert list(entries) == [item.id for item in DU3.items]
    if any(entry.problem for entry in entries.values()):
        return
    for item in DU3.items:
        answer = answers(entries)[item.id]
        assert answer is None or not list(misfits(answer, item, data_trust()))


@pytest.mark.parametrize(
    "answer", [None, Answer.at(3), Answer.dont_know(), Answer.not_applicable("No members.")]
)
def test_a_stored_answer_stands_in_the_form_as_it_was_given(answer: Answer | None) -> None:
    item = DU3.items[0]
    entry = entry_of(answer)

    again = read(DU3, {item.id: entry.choice, reason_field(item): entry.reason})

    assert again[item.id] == entry
    assert answers(again)[item.id] == answer


def test_does_not_apply_is_offered_where_the_item_allows_it_alone() -> None:
    for dimension in DIMENSIONS.values():
        for item in dimension.items:
            offered = State.NOT_APPLICABLE in choices(item)
            assert offered == (item.not_applicable is not None)


def test_what_is_wrong_with_a_reason_has_a_name() -> None:
    item = DU3.items[0]

    def problem(reason: str) -> Problem | None:
        return read(DU3, {item.id: "not_applicable", reason_field(item): reason})[item.id].problem

    assert problem("") == problem(" \r\n") == problem("\u200b") == Problem.NO_REASON
    assert problem("\x07") == Problem.UNREADABLE
    assert problem("x" * (MAX_REASON + 1)) == Problem.TOO_LONG
    assert problem("x" * MAX_REASON) is None
    assert Entry().problem is None


def test_a_page_of_the_longest_reasons_fits_into_a_body() -> None:
    most = max(len(dimension.items) for dimension in DIMENSIONS.values())

    assert most * MAX_REASON * len("%E4%B8%AD") < MOST_BYTES / 4


@given(st.text(max_size=60))
def test_any_cookie_is_a_ticket_or_none(value: str) -> None:
    ticket = Ticket.read(value)

    assert ticket is None or (ticket.token.isascii() and ticket.lang in {*LANGS, None})


def test_a_ticket_signs_for_itself_alone() -> None:
    one, other = Ticket.new(), Ticket.new()

    assert one.signed(one.signature)
    assert one.signed(one.speaking("zh").signature)
    assert not one.signed(other.signature)
    assert not one.signed("")
    assert one.token not in one.signature


@given(st.text())
def test_any_header_prefers_a_language_that_is_offered(header: str) -> None:
    assert preferred(header, ("zh", "en")) in {"zh", "en"}
