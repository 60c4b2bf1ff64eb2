"""What was read is found again by name, and one file can be checked alone."""

import shutil

import pytest

from dashboard.catalog import DATA, QUESTIONNAIRES, Catalog, NoSuchQuestionnaire
from dashboard.catalog.single_file import check_files
from tests.builders import FERRY_LINES
from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Copy


@pytest.fixture
def ferry_versions(copy: Copy) -> Catalog:
    """The ferry line in versions 1.0.0, 1.9.0 and 1.10.0, beside the shipped questionnaire."""
    for version in ("1.9.0", "1.10.0"):
        home = copy / f"questionnaires/ferry-line/{version}"
        shutil.copytree(copy / FERRY_LINE, home)
        head = home / "instrument.yaml"
        text = head.read_text("utf-8").replace("version: 1.0.0", f"version: {version}")
        head.write_text(text, "utf-8")
    return Catalog.load([copy / "questionnaires"], copy / "data")


def test_a_questionnaire_is_found_by_its_reference(ferry_versions):
    assert ferry_versions.find("ferry-line@1.9.0").version == "1.9.0"


def test_the_newest_version_is_so_by_number_and_not_by_letter(ferry_versions):
    assert ferry_versions.latest("ferry-line").version == "1.10.0"
    assert {q.reference for q in ferry_versions.newest} == {"data-trust@1.0.0", "ferry-line@1.10.0"}


def test_an_unknown_questionnaire_is_refused_with_those_that_are_there():
    words = r"there is no questionnaire tea@1\.0\.0 \(there is data-trust@1\.0\.0\)"

    with pytest.raises(NoSuchQuestionnaire, match=words):
        Catalog.load().find("tea@1.0.0")


def test_folders_of_ones_own_stand_beside_the_shipped_one():
    catalog = Catalog.load([QUESTIONNAIRES, FERRY_LINES], DATA)

    assert list(catalog.questionnaires) == ["data-trust@1.0.0", "ferry-line@1.0.0"]


@pytest.mark.parametrize(
    "file",
    [
        *("questionnaires", DATA_TRUST, f"{DATA_TRUST}/stewardship.yaml"),
        *("data/cases.yaml", "data/vocabulary.yaml", "data/provenance.yaml"),
    ],
)
def test_a_sound_file_or_folder_has_no_problems_by_itself(copy, file):
    assert check_files([copy / file], [copy / "questionnaires"]) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (f"{FERRY_LINE}/booking.yaml", "id: BK1\n", "id: B 1\n", "dimensions[0].id: must begin"),
        ("data/cases.yaml", "[VE1, VE3]", "[VE9]", "VE9 is not among the dimensions"),
        ("data/vocabulary.yaml", "  retail:", "  Retail:", "industry.Retail: must begin with a"),
        ("data/provenance.yaml", "  rows: ", "  rows: 9", "rows"),
    ],
)
def test_a_broken_file_is_told_by_itself(copy, file, old, new, says):
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")

    (problem,) = check_files([copy / file], [copy / "questionnaires"])

    assert says in str(problem)
    assert problem.line


def test_a_file_of_another_kind_is_told_what_can_be_checked(copy):
    other = copy / "notes.yaml"
    other.write_text("a: b\n", "utf-8")

    (problem,) = check_files([other], [copy / "questionnaires"])

    assert problem.said().startswith("is none of the files that can be checked")
