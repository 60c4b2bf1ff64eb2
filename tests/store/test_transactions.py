"""Transactions: all or nothing, one writer a thread, readers of one moment."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from dashboard.domain.answer import Answer
from dashboard.store import engine
from dashboard.store.engine import Queue
from dashboard.store.errors import AlreadyTaken, DatabaseBusy, DatabaseUnwritable
from dashboard.store.store import Store
from tests.store.rows import DEMO, NOW, assessment, brand, save


def test_what_was_done_is_there_after_the_block(store: Store) -> None:
    with store.begin() as tx:
        tx.workspaces.add(DEMO, NOW)

    with store.read() as tx:
        assert tx.workspaces.get("demo") == DEMO


def test_an_exception_takes_everything_back(filled: Store) -> None:
    def fail_half_way() -> None:
        with filled.begin() as tx:
            tx.workspaces.add(DEMO, NOW)
            tx.brands.add(brand("other"), by="ann", now=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    with filled.read() as tx:
        assert tx.workspaces.get("demo") is None
        assert tx.brands.get("other") is None


def test_an_exception_of_the_database_takes_everything_back_and_the_store_works_on(
    filled: Store,
) -> None:
    def fail_half_way() -> None:
        with filled.begin() as tx:
            tx.workspaces.add(DEMO, NOW)
            tx.brands.add(brand(), by="ann", now=NOW)

    with pytest.raises(AlreadyTaken):
        fail_half_way()

    with filled.begin() as tx:
        assert tx.workspaces.get("demo") is None
        tx.brands.add(brand("other"), by="ann", now=NOW)


def test_reading_changes_nothing(filled: Store) -> None:
    with pytest.raises(DatabaseUnwritable), filled.read() as tx:
        tx.workspaces.add(DEMO, NOW)

    with filled.read() as tx:
        assert tx.workspaces.get("demo") is None


def test_a_reader_sees_one_moment_while_others_write(filled: Store) -> None:
    with filled.read() as tx:
        before = tx.answers.of("first")
        with ThreadPoolExecutor() as pool:
            pool.submit(save, filled, Answer.at(3)).result()

        assert tx.answers.of("first") == before == {}

    with filled.read() as tx:
        assert tx.answers.of("first").keys() == {"VE1.1"}


def test_what_is_not_committed_is_seen_by_nobody_else(filled: Store) -> None:
    with filled.begin() as tx:
        tx.brands.remove("acme")
        with filled.read() as other:
            assert other.brands.get("acme") == brand()


def test_a_thread_does_not_write_within_its_own_writing(filled: Store) -> None:
    with pytest.raises(RuntimeError, match="writing already"), filled.begin(), filled.begin():
        pass

    save(filled, Answer.at(3))


def test_many_threads_write_and_read_at_once_and_nothing_is_lost(filled: Store) -> None:
    def work(thread: int) -> None:
        for number in range(10):
            assert save(filled, Answer.at(3), item=f"T{thread}.{number}")
            with filled.read() as tx:
                assert tx.answers.get("first", f"T{thread}.{number}")

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(work, range(20)))

    with filled.read() as tx:
        assert len(tx.answers.of("first")) == 200


def test_an_assessment_is_completed_before_or_after_an_answer_never_during_it(
    filled: Store,
) -> None:
    relied_on, completed = threading.Event(), threading.Event()

    def complete() -> None:
        relied_on.wait()
        with filled.begin() as tx:
            tx.assessments.get("first", lock=True)
            completed.set()

    with ThreadPoolExecutor() as pool:
        done = pool.submit(complete)
        with filled.begin() as tx:
            tx.assessments.get("first", share=True)
            relied_on.set()
            assert not completed.wait(0.3)
        done.result()
    assert completed.is_set()


def test_who_waits_too_long_for_a_lock_is_told_so(
    store_address: str, filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOCK_WAIT", 0.2)
    impatient = Store.open(store_address)

    with filled.begin() as tx:
        tx.assessments.get("first", lock=True)
        with ThreadPoolExecutor() as pool, pytest.raises(DatabaseBusy, match="try again"):
            pool.submit(save, impatient, Answer.at(3)).result()

    assert save(impatient, Answer.at(3))
    impatient.close()


def test_a_thread_that_waits_too_long_for_its_turn_is_told_so(
    on_sqlite: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOCK_WAIT", 0.2)

    with on_sqlite.begin(), ThreadPoolExecutor() as pool:
        answer = pool.submit(save, on_sqlite, Answer.at(3))
        with pytest.raises(DatabaseBusy, match="try again"):
            answer.result()


def test_the_store_says_that_it_answers_and_shows_where_it_is(address: str) -> None:
    with closing(Store.open(address)) as opened:
        opened.ping()

        assert opened.url == address


@pytest.mark.postgres
def test_on_a_server_people_who_answer_do_not_wait_for_each_other(on_postgresql: Store) -> None:
    with on_postgresql.begin() as tx, ThreadPoolExecutor() as pool:
        assert tx.assessments.get("first", share=True) == assessment()
        assert pool.submit(save, on_postgresql, Answer.at(3)).result(timeout=5)


def test_turns_are_given_in_order_of_arrival() -> None:
    queue = Queue()
    order: list[int] = []

    def take_a_turn(number: int) -> None:
        assert queue.enter(10)
        order.append(number)
        queue.leave()

    with ThreadPoolExecutor(20) as pool:
        assert queue.enter(0)
        for number in range(20):
            pool.submit(take_a_turn, number)
            time.sleep(0.01)
        assert not queue.enter(0.01)
        queue.leave()

    assert order == list(range(20))
    assert queue.enter(0)
