"""A plan for other programs: nothing in it computes, and every calendar reads it."""

import csv
from datetime import date
from io import StringIO

import pytest

from dashboard.domain.assessment import Assessment
from dashboard.domain.saved_plan import Aim, StepStatus, Work
from dashboard.services import plans
from dashboard.services.acting import Acting
from dashboard.services.plan_file import plan_as_calendar, plan_as_csv
from tests.builders import worked_brand
from tests.services.office import say_all

DUE = date(2027, 2, 28)


@pytest.fixture
def desk(ann: Acting, draft: Assessment) -> plans.Desk:
    say_all(ann, draft.id, worked_brand())
    plans.save(ann, draft.id, [("ST4.1", 1), ("ST1.2", 3)], Aim(), read_version=0)
    said = Work(
        owner="=cmd|'/c calc'!A1", due=DUE, status=StepStatus.DONE, note="a, b; c\\d\n第二行"
    )
    plans.work_on(ann, draft.id, ("ST4.1", 1), said, read_version=1)
    return plans.open_desk(ann, draft.id)


def test_a_table_has_a_row_a_step_and_no_formula(desk: plans.Desk) -> None:
    head, first, second = csv.reader(StringIO(plan_as_csv(desk, "en").decode()))

    row = dict(zip(head, first, strict=True))
    assert (row["position"], row["item"], row["from_level"], row["to_level"]) == (
        "1",
        "ST4.1",
        "1",
        "2",
    )
    assert (row["effort"], row["due"], row["status"]) == ("3", "2027-02-28", "done")
    assert row["owner"] == "'=cmd|'/c calc'!A1"
    assert row["note"] == "a, b; c\\d\n第二行"
    assert row["action"] == desk.questionnaire.items_by_id["ST4.1"].next_actions[0].text.en
    assert second[head.index("due") :] == ["", "open", ""]


def test_a_table_speaks_the_language_of_the_page(desk: plans.Desk) -> None:
    assert desk.questionnaire.items_by_id["ST1.2"].title.zh in plan_as_csv(desk, "zh").decode()


def unfolded(calendar: bytes) -> list[str]:
    """RFC 5545, 3.1: what begins with a space goes on with the line before."""
    text = calendar.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_calendar_has_an_event_for_each_step_with_a_date(ann: Acting, desk: plans.Desk) -> None:
    lines = unfolded(plan_as_calendar(desk, "zh", ann.now()))

    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    values = dict(line.split(":", 1) for line in lines)
    assert values["DTSTART;VALUE=DATE"] == "20270228"
    assert values["DTSTAMP"] == "20261124T093000Z"
    assert values["UID"] == f"{desk.sheet.assessment.id}-ST4.1-1@candour"
    assert values["SEQUENCE"] == "2"
    assert r"a\, b\; c\\d\n第二行" in values["DESCRIPTION"]
    assert values["SUMMARY"].startswith("已完成")


def test_a_plan_without_dates_is_a_calendar_without_events(ann: Acting, draft: Assessment) -> None:
    desk = plans.open_desk(ann, draft.id)

    assert unfolded(plan_as_calendar(desk, "en", ann.now()))[-1] == "END:VCALENDAR"
    assert len(plan_as_csv(desk, "en").splitlines()) == 1
