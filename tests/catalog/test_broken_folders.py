"""Files that cannot be read at all, and folders that do not fit together, are told apart too."""

import shutil

import pytest

from dashboard.catalog import Catalog, survey
from dashboard.domain.problem import Refused
from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Copy

PILLAR = f"{DATA_TRUST}/stewardship.yaml"
HEAD = f"{DATA_TRUST}/instrument.yaml"
PILLARS = "pillars: [value_exchange.yaml, data_use.yaml, stewardship.yaml]"


def told(copy: Copy) -> list[str]:
    """The problems, with the folder left out."""
    return [str(problem).replace(f"{copy.folder}/", "") for problem in copy.problems()]


def replace(copy: Copy, file: str, old: str, new: str) -> None:
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")


class TestPillarFiles:
    def test_one_that_is_not_there_is_named_where_it_is_listed(self, copy):
        (copy / PILLAR).unlink()

        problem = f"{HEAD}:7: pillars[2]: there is no file stewardship.yaml beside this one"
        assert problem in told(copy)

    def test_one_that_is_listed_twice(self, copy):
        replace(copy, HEAD, PILLARS, PILLARS.replace("stewardship", "data_use"))

        assert f"{HEAD}:7: pillars[2]: data_use.yaml is named twice" in told(copy)

    @pytest.mark.parametrize("name", ["../stewardship.yaml", "/etc/passwd", "a/b.yaml", "care.txt"])
    def test_one_outside_the_folder_is_not_opened(self, copy, name):
        replace(copy, HEAD, PILLARS, PILLARS.replace("stewardship.yaml", name))

        words = "must be the name of a file in this folder, such as care.yaml"
        assert f"{HEAD}:7: pillars[2]: {words}: '{name}'" in told(copy)

    def test_the_instrument_is_no_pillar_of_itself(self, copy):
        replace(copy, HEAD, PILLARS, PILLARS.replace("stewardship", "instrument"))

        assert f"{HEAD}:7: pillars[2]: is this file: name the file of a pillar" in told(copy)

    def test_no_pillars_at_all(self, copy):
        replace(copy, HEAD, PILLARS, "pillars: []")

        assert f"{HEAD}:7: pillars: must have at least 1 of them, not 0" in told(copy)

    def test_a_folder_in_the_place_of_a_file(self, copy):
        (copy / PILLAR).unlink()
        (copy / PILLAR).mkdir()

        assert f"{PILLAR}: cannot be read: Is a directory" in told(copy)


class TestFolders:
    def test_a_version_in_a_folder_of_another_name(self, copy):
        (copy / FERRY_LINE).rename(copy / "questionnaires/ferry-line/2.0.0")

        problem = "ferry-line@1.0.0 lies in the folder ferry-line/2.0.0: give both the same names"
        assert any(line.endswith(f"version: {problem}") for line in told(copy))

    def test_an_id_in_a_folder_of_another_name(self, copy):
        (copy / "questionnaires/ferry-line").rename(copy / "questionnaires/boats")

        problem = "ferry-line@1.0.0 lies in the folder boats/1.0.0: give both the same names"
        assert any(line.endswith(f"version: {problem}") for line in told(copy))

    def test_the_same_version_in_two_places(self, copy, tmp_path):
        other = shutil.copytree(copy / FERRY_LINE, tmp_path / "other" / "ferry-line" / "1.0.0")
        folders = [copy / "questionnaires", other]

        _, problems = survey(folders, copy / "data")

        assert [problem.message for problem in problems] == [
            "ferry-line@1.0.0 is there already: raise the version, or remove one of them"
        ]

    def test_a_folder_that_is_named_twice_is_read_once(self, copy, tmp_path):
        link = tmp_path / "link"
        link.symlink_to(copy / "questionnaires", target_is_directory=True)
        for again in (copy / "questionnaires", copy / FERRY_LINE, (copy / FERRY_LINE).parent, link):
            assert survey([copy / "questionnaires", again], copy / "data")[1] == ()

    def test_a_folder_without_questionnaires(self, copy, tmp_path):
        empty = tmp_path / "empty"
        empty.mkdir()

        _, problems = survey([copy / "questionnaires", empty], copy / "data")

        assert [str(problem) for problem in problems] == [f"{empty}: holds no instrument.yaml"]

    def test_the_folder_of_one_version_can_be_named_itself(self, copy):
        _, problems = survey([copy / DATA_TRUST, copy / FERRY_LINE], copy / "data")

        assert problems == ()


