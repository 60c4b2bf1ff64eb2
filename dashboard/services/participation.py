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
from dashboard.store.store import Store, Transaction

TOKEN_BYTES = 24


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
    _refuse_unless_open(found.workshop, now)
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
    workshop = invited.workshop
    wanted = role if role in workshop.setup.roles else None
    with store.begin() as tx:
        present = tx.ratings.participant(workshop.id, token_hash(token))
        if present:
            return present
        current = _held(tx, workshop, now)
        if tx.ratings.joined(workshop.id) >= current.places:
            raise DoorClosed(Closed.FULL)
        joining = Participant(id=random_id(), role=wanted)
        tx.ratings.join(current, joining, token_hash(token))
    return joining


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

    Raises `AnswerRefused` for what an item does not allow, and `DoorClosed` once it is locked.
    """
    items = {item.id: item for item in invited.workshop.items_of(invited.questionnaire)}
    for item_id, answer in given.items():
        if answer is not None:
            check(answer, items[item_id], invited.questionnaire)
    with store.begin() as tx:
        workshop = _held(tx, invited.workshop, now)
        participant = _present(tx, workshop, token)
        tx.ratings.give(workshop, participant.id, given)


def finish(store: Store, invited: Invitation, token: str, *, now: datetime) -> None:
    """Say that one is done; changes remain possible until the workshop is locked."""
    with store.begin() as tx:
        workshop = _held(tx, invited.workshop, now)
        tx.ratings.finish(_present(tx, workshop, token).id)


def _held(tx: Transaction, workshop: Workshop, now: datetime) -> Workshop:
    """The workshop as it stands, which nobody locks before this transaction ends."""
    current = tx.workshops.get(workshop.id, share=True)
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


def _present(tx: Transaction, workshop: Workshop, token: str) -> Participant:
    participant = tx.ratings.participant(workshop.id, token_hash(token))
    if participant is None:
        raise NotJoined
    return participant
