"""Turns what a database library raises into the store's own refusals.

The one place that knows error codes. What is not named here is a fault of the product and
passes as it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from dashboard.store.errors import (
    AlreadyTaken,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseUnreachable,
    DatabaseUnwritable,
    Gone,
    StoreError,
    Unreadable,
)

_SQLITE = {
    "SQLITE_BUSY": DatabaseBusy,
    "SQLITE_LOCKED": DatabaseBusy,
    "SQLITE_CORRUPT": DatabaseDamaged,
    "SQLITE_NOTADB": DatabaseDamaged,
    "SQLITE_CANTOPEN": DatabaseUnreachable,
    "SQLITE_AUTH": DatabaseUnreachable,
    "SQLITE_PERM": DatabaseUnreachable,
    "SQLITE_FULL": DatabaseUnwritable,
    "SQLITE_READONLY": DatabaseUnwritable,
    "SQLITE_IOERR": DatabaseUnwritable,
    "SQLITE_CONSTRAINT_UNIQUE": AlreadyTaken,
    "SQLITE_CONSTRAINT_PRIMARYKEY": AlreadyTaken,
    "SQLITE_CONSTRAINT_FOREIGNKEY": Gone,
}
"""By name; a longer name belongs to the code that it begins with."""

_POSTGRESQL = {
    "08": DatabaseUnreachable,
    "23503": Gone,
    "23505": AlreadyTaken,
    "25006": DatabaseUnwritable,
    "28": DatabaseUnreachable,
    "3D000": DatabaseUnreachable,
    "40": DatabaseBusy,
    "42501": DatabaseUnwritable,
    "53100": DatabaseUnwritable,
    "53300": DatabaseBusy,
    "55P03": DatabaseBusy,
    "57014": DatabaseBusy,
    "57P": DatabaseUnreachable,
    "XX": DatabaseDamaged,
}
"""By SQLSTATE, or by the class of states that begin so. The driver has none for a server that
it did not reach."""

_ADVICE = {
    AlreadyTaken: "a row with this id or name is there already; read again and choose another",
    DatabaseBusy: "{database} is held by another program or person; try again in a moment",
    DatabaseDamaged: "{database} is damaged and was left as it is ({detail}); "
    "move it away and restore the latest backup into a new database",
    DatabaseUnreachable: "{database} cannot be opened ({detail}); check the address, "
    "that the folder or server is there, and that this account may use it",
    DatabaseUnwritable: "{database} takes no change ({detail}); check free space and "
    "that this account may write there",
    Gone: "what this belongs to is no longer there; read again",
}


def shown(url: URL) -> str:
    """The address without its password, wherever that stands."""
    secret = {key: "***" for key in url.query if "password" in key}
    plain = url.set(drivername=url.drivername.partition("+")[0])
    return plain.update_query_dict(secret).render_as_string(hide_password=True)


def refusal(kind: type[StoreError], url: URL, detail: str = "") -> StoreError:
    for secret in (url.password, url.query.get("password")):
        if isinstance(secret, str) and secret:
            detail = detail.replace(secret, "***")
    return kind(_ADVICE[kind].format(database=shown(url), detail=" ".join(detail.split())))


def _kind(cause: BaseException | None) -> type[StoreError] | None:
    if isinstance(cause, sqlite3.Error):
        misused = isinstance(cause, sqlite3.InterfaceError | sqlite3.ProgrammingError)
        name = getattr(cause, "sqlite_errorname", "" if misused else "SQLITE_CORRUPT")
        return next((kind for code, kind in _SQLITE.items() if name.startswith(code)), None)
    state: str | None = getattr(cause, "sqlstate", "")
    if state is None:
        return DatabaseUnreachable
    if state:
        return next((kind for code, kind in _POSTGRESQL.items() if state.startswith(code)), None)
    return None


@contextmanager
def own_refusals(url: URL) -> Iterator[None]:
    """Let no exception of a database library out that the store has a name for."""
    try:
        yield
    except Unreadable as error:
        raise refusal(DatabaseDamaged, url, str(error)) from error
    except PoolTimeout as error:
        raise refusal(DatabaseBusy, url, str(error)) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        kind = _kind(cause)
        if kind is None:
            raise
        raise refusal(kind, url, str(cause)) from error
    except StatementError as error:
        if isinstance(error.orig, ValueError):
            raise error.orig from error
        raise
