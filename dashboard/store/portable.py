"""Rows as lines of JSON, the same on every database, so that equal content has equal digests.

One line a row, keys in the order of the columns, rows in the order of their keys by code point.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Double,
    Integer,
    RowMapping,
    Select,
    Table,
    Text,
    select,
)
from sqlalchemy.types import TypeEngine

from dashboard.domain.text import clean
from dashboard.store.columns import Day, Moment, Texts

ROWS_AT_ONCE = 1_000

T = TypeVar("T")


class LineRefused(ValueError):
    """A line is not a row of its table."""


def rows_in_order(connection: Connection, table: Table) -> Iterator[RowMapping]:
    """Every row of a table, read from the database a few at a time."""
    query = _in_order(table, connection.dialect.name)
    with connection.execute(query, execution_options={"yield_per": ROWS_AT_ONCE}) as rows:
        yield from rows.mappings()


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
        convert = next(convert for kind, convert in _KINDS if isinstance(column.type, kind))
        return convert(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise LineRefused(f"has a wrong {column.name}") from error


def _exactly(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return value


def _text(value: object) -> str:
    return clean(_exactly(str, value))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, _exactly(list, value)))


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(_text(value)).astimezone(UTC)


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _truth(value: object) -> bool:
    return _exactly(bool, value)


def _number(value: object) -> float:
    if not math.isfinite(number := _exactly(float, value)):
        raise ValueError("is not a finite number")
    return number


def _whole(value: object, *, bits: int) -> int:
    if not -(2 ** (bits - 1)) <= (whole := _exactly(int, value)) < 2 ** (bits - 1):
        raise ValueError(f"does not fit into {bits} bits")
    return whole


_KINDS: tuple[tuple[type[TypeEngine[Any]], Callable[[object], object]], ...] = (
    (Moment, _moment),
    (Texts, _texts),
    (Text, _text),
    (Day, _day),
    (Boolean, _truth),
    (Double, _number),
    (BigInteger, partial(_whole, bits=64)),
    (Integer, partial(_whole, bits=32)),
)
"""How a value of each type of column is read; the first that fits counts."""
