"""`cohort release|export|import`: what is due, to a file, and from one."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.domain.pack import write_pack
from dashboard.services.benchmarks import DEMO_PACK
from tests.commands.conftest import Candour
from tests.domain.organisations import made, several
from tests.services.cohorts import taking_part
from tests.views.test_peers import before_it_was_due

PACK = write_pack(made(several(12)).release)


def test_fewer_than_ten_make_no_release_and_that_is_no_fault(run: Candour) -> None:
    done = run("cohort", "release")

    assert done.exit_code == 0
    assert "data-trust@1.0.0  no release: fewer than 10 organisations count" in done.stdout
    shown = json.loads(run("cohort", "release", "--json").stdout)
    assert [(row["released"], row["why"]) for row in shown] == [(None, "too_few")]
    refused = run("cohort", "export", "--out", "none.json")
    assert refused.exit_code == 1
    assert "there is no release of data-trust@1.0.0 to export" in refused.stderr


def test_twelve_make_one_which_goes_out_and_does_not_come_back(run: Candour) -> None:
    run("list")
    taking_part(before_it_was_due(), 12)

    made_now = run("cohort", "release").stdout
    assert "about 10 brands" in made_now
    assert "All participating brands  about 10" in made_now
    (row,) = json.loads(run("cohort", "release", "--json").stdout)
    assert (row["n"], row["shown"], row["cohorts"]) == (10, True, 1)

    named = ("--publisher", "Alder Institute", "--licence", "CC BY 4.0")
    out = run("cohort", "export", "--out", "pack.json", *named)
    assert (out.exit_code, out.stdout) == (0, "")
    pack = json.loads(Path("pack.json").read_text("utf-8"))
    assert (pack["publisher"], pack["licence"], pack["n"]) == ("Alder Institute", "CC BY 4.0", 10)
    assert run("cohort", "export", "--out", "pack.json").exit_code == 1
    own = run("cohort", "import", "pack.json")
    assert (own.exit_code, own.stdout) == (1, "")
    assert "pack.json: is the release of this installation" in own.stderr


def test_a_release_of_others_comes_in_once(run: Candour) -> None:
    Path("theirs.json").write_text(PACK, encoding="utf-8")

    imported = json.loads(run("cohort", "import", "theirs.json", "--json").stdout)

    assert imported["publisher"] == json.loads(PACK)["publisher"]
    again = run("cohort", "import", "theirs.json")
    assert (again.exit_code, again.stderr) == (1, "theirs.json: is here already\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PACK.replace('"n": 10', '"n": 5'), "pack.json: cohorts[0].n: must be 10 or more"),
        (DEMO_PACK.read_text("utf-8"), "pack.json: is made up"),
        ("{", "pack.json: is not JSON"),
    ],
)
def test_a_pack_that_is_wrong_is_refused_with_its_place(run: Candour, text: str, says: str) -> None:
    Path("pack.json").write_text(text, encoding="utf-8")

    refused = run("cohort", "import", "pack.json")

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert says in refused.stderr


def test_a_questionnaire_that_is_not_there_is_named(run: Candour) -> None:
    refused = run("cohort", "release", "--questionnaire", "other@1.0.0")

    assert refused.exit_code == 1
    assert "there is no questionnaire other@1.0.0" in refused.stderr


def test_the_next_day_on_which_one_is_due_is_said(run: Candour) -> None:
    today = bootstrap.get_acting().now().date()

    (row,) = json.loads(run("cohort", "release", "--json").stdout)

    assert row["next_due"].endswith(("-01-01", "-07-01"))
    assert today.isoformat() < row["next_due"] <= (today + timedelta(days=184)).isoformat()
