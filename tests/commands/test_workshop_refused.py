"""What `workshop` refuses: with what and where on standard error, and nothing else."""

from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.services import assessments, brands, workshops
from tests.commands.conftest import Candour, WriteFile
from tests.commands.rooms import done, opened, revealed, status

ST4 = ("--dimensions", "ST4")
VE3 = ("--dimensions", "VE3")
LEADING_NOWHERE = ("ACDE-FGHJ", "", "nothing", "ACDEFGH0", "a\x1b[31mb", "' OR 1")


@pytest.fixture
def draft(run: Candour, write: WriteFile) -> str:
    return str(run("import", write()).stdout.strip())


def refused(run: Candour, *words: object) -> str:
    """What is said in the one line that it takes."""
    result = run("workshop", *words)
    assert (result.exit_code, result.stdout) == (1, ""), result.stdout
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return str(result.stderr.strip())


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "--json"),
        ("lock",),
        ("reveal",),
        ("close", "--json"),
        ("agree", "ST4.1", "2", "--reason", "x"),
        ("votes", "--out", "votes.csv"),
        ("delete-votes",),
    ],
    ids=" ".join,
)
def test_a_code_that_leads_nowhere_is_refused(
    words: tuple[str, ...], run: Candour, draft: str
) -> None:
    opened(run, draft)

    for code in LEADING_NOWHERE:
        shown = code.replace("\x1b", "\\x1b")
        assert refused(run, words[0], code, *words[1:]) == f"there is no workshop {shown} for you"
    assert not Path("votes.csv").exists()


@pytest.mark.parametrize(
    ("stage", "words", "said"),
    [
        ("collecting", ("reveal",), "a workshop that is collecting cannot become revealed"),
        ("collecting", ("close",), "a workshop that is collecting cannot become closed"),
        ("collecting", ("agree", "ST4.1", "2", "--reason", "x"), "between reveal and close"),
        ("collecting", ("votes", "--out", "v.csv"), "votes are there once it is revealed"),
        ("locked", ("lock",), "a workshop that is locked cannot become locked"),
        ("locked", ("close", "--json"), "a workshop that is locked cannot become closed"),
        ("locked", ("votes", "--out", "v.xlsx"), "is locked: votes are there once it is revealed"),
        ("revealed", ("lock", "--json"), "a workshop that is revealed cannot become locked"),
        ("revealed", ("reveal",), "a workshop that is revealed cannot become revealed"),
        ("closed", ("close",), "a workshop that is closed cannot become closed"),
        ("closed", ("agree", "ST4.1", "2", "--reason", "x"), "is closed: a level is agreed on"),
    ],
)
def test_what_does_not_belong_to_its_stage_is_refused(
    stage: str, words: tuple[str, ...], said: str, run: Candour, draft: str
) -> None:
    code = opened(run, draft, *ST4)
    steps = {"collecting": 0, "locked": 1, "revealed": 2, "closed": 3}[stage]
    for step in ("lock", "reveal", "close")[:steps]:
        done(run, step, code)
    before = status(run, code)

    assert said in refused(run, words[0], code, *words[1:])

    assert status(run, code) == before
    assert list(Path().glob("v.*")) == []


@pytest.mark.parametrize(
    ("item", "level", "said"),
    [
        ("ST4.1", "6", "ST4.1: level 6 is outside 1..5"),
        ("ST4.1", "99", "ST4.1: level 99 is outside 1..5"),
        ("ST4.1", "0", "ST4.1: 0 is no level; give a number from 1, dont_know or not_applicable"),
        ("ST4.1", "two", "ST4.1: two is no level; give a"),
        ("ST4.1", "", "ST4.1:  is no level; give a"),
        ("ST4.1", "2.5", "2.5 is no level"),
        ("ST4.1", "1" * 5000, "is no level"),
        ("ST4.1", "３", "３ is no level"),
        ("ST4.1", "\x1b[1m", "\\x1b[1m is no level"),
        ("ST4.1", "not_applicable", 'ST4.1: "not_applicable" is not allowed for this item'),
        ("ST9.9", "2", "this workshop has no item ST9.9"),
        ("st4.1", "2", "this workshop has no item st4.1"),
        ("VE1.1", "2", "this workshop has no item VE1.1"),
        ("a\nb", "2", "this workshop has no item a\\nb"),
    ],
)
def test_what_no_room_can_agree_on_is_refused_with_the_item(
    item: str, level: str, said: str, run: Candour, draft: str
) -> None:
    code = revealed(run, draft, ["111"] * 3, (), *ST4)
    before = status(run, code)

    assert said in refused(run, "agree", code, item, level, "--reason", "We talked.")
    assert status(run, code) == before


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "--reason: is empty"),
        (" \n", "--reason: is empty"),
        ("a\x07b", "--reason: has the control character U+0007"),
        ("x" * 5001, "--reason: must have at most 5000 characters, not 5001"),
    ],
)
@pytest.mark.parametrize("level", ["2", "not_applicable"])
def test_a_reason_that_says_nothing_is_refused(
    reason: str, said: str, level: str, run: Candour, draft: str
) -> None:
    code = revealed(run, draft, [], (), *VE3)

    assert refused(run, "agree", code, "VE3.3", level, "--reason", reason) == said


