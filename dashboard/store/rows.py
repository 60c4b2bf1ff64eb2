"""Makes models of rows; one that the product cannot have written is told with its key."""

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import ValidationError
from sqlalchemy import RowMapping, Table

from dashboard.domain.problem import dotted, printable
from dashboard.store.errors import Unreadable

P = ParamSpec("P")
R = TypeVar("R")

Reader = Callable[Concatenate[RowMapping, P], R]


def reads(table: Table) -> Callable[[Reader[P, R]], Reader[P, R]]:
    """Mark what makes a model of a row of a table; `Unreadable` if the row makes none."""

    def marked(reader: Reader[P, R]) -> Reader[P, R]:
        @functools.wraps(reader)
        def read(row: RowMapping, /, *args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return reader(row, *args, **kwargs)
            except (ValueError, TypeError, AttributeError, RecursionError) as error:
                raise Unreadable(f"{_name(row, table)} is not valid: {_reason(error)}") from error

        return read

    return marked


def _name(row: RowMapping, table: Table) -> str:
    key = [str(row[column.name]) for column in table.primary_key if column.name in row]
    return printable(f"a row of {table.name} ({', '.join(key)})" if key else table.name)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        problem = error.errors(include_url=False, include_input=False)[0]
        field = dotted(problem["loc"])
        return printable(f"{field}: {problem['msg']}" if field else problem["msg"])
    return printable(str(error))
