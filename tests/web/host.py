"""Whoever opens the workshops of the door's tests, beside a real server on one database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import text

from dashboard.catalog import DATA, QUESTIONNAIRES, Catalog
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.workshop import Setup, Stage, Workshop
from dashboard.services import brands, participation, workshops
from dashboard.services.acting import Acting, utc_now
from dashboard.services.assessments import begin
from dashboard.services.participation import Sheet, token_hash
from dashboard.services.people import OWN_WORKSPACE_ID, local_user
from dashboard.store.store import Store
from tests.running_server import RunningServer
from tests.services.rooms import led_to
from tests.web.browser import Browser

QUESTIONNAIRE = "data-trust@1.0.0"
SETUP = Setup(dimensions=("ST3", "ST4"), langs=("en", "zh"))
LONG_AGO = timedelta(days=40)

_numbers = count(1)
_RATINGS_OF = text(
    "SELECT count(*) FROM ratings JOIN participants p ON p.id = participant_id"
    " WHERE token_hash = :token"
)


@dataclass(frozen=True)
class Host:
    """The facilitator, at the same database as the server."""

    server: RunningServer
    store: Store
    catalog: Catalog = field(default_factory=lambda: Catalog.load((QUESTIONNAIRES,), DATA))

    @classmethod
    def of(cls, server: RunningServer) -> "Host":
        return cls(server, Store.open(database_of(server.data_dir)))

    def acting(self, now: Callable[[], datetime] = utc_now) -> Acting:
        return Acting(self.store, self.catalog, local_user(self.store, utc_now()), now)

    def workshop(
        self, setup: Setup = SETUP, *, stage: Stage = Stage.COLLECTING, ago: timedelta | None = None
    ) -> Workshop:
        """A workshop on a new brand's assessment, opened `ago`."""
        acting = self.acting(lambda: utc_now() - (ago or timedelta()))
        profile = BrandProfile(name=f"Brand {next(_numbers)}")
        brand = brands.create(acting, OWN_WORKSPACE_ID, profile)
        assessment = begin(acting, brand.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)
        made = workshops.begin(acting, assessment.id, setup)
        return made if stage is Stage.DRAFT else led_to(acting, made, stage)

    def leads(self, workshop: Workshop, to: Stage) -> Workshop:
        return led_to(self.acting(), workshop, to)

    def reopens(self, workshop: Workshop) -> Workshop:
        acting = self.acting()
        locked = workshops.open_room(acting, workshop.id).workshop
        return workshops.move(acting, locked, Stage.COLLECTING)

    def phone(self, **headers: str) -> Browser:
        return Browser(self.server.port, headers={"Accept-Language": "en"} | headers)

    def sheet(self, workshop: Workshop, phone: Browser) -> Sheet:
        """What the store has of a phone."""
        invited = participation.find(self.store, self.catalog, workshop.code)
        return participation.sheet(self.store, invited, phone.token)

    def has_ratings(self, phone: Browser) -> bool:
        """Whether anything of this phone is stored but its place."""
        with self.store.read() as tx:
            found = tx.connection.execute(_RATINGS_OF, {"token": token_hash(phone.token)})
            return bool(found.scalar_one())

    def joined(self, workshop: Workshop) -> int:
        with self.store.read() as tx:
            return tx.ratings.joined(workshop.id)

    def everything_stored(self) -> str:
        """Every value of every table, as text."""
        with self.store.read() as tx:
            names = tx.connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'table'")
            ).scalars()
            rows = [tx.connection.execute(text(f'SELECT * FROM "{name}"')).all() for name in names]
        return repr(rows)


def database_of(data_dir: Path) -> str:
    return f"sqlite:///{data_dir / 'candour.db'}"
