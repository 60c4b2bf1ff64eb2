"""Looks of workspaces on both databases: set, changed, removed, kept by a backup."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.domain.look import HOUSE, Look
from dashboard.store.archive import backup, restore
from dashboard.store.errors import ArchiveRefused
from dashboard.store.store import Store
from tests.store.rows import NOW
from tests.store.tallies import content
from tests.store.test_archive_faults import Files, repack, with_first_row

LOGO = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
OWN = Look(name="桤木 & Partners", logo=LOGO, accent="#7A0019", pillars=("#005F73", "#9B2226"))


def put(store: Store, look: Look) -> None:
    with store.begin() as tx:
        tx.looks.put("ws", look, by="ann", now=NOW)


def held(store: Store, workspace: str = "ws") -> Look | None:
    with store.read() as tx:
        return tx.looks.of_workspace(workspace)


def test_a_workspace_has_one_look_at_most_and_none_of_another_s(filled: Store) -> None:
    assert held(filled) is None

    put(filled, OWN)
    assert (held(filled), held(filled, "demo")) == (OWN, None)

    put(filled, HOUSE)
    assert held(filled) == HOUSE

    with filled.begin() as tx:
        tx.looks.remove("ws")
    assert held(filled) is None


def test_a_look_comes_back_on_any_database(filled: Store, target: Store, tmp_path: Path) -> None:
    put(filled, OWN)
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)

    read = restore(target, path)

    assert read.tables["looks"].rows == 1
    assert content(filled) == content(target) == read.tables
    assert held(target) == OWN


FAULTS: dict[str, tuple[Callable[[Files], None], str]] = {
    "a colour that cannot be seen": (with_first_row("looks", accent="#FFFFFF"), "not valid"),
    "a logo that is no picture": (with_first_row("looks", logo="bm8gcGljdHVyZQ=="), "not valid"),
    "a look of no workspace": (with_first_row("looks", workspace_id="none"), "do not fit"),
}


@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_backup_with_a_fault_in_a_look_is_refused_and_changes_nothing(
    filled: Store, tmp_path: Path, change: Callable[[Files], None], says: str
) -> None:
    put(filled, OWN)
    path = tmp_path / "backup.zip"
    backup(filled, path, now=NOW)
    before = content(filled)
    repack(path, change)

    with pytest.raises(ArchiveRefused, match=says):
        restore(filled, path, replace=True)

    assert content(filled) == before
