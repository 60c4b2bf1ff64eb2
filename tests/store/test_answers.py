"""Two people at one item: one saves, the other learns of it, nothing is overwritten unseen."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from dashboard.domain.answer import Answer
from dashboard.store.store import Store
from tests.store.processes import each_in_a_process, saves_forty
from tests.store.rows import NOW, assessment, save


def test_every_change_counts_the_version_up(filled: Store) -> None:
    versions = []
    for read, level in enumerate((3, 4, 3)):
        stored = save(filled, Answer.at(level), read_version=read)
        assert stored
        versions.append(stored.version)

    with filled.read() as tx:
        assert versions == [1, 2, 3]
        assert tx.answers.get("first", "VE1.1") == stored


def test_a_change_of_an_older_version_changes_nothing(filled: Store) -> None:
    save(filled, Answer.at(3))
    save(filled, Answer.at(4), read_version=1)

    assert save(filled, Answer.at(5), read_version=1, by="bob") is None
    assert save(filled, Answer.at(5), read_version=0, by="bob") is None
    assert save(filled, Answer.at(5), read_version=7, by="bob") is None

    with filled.read() as tx:
        stored = tx.answers.get("first", "VE1.1")
        assert stored
        assert (stored.answer, stored.version, stored.changed_by) == (Answer.at(4), 2, "ann")


def test_a_withdrawn_answer_leaves_its_version_behind(filled: Store) -> None:
    save(filled, Answer.at(3))
    withdrawn = save(filled, None, read_version=1)

    with filled.read() as tx:
        assert tx.answers.of("first") == {"VE1.1": withdrawn}
    assert withdrawn
    assert (withdrawn.answer, withdrawn.version) == (None, 2)
    assert save(filled, Answer.at(2), read_version=0) is None
    assert save(filled, Answer.at(2), read_version=2)


def test_an_answer_of_one_assessment_is_none_of_another(filled: Store) -> None:
    save(filled, Answer.at(3))

    with filled.read() as tx:
        assert tx.answers.get("second", "VE1.1") is None
        assert tx.answers.get("first", "VE1.2") is None


def test_answers_that_an_assessment_begins_with_are_of_the_first_version(filled: Store) -> None:
    with filled.begin() as tx:
        tx.answers.add(assessment(), {"I1": Answer.at(2), "I2": Answer.at(4)}, by="ann", now=NOW)
        tx.answers.add(assessment(), {}, by="ann", now=NOW)

    assert save(filled, Answer.at(5), item="I1", read_version=0) is None
    assert save(filled, Answer.at(5), item="I1", read_version=1)
    with filled.read() as tx:
        stored = tx.answers.of("first")
    assert [(stored[item].answer, stored[item].version) for item in ("I1", "I2")] == [
        (Answer.at(5), 2),
        (Answer.at(4), 1),
    ]
    assert (stored["I2"].changed_at, stored["I2"].changed_by) == (NOW, "ann")


def test_of_two_threads_that_save_the_same_version_one_wins(filled: Store) -> None:
    rounds, threads = 10, 4
    barrier = Barrier(threads, timeout=20)

    def work(thread: int) -> list[int]:
        won = []
        for version in range(rounds):
            barrier.wait()
            if save(filled, Answer.at(thread + 1), read_version=version):
                won.append(version)
            barrier.wait()
        return won

    with ThreadPoolExecutor(threads) as pool:
        won = list(pool.map(work, range(threads)))

    assert sorted(version for versions in won for version in versions) == list(range(rounds))


@pytest.mark.slow
def test_of_two_processes_that_save_the_same_version_one_wins(
    store_address: str, filled: Store
) -> None:
    one, other = each_in_a_process(saves_forty, [store_address, store_address], [1, 2])

    assert [mine != theirs for mine, theirs in zip(one, other, strict=True)] == [True] * 40
    with filled.read() as tx:
        levels = [tx.answers.of("first")[f"I{item}"].answer for item in range(40)]
        assert levels == [Answer.at(1) if mine else Answer.at(2) for mine in one]
        for item in range(40):
            entries = tx.history.of("first", f"I{item}")
            assert sorted(entry.set_aside for entry in entries) == [False, True]
