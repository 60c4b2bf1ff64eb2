"""`workshop votes`: the revealed votes as a file, in the shape that was asked for."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Candour, WriteFile
from tests.commands.rooms import done, revealed

PEOPLE = ["12-", "3?-", "45-", "115"]
WIDE = [["1", "1"], ["1", "2"], ["3", "dont_know"], ["4", "5"]]
LONG = [
    *(["ST4.1", "1"], ["ST4.1", "1"], ["ST4.1", "3"], ["ST4.1", "4"]),
    *(["ST4.2", "1"], ["ST4.2", "2"], ["ST4.2", "5"], ["ST4.2", "dont_know"]),
]


@pytest.fixture
def code(run: Candour, write: WriteFile) -> str:
    """A revealed workshop of four people, one of whom alone rated ST4.3."""
    draft = run("import", write()).stdout.strip()
    return revealed(run, draft, PEOPLE, (), "--dimensions", "ST4")


def rows(path: str) -> list[list[str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(
    ("options", "head", "expected"),
    [
        ((), ["ST4.1", "ST4.2"], WIDE),
        (("--shape", "wide"), ["ST4.1", "ST4.2"], WIDE),
        (("--shape", "long"), ["item", "given"], LONG),
    ],
)
def test_csv_is_wide_unless_it_is_to_be_long(
    options: tuple[str, ...],
    head: list[str],
    expected: list[list[str]],
    run: Candour,
    code: str,
) -> None:
    assert done(run, "votes", code, "--out", "v.CSV", *options) == ""

    found = rows("v.CSV")
    assert found[0] == head
    assert sorted(found[1:]) == expected


def test_xlsx_has_a_sheet_for_each_shape(run: Candour, code: str) -> None:
    assert done(run, "votes", code, "--out", "v.xlsx") == ""

    book = load_workbook("v.xlsx")
    assert book.sheetnames == ["wide", "long"]
    wide, long = (
        [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book
    )
    assert (wide[0], sorted(wide[1:])) == (["ST4.1", "ST4.2"], WIDE)
    assert (long[0], sorted(long[1:])) == (["item", "given"], LONG)


def test_json_has_both_shapes(run: Candour, code: str) -> None:
    assert done(run, "votes", code, "--out", "v.json") == ""

    found = json.loads(Path("v.json").read_text("utf-8"))
    given = [[str(cell) for cell in row["given"].values()] for row in found["wide"]]
    assert sorted(given) == WIDE
    assert sorted([row["item"], str(row["given"])] for row in found["long"]) == LONG


def test_the_rows_stand_in_another_order_each_time(run: Candour, write: WriteFile) -> None:
    draft = run("import", write()).stdout.strip()
    people = [f"{n % 5 + 1}{n // 5 + 1}1" for n in range(25)]
    code = revealed(run, draft, people, (), "--dimensions", "ST4")

    for name in ("a.csv", "b.csv"):
        done(run, "votes", code, "--out", name)

    first, second = rows("a.csv"), rows("b.csv")
    assert first != second
    assert sorted(first) == sorted(second)


def test_votes_of_a_closed_workshop_are_still_there(run: Candour, code: str) -> None:
    done(run, "close", code)

    assert done(run, "votes", code, "--out", "v.csv") == ""
    assert sorted(rows("v.csv")[1:]) == WIDE
