"""Packs go out and come in alike, and one that could give anybody away is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.pack import FORMAT, MAX_BYTES, read_pack, write_pack
from dashboard.domain.problem import Refused
from dashboard.domain.release import Release
from dashboard.services.benchmarks import DEMO_PACK
from tests.domain.organisations import made, several

FILE = Path("pack.json")
RELEASE = made(
    [
        *several(40, 30, industry="retail"),
        *several(40, 60, industry="banking"),
        *several(40, 80, industry="travel", region="asia"),
    ]
).release

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def read(catalog: Catalog, raw: bytes) -> Release:
    return read_pack(raw, FILE, find=catalog.find, vocabulary=catalog.vocabulary)


def problems(catalog: Catalog, raw: bytes) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(catalog, raw)
    return [str(one).removeprefix("pack.json: ") for one in refused.value.problems]


def changed(change: Change) -> bytes:
    pack = json.loads(write_pack(RELEASE))
    change(pack)
    return json.dumps(pack).encode()


def test_what_is_written_is_read_again(catalog: Catalog) -> None:
    text = write_pack(RELEASE)

    assert json.loads(text)["format"] == FORMAT
    assert read(catalog, text.encode()) == RELEASE


def test_the_demo_pack_is_sound_and_says_that_it_is_made_up(catalog: Catalog) -> None:
    demo = read(catalog, DEMO_PACK.read_bytes())

    assert demo.synthetic
    assert demo.publisher == "Candour demo (synthetic)"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda p: p.update(format="candour.cohort/2"), "format: must be"),
        (lambda p: p.pop("consent"), "consent: is missing"),
        (lambda p: p.update(licence=" "), "licence: is empty"),
        (lambda p: p.update(members=["Alder"]), "members: is not a known key"),
        (lambda p: p.update(released="1 July"), "released: '1 July' is not a day"),
        (lambda p: p.update(questionnaire="other@1.0.0"), "questionnaire: there is no"),
        (lambda p: p.update(n=115), "n: is not the number of the cohort of all"),
        (lambda p: p.update(publisher=None), "publisher: must not be null"),
        (lambda p: p["cohorts"][0].update(n=5), "cohorts[0].n: must be 10 or more"),
        (lambda p: p["cohorts"][1].update(n=43), "cohorts[1].n:"),
        (lambda p: p["cohorts"][1].update(industry=["shoes"]), "'shoes' is not one of"),
        (lambda p: p["cohorts"].pop(0), "cohorts: the cohort of all is missing"),
        (lambda p: p["cohorts"].append(p["cohorts"][1]), "cohorts: a cohort is given twice"),
        (lambda p: p["cohorts"][1]["scores"].pop("VE"), "cohorts[1].scores: must hold exactly"),
        (
            lambda p: p["cohorts"][1]["scores"].update(VE=p["cohorts"][0]["scores"]["VE"]),
            "cohorts[1].scores.VE: says more or less than 40 organisations allow",
        ),
        (
            lambda p: p["cohorts"][0]["scores"]["VE"]["counts"].__setitem__(6, 45),
            "cohorts[0].scores.VE.counts: add up to 125, not to 120",
        ),
        (
            lambda p: p["cohorts"][1]["scores"]["VE"].update(limits=[9, 8, 10]),
            "cohorts[1].scores.VE: has limits that fall",
        ),
        (
            lambda p: p["cohorts"][0]["scores"]["VE"]["counts"].__setitem__(0, 3),
            "cohorts[0].scores.VE.counts[0]:",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(catalog: Catalog, change: Change, says: str) -> None:
    assert any(line.startswith(says) or says in line for line in problems(catalog, changed(change)))


def test_a_rest_of_fewer_than_ten_is_refused(catalog: Catalog) -> None:
    """Of 120, 90 and 25 leave 5 for all other regions; rounding makes it 2 to 8 off at most 7."""

    def regions(pack: dict[str, Any]) -> None:
        rows = [row for row in pack["cohorts"] if "region" in row]
        assert [row["n"] for row in rows] == [40, 80]
        pack["cohorts"] = [row for row in pack["cohorts"] if row.keys() & {"region"} == set()]
        rows[1]["n"] = 115
        rows[1]["scores"] = pack["cohorts"][0]["scores"]
        rows[1] = json.loads(json.dumps(rows[1]))
        for told in rows[1]["scores"].values():
            told["counts"][6] -= 5
        pack["cohorts"].append(rows[1])

    assert problems(catalog, changed(regions)) == ["cohorts: europe leave 5 for the others"]


def industries(pack: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for row in pack["cohorts"] if "industry" in row and "size" not in row]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda p: industries(p)[0].update(industry=["retail", "retail"]), "is given twice"),
        (
            lambda p: p["cohorts"].append(
                industries(p)[0] | {"industry": ["retail", "banking"], "n": 45}
            ),
            "'retail' stands in two different groups",
        ),
        (
            lambda p: p["cohorts"].append(
                industries(p)[0] | {"industry": ["food"], "size": ["1-9"], "n": 500}
            ),
            "food+1-9 leave -380 for the others",
        ),
        (
            lambda p: p.update(
                cohorts=[
                    p["cohorts"][0],
                    industries(p)[0] | {"industry": ["food"], "size": ["1-9"], "n": 115},
                ]
            ),
            "food+1-9 leave 5 for the others",
        ),
        (
            lambda p: [row.update(n=10**400) for row in p["cohorts"][:1]],
            "cohorts[0].n: must be 10000000 or less",
        ),
    ],
)
def test_rows_that_could_be_taken_from_each_other_are_refused(
    catalog: Catalog, change: Change, says: str
) -> None:
    assert any(says in line for line in problems(catalog, changed(change)))


def told_as(pack: dict[str, Any], row: int, **values: object) -> None:
    pack["cohorts"][row]["scores"]["VE"].update(values)


@pytest.mark.parametrize(
    "change",
    [
        lambda p: told_as(p, 0, mean=90),
        lambda p: told_as(p, 1, mean=100),
        lambda p: told_as(p, 1, limits_of_members=[20, 20, 20]),
    ],
    ids=["beside counts", "beside limits", "beside limits of members"],
)
def test_a_mean_that_cannot_be_is_refused(catalog: Catalog, change: Change) -> None:
    found = problems(catalog, changed(change))
    assert [one.partition(": ")[2] for one in found] == ["does not fit what is told beside it"]


def test_every_problem_is_said_at_once(catalog: Catalog) -> None:
    def several_faults(pack: dict[str, Any]) -> None:
        pack["released"] = "soon"
        pack["n"] = 10
        pack["cohorts"][1]["n"] = 7

    assert len(problems(catalog, changed(several_faults))) == 3


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"{", "is not JSON"),
        (b"[]", "must be a mapping of keys"),
        (b"\xff", "is not UTF-8"),
        (b" " * (MAX_BYTES + 1), "is larger than 500 kB"),
        (b'{"n": NaN, "n": 1}', "is given twice"),
    ],
)
def test_what_is_no_pack_at_all_is_refused(catalog: Catalog, raw: bytes, says: str) -> None:
    assert any(says in line for line in problems(catalog, raw))
