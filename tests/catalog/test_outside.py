"""The tables of outside evidence as values."""

import csv
from collections import Counter
from random import Random
from typing import Final

import pytest

from dashboard.catalog import DATA, Catalog
from dashboard.catalog.evidence import KINDS
from dashboard.catalog.outside import Outside, read_outside
from tests.catalog.test_added_sources import told
from tests.domain.mutations import BYTE_DAMAGES

DAMAGES: Final = 120


@pytest.fixture(scope="module")
def outside() -> Outside:
    return Catalog.load().outside


def lines(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_there_is_a_table_of_every_kind_and_none_of_no_kind(outside):
    assert {one.source.kind for one in outside.published} == set(KINDS)
    assert outside.further == ()


def test_quartiles_are_those_of_the_table(outside):
    shops = next(one for one in outside.trackers if one.name.en == "E-commerce")
    everything = next(one for one in outside.trackers if one.total)

    assert (shops.sites, shops.lower, shops.median, shops.upper) == (421, 7, 13, 24)
    assert (everything.sites, everything.lower, everything.upper) == (10_000, 4, 17)
    assert everything.name.zh == "所有网站"
    assert len(outside.trackers) == len(lines("trackers_whotracksme_2026.csv"))


def test_products_have_the_replies_of_the_table(outside):
    apple = next(one for one in outside.products if one.slug == "apple")
    (line,) = (one for one in lines("policy_privacyspy_2023.csv") if one["slug"] == "apple")

    assert apple.rating == 6.9667
    assert len(apple.replies) == 12
    assert all(line[question] == reply for question, reply in apple.replies.items())


def test_every_question_is_answered_by_every_product_once(outside):
    given = Counter(
        (question, reply) for one in outside.products for question, reply in one.replies.items()
    )

    assert [question.products for question in outside.questions] == [242] * 12
    assert all(
        given[question.key, reply.key] == reply.products
        for question in outside.questions
        for reply in question.replies
    )


def test_the_pillars_of_companies_are_the_columns_of_the_table(outside):
    counts = Counter(one.year for one in outside.companies)
    telecom = next(one for one in outside.companies if one.company == "AT&T")

    assert counts == {2020: 26, 2022: 14}
    assert telecom.pillars == (56.67, 24.17, 53.24)
    assert (telecom.privacy, telecom.sector.en) == (38.2, "Telecoms")


def test_sectors_are_bars_in_percent(outside):
    bars = outside.bars["sector_trust_oaic_2023.csv"]

    assert [(bar.name.en, bar.value) for bar in bars.bars][:2] == [
        ("Education providers", 61),
        ("Insurance companies", 40),
    ]


def test_everything_that_a_table_says_in_prose_reads_in_chinese_too(outside):
    told = [*(q.text for q in outside.questions), *(c.name for c in outside.trackers)]
    told += [reply.text for question in outside.questions for reply in question.replies]
    told += [bar.name for bar in outside.bars["sector_trust_oaic_2023.csv"].bars]

    assert [text for text in told if text.en == text.zh] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "policy_privacyspy_2023_answers.csv",
            "collects?,10,no,No,0,2,0.0083",
            "collects?,10,no,No,0,3,0.0083",
            "7: n: says 3, but 2 products reply so",
        ),
        (
            "companies_in_two_sources.csv",
            "Yahoo,yahoo",
            "Yahoo,yahu",
            "10: product: yahu is not among the products",
        ),
        (
            "companies_in_two_sources.csv",
            "2022,Meta,",
            "2020,Meta,",
            "6: company: Meta is not among the companies of 2020",
        ),
    ],
)
def test_tables_that_contradict_each_other_are_told(copy, file, old, new, says):
    table = copy / "data" / file
    table.write_text(table.read_text("utf-8").replace(old, new), "utf-8")

    assert told(copy) == [f"data/{file}:{says}"]


def test_a_fault_of_one_table_is_not_told_of_another(copy):
    table = copy / "data/disclosure_rdr.csv"
    table.write_text(table.read_text("utf-8").replace("2022,Meta,", "2022,Meta"), "utf-8")

    (problem,) = told(copy)

    assert problem.startswith("data/disclosure_rdr.csv:34: has 11 values for 12 columns")


@pytest.mark.slow
def test_a_damaged_table_is_refused_with_a_reason_or_read(copy):
    blocks = copy / "data/provenance.yaml"
    originals = {table: table.read_bytes() for table in sorted((copy / "data").glob("*.csv"))}
    refused = 0
    for number in range(DAMAGES):
        random = Random(number)
        table = random.choice(list(originals))
        table.write_bytes(random.choice(BYTE_DAMAGES)(random, originals[table]))

        problems = read_outside(blocks)[1].problems

        assert {problem.file for problem in problems} <= {table, blocks}, number
        assert all(str(problem).isprintable() for problem in problems), number
        refused += bool(problems)
        table.write_bytes(originals[table])
    assert refused > DAMAGES / 2


def test_a_kind_without_its_columns_is_told(copy):
    table = copy / "data/trackers_whotracksme_2026.csv"
    table.write_text(table.read_text("utf-8").replace("p75", "upper"), "utf-8")

    assert any("kind: trackers needs the columns p75 as well" in problem for problem in told(copy))


def test_without_its_table_a_picture_is_left_out_and_the_others_stay(copy):
    provenance = copy / "data/provenance.yaml"
    blocks = provenance.read_text("utf-8").split("  - file: ")
    kept = [block for block in blocks if not block.startswith(("disclosure", "companies"))]
    provenance.write_text("  - file: ".join(kept), "utf-8")
    for name in ("disclosure_rdr.csv", "companies_in_two_sources.csv"):
        (copy / "data" / name).unlink()

    outside, tree = read_outside(provenance)

    assert tree.problems == []
    assert (outside.companies, outside.matches) == ((), ())
    assert len(outside.products) == 242
