"""Larger changes at the same moment: each as if it were alone, before or after the other."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, Brand, Status
from dashboard.domain.document import Document
from dashboard.domain.saved_plan import Aim, SavedStep, StepChanged, Work
from dashboard.domain.workshop import Stage
from dashboard.i18n import words
from dashboard.services import (
    answers,
    assessments,
    benchmarks,
    brands,
    consents,
    demo,
    files,
    packs,
    plans,
    workshops,
)
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.archive import backup
from dashboard.store.errors import BackupRefused
from dashboard.store.releases import StoredRelease
from tests.builders import data_trust
from tests.domain.organisations import made, several
from tests.services.cohorts import answered, completed, half_a_year_on, taking_part
from tests.services.office import QUESTIONNAIRE, Clock, at_once
from tests.services.rooms import led_to, opened, rated

ITEMS: Final = [item.id for item in data_trust().items]
NAMES: Final = [f"Brand {n}" for n in range(8)]


def refusals(outcomes: Sequence[object]) -> list[Exception]:
    return [one for one in outcomes if isinstance(one, Exception)]


def waves(names: Sequence[str], wave: str) -> list[Document]:
    return [answered(name, 3, wave=wave) for name in names]


def test_imports_of_the_same_brands_in_any_order_all_succeed(ann: Acting, bob: Acting) -> None:
    for turn in range(3):
        outcomes = at_once(
            *(
                partial(files.import_documents, me, OWN_WORKSPACE_ID, waves(names, f"{turn}.{who}"))
                for who, (me, names) in enumerate(
                    [(ann, NAMES), (bob, NAMES[::-1]), (ann, NAMES[::2]), (bob, NAMES[1::2])]
                )
            )
        )

        assert refusals(outcomes) == []


def test_what_is_imported_is_told_in_the_order_of_the_files(ann: Acting) -> None:
    imported = files.import_documents(ann, OWN_WORKSPACE_ID, waves(NAMES[::-1], "1"))

    names = [assessments.open_sheet(ann, one.id).brand.name for one in imported]
    assert names == NAMES[::-1]


def test_a_release_beside_imports_and_changes_of_its_brands(
    ann: Acting, bob: Acting, clock: Clock
) -> None:
    some = [assessments.open_sheet(ann, one).brand for one in taking_part(ann, 12)]
    half_a_year_on(clock)
    for turn, industry in enumerate(["banking", "retail"]):
        changes = [partial(in_industry, bob, brand.id, industry) for brand in some[:6]]

        outcomes = at_once(
            partial(benchmarks.release, ann, QUESTIONNAIRE),
            partial(
                files.import_documents,
                bob,
                OWN_WORKSPACE_ID,
                waves([brand.name for brand in reversed(some)], f"later {turn}"),
            ),
            *changes,
        )

        assert refusals(outcomes) == []


def in_industry(acting: Acting, brand_id: str, industry: str) -> Brand:
    with acting.store.read() as tx:
        profile = acting.reach_brand(tx, brand_id).profile
    changed = profile.model_copy(update={"industry": industry})
    return brands.change(acting, brand_id, changed, read=profile)


def test_a_brand_whose_last_wave_is_reopened_while_a_release_is_made_is_in_it(
    ann: Acting, clock: Clock
) -> None:
    first = taking_part(ann, 13)[0]
    clock.go_on(days=1)
    second = completed(ann, "Brand 0", 4, wave="2027-Q1")
    consents.give(ann, second, "en")
    half_a_year_on(clock)

    with ThreadPoolExecutor() as pool:
        with ann.store.begin() as tx:
            held = tx.assessments.get(second, lock=True)
            assert held
            making = pool.submit(benchmarks.release, ann, QUESTIONNAIRE)
            with pytest.raises(TimeoutError):
                making.result(timeout=0.3)
            reopened = {"status": Status.REOPENED, "completed_at": None}
            tx.assessments.update(held.model_copy(update=reopened))
        release = making.result(timeout=10)

    assert isinstance(release, StoredRelease)
    with ann.store.read() as tx:
        assert tx.releases.particulars(release.id, first) is not None
        assert tx.releases.particulars(release.id, second) is None


def test_the_demo_is_loaded_once_whoever_loads_it_again(ann: Acting, bob: Acting) -> None:
    for _ in range(3):
        demo.load(ann)
        demo.remove(ann)

        assert refusals(at_once(partial(demo.load, ann), partial(demo.load, bob))) == []

        assert demo.remove(ann) == 7


def test_the_demo_is_removed_while_workshops_in_it_are_closed(ann: Acting) -> None:
    member = demo.load(ann)
    with ann.store.read() as tx:
        some = tx.assessments.of_workspace(demo.DEMO_WORKSPACE_ID)[:6]
    rooms = []
    for one in some:
        assessments.reopen(member, one.id)
        room = opened(member, one.id)
        rated(member, room, "222", "222", "222")
        rooms.append(led_to(member, room, Stage.REVEALED))

    removed, *closed = at_once(
        partial(demo.remove, member),
        *(partial(workshops.close, member, room, words("en")) for room in rooms),
    )

    assert removed == 7
    assert {type(one).__name__ for one in refusals(closed)} <= {"NotAllowed"}


def test_the_same_pack_twice_at_once_is_there_once(ann: Acting, bob: Acting) -> None:
    for turn in range(5):
        pack = made(several(12)).release.model_copy(update={"publisher": f"Birch {turn}"})

        at_once(*(partial(packs.add, me, OWN_WORKSPACE_ID, pack) for me in (ann, bob)))

        with ann.store.read() as tx:
            assert [one.release for one in tx.releases.packs(OWN_WORKSPACE_ID)].count(pack) == 1


def test_two_who_take_over_the_last_answers_are_each_told_how_many_they_gave(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    told = at_once(
        *(
            partial(answers.adopt, me, draft.id, [(item, Answer.at(level)) for item in ITEMS])
            for me, level in ((ann, 3), (bob, 4))
        )
    )

    levels = [one.level for one in assessments.open_sheet(ann, draft.id).answers.values()]
    assert list(told) == [levels.count(3), levels.count(4)]


def test_what_is_said_of_a_step_of_a_plan_made_anew_is_not_overwritten_unseen(
    ann: Acting, bob: Acting, draft: Assessment, clock: Clock
) -> None:
    key, theirs = ("ST4.1", 1), Work(owner="Bob", note="Agreed with Legal.")
    plans.save(ann, draft.id, [key], Aim(), read_version=0)
    read = plans.work_on(ann, draft.id, key, Work(owner="Ann"), read_version=1)
    clock.go_on(seconds=1)
    plans.remove(bob, draft.id, read_version=1)
    plans.save(bob, draft.id, [key], Aim(), read_version=0)
    stored = plans.work_on(bob, draft.id, key, theirs, read_version=1)
    assert isinstance(stored, SavedStep)
    assert stored.version == read.version

    with pytest.raises(StepChanged) as changed:
        plans.work_on(
            ann,
            draft.id,
            key,
            Work(owner="Ann", note="Later."),
            read_version=read.version,
            read_at=read.changed_at,
        )
    assert changed.value.current.work == theirs


def test_where_a_brand_stood_is_refused_once_it_is_gone(ann: Acting) -> None:
    member = demo.load(ann)
    with ann.store.read() as tx:
        found = tx.assessments.of_workspace(demo.DEMO_WORKSPACE_ID)[0]
    sheet = assessments.open_sheet(member, found.id)
    demo.remove(member)

    with pytest.raises(NotAllowed):
        benchmarks.place_of(member, sheet)


def test_of_several_backups_of_one_name_at_once_one_is_written(ann: Acting, tmp_path: Path) -> None:
    for turn in range(5):
        path = tmp_path / f"{turn}.zip"

        outcomes = at_once(*[partial(backup, ann.store, path, now=ann.now())] * 4)

        assert [type(one) for one in refusals(outcomes)] == [BackupRefused] * 3
    assert len(list(tmp_path.iterdir())) == 5
