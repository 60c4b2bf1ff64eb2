"""Rows as lines of JSON, the same on every database, so that equal content has equal digests.

One line a row, keys in the order of the columns, rows in the order of their keys by code point.
"""

import json
import math
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    RowMapping,
    Select,
    Table,
    Text,
    select,
)

from dashboard.domain.text import clean
from dashboard.store.columns import Moment, Texts

ROWS_AT_ONCE = 1_000

T = TypeVar("T")


class LineRefused(ValueError):
    """A line is not a row of its table."""


def rows_in_order(connection: Connection, table: Table) -> Iterator[RowMapping]:
    """Every row of a table, read from the database a few at a time."""
    query = _in_order(table, connection.dialect.name)
    yield from connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query).mappings()


def line(row: Mapping[str, object] | RowMapping) -> bytes:
    plain = {str(name): _plain(value) for name, value in row.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def row_of(table: Table, given: bytes) -> dict[str, object]:
    """The row that a line holds; raises `LineRefused` if it is not one of this table."""
    try:
        plain = json.loads(given)
    except (ValueError, RecursionError) as error:
        raise LineRefused("is not JSON") from error
    if not isinstance(plain, dict) or list(plain) != [column.name for column in table.columns]:
        raise LineRefused("has other columns")
    row = {column.name: _native(column, plain[column.name]) for column in table.columns}
    if line(row) != given:
        raise LineRefused("is not written as a backup writes it")
    return row


def _in_order(table: Table, dialect: str) -> Select[tuple[object, ...]]:
    by_code_point = "C" if dialect == "postgresql" else "BINARY"
    return select(table).order_by(
        *(
            column.collate(by_code_point) if isinstance(column.type, Text) else column
            for column in table.primary_key.columns
        )
    )


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _native(column: Column[object], value: object) -> object:
    if value is None:
        if not column.nullable:
            raise LineRefused(f"has no {column.name}")
        return None
    try:
        return _typed(column, value)
    except (TypeError, ValueError) as error:
        raise LineRefused(f"has a wrong {column.name}") from error


def _typed(column: Column[object], value: object) -> object:
    match column.type:
        case Moment():
            return datetime.fromisoformat(_exactly(str, value)).astimezone(UTC)
        case Date():
            return date.fromisoformat(_exactly(str, value))
        case Texts():
            return tuple(clean(_exactly(str, text)) for text in _exactly(list, value))
        case Boolean():
            return _exactly(bool, value)
        case Double():
            return _finite(_exactly(float, value))
        case Text():
            return clean(_exactly(str, value))
        case kind:
            return _whole(_exactly(int, value), bits=64 if isinstance(kind, BigInteger) else 32)


def _exactly(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("is not a finite number")
    return value


def _whole(value: int, *, bits: int) -> int:
    if not -(2 ** (bits - 1)) <= value < 2 ** (bits - 1):
        raise ValueError(f"does not fit into {bits} bits")
    return value
