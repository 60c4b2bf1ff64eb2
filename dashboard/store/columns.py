"""Column types that hold the same values on both databases. Missing stays apart from empty."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, ClassVar, TypeVar

from sqlalchemy import Date, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from dashboard.domain.problem import printable
from dashboard.store.errors import Unreadable

T = TypeVar("T")


class _Checked(TypeDecorator[T]):
    """What is read is of the type, or `Unreadable`: an SQLite file may hold anything anywhere."""

    __abstract__ = True
    meant: ClassVar[str]

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], T | None] | None:
        read = super().result_processor(dialect, coltype)
        if read is None:
            return None

        def checked(value: object) -> T | None:
            try:
                return read(value)
            except (ValueError, TypeError, AttributeError, RecursionError) as error:
                raise Unreadable(f"{printable(repr(value))} is no {self.meant}") from error

        return checked


class Day(_Checked[date]):
    impl = Date
    cache_ok = True
    meant = "day"


class Moment(_Checked[datetime]):
    """A point in time: given with any time zone, kept and read in UTC, refused without one."""

    impl = DateTime(timezone=True)
    cache_ok = True
    meant = "moment"

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Texts(_Checked[tuple[str, ...]]):
    """A list of texts, kept as JSON."""

    impl = Text
    cache_ok = True
    meant = "list of texts"

    def process_bind_param(
        self,
        value: tuple[str, ...] | None,
        dialect: Dialect,  # noqa: ARG002  (the library passes it)
    ) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002  (the library passes it)
    ) -> tuple[str, ...] | None:
        if value is None:
            return None
        texts = json.loads(value)
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"{value} is no list of texts")
        return tuple(texts)
