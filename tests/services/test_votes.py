"""Votes as they leave the house: no more than the reveal shows, of anybody, in any shape."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment
from dashboard.domain.reveal import ROLE_MINIMUM, Reveal, reveal
from dashboard.domain.votes import OTHER, Cell, Votes, WideVote, votes
from dashboard.domain.workshop import Ballot, NotAtThisStage, Setup, Stage
from dashboard.services import votes as votes_service
from dashboard.services import votes_file, workshops
from dashboard.services.acting import Acting
from tests.builders import data_trust
from tests.domain.rooms import NA, ballot, items_named
from tests.examples import scaled
from tests.services.rooms import led_to, opened, rated, seated

ITEMS = items_named(data_trust(), "VE3.1", "VE3.2", "VE3.3", "ST4.1")
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]
ROLES = [None, "Legal", "Marketing", OTHER, *DANGEROUS[:3]]

Person = tuple[str, str | None]


@st.composite
def rooms(draw: st.DrawFn) -> list[Person]:
    """Rows with their roles; how many leave an item out is drawn for each item."""
    people = draw(st.integers(0, 24))
    columns = [
        draw(
            st.lists(
                st.sampled_from(signs + "-" * draw(st.sampled_from([0, 0, 1, 20]))),
                min_size=people,
                max_size=people,
            )
        )
        for signs in ("12?", "12?", "12?x", "12?")
    ]
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=3))
    return [("".join(row), draw(st.sampled_from(roles))) for row in zip(*columns, strict=True)]


def ballots(room: Iterable[Person]) -> list[Ballot]:
    return [ballot(ITEMS, *person) for person in room]


def exported(room: Iterable[Person], seed: int = 0) -> Votes:
    return votes(data_trust(), ITEMS, ballots(room), Random(seed))


def shown(room: Iterable[Person]) -> Reveal:
    return reveal(data_trust(), ITEMS, ballots(room), {}, {})


def sizes(rows: Iterable[WideVote], item_id: str | None = None) -> Counter[str | None]:
    """How many there are of each role, among all or those who rated an item."""
    return Counter(row.role for row in rows if item_id is None or item_id in row.given)


def flat(rows: Iterable[WideVote]) -> Counter[tuple[str | None, str, Cell]]:
    return Counter((row.role, item, cell) for row in rows for item, cell in row.given.items())


@pytest.mark.slow
@given(room=rooms())
@settings(max_examples=scaled(150))
def test_items_below_three_ratings_are_absent_and_the_others_are_as_revealed(
    room: list[Person],
) -> None:
    found = exported(room)

    revealed = {one.item_id: one.counts for one in shown(room).items if one.counts}
    assert list(found.items) == list(revealed)
    for item_id, counts in revealed.items():
        given_ = Counter(row.given[item_id] for row in found.wide if item_id in row.given)
        assert [given_[level] for level in (1, 2, 3, 4, 5)] == list(counts.levels)
        assert given_["dont_know"] == counts.dont_know
        assert given_["not_applicable"] == counts.not_applicable
    assert all(row.given.keys() <= revealed.keys() and row.given for row in found.wide)
    assert flat(found.wide) == Counter((one.role, one.item_id, one.given) for one in found.long)


@pytest.mark.slow
@given(room=rooms())
@settings(max_examples=scaled(200))
def test_no_role_has_fewer_than_five_people_in_all_or_on_any_item(room: list[Person]) -> None:
    found = exported(room)

    for part in (None, *found.items):
        groups = sizes(found.wide, part)
        if found.by_role:
            assert None not in groups
            assert all(size >= ROLE_MINIMUM for size in groups.values())
        else:
            assert set(groups) <= {None}
    assert not found.by_role or len(sizes(found.wide)) > 1


@pytest.mark.slow
@given(room=rooms())
@settings(max_examples=scaled(200))
def test_a_role_of_the_export_is_whole_roles_of_the_reveal(room: list[Person]) -> None:
    """On every item the export says as much of a role as the reveal does, or less."""
    found = exported(room)

    for one in shown(room).items if found.by_role else ():
        if one.counts is None:
            continue
        of_reveal = {group.role: group.counts.raters for group in one.roles}
        assert of_reveal, "what the reveal does not break out is not broken out here"
        for role, size in sizes(found.wide, one.item_id).items():
            if role != OTHER:
                assert of_reveal[role] == size


@given(
    roles=st.lists(st.sampled_from(DANGEROUS), min_size=2, max_size=3, unique=True),
    seed=st.integers(0, 99),
)
@settings(max_examples=scaled(60))
def test_no_role_is_ever_a_formula(roles: list[str], seed: int) -> None:
    found = exported([("1234", role) for role in roles for _ in range(5)], seed)

    for table in (found.wide_table, found.long_table):
        rows = list(csv.reader(StringIO(votes_file.as_csv(table).decode("utf-8-sig"), newline="")))
        texts = [cell for row in rows for cell in row]
        assert not [text for text in texts if text.startswith(votes_file.FORMULA_SIGNS)]
        assert {row[0] for row in rows[1:]} == {f"'{role}" for role in roles}
    book = load_workbook(BytesIO(votes_file.as_xlsx(found)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    told = json.loads(votes_file.as_json(found))
    assert {row["role"] for row in told["wide"]} == set(roles)


def room_of(*groups: tuple[int, str | None], row: str = "1231") -> list[Person]:
    return [(row, role) for size, role in groups for _ in range(size)]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([(5, "Legal"), (5, "Marketing")], {"Legal": 5, "Marketing": 5}),
        ([(6, "Legal"), (4, "Marketing")], {}),
        ([(6, "Legal"), (4, "Marketing"), (1, None)], {"Legal": 6, OTHER: 5}),
        ([(7, "Legal"), (5, "Marketing"), (4, "IT")], {"Legal": 7, OTHER: 9}),
        ([(7, "Legal")], {}),
        ([(9, None)], {}),
        ([(5, "Legal"), (5, OTHER), (5, None)], {"Legal": 5, OTHER: 10}),
        ([(5, OTHER), (5, None)], {}),
    ],
)
def test_rare_roles_are_one_and_a_single_one_is_not_told(
    groups: list[tuple[int, str | None]], expected: Mapping[str, int]
) -> None:
    found = exported(room_of(*groups))

    assert found.by_role == bool(expected)
    assert found.wide_table[0] == [*(["role"] if expected else []), *(item.id for item in ITEMS)]
    if expected:
        assert sizes(found.wide) == expected


def test_one_blank_that_leaves_four_of_a_role_on_an_item_takes_the_roles_from_all() -> None:
    whole = room_of((5, "Legal"), (5, "Marketing"))

    assert exported(whole).by_role
    assert not exported([("1-31", "Legal"), *whole[1:]]).by_role


def test_an_item_that_a_single_role_rated_takes_the_roles_from_all() -> None:
    room = room_of((6, "Legal")) + room_of((6, "Marketing"), row="123-")

    assert [len(one.roles) for one in shown(room).items] == [2, 2, 2, 0]
    assert not exported(room).by_role


def test_who_rated_nothing_that_is_shown_is_no_row() -> None:
    found = exported([*room_of((3, None), row="1---"), ("-5--", None), ("----", None)])

    assert found.items == ("VE3.1",)
    assert found.wide_table == [["VE3.1"], [1], [1], [1]]
    assert found.long_table == [["item", "given"], *[["VE3.1", 1]] * 3]


def test_an_empty_room_is_a_head_without_rows() -> None:
    found = exported([])

    assert (found.wide_table, found.long_table) == ([[]], [["item", "given"]])
    assert len(list(load_workbook(BytesIO(votes_file.as_xlsx(found))))) == 2


def test_both_shapes_are_in_an_order_of_their_own() -> None:
    room = [(f"{n % 5 + 1}{n // 5 + 1}??", None) for n in range(25)]
    orders = [exported(room, seed) for seed in range(4)]

    for shape in ("wide", "long"):
        drawn = [[str(row) for row in getattr(one, shape)] for one in orders]
        assert len({tuple(rows) for rows in drawn}) == 4
        assert len({tuple(sorted(rows)) for rows in drawn}) == 1
    one = orders[0]
    melted = [(item, cell) for row in one.wide for item, cell in row.given.items()]
    assert [(row.item_id, row.given) for row in one.long] != melted


@pytest.fixture
def of_ten(ann: Acting, draft: Assessment) -> str:
    """The id of a revealed workshop with ten people of two roles on two items."""
    setup = Setup(dimensions=("VE3",), langs=("en",), roles=("数据", "=HYPERLINK(1)"))
    made = opened(ann, draft.id, setup)
    for number in range(10):
        phone = seated(ann, made, setup.roles[number % 2])
        phone.give({"VE3.1": Answer.at(number % 5 + 1), "VE3.3": NA})
    return led_to(ann, made, Stage.REVEALED).id


def test_votes_are_there_from_the_reveal_on_and_not_before(ann: Acting, draft: Assessment) -> None:
    made = opened(ann, draft.id)
    rated(ann, made, "123", "123", "12-")
    for stage in (Stage.COLLECTING, Stage.LOCKED):
        led_to(ann, made, stage)
        with pytest.raises(NotAtThisStage):
            votes_service.of_workshop(ann, made.id)

    for stage in (Stage.REVEALED, Stage.CLOSED):
        led_to(ann, made, stage)
        found = votes_service.of_workshop(ann, made.id)
        assert found.wide_table == [["ST4.1", "ST4.2"], *[[1, 2]] * 3]


def test_deleted_votes_are_exported_no_more(ann: Acting, of_ten: str) -> None:
    workshops.delete_votes(ann, of_ten)

    assert votes_service.of_workshop(ann, of_ten).wide == ()


def test_the_files_open_again_and_hold_what_was_given(ann: Acting, of_ten: str) -> None:
    found = votes_service.of_workshop(ann, of_ten)
    book = votes_file.as_xlsx(found)

    wide = pd.read_csv(BytesIO(votes_file.as_csv(found.wide_table)))
    sheet = pd.read_excel(BytesIO(book), sheet_name="wide")
    assert wide.columns.to_list() == sheet.columns.to_list() == ["role", "VE3.1", "VE3.3"]
    assert sorted(wide["VE3.1"]) == sorted(sheet["VE3.1"]) == sorted([1, 2, 3, 4, 5] * 2)
    assert wide["role"].value_counts().to_dict() == {"数据": 5, "'=HYPERLINK(1)": 5}
    assert sheet["role"].value_counts().to_dict() == {"数据": 5, "=HYPERLINK(1)": 5}
    long = pd.read_excel(BytesIO(book), sheet_name="long")
    assert long.columns.to_list() == ["role", "item", "given"]
    assert long.groupby("item").size().to_dict() == {"VE3.1": 10, "VE3.3": 10}
    assert set(long.loc[long["item"] == "VE3.3", "given"]) == {"not_applicable"}


def test_json_holds_both_shapes_and_names_its_format(ann: Acting, of_ten: str) -> None:
    told = json.loads(votes_file.as_json(votes_service.of_workshop(ann, of_ten)))

    assert told.keys() == {"format", "items", "wide", "long"}
    assert (told["format"], told["items"]) == ("candour.votes/1", ["VE3.1", "VE3.3"])
    assert (len(told["wide"]), len(told["long"])) == (10, 20)
    assert {frozenset(row) for row in told["wide"]} == {frozenset({"role", "given"})}
    assert {frozenset(row) for row in told["long"]} == {frozenset({"role", "item", "given"})}
    assert told["wide"][0]["given"]["VE3.3"] == "not_applicable"


def test_no_file_holds_an_identifier_a_time_or_what_was_written(
    ann: Acting, of_ten: str, draft: Assessment
) -> None:
    found = votes_service.of_workshop(ann, of_ten)
    code = workshops.open_room(ann, of_ten).workshop.code
    with ann.store.read() as tx:
        columns = "SELECT id, token_hash FROM participants"
        people = [value for row in tx.connection.exec_driver_sql(columns) for value in row]
    secret = [of_ten, code, draft.id, str(NA.reason), *people]

    book = load_workbook(BytesIO(votes_file.as_xlsx(found)))
    written = " ".join(
        [
            votes_file.as_csv(found.wide_table).decode("utf-8-sig"),
            votes_file.as_csv(found.long_table).decode("utf-8-sig"),
            votes_file.as_json(found).decode(),
            *(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row),
        ]
    )

    assert len(people) == 20
    assert [one for one in secret if one in written] == []
