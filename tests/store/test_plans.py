"""Plans and efforts: kept as given, replaced whole, gone with what they belong to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from dashboard.domain.saved_plan import Aim, StatedEffort, StepStatus
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused, Gone
from dashboard.store.migrate import HEAD
from dashboard.store.schema import assessments, brands, tables_at
from dashboard.store.store import Store
from tests.store.plans import WORK, furnish, plan, step
from tests.store.rows import NOW, assessment, brand
from tests.store.tallies import content
from tests.store.test_archive_faults import Files, repack, with_first_row, with_manifest

NEW = ("efforts", "plans", "plan_steps")


def test_a_plan_comes_back_as_it_was_put_in_the_order_of_its_steps(filled: Store) -> None:
    furnish(filled)

    with filled.read() as tx:
        assert tx.plans.of("first") == plan()
        assert tx.plans.of("other") is None
        assert tx.plans.efforts("acme", "data-trust") == {("ST4.1", 1): 8, ("ST4.1", 2): 0.5}
        assert tx.plans.efforts("acme", "another") == {}


def test_another_plan_takes_its_place_whole(filled: Store) -> None:
    furnish(filled)
    other = plan(step("VE1.1", 4), aim=Aim(band="defined"), version=2)

    with filled.begin() as tx:
        tx.plans.put(assessment(), other)
        assert tx.plans.of("first") == other
        tx.plans.remove("first")
        assert tx.plans.of("first") is None


def test_a_step_is_worked_on_over_the_version_that_was_read(filled: Store) -> None:
    furnish(filled)
    done = WORK.model_copy(update={"status": StepStatus.DONE, "owner": None})
    changed = step(work=done, version=2, changed_by="bob")

    with filled.begin() as tx:
        assert tx.plans.work_on("first", changed, read_version=1)
        assert not tx.plans.work_on("first", changed, read_version=1)
        found = tx.plans.of("first")

    assert found
    assert found.steps == (changed, *plan().steps[1:])


def test_an_effort_is_stated_anew_and_forgotten(filled: Store) -> None:
    furnish(filled)
    stated = StatedEffort(item_id="ST4.1", level=1, effort=2)

    with filled.begin() as tx:
        tx.plans.state_effort(brand(), "data-trust", stated, by="bob", now=NOW)
        tx.plans.forget_effort(brand(), "data-trust", ("ST4.1", 2))
        assert tx.plans.efforts("acme", "data-trust") == {("ST4.1", 1): 2}


def test_plans_stay_in_the_workspace_of_their_assessment(filled: Store) -> None:
    with pytest.raises(Gone), filled.begin() as tx:
        tx.plans.put(assessment(workspace_id="demo"), plan())
    with pytest.raises(Gone), filled.begin() as tx:
        tx.plans.put(assessment("none"), plan(assessment_id="none"))


def test_plans_go_with_their_assessment_and_efforts_with_their_brand(filled: Store) -> None:
    furnish(filled)

    with filled.begin() as tx:
        tx.connection.execute(delete(assessments))
        assert tx.plans.of("first") is None
        assert tx.plans.efforts("acme", "data-trust")
        tx.connection.execute(delete(brands))
        assert tx.plans.efforts("acme", "data-trust") == {}


@pytest.fixture
def archive(filled: Store, tmp_path: Path) -> Path:
    furnish(filled)
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    return path


def test_a_plan_that_is_going_on_comes_back_on_any_database(
    filled: Store, archive: Path, target: Store
) -> None:
    read = restore(target, archive)

    assert [read.tables[name].rows for name in NEW] == [2, 1, 3]
    assert content(filled) == content(target) == read.tables
    with target.read() as tx:
        assert tx.plans.of("first") == plan()


def as_of_0002(files: Files) -> None:
    tables = json.loads(files["manifest.json"])["tables"]
    for name in tables.keys() - {table.name for table in tables_at("0002")}:
        del files[f"{name}.jsonl"], tables[name]
    with_manifest(files, revision="0002", tables=tables)


def test_a_backup_from_before_plans_is_restored_without_any(archive: Path, target: Store) -> None:
    repack(archive, as_of_0002)

    manifest = restore(target, archive)

    assert manifest.revision == "0002" < HEAD
    assert [content(target)[name].rows for name in NEW] == [0, 0, 0]


FAULTS: dict[str, tuple[Callable[[Files], None], str]] = {
    "a plan of no assessment": (with_first_row("plans", assessment_id="none"), "do not fit"),
    "a plan of another workspace": (with_first_row("plans", workspace_id="none"), "do not fit"),
    "a plan for less than nothing": (with_first_row("plans", budget=-1.0), "not valid"),
    "a step of no plan": (with_first_row("plan_steps", assessment_id="none"), "do not fit"),
    "a status that is none": (with_first_row("plan_steps", status="lost"), "do not fit"),
    "a step from no level": (with_first_row("plan_steps", level=0), "not valid"),
    "a step for nothing": (with_first_row("plan_steps", effort=0.0), "do not fit"),
    "an effort of nobody's": (with_first_row("efforts", brand_id="none"), "do not fit"),
    "an effort of nothing": (with_first_row("efforts", effort=0.0), "do not fit"),
}


@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_backup_with_a_fault_in_its_plans_is_refused_and_changes_nothing(
    on_sqlite: Store, tmp_path: Path, change: Callable[[Files], None], says: str
) -> None:
    furnish(on_sqlite)
    before = content(on_sqlite)
    path = tmp_path / "backup.zip"
    backup(on_sqlite, path, now=NOW)
    repack(path, change)

    with pytest.raises(ArchiveRefused, match=says):
        restore(on_sqlite, path, replace=True)

    assert content(on_sqlite) == before
