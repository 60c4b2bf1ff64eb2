"""What a participant does: join by a code, give ratings page by page, say when they are done.

They act by a random token that only their own device knows; what is stored is its hash. Nothing
here tells one participant anything of another.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dashboard.catalog import Catalog
from dashboard.domain.answer import Answer, check
from dashboard.domain.questionnaire import Dimension, Questionnaire
from dashboard.domain.workshop import Participant, Stage, Workshop, readable_code
from dashboard.services.acting import random_id
from dashboard.services.answers import NoSuchItem
from dashboard.store.engine import POSTGRESQL_MOST
from dashboard.store.store import Store, Transaction

TOKEN_BYTES = 24

LAST_PLACES = POSTGRESQL_MOST
"""As many as may be about to join unseen. With more free, nobody waits for anybody."""


class Closed(StrEnum):
    """Why a door stays shut."""

    WRONG_CODE = "wrong_code"
    NOT_YET = "not_yet"
    LOCKED = "locked"
    OVER = "over"
    EXPIRED = "expired"
    FULL = "full"


class DoorClosed(Exception):
    def __init__(self, why: Closed) -> None:
        super().__init__(why)
        self.why = why


class NotJoined(Exception):
    """This device has no place in the workshop."""


@dataclass(frozen=True)
class Invitation:
    """A workshop as those see it who are let in."""

    workshop: Workshop
    questionnaire: Questionnaire

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        return self.workshop.dimensions_of(self.questionnaire)

    def check_open(self, now: datetime) -> None:
        """Raise `DoorClosed` with the reason unless ratings are taken now."""
        _refuse_unless_open(self.workshop, now)

    def dimension(self, dimension_id: str) -> Dimension | None:
        return next((one for one in self.dimensions if one.id == dimension_id), None)


@dataclass(frozen=True)
class Sheet:
    """One participant's ratings so far."""

    participant: Participant
    answers: Mapping[str, Answer]

    def done(self, dimension: Dimension) -> bool:
        return all(item.id in self.answers for item in dimension.items)


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is kept of a token: enough to know it again, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation(store: Store, catalog: Catalog, code: str, now: datetime) -> Invitation:
    """The workshop of a code, if it takes ratings now; else `DoorClosed` with the reason."""
    found = find(store, catalog, code)
    found.check_open(now)
    return found


def find(store: Store, catalog: Catalog, code: str) -> Invitation:
    """The workshop of a code at whatever stage; `DoorClosed` if there is none."""
    plain = readable_code(code)
    with store.read() as tx:
        workshop = tx.workshops.by_code(plain) if plain else None
        assessment = tx.assessments.get(workshop.assessment_id) if workshop else None
        brand = tx.brands.get(assessment.brand_id) if assessment else None
    gone = assessment is None or assessment.deleted_at or brand is None or brand.deleted_at
    if workshop is None or assessment is None or gone:
        raise DoorClosed(Closed.WRONG_CODE)
    if assessment.questionnaire not in catalog.questionnaires:
        raise DoorClosed(Closed.OVER)
    return Invitation(workshop, catalog.find(assessment.questionnaire))


def join(
    store: Store, invited: Invitation, token: str, *, role: str | None, now: datetime
) -> Participant:
    """Take a place. Who has one already keeps it, however often they ask."""
    for alone in (False, True):
        with store.begin() as tx:
            seat = _known(tx, invited.workshop, token)
            seat = seat or _seated(tx, invited.workshop, token, role, now, alone=alone)
        if seat:
            return seat
    raise DoorClosed(Closed.FULL)


def _seated(
    tx: Transaction, workshop: Workshop, token: str, role: str | None, now: datetime, *, alone: bool
) -> Participant | None:
    """A place, if there is one; of the last ones only to who is `alone` in asking for it."""
    current = _held(tx, workshop, now, alone=alone)
    free = current.places - tx.ratings.joined(current.id)
    if free <= (0 if alone else LAST_PLACES):
        return _known(tx, current, token)
    joining = Participant(id=random_id(), role=role if role in current.setup.roles else None)
    added = tx.ratings.join(current, joining, token_hash(token))
    return joining if added else _present(tx, current, token)


def sheet(store: Store, invited: Invitation, token: str) -> Sheet:
    """What this device gave so far; `NotJoined` if it has no place."""
    with store.read() as tx:
        participant = _present(tx, invited.workshop, token)
        return Sheet(participant, tx.ratings.of_participant(participant.id))


def hand_in(
    store: Store,
    invited: Invitation,
    token: str,
    given: Mapping[str, Answer | None],
    *,
    now: datetime,
) -> None:
    """Store ratings, all or none; None takes one back. Given twice they count once.

    Raises `NoSuchItem` for an item that is not rated here, `AnswerRefused` for what an item does
    not allow, and `DoorClosed` once the workshop is locked.
    """
    _check(invited, given)
    with store.begin() as tx:
        workshop = _held(tx, invited.workshop, now)
        participant = _present(tx, workshop, token, lock=True)
        tx.ratings.give(workshop, participant.id, given)


def _check(invited: Invitation, given: Mapping[str, Answer | None]) -> None:
    items = {item.id: item for item in invited.workshop.items_of(invited.questionnaire)}
    for item_id, answer in given.items():
        if item_id not in items:
            raise NoSuchItem(f"this workshop has no item {item_id}")
        if answer is not None:
            check(answer, items[item_id], invited.questionnaire)


def finish(store: Store, invited: Invitation, token: str, *, now: datetime) -> None:
    """Say that one is done; changes remain possible until the workshop is locked."""
    with store.begin() as tx:
        workshop = _held(tx, invited.workshop, now)
        tx.ratings.finish(_present(tx, workshop, token).id)


def _held(tx: Transaction, workshop: Workshop, now: datetime, *, alone: bool = False) -> Workshop:
    """The workshop as it stands, which nobody locks before this transaction ends."""
    current = tx.workshops.get(workshop.id, share=not alone, lock=alone)
    if current is None:
        raise DoorClosed(Closed.WRONG_CODE)
    _refuse_unless_open(current, now)
    return current


def _refuse_unless_open(workshop: Workshop, now: datetime) -> None:
    match workshop.stage:
        case Stage.DRAFT:
            raise DoorClosed(Closed.NOT_YET)
        case Stage.LOCKED:
            raise DoorClosed(Closed.LOCKED)
        case Stage.REVEALED | Stage.CLOSED:
            raise DoorClosed(Closed.OVER)
        case Stage.COLLECTING if now >= workshop.expires_at:
            raise DoorClosed(Closed.EXPIRED)


def _known(
    tx: Transaction, workshop: Workshop, token: str, *, lock: bool = False
) -> Participant | None:
    return tx.ratings.participant(workshop.id, token_hash(token), lock=lock)


def _present(tx: Transaction, workshop: Workshop, token: str, *, lock: bool = False) -> Participant:
    participant = _known(tx, workshop, token, lock=lock)
    if participant is None:
        raise NotJoined
    return participant
