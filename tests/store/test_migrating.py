"""A database from before workshops: brought up to date with everything in it, or left alone."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from alembic import command
from alembic.config import Config

from dashboard.domain.answer import Answer
from dashboard.store.engine import connect, parse
from dashboard.store.errors import DatabaseDamaged
from dashboard.store.migrate import MIGRATIONS
from dashboard.store.schema import tables_at
from dashboard.store.store import Store
from tests.store.processes import each_in_a_process, rows
from tests.store.rooms import furnish
from tests.store.rows import fill, save_in
from tests.store.tallies import content
from tests.store.test_opening import execute, tables
from tests.store.test_schema import described

OLD = tables_at("0001")


@pytest.fixture
def old(address: str) -> Iterator[Store]:
    """A filled store with the tables of revision 0001, as that version left it."""
    with closing(Store(connect(parse(address)))) as store:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        with store.database.writing.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "0001")
        fill(store)
        with store.begin() as tx:
            for count in range(60):
                answer, item = Answer.at(1 + count % 5, evidence=count % 3), f"I{count % 7}"
                save_in(tx, answer, item=item, read_version=count // 7, after=100 * count)
        yield store


def test_an_old_database_has_no_tables_of_workshops(address: str, old: Store) -> None:
    assert old
    assert "workshops" not in tables(address)
    assert {table.name for table in OLD} <= tables(address)


def test_an_old_database_keeps_everything_and_workshops_can_be_held(
    address: str, old: Store
) -> None:
    before = content(old, OLD)

    with closing(Store.open(address)) as store:
        after = content(store)
        assert {name: after[name] for name in before} == before
        assert after["history"].rows == 60
        assert all(after[name].rows == 0 for name in after.keys() - before.keys())
        furnish(store)

    with closing(Store.open(address)) as store, store.read() as tx:
        assert len(tx.ratings.ballots("room")) == 3
        assert content(store, OLD) == before


def test_an_old_database_gets_the_tables_that_a_new_one_has(
    address: str, old: Store, request: pytest.FixtureRequest
) -> None:
    assert old
    other = f"sqlite:///{request.getfixturevalue('tmp_path') / 'new.db'}"
    if address.startswith("postgres"):
        other = request.getfixturevalue("second_postgres_url")

    with (
        closing(Store.open(address)) as migrated,
        closing(Store.open(other)) as new,
        migrated.read() as one,
        new.read() as two,
    ):
        assert described(one.connection) == described(two.connection)


@pytest.mark.slow
def test_processes_that_open_an_old_database_at_once_all_find_it_up_to_date(
    address: str, old: Store
) -> None:
    expected = sum(table.rows for table in content(old, OLD).values())

    assert each_in_a_process(rows, [address] * 4) == [expected] * 4


def test_an_old_database_that_lost_a_table_is_refused_as_it_is(address: str, old: Store) -> None:
    old.close()
    execute(address, "DROP TABLE history")

    with pytest.raises(DatabaseDamaged, match="no table history"):
        Store.open(address)

    assert "workshops" not in tables(address)


def test_an_old_database_in_whose_way_another_table_stands_is_left_as_it_was(
    address: str, old: Store
) -> None:
    before = content(old, OLD)
    execute(address, "CREATE TABLE ratings (id INTEGER)")

    with pytest.raises(Exception, match="ratings"):
        Store.open(address)

    assert "workshops" not in tables(address)
    assert content(old, OLD) == before
    execute(address, "DROP TABLE ratings")
    Store.open(address).close()
    assert "workshops" in tables(address)
