"""`report`: files that open, said in one line what is wrong, and nobody's file written over."""

import json
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from dashboard import bootstrap
from dashboard.commands.refusing import Stopped
from dashboard.commands.report import _write_all
from dashboard.services import demo
from tests.builders import FERRY_LINES
from tests.commands.conftest import Candour, WriteFile

NOWHERE = "neverwas22"


@pytest.fixture
def worked(run: Candour, worked_brand: Path) -> str:
    """The ID of the worked brand's assessment."""
    return run("import", worked_brand).stdout.strip()


@pytest.mark.slow
def test_each_format_is_a_file_that_opens(run: Candour, worked: str) -> None:
    for ending in ("pdf", "pptx", "xlsx", "json"):
        done = run("report", worked, "--format", ending, "--out", f"it.{ending}")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")

    assert "No plan for a data leak" in PdfReader("it.pdf").pages[0].extract_text()
    assert Presentation("it.pptx").slides[0].shapes.title.text == "Northwind Outfitters"
    assert load_workbook("it.xlsx").sheetnames[0] == "Summary"
    assert json.loads(Path("it.json").read_text("utf-8"))["overall"]["score"] == 40.625


@pytest.mark.parametrize("out", ["it.pptx", "it.PDF", "-"])
def test_a_file_that_would_open_in_nothing_is_not_made(run: Candour, worked: str, out: str) -> None:
    done = run("report", worked, "--format", "xlsx", "--out", out)

    assert done.exit_code == 2
    assert "--out is the name" in done.stderr or f"{out}: a report as xlsx" in done.stderr
    assert not Path(out).exists()


@pytest.mark.slow
def test_language_form_and_paper_are_as_asked(run: Candour, worked: str) -> None:
    asked = ("--format", "pdf", "--lang", "zh", "--form", "full", "--paper", "letter")

    run("report", worked, *asked, "--out", "it.pdf")

    found = PdfReader("it.pdf")
    assert len(found.pages) > 5
    assert found.pages[0].mediabox.width == 612
    assert "没有数据泄露预案" in found.pages[0].extract_text()


@pytest.mark.slow
def test_one_s_own_template_is_used(run: Candour, worked: str, tmp_path: Path) -> None:
    own = tmp_path / "own.pptx"
    Presentation().save(str(own))

    run("report", worked, "--format", "pptx", "--template", own, "--out", "it.pptx")

    assert Presentation("it.pptx").slide_width == Presentation().slide_width


@pytest.mark.slow
def test_a_template_that_lacks_something_is_refused_with_what_to_add(
    run: Candour, worked: str, tmp_path: Path
) -> None:
    deck = Presentation()
    for name in ("Title Slide", "Section Header"):
        deck.slide_layouts.remove(deck.slide_layouts.get_by_name(name))
    deck.save(str(tmp_path / "own.pptx"))

    done = run("report", worked, "--format", "pptx", "--template", "own.pptx", "--out", "it.pptx")

    assert done.exit_code == 1
    assert done.stderr == (
        "a layout with a title and a subtitle is missing: in the slide master, insert a layout, "
        "give it both and call it “Title Slide”\n"
    )
    assert not Path("it.pptx").exists()


def test_one_s_own_look_is_on_it(run: Candour, worked: str, tmp_path: Path) -> None:
    look = tmp_path / "look.json"
    look.write_text('{"format": "candour.look/1", "name": "Alder Partners"}', encoding="utf-8")

    run("report", worked, "--format", "pdf", "--look", look, "--out", "it.pdf")

    assert "Alder Partners" in PdfReader("it.pdf").pages[0].extract_text()


def test_a_file_that_is_there_stays_as_it_is(run: Candour, worked: str) -> None:
    Path("it.json").write_text("mine", encoding="utf-8")

    done = run("report", worked, "--format", "json", "--out", "it.json")

    assert done.exit_code == 1
    assert Path("it.json").read_text(encoding="utf-8") == "mine"


def test_what_is_not_there_is_refused(run: Candour) -> None:
    done = run("report", NOWHERE, "--format", "json", "--out", "it.json")

    assert (done.exit_code, done.stderr) == (1, f"there is no assessment {NOWHERE} for you\n")


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "json", "--out", "x"),
        (NOWHERE, "--all", "--format", "json", "--out", "x"),
        (NOWHERE, "--format", "docx", "--out", "x"),
        (NOWHERE, "--format", "xlsx", "--form", "full", "--out", "x"),
        (NOWHERE, "--format", "pptx", "--paper", "a4", "--out", "x"),
        (NOWHERE, "--format", "json"),
    ],
)
def test_wrong_usage_is_status_two(run: Candour, words: tuple[str, ...]) -> None:
    assert run("report", *words).exit_code == 2


def test_all_reports_go_into_a_folder_and_one_that_fails_stops_no_other(
    run: Candour, worked: str, write: WriteFile
) -> None:
    other = run("import", write()).stdout.strip()
    Path("all").mkdir()
    (Path("all") / f"{worked}.json").write_text("mine", encoding="utf-8")

    done = run("report", "--all", "--format", "json", "--out", "all")

    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "1 report could not be made"
    assert f"{worked}: " in done.stderr
    assert json.loads((Path("all") / f"{other}.json").read_text("utf-8"))["answers"]


@pytest.mark.slow
def test_demo_data_is_said_in_the_file(run: Candour) -> None:
    demo.load(bootstrap.get_acting())
    bootstrap.reset()
    listed = json.loads(run("list", "--json").stdout)

    run("report", listed[0]["id"], "--format", "xlsx", "--out", "it.xlsx")

    book = load_workbook(BytesIO(Path("it.xlsx").read_bytes()))
    assert "Demo data" in str(book.worksheets[0]["A2"].value)


def test_a_report_that_breaks_in_any_way_is_said_and_the_others_are_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def make(one: str) -> bytes:
        if one == "first":
            raise ValueError("broken\x07")
        return b"made"

    with pytest.raises(Stopped, match="1 report could not be made"):
        _write_all(["first", "second"], make, tmp_path, "pdf")

    assert (tmp_path / "second.pdf").read_bytes() == b"made"
    assert "first: ValueError: broken\\x07" in capsys.readouterr().err


def test_an_assessment_whose_questionnaire_is_not_here_is_missed(
    run: Candour, worked: str, write: WriteFile
) -> None:
    ferry = write(questionnaire="ferry-line@1.0.0", answers={"BK1.1": {"level": 1}})
    gone = run("import", ferry, "--questionnaire", FERRY_LINES).stdout.strip()

    done = run("report", "--all", "--format", "json", "--out", "all")

    assert (done.exit_code, done.stdout) == (1, f"{Path('all') / worked}.json\n")
    said, counted = done.stderr.splitlines()
    assert said.startswith(f"{gone}: there is no questionnaire ferry-line@1.0.0")
    assert counted == "1 report could not be made"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_two_hundred_reports_show_how_far_they_are_and_one_that_fails_in_a_line_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(one: str) -> bytes:
        if one == "n70":
            raise ValueError("broken")
        return b"made"

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(Stopped, match="1 report could not be made"):
        _write_all([f"n{n}" for n in range(200)], make, tmp_path, "pdf")

    assert len(list(tmp_path.iterdir())) == 199
    shown = terminal.getvalue()
    assert "200/200" in shown
    assert "\r\033[Kn70: ValueError: broken\n" in shown


def test_an_argument_that_is_not_utf_8_is_refused(run: Candour) -> None:
    done = run("report", "\udcff", "--format", "json", "--out", "x.json")

    assert (done.exit_code, done.stderr) == (1, "\\udcff: is not UTF-8 text\n")
