"""Targets on both databases: set, changed, removed, gone with their brand, kept by a backup."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.domain.target import Target
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused, Gone
from dashboard.store.store import Store
from tests.domain.aims import target
from tests.store.rows import NOW, brand
from tests.store.tallies import content
from tests.store.test_archive_faults import Files, repack, with_first_row

AIM = target("ST1", 62.5, reason="监管要求 “60” & more")
OTHER = target("ST1", 40, questionnaire="ferry-line")


def put(store: Store, *targets: Target) -> None:
    with store.begin() as tx:
        for one in targets:
            tx.targets.put(brand(), one, by="ann", now=NOW)


def held(store: Store) -> list[Target]:
    with store.read() as tx:
        return tx.targets.of_brand("acme")


def test_a_brand_has_one_target_a_dimension_of_each_questionnaire(filled: Store) -> None:
    put(filled, AIM, OTHER)

    assert held(filled) == [AIM, OTHER]

    moved = AIM.model_copy(update={"score": 88.0, "due": date(2028, 2, 29)})
    put(filled, moved)

    assert held(filled) == [moved, OTHER]


def test_a_target_is_removed_and_the_others_stay(filled: Store) -> None:
    put(filled, AIM, OTHER)

    with filled.begin() as tx:
        tx.targets.remove("acme", AIM.key)
        tx.targets.remove("acme", ("data-trust", "never"))

    assert held(filled) == [OTHER]


def test_targets_go_with_their_brand(filled: Store) -> None:
    put(filled, AIM)

    with filled.begin() as tx:
        tx.brands.remove("acme")

    assert content(filled)["targets"].rows == 0


def test_a_target_stays_in_the_workspace_of_its_brand(filled: Store) -> None:
    elsewhere = brand().model_copy(update={"workspace_id": "demo"})

    with pytest.raises(Gone, match="read again"), filled.begin() as tx:
        tx.targets.put(elsewhere, AIM, by="ann", now=NOW)


@pytest.fixture
def archive(filled: Store, tmp_path: Path) -> Path:
    put(filled, AIM, OTHER)
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    return path


def test_targets_come_back_on_any_database(filled: Store, archive: Path, target: Store) -> None:
    read = restore(target, archive)

    assert read.tables["targets"].rows == 2
    assert content(filled) == content(target) == read.tables
    assert held(target) == [AIM, OTHER]


FAULTS: dict[str, tuple[Callable[[Files], None], str]] = {
    "a score beyond the scale": (with_first_row("targets", score=101.0), "do not fit"),
    "a target of a brand that is none": (with_first_row("targets", brand_id="none"), "do not fit"),
    "a target that nobody set": (with_first_row("targets", set_by="none"), "do not fit"),
    "a reason of nothing": (with_first_row("targets", reason=" "), "not valid"),
    "no date": (with_first_row("targets", due=None), "has no due"),
}


@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_backup_with_a_fault_in_its_targets_is_refused_and_changes_nothing(
    filled: Store, archive: Path, change: Callable[[Files], None], says: str
) -> None:
    before = content(filled)
    repack(archive, change)

    with pytest.raises(ArchiveRefused, match=says):
        restore(filled, archive, replace=True)

    assert content(filled) == before
