"""The tables of outside evidence as values, and sources that somebody adds."""

import csv
import re
from collections import Counter
from random import Random
from typing import Final

import pytest

from dashboard.catalog import DATA, Catalog
from dashboard.catalog.evidence import KINDS
from dashboard.catalog.outside import Outside, read_outside
from tests.added_source import BLOCK, CSV, TABLE, add_source
from tests.catalog.broken_copies import Copy
from tests.documents import PROJECT
from tests.domain.mutations import BYTE_DAMAGES

DAMAGES: Final = 120


@pytest.fixture(scope="module")
def outside() -> Outside:
    return Catalog.load().outside


def lines(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def told(copy: Copy) -> list[str]:
    problems = read_outside(copy / "data/provenance.yaml")[1].problems
    return [str(problem).replace(f"{copy.folder}/", "") for problem in problems]


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


class TestAddedSource:
    def test_it_is_sound_and_has_its_bars(self, copy):
        add_source(copy / "data")

        outside, tree = read_outside(copy / "data/provenance.yaml")

        assert tree.problems == []
        assert [one.source.file for one in outside.further] == [TABLE]
        bars = outside.bars[TABLE]
        assert [bar.value for bar in bars.bars] == [42, None, 17.5]
        assert [bar.name.zh for bar in bars.bars] == ["书店", "flower shops", "<b>kiosks</b>"]

    def test_the_one_in_the_documents_is_sound_too(self, copy):
        text = (PROJECT / "docs" / "outside-evidence.md").read_text("utf-8")
        table, block = (
            re.findall(rf"^```{kind}\n(.*?)^```", text, re.S | re.M)[0] for kind in ("csv", "yaml")
        )
        (name,) = re.findall(r"- file: (\S+)", block)
        add_source(copy / "data", csv=table, block=block, name=name)

        outside, tree = read_outside(copy / "data/provenance.yaml")

        assert tree.problems == []
        assert [bar.value for bar in outside.bars[name].bars] == [61, 48, None]
        assert f"data/{name}" in text

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("rows: 3", "rows: 4", "sources[7].rows: shop_returns_2025.csv has 3 rows"),
            (
                "    rows: 3\n",
                "    rows: 3\n    kind: trackers\n",
                "sources[7].kind: trackers is the kind of trackers_whotracksme_2026.csv already",
            ),
            (
                "    rows: 3\n",
                "    rows: 3\n    kind: gossip\n",
                "sources[7].kind: must be 'trackers', 'products', 'replies', ",
            ),
            (
                "value: percent_returning",
                "value: percent",
                "sources[7].bars.value: shop_returns_2025.csv has no column percent",
            ),
            ("      label: shop_type\n", "", "sources[7].bars.label: is missing"),
            (
                "      bookshops:\n",
                "      bookshop:\n",
                "sources[7].names.bookshop: shop_returns_2025.csv has no such heading or cell",
            ),
            ("      zh: CC0\n", "", "sources[7].licence.zh: is missing"),
            (
                "  - file: shop_returns_2025.csv",
                "  - file: cited_figures.csv",
                "sources[7].file: cited_figures.csv has a block already",
            ),
        ],
    )
    def test_a_fault_of_its_block_is_told_with_its_path(self, copy, old, new, says):
        assert old in BLOCK
        add_source(copy / "data", block=BLOCK.replace(old, new))

        problems = told(copy)

        assert any(says in problem for problem in problems), problems
        assert all(problem.startswith("data/provenance.yaml:") for problem in problems)

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("17.5", "many", "4: percent_returning: must be a number from 0 on, or empty"),
            ("17.5", "-1", "4: percent_returning: must be a number from 0 on, or empty"),
            ("17.5", "nan", "4: percent_returning: must be a number from 0 on, or empty"),
            ("200", "200,1", "2: has 4 values for 3 columns"),
            ("bookshops", "book\x07shops", "2: has the control character U+0007"),
        ],
    )
    def test_a_fault_of_a_cell_is_told_with_its_line_and_column(self, copy, old, new, says):
        add_source(copy / "data", csv=CSV.replace(old, new))

        (problem,) = told(copy)

        assert problem.startswith(f"data/{TABLE}:{says}")

    def test_a_line_after_one_that_is_broken_in_two_keeps_its_number(self, copy):
        broken = CSV.replace("bookshops", '"book\nshops"').replace("17.5", "many")
        add_source(copy / "data", csv=broken, block=BLOCK.partition("    names:")[0])

        (problem,) = told(copy)

        assert problem.startswith(f"data/{TABLE}:5: percent_returning: ")

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "is empty: its first line names the columns"),
            (b'shop_type,"percent', "cannot be read: unexpected end of data"),
            ("größe".encode("latin-1"), "is not UTF-8 text"),
            (b"a" * 2_000_001, "is larger than 2 MB"),
        ],
    )
    def test_a_file_that_is_no_table_is_told_at_its_block(self, copy, content, says):
        add_source(copy / "data")
        (copy / "data" / TABLE).write_bytes(content)

        (problem,) = told(copy)

        assert f"sources[7].file: {TABLE} {says}" in problem

    def test_a_column_that_is_named_twice_is_told(self, copy):
        add_source(
            copy / "data",
            csv=CSV.replace("asked", "shop_type"),
            block=BLOCK.replace(", asked]", ", shop_type]").partition("    names:")[0],
        )

        assert f"data/{TABLE}:1: shop_type: is the name of two columns" in told(copy)

    def test_more_lines_than_bars_can_show_are_told(self, copy):
        many = CSV.splitlines()[0] + "\n" + "shop,1,1\n" * 41
        block = BLOCK.replace("rows: 3", "rows: 41").partition("    names:")[0]
        add_source(copy / "data", csv=many, block=block)

        (problem,) = told(copy)

        assert problem.endswith(f"bars: {TABLE} has more than the 40 lines that bars can show")


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