def test_does_not_apply_is_agreed_on_where_the_item_allows_it(run: Candour, draft: str) -> None:
    code = revealed(run, draft, [], (), *VE3)

    done(run, "agree", code, "VE3.3", "not_applicable", "--reason", "No partners.")
    done(run, "close", code)

    answer = assessments.open_sheet(bootstrap.get_acting(), draft).answers["VE3.3"]
    assert (answer.state.value, answer.reason) == ("not_applicable", "No partners.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--dimensions", "ST4,XX1,YY"), "data-trust@1.0.0 has no dimension XX1, YY"),
        (("--dimensions", "ST4.1"), "data-trust@1.0.0 has no dimension ST4.1"),
        (("--dimensions", " , "), "--dimensions: must have at least 1 of them, not 0"),
        (("--roles", "x" * 61), "--roles[0]: must have at most 60 characters, not 61"),
        (("--roles", "Legal,a\x07"), "--roles[1]: has the control character U+0007"),
        (("--roles", "Legal,\u200b"), "--roles[1]: is empty"),
        (
            ("--roles", ",".join(f"role {n}" for n in range(21))),
            "--roles: must have at most 20 entries, not 21",
        ),
        (("--note", "x" * 5001), "--note: must have at most 5000 characters, not 5001"),
    ],
)
def test_a_workshop_that_cannot_be_set_up_so_is_refused(
    options: tuple[str, ...], said: str, run: Candour, draft: str
) -> None:
    assert refused(run, "open", draft, *options) == said
    assert done(run, "list") == ""


def test_no_workshop_is_opened_on_what_is_not_there_or_complete(run: Candour, draft: str) -> None:
    assert refused(run, "open", "nowhere") == "there is no assessment nowhere for you"

    assessments.complete(bootstrap.get_acting(), draft)
    said = f"assessment {draft} is complete: reopen it to change it"
    assert refused(run, "open", draft, "--json") == said
    assert done(run, "list") == ""


def test_a_workshop_on_an_assessment_completed_meanwhile_stays_revealed(
    run: Candour, draft: str
) -> None:
    code = revealed(run, draft, ["111"] * 3, (), *ST4)
    assessments.complete(bootstrap.get_acting(), draft)

    assert "is complete: reopen it" in refused(run, "close", code)
    assert status(run, code)["stage"] == "revealed"


def test_a_workshop_goes_out_of_reach_with_its_brand(run: Candour, draft: str) -> None:
    code = opened(run, draft)
    acting = bootstrap.get_acting()
    brand_id = workshops.by_code(acting, code).brand.id
    brands.delete(acting, brand_id)

    assert refused(run, "status", code) == f"brand {brand_id} is deleted"
    assert done(run, "list") == ""


@pytest.mark.parametrize("out", ["taken.csv", "folder/none/v.csv", "taken.csv/v.csv", "a" * 999])
def test_a_file_that_is_there_or_cannot_be_made_is_refused(
    out: str, run: Candour, draft: str
) -> None:
    code = revealed(run, draft, ["111"] * 3, (), *ST4)
    taken = Path("taken.csv")
    taken.write_text("mine", encoding="utf-8")
    name = out if out.endswith(".csv") else f"{out}.csv"

    said = refused(run, "votes", code, "--out", name)

    assert said.startswith(name)
    assert ("stays as it is" in said) == (out == "taken.csv")
    assert taken.read_text(encoding="utf-8") == "mine"
    assert sorted(one.name for one in Path().iterdir()) == ["alder.json", "data", "taken.csv"]


def test_a_link_that_leads_nowhere_is_not_written_through(run: Candour, draft: str) -> None:
    code = revealed(run, draft, ["111"] * 3, (), *ST4)
    Path("v.csv").symlink_to("elsewhere.csv")

    assert "is there already" in refused(run, "votes", code, "--out", "v.csv")
    assert not Path("elsewhere.csv").exists()
