"""`workshop`: one led from its opening to its close, and what it says on the way."""

import json
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.domain.workshop import Setup, readable_code
from dashboard.i18n import words
from dashboard.services import assessments, workshops
from dashboard.services.addresses import own_address
from tests.builders import data_trust
from tests.commands.conftest import Candour, WriteFile
from tests.commands.rooms import done, opened, rated, revealed, status
from tests.domain.rater_vectors import ICC, ICC_LISTS, LEAVE_ONE_OUT, LOWER_MEDIAN_SCORE, MATRIX
from tests.services.rooms import ST4

PUBLIC = "https://trust.example.org"
BEFORE = {"format", "id", "stage", "code", "link", "expected", "joined", "finished", "by_dimension"}
PEOPLE = ["1" * 12, "2" * 12, "3" * 12]


@pytest.fixture
def draft(run: Candour, write: WriteFile) -> str:
    """The id of an assessment with level 4 on VE1.1 and nothing else."""
    return str(run("import", write()).stdout.strip())


def setup_of(code: str) -> Setup:
    return workshops.by_code(bootstrap.get_acting(), code).workshop.setup


def levels(assessment_id: str) -> dict[str, int | None]:
    sheet = assessments.open_sheet(bootstrap.get_acting(), assessment_id)
    return {item_id: answer.level for item_id, answer in sheet.answers.items()}