UNREADABLE = {
    "is empty": b"",
    "is empty: comments only": b"# nothing\n",
    "is not UTF-8 text (byte 7): save it in that encoding": "title: é".encode("latin-1"),
    "is not UTF-8 text (byte 0): save it in that encoding": "id: ST".encode("utf-16"),
    "1: must be a mapping of keys": b"- id: ST\n",
    "1: must be a mapping of keys, not 'ST'": b"ST\n",
    "2: uses the alias *x: write the value out instead": b"id: ST\ntitle: *x\n",
    "1: uses the anchor &x: put a text that begins with & in quotes": b"id: &x ST\n",
    "1: uses the tag !x: put a text that begins with ! in quotes": b"id: !x ST\n",
    "1: uses the tag tag:yaml.org,2002:python/name:os.system": b"id: !!python/name:os.system ''\n",
    "1: is nested more than 40 deep": b"[" * 100_000,
    "2: is not YAML: mapping values are not allowed in this context "
    '(a text with ": " in it needs quotes)': b"id: ST\nkey: a: b\n",
    "2: is not YAML: found a tab character that violates indentation "
    "(indent with spaces)": b"id: ST\n\tkey: a\n",
    "1: is not YAML: found character that cannot start any token "
    "(a text that begins with @, % or ` needs quotes)": b"id: @ST\n",
    "has U+0000, which no YAML file may hold": b"id: S\x00T\n",
    "2: is not YAML: but found another document": b"id: ST\n---\nid: ST\n",
    "is larger than 2 MB": b"#" * 2_000_001,
}


