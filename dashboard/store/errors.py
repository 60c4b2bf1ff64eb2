"""What the store refuses, each with a message that says what to do next.

Other layers know these alone: no exception of a database library leaves the store.
"""

from pathlib import Path


class StoreError(Exception):
    """The store could not do what was asked; nothing was changed."""


class AddressRefused(StoreError):
    """The address is not one of a database that the product can use."""


class DatabaseUnreachable(StoreError):
    """The file cannot be opened, or the server does not answer or does not let us in."""


class DatabaseUnwritable(StoreError):
    """The database can be read, but takes no change: full, read-only, or not permitted."""


class DatabaseBusy(StoreError):
    """Somebody else held the database for too long; the same call may succeed later."""


class DatabaseDamaged(StoreError):
    """What is there cannot be read as a database, or not as a whole."""


class Unreadable(StoreError):
    """A row, or a value in it, is not as the product writes it."""


class DatabaseForeign(StoreError):
    """The database belongs to another program."""


class DatabaseNewer(StoreError):
    """A newer version of the product has written this database."""


class AlreadyTaken(StoreError):
    """Somebody else has just saved a row with the same id or name."""


class Gone(StoreError):
    """What was to be changed or referred to is no longer there."""


class BackupRefused(StoreError):
    """No backup was written; a file of that name is as it was."""


class ArchiveRefused(StoreError):
    """The archive was not restored; the database is as it was."""


class ArchiveUnsound(ArchiveRefused):
    """It is no archive, or not a whole one."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: {reason}. The database is as it was; use another copy of the backup"
        )
        self.reason = reason