def test_a_workshop_is_led_from_open_to_close(
    run: Candour, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOUR_PUBLIC_URL", PUBLIC)
    bootstrap.reset()
    code, link = done(
        run,
        "open",
        draft,
        "--dimensions",
        "ST4,VE1",
        "--roles",
        "Legal, Marketing",
        "--expected",
        4,
    ).splitlines()
    assert link == f"{PUBLIC}/join/{readable_code(code)}"

    rated(code, ["---122", "3--122", "4-?52-", "5--2--"])
    collecting = status(run, code)
    assert collecting == {
        "format": "candour.workshop/1",
        "id": collecting["id"],
        "stage": "collecting",
        "code": readable_code(code),
        "link": link,
        "expected": 4,
        "joined": 4,
        "finished": 4,
        "by_dimension": {"VE1": 0, "ST4": 2},
    }

    assert done(run, "lock", code) == f"{code} is locked.\n"
    assert status(run, code) == collecting | {"stage": "locked"}
    assert done(run, "reveal", code) == f"{code} is revealed.\n"
    assert done(run, "agree", code, "ST4.2", "3", "--reason", "The plan is there.")
    assert done(run, "agree", code, "VE1.2", "dont_know", "--reason", "Nobody from sales.")

    found = status(run, code)
    assert found["items"]["ST4.2"]["agreed"] == {
        "state": "level",
        "level": 3,
        "reason": "The plan is there.",
    }
    assert done(run, "close", code) == f"{code} is closed.\n"

    assert levels(draft) == {"VE1.1": 4, "VE1.2": None, "ST4.1": 1, "ST4.2": 3}
    assert status(run, code) == found | {"stage": "closed"}


def test_before_the_reveal_nothing_is_said_but_how_many(run: Candour, draft: str) -> None:
    code = opened(run, draft, "--dimensions", "ST")
    said = [json.loads(done(run, "status", code, "--json"))]
    rated(code, PEOPLE)
    said.append(status(run, code))
    said.append(json.loads(done(run, "lock", code, "--json")))
    lines = done(run, "status", code).splitlines()

    assert [one.keys() for one in said] == [BEFORE] * 3
    assert [one["joined"] for one in said] == [0, 3, 3]
    assert said[2]["by_dimension"] == {"ST1": 3, "ST2": 3, "ST3": 3, "ST4": 3}
    assert lines == [
        f"{code} is locked: 3 joined of 10 expected, 3 finished",
        f"  {said[0]['link']}",
        *(f"  {one:<8} 3 through" for one in ("ST1", "ST2", "ST3", "ST4")),
    ]


def test_the_numbers_of_the_methods_six_raters_are_in_the_status(run: Candour, draft: str) -> None:
    rows = ["".join(map(str, row)) for row in MATRIX]
    code = revealed(run, draft, rows, (), "--dimensions", "ST")

    found = status(run, code)

    for key, name in [("icc_1", "ICC(1)"), ("icc_k", "ICC(k)")]:
        low, high = ICC_LISTS[f"{name}_CI"]
        assert found[key] == pytest.approx(
            {"value": ICC[name], "raw": ICC[name], "low": low, "high": high}, abs=5e-4
        )
    for key, name in [("icc_a_1", "ICC(A,1)"), ("icc_a_k", "ICC(A,k)")]:
        assert found[key]["value"] == pytest.approx(ICC[name], abs=5e-4)
        assert (found[key]["low"], found[key]["high"]) == (None, None)
    assert found["rwg_j_star"] == pytest.approx({"slight_skew": 0.757, "uniform": 0.838}, abs=5e-4)
    assert found["items_agreed_share"] == pytest.approx(11 / 12)
    assert found["scores"]["pillars"]["ST"] == pytest.approx(LOWER_MEDIAN_SCORE, abs=5e-4)
    low, high = LEAVE_ONE_OUT
    assert found["leave_one_out"]["pillars"]["ST"] == pytest.approx(
        {"low": low, "high": high, "withheld": 0}, abs=5e-4
    )
    assert found["straight_liners"] == 0
    items = found["items"]
    medians = [items[item.id]["lower_median"] for item in data_trust().items if item.id[:2] == "ST"]
    assert medians == [3, 3, 3, 2, 3, 2, 2, 3, 3, 1, 2, 2]
    assert [name for name, one in items.items() if one["contested"]] == ["ST4.1"]
    contested = items["ST4.1"]
    assert contested.pop("counts") == [3, 2, 0, 1, 0]
    assert contested == pytest.approx(
        {
            "too_few": False,
            "dont_know": 0,
            "not_applicable": 0,
            "raters": 6,
            "k": 6,
            "lower_median": 1,
            "r_wg_slight_skew": 0.0,
            "r_wg_uniform": 1 - (41 / 30) / 2,
            "a_wg": 0.137,
            "ad_m": 5 / 6,
            "consensus": 0.623,
            "contested": True,
            "agreed": None,
        },
        abs=5e-4,
    )


def test_of_an_item_with_two_ratings_the_status_says_only_that_they_are_too_few(
    run: Candour, draft: str
) -> None:
    code = revealed(run, draft, ["15?", "25?", "2-?"], (), "--dimensions", "ST4")

    items = status(run, code)["items"]

    assert {key for key, value in items["ST4.2"].items() if value is not None} == {"too_few"}
    assert items["ST4.2"]["too_few"] is True
    assert items["ST4.1"]["counts"] == [1, 2, 0, 0, 0]
    assert (items["ST4.3"]["dont_know"], items["ST4.3"]["k"]) == (3, 0)
    assert done(run, "status", code).splitlines()[3:] == [
        "  Items agreed: 1 of 1",
        "  Overall, undiscussed: –",
        "  ST4.1    by level 1 2 0 0 0, don't know 0, does not apply 0; lower median 2",
        "  ST4.2    fewer than 3 ratings, not shown",
        "  ST4.3    by level 0 0 0 0 0, don't know 3, does not apply 0; lower median –",
    ]


def test_a_negative_correlation_is_shown_as_none_and_kept(run: Candour, draft: str) -> None:
    code = revealed(run, draft, ["135", "351", "513"], (), "--dimensions", "ST4")

    found = status(run, code)

    assert found["icc_1"]["value"] == 0
    assert found["icc_1"]["raw"] < 0


def test_a_workshop_is_revealed_again_after_it_was_closed(run: Candour, draft: str) -> None:
    code = revealed(run, draft, ["122", "122", "122"], (), "--dimensions", "ST4")
    done(run, "close", code)
    assert levels(draft)["ST4.1"] == 1

    done(run, "reveal", code)
    done(run, "agree", code, "ST4.1", "2", "--reason", "We looked again.")
    closed = json.loads(done(run, "close", code, "--json"))

    assert closed["stage"] == "closed"
    assert levels(draft)["ST4.1"] == 2


def test_open_takes_pillars_roles_a_number_a_note_and_languages(run: Candour, draft: str) -> None:
    code = opened(
        run,
        *(draft, "--dimensions", " ST4 ,VE,ST4", "--roles", "Legal,,数据, Legal "),
        *("--expected", 25, "--note", "Room 4", "--lang", "zh, en"),
    )

    assert setup_of(code) == Setup(
        dimensions=("ST4", "VE1", "VE2", "VE3", "VE4"),
        roles=("Legal", "数据"),
        expected=25,
        note="Room 4",
        langs=("zh", "en"),
    )


def test_everything_is_rated_in_both_languages_unless_something_else_is_said(
    run: Candour, draft: str
) -> None:
    found = json.loads(done(run, "open", draft, "--json"))

    assert found.keys() == BEFORE
    assert setup_of(found["code"]) == Setup(
        dimensions=tuple(one.id for one in data_trust().dimensions), langs=("en", "zh")
    )
    assert found["link"] == f"http://{own_address()}:8501/join/{found['code']}"


def test_closing_writes_in_the_first_language(run: Candour, draft: str) -> None:
    options = ("--dimensions", "ST4", "--lang", "zh")
    done(run, "close", revealed(run, draft, ["111", "111", "111"], (), *options))

    answers = assessments.open_sheet(bootstrap.get_acting(), draft).answers
    begins = words("zh")("Rated in the workshop, undiscussed.")
    assert all(str(answers[item_id].note).startswith(begins) for item_id in ST4)


@pytest.mark.parametrize("typed", ["{plain}", " {spoken} ", "{lower}", "{apart}"])
def test_a_code_is_known_however_it_is_typed(typed: str, run: Candour, draft: str) -> None:
    spoken = opened(run, draft)
    plain = str(readable_code(spoken))
    code = typed.format(
        plain=plain, spoken=spoken, lower=spoken.lower(), apart=" - ".join([plain[:3], plain[3:]])
    )

    assert status(run, code)["code"] == plain


def test_list_names_the_newest_workshop_first(run: Candour, write: WriteFile) -> None:
    assert done(run, "list") == ""
    ids = run("import", write("a.json"), write("b.json", wave="a\tb")).stdout.split()
    first, second = (opened(run, id_) for id_ in ids)
    done(run, "lock", first)

    lines = done(run, "list").splitlines()
    rows = json.loads(done(run, "list", "--json"))

    assert lines == [
        f"{second}  collecting  Alder Teas  a\\tb  {ids[1]}",
        f"{first}  locked  Alder Teas  2026-Q4  {ids[0]}",
    ]
    assert [row["assessment"] for row in rows] == [ids[1], ids[0]]
    assert rows[0] == {
        "code": readable_code(second),
        "stage": "collecting",
        "link": status(run, second)["link"],
        "brand": "Alder Teas",
        "wave": "a\tb",
        "assessment": ids[1],
    }


def test_deleted_votes_are_gone_and_the_workshop_stays(run: Candour, draft: str) -> None:
    code = revealed(run, draft, ["111", "111", "111"], (), "--dimensions", "ST4")

    assert done(run, "delete-votes", code) == "3 participants deleted with all votes.\n"

    found = status(run, code)
    assert (found["joined"], found["participants"]) == (0, 0)
    assert all(one["too_few"] for one in found["items"].values())
    assert done(run, "delete-votes", code) == "0 participants deleted with all votes.\n"


def test_the_database_holds_what_the_commands_said(run: Candour, draft: str) -> None:
    code = opened(run, draft)
    bootstrap.reset()

    assert Path("data/candour.db").exists()
    assert status(run, code)["stage"] == "collecting"
