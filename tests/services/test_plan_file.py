"""A plan for other programs: nothing in it computes, and every calendar reads it."""

import csv
from codecs import BOM_UTF8
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from dashboard.catalog.csv_table import read_table
from dashboard.domain.assessment import Assessment
from dashboard.domain.saved_plan import Aim, StepStatus, Work
from dashboard.services import plans
from dashboard.services.acting import Acting
from dashboard.services.plan_file import COLUMNS, plan_as_calendar, plan_as_csv
from tests.builders import worked_brand
from tests.services.calendar_reader import read_calendar
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
    head, first, second = csv.reader(StringIO(plan_as_csv(desk, "en").decode("utf-8-sig")))

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
    assert desk.questionnaire.items_by_id["ST1.2"].title.zh in plan_as_csv(desk, "zh").decode(
        "utf-8-sig"
    )


def test_excel_knows_the_encoding_and_our_own_tables_are_read_with_its_mark(
    desk: plans.Desk, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes(plan_as_csv(desk, "zh"))

    assert file.read_bytes().startswith(BOM_UTF8)
    assert read_table(file).columns == COLUMNS


def test_a_calendar_has_an_event_for_each_step_with_a_date(ann: Acting, desk: plans.Desk) -> None:
    (event,) = read_calendar(plan_as_calendar(desk, "zh", ann.now()))

    title = desk.questionnaire.items_by_id["ST4.1"].title.zh
    assert event.day == DUE
    assert event.moment("DTSTAMP") == ann.now()
    assert event.text("SUMMARY").startswith("已完成")
    assert title in event.text("SUMMARY")
    assert event.text("DESCRIPTION").endswith("a, b; c\\d\n第二行")
    assert event.properties["TRANSP"] == ("", "TRANSPARENT")


def test_the_same_step_keeps_its_uid_and_a_change_of_it_is_newer(
    ann: Acting, desk: plans.Desk
) -> None:
    """A calendar replaces an event by one of the same UID and a higher SEQUENCE (3.8.7.4)."""
    (before,) = read_calendar(plan_as_calendar(desk, "en", ann.now()))
    later = desk.saved
    assert later
    version = later.steps[0].version
    key, id_ = ("ST4.1", 1), desk.sheet.assessment.id
    plans.work_on(ann, id_, key, Work(due=date(2027, 3, 31)), read_version=version)
    plans.work_on(ann, id_, ("ST1.2", 3), Work(due=DUE), read_version=1)

    first, second = read_calendar(plan_as_calendar(plans.open_desk(ann, id_), "en", ann.now()))

    assert first.properties["UID"] == before.properties["UID"] != second.properties["UID"]
    assert int(first.properties["SEQUENCE"][1]) > int(before.properties["SEQUENCE"][1])
    assert (first.day, second.day) == (date(2027, 3, 31), DUE)


SIGNS = [*"ab ;,:\\\"'\t\r\n=@-+", "\r\n", "\\n", "第", "\U0001f3f4", "é", "ש", "\u2028"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_note_holds_both_files_give_it_back(
    ann: Acting, desk: plans.Desk, seed: int
) -> None:
    random = Random(seed)
    note = "x" + "".join(random.choices(SIGNS, k=random.choice([70, 300, 4_000])))
    id_ = desk.sheet.assessment.id
    plans.work_on(ann, id_, ("ST1.2", 3), Work(due=DUE, note=note), read_version=1)
    desk = plans.open_desk(ann, id_)

    _, event = read_calendar(plan_as_calendar(desk, "zh", ann.now()))
    table = StringIO(plan_as_csv(desk, "zh").decode("utf-8-sig"), newline="")
    *_, row = csv.DictReader(table)

    assert event.text("DESCRIPTION").endswith("\n".join(note.splitlines()))
    assert row["note"] == note


def test_a_plan_without_dates_is_a_calendar_without_events(ann: Acting, draft: Assessment) -> None:
    desk = plans.open_desk(ann, draft.id)

    assert read_calendar(plan_as_calendar(desk, "en", ann.now())) == []
    assert len(plan_as_csv(desk, "en").splitlines()) == 1
