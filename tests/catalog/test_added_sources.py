"""Sources that somebody adds: sound, or told what is wrong with the file, line and path."""

import re

import pytest

from dashboard.catalog.outside import read_outside
from tests.added_source import BLOCK, CSV, TABLE, add_source
from tests.catalog.broken_copies import Copy
from tests.documents import PROJECT


def told(copy: Copy) -> list[str]:
    """The problems, with the folder left out."""
    problems = read_outside(copy / "data/provenance.yaml")[1].problems
    return [str(problem).replace(f"{copy.folder}/", "") for problem in problems]


def test_it_is_sound_and_has_its_bars(copy):
    add_source(copy / "data")

    outside, tree = read_outside(copy / "data/provenance.yaml")

    assert tree.problems == []
    assert [one.source.file for one in outside.further] == [TABLE]
    bars = outside.bars[TABLE]
    assert [bar.value for bar in bars.bars] == [42, None, 17.5]
    assert [bar.name.zh for bar in bars.bars] == ["书店", "flower shops", "<b>kiosks</b>"]


def test_the_one_in_the_documents_is_sound_too(copy):
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
def test_a_fault_of_its_block_is_told_with_its_path(copy, old, new, says):
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
        ("17.5", "1_7", "4: percent_returning: must be a number from 0 on, or empty"),
        ("17.5", "175", "4: percent_returning: must be 100 or less, as its unit is %, not '175'"),
        ("<b>kiosks</b>", "flower shops", "4: shop_type: flower shops stands in line 3 already"),
        ("flower shops", " ", "3: shop_type: is empty: it is the name of a bar"),
        ("200", "200,1", "2: has 4 values for 3 columns"),
        ("bookshops", "book\x07shops", "2: has the control character U+0007"),
    ],
)
def test_a_fault_of_a_cell_is_told_with_its_line_and_column(copy, old, new, says):
    add_source(copy / "data", csv=CSV.replace(old, new))

    (problem,) = told(copy)

    assert problem.startswith(f"data/{TABLE}:{says}")


def test_bars_without_a_value_are_told(copy):
    empty = CSV.replace(",42,", ",,").replace(",17.5,", ",,")
    add_source(copy / "data", csv=empty)
    assert told(copy)[0].endswith("sources[7].bars.value: percent_returning has no value to draw")


def test_a_kind_that_is_drawn_as_bars_needs_them(copy):
    provenance = copy / "data/provenance.yaml"
    text = provenance.read_text("utf-8")
    block = re.search(r"  - file: sector_trust.*?(    bars:.*?)    title:", text, re.S)
    assert block
    provenance.write_text(text.replace(block[1], ""), "utf-8")
    (problem,) = told(copy)
    assert problem.endswith("sources[4].kind: sector trust needs bars")


def test_a_line_after_one_that_is_broken_in_two_keeps_its_number(copy):
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
def test_a_file_that_is_no_table_is_told_at_its_block(copy, content, says):
    add_source(copy / "data")
    (copy / "data" / TABLE).write_bytes(content)

    (problem,) = told(copy)

    assert f"sources[7].file: {TABLE} {says}" in problem


def test_a_column_that_is_named_twice_is_told(copy):
    add_source(
        copy / "data",
        csv=CSV.replace("asked", "shop_type"),
        block=BLOCK.replace(", asked]", ", shop_type]").partition("    names:")[0],
    )

    assert f"data/{TABLE}:1: shop_type: is the name of two columns" in told(copy)


def test_more_lines_than_bars_can_show_are_told(copy):
    many = CSV.splitlines()[0] + "\n" + "shop,1,1\n" * 41
    block = BLOCK.replace("rows: 3", "rows: 41").partition("    names:")[0]
    add_source(copy / "data", csv=many, block=block)

    (problem,) = told(copy)

    assert problem.endswith(f"bars: {TABLE} has more than the 40 lines that bars can show")
