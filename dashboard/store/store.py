"""The store: one database, opened once, used through transactions. All SQL is behind this door.

One `with store.begin() as tx:` a use case; what was done is committed when the block is left,
and nothing of it when an exception leaves it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, text

from dashboard.store.answers import Answers
from dashboard.store.assessments import Assessments
from dashboard.store.brands import Brands
from dashboard.store.consents import Consents
from dashboard.store.engine import Database, connect, parse
from dashboard.store.history import History
from dashboard.store.looks import Looks
from dashboard.store.migrate import bring_up_to_date
from dashboard.store.plans import Plans
from dashboard.store.ratings import Agreements, Ratings
from dashboard.store.refusals import own_refusals, shown
from dashboard.store.releases import Releases
from dashboard.store.soundness import check_file
from dashboard.store.targets import Targets
from dashboard.store.users import Users
from dashboard.store.workshops import Workshops
from dashboard.store.workspaces import Workspaces


@dataclass(frozen=True)
class Transaction:
    """One unit of work, by family of tables."""

    connection: Connection

    @property
    def workspaces(self) -> Workspaces:
        return Workspaces(self.connection)

    @property
    def users(self) -> Users:
        return Users(self.connection)

    @property
    def brands(self) -> Brands:
        return Brands(self.connection)

    @property
    def assessments(self) -> Assessments:
        return Assessments(self.connection)

    @property
    def answers(self) -> Answers:
        return Answers(self.connection)

    @property
    def history(self) -> History:
        return History(self.connection)

    @property
    def workshops(self) -> Workshops:
        return Workshops(self.connection)

    @property
    def ratings(self) -> Ratings:
        return Ratings(self.connection)

    @property
    def plans(self) -> Plans:
        return Plans(self.connection)

    @property
    def agreements(self) -> Agreements:
        return Agreements(self.connection)

    @property
    def looks(self) -> Looks:
        return Looks(self.connection)

    @property
    def targets(self) -> Targets:
        return Targets(self.connection)

    @property
    def consents(self) -> Consents:
        return Consents(self.connection)

    @property
    def releases(self) -> Releases:
        return Releases(self.connection)


@dataclass(frozen=True)
class Store:
    """One database of the product."""

    database: Database

    @classmethod
    def open(cls, address: str) -> Self:
        """Open a database and bring it up to date, or refuse it untouched."""
        database = connect(parse(address))
        try:
            with own_refusals(database.url):
                if database.file:
                    check_file(database.file, database.url)
                bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def url(self) -> str:
        """The address, without its password."""
        return shown(self.database.url)

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """Read and write. Committed, and on disk, once the block was left without exception."""
        with (
            own_refusals(self.database.url),
            self.database.turns.taken(),
            self.database.writing.begin() as connection,
        ):
            yield Transaction(connection)

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Read alone, all of it as the database was at the first question."""
        with own_refusals(self.database.url), self.database.reading.connect() as connection:
            yield Transaction(connection)

    def ping(self) -> None:
        """Raise unless the database answers."""
        with self.read() as tx:
            tx.connection.execute(text("SELECT count(*) FROM workspaces"))

    def close(self) -> None:
        self.database.close()
