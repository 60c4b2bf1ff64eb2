"""A published version never changes: its digest is kept, and any change is refused."""

from pathlib import Path

import pytest

from dashboard.catalog import QUESTIONNAIRES
from dashboard.catalog.published import PUBLISHED, check_published, digest
from dashboard.catalog.single_file import check_files
from tests.builders import FERRY_LINES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder that holds one published questionnaire."""
    home = tmp_path / "ferry-line" / "1.0.0"
    home.mkdir(parents=True)
    for file in (FERRY_LINES / "ferry-line" / "1.0.0").iterdir():
        (home / file.name).write_bytes(file.read_bytes())
    (tmp_path / PUBLISHED).write_text(f"{digest(home)}  ferry-line/1.0.0\n", "utf-8")
    return tmp_path


def told(root: Path) -> list[str]:
    return [str(problem).removeprefix(f"{root}/") for problem in check_published(root)]


def test_every_shipped_version_is_published_and_unchanged():
    shipped = sorted(folder for folder in QUESTIONNAIRES.glob("*/*") if folder.is_dir())
    kept = (QUESTIONNAIRES / PUBLISHED).read_text("utf-8").splitlines()

    lines = [f"{digest(folder)}  {folder.parent.name}/{folder.name}" for folder in shipped]

    assert kept == lines, "a published version has changed: undo it, or make a new version"


def test_an_unchanged_version_is_no_problem(root):
    assert told(root) == []


def test_a_folder_without_a_register_is_no_problem(root):
    (root / PUBLISHED).unlink()

    assert told(root) == []


def test_a_changed_file_is_told_with_what_to_do(root):
    booking = root / "ferry-line/1.0.0/booking.yaml"
    booking.write_text(booking.read_text("utf-8").replace("Booking", "Tickets"), "utf-8")

    (problem,) = told(root)
    assert problem == (
        "published.sha256:1: ferry-line/1.0.0 is published and has changed: "
        "undo it, or make a new version"
    )


def test_a_file_more_or_less_or_renamed_is_a_change(root):
    home = root / "ferry-line/1.0.0"
    (home / "more.yaml").write_text("id: more\n", "utf-8")
    more = told(root)
    (home / "more.yaml").unlink()
    (home / "booking.yaml").rename(home / "tickets.yaml")
    renamed = told(root)
    (home / "tickets.yaml").unlink()

    assert more == renamed == told(root) != []


@pytest.mark.parametrize("named", ["", "ferry-line", "ferry-line/1.0.0"])
def test_a_change_is_told_whatever_part_of_the_folder_is_named(root, named):
    booking = root / "ferry-line" / "1.0.0" / "booking.yaml"
    booking.write_text(booking.read_text("utf-8") + "# x\n", "utf-8")
    register = root / PUBLISHED
    register.write_text(register.read_text("utf-8") + "00  gone/1.0.0\n", "utf-8")

    messages = [str(problem.message) for problem in check_files([root / named], [root])]

    changed = "ferry-line/1.0.0 is published and has changed: undo it, or make a new version"
    gone = ["gone/1.0.0 is published, but its folder is not there"]
    assert messages == [changed, *(gone if not named else [])]
    assert [str(problem.message) for problem in check_files([booking], [root])] == [changed]


def test_a_folder_with_the_name_of_a_file_is_no_part_of_it(root):
    (root / "ferry-line" / "1.0.0" / "x.yaml").mkdir()

    assert told(root) == []


def test_line_ends_do_not_count(root):
    booking = root / "ferry-line/1.0.0/booking.yaml"
    booking.write_bytes(booking.read_bytes().replace(b"\n", b"\r\n"))

    assert told(root) == []


def test_a_published_version_that_is_gone_is_told(root):
    (root / "ferry-line/1.0.0").rename(root / "ferry-line/1.0.1")

    assert told(root) == [
        "published.sha256:1: ferry-line/1.0.0 is published, but its folder is not there"
    ]


def test_a_name_that_no_folder_can_have_hides_nothing_else(root):
    (root / PUBLISHED).write_text(f"abc  {'x' * 300}\nnonsense\n", "utf-8")

    first, second = told(root)

    assert first.endswith("is published, but cannot be read: File name too long")
    assert second.endswith("is not a line of the form <sha256>  <id>/<version>")


@pytest.mark.parametrize(
    "line", ["nonsense", "abc ferry-line/1.0.0", "abc  ../elsewhere", "abc  /etc", "abc  "]
)
def test_a_line_of_another_form_is_told(root, line):
    (root / PUBLISHED).write_text(f"\n{line}\n", "utf-8")

    assert told(root) == ["published.sha256:2: is not a line of the form <sha256>  <id>/<version>"]


def test_a_register_in_another_encoding_is_told_and_not_an_accident(root):
    (root / PUBLISHED).write_bytes(b"\xff\xfe\x00  \x00\n")

    assert len(told(root)) == 1