@pytest.mark.slow
@pytest.mark.parametrize(("says", "content"), UNREADABLE.items(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_says_why(copy, says, content):
    (copy / PILLAR).write_bytes(content)
    place = f"{PILLAR}:" if says[0].isdigit() else f"{PILLAR}: "

    problems = told(copy)

    assert problems[0].startswith(place + says.partition(": comments")[0])
    assert len(problems) == 1 or "uses the" in says  # beside these the rest is looked at as well


def test_a_byte_order_mark_is_no_fault(copy):
    (copy / PILLAR).write_bytes(b"\xef\xbb\xbf" + (copy / PILLAR).read_bytes())

    assert told(copy) == []


def test_windows_line_ends_are_no_fault(copy):
    (copy / PILLAR).write_bytes((copy / PILLAR).read_bytes().replace(b"\n", b"\r\n"))

    assert told(copy) == []


def test_comments_beside_numbers_are_no_fault(copy):
    replace(copy, HEAD, "imbalance: 0.5", "imbalance: 0.5 # half mean, half weakest")

    assert told(copy) == []


def test_a_fault_of_a_shared_scale_is_told_once_and_where_the_scale_stands(copy):
    head = f"{FERRY_LINE}/instrument.yaml"
    replace(copy, head, "        zh: 非常不同意\n", "")

    (problem,) = told(copy)

    assert problem.startswith(head)
    assert problem.endswith("scales.agreement[0].text.zh: is missing")


def test_options_of_a_shared_scale_that_change_direction_are_told_at_the_scale(copy):
    head = f"{FERRY_LINE}/instrument.yaml"
    replace(copy, head, "        zh: 非常不同意\n", "        zh: 非常不同意\n      score: 60\n")

    (problem,) = told(copy)

    assert "scales.agreement: the scores change direction: 60, 16.6667, 33.3333" in problem


def test_a_form_of_codes_that_will_mean_something_else_is_refused(copy):
    replace(copy, HEAD, r"code: \d{1,2}(-\d{1,2})?(\(\d{1,2}\))?", 'code: "[[a]"')

    (problem,) = told(copy)

    assert "code: is not a regular expression: Possible nested set" in problem


def test_bands_and_their_rules_must_be_the_same(copy):
    replace(copy, HEAD, "    - key: developing\n      from", "    - key: devloping\n      from")

    (problem,) = told(copy)

    assert problem.endswith(
        "scoring.bands: must name the bands in their order: "
        "initial, developing, defined, managed, leading"
    )


def test_weights_that_are_all_zero_weigh_nothing(copy):
    booking = f"{FERRY_LINE}/booking.yaml"
    replace(
        copy, booking, "        critical: true\n", "        critical: true\n        weight: 0\n"
    )
    replace(copy, booking, "        weight: 2\n", "        weight: 0\n")

    (problem,) = told(copy)

    assert problem.endswith("items[0].weight: none of these items has a weight above 0")


def test_weights_in_a_ratio_of_exactly_four_are_not_warned_about(copy):
    replace(copy, f"{FERRY_LINE}/booking.yaml", "        weight: 2\n", "        weight: 4\n")

    assert told(copy) == []


def test_a_warning_does_not_stop_anything(copy):
    replace(copy, f"{FERRY_LINE}/booking.yaml", "        weight: 2\n", "        weight: 5\n")

    catalog, problems = survey([copy / "questionnaires"], copy / "data")

    assert catalog
    assert [problem.warning for problem in problems] == [True]
    assert "warning: the weights of these items differ by more than 4:1 (5:1)" in str(problems[0])


def test_an_error_stops_everything_with_all_its_reasons(copy):
    (copy / PILLAR).unlink()
    replace(copy, f"{FERRY_LINE}/booking.yaml", "id: BK\n", "id: B K\n")

    with pytest.raises(Refused, match="stewardship") as refused:
        Catalog.load([copy / "questionnaires"], copy / "data")

    assert any(problem.path == "id" for problem in refused.value.problems)


@pytest.mark.parametrize("count", [1, 11])
def test_an_item_has_two_to_ten_options(copy, count):
    options = "".join(
        f"          - text:\n              en: Option {n}\n              zh: 选项 {n}\n"
        for n in range(count)
    )
    crossing = f"{FERRY_LINE}/crossing.yaml"
    text = (copy / crossing).read_text("utf-8")
    start = text.index("        options:\n") + len("        options:\n")
    end = text.index("      - id: CR1.2")
    (copy / crossing).write_text(text[:start] + options + text[end:], "utf-8")

    (problem,) = told(copy)

    assert "dimensions[0].items[0].options: must have at " in problem
    assert problem.endswith(f", not {count}")


class TestData:
    def test_a_table_without_provenance_is_told(self, copy):
        (copy / "data/rumours.csv").write_text("brand,trust\n", "utf-8")

        (problem,) = told(copy)

        assert problem.endswith("rumours.csv has no block that says where it comes from")

    def test_a_table_that_is_not_there_is_told(self, copy):
        (copy / "data/disclosure_rdr.csv").unlink()

        (problem,) = told(copy)

        assert "disclosure_rdr.csv cannot be read: " in problem

    def test_a_table_with_other_rows_than_its_block_says_is_told(self, copy):
        table = copy / "data/cited_figures.csv"
        rows = table.read_text("utf-8").splitlines(keepends=True)
        table.write_text("".join(rows[:-1]), "utf-8")

        (problem,) = told(copy)

        assert problem.endswith(f"cited_figures.csv has {len(rows) - 2} rows")

    @pytest.mark.parametrize("file", ["cases.yaml", "vocabulary.yaml", "provenance.yaml"])
    def test_a_file_that_is_not_there_is_told(self, copy, file):
        (copy / "data" / file).unlink()

        assert f"data/{file}: cannot be read: No such file or directory" in told(copy)

    def test_cases_of_an_unknown_questionnaire_are_told(self, copy):
        replace(copy, "data/cases.yaml", "data-trust@1.0.0", "data-trust@9.0.0")

        (problem,) = told(copy)

        assert problem.endswith("questionnaire: there is no questionnaire data-trust@9.0.0")
