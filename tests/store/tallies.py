"""What a store holds, as digests that can be compared."""

from collections.abc import Iterable

from sqlalchemy import Table

from dashboard.store.archive_file import TableSummary, Tally
from dashboard.store.portable import line, rows_in_order
from dashboard.store.schema import TABLES
from dashboard.store.store import Store


def content(store: Store, tables: Iterable[Table] = TABLES) -> dict[str, TableSummary]:
    found = {}
    with store.read() as tx:
        for table in tables:
            tally = Tally()
            for row in rows_in_order(tx.connection, table):
                tally.add(line(row))
            found[table.name] = tally.summary()
    return found
