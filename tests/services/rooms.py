"""Workshops and the people in them, for the tests of their use cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Participant, Setup, Stage, Workshop
from dashboard.i18n import words
from dashboard.services import participation, workshops
from dashboard.services.acting import Acting
from dashboard.services.participation import Invitation, Sheet

ST4 = ("ST4.1", "ST4.2", "ST4.3")
SETUP = Setup(dimensions=("ST4",), langs=("en", "zh"), roles=("Legal", "Marketing"))

T = TypeVar("T")

Given = Mapping[str, Answer | None]


@dataclass(frozen=True)
class Phone:
    """One participant's device: its token, and the code that was scanned."""

    me: Acting
    code: str
    token: str = field(default_factory=participation.new_token)

    @property
    def invited(self) -> Invitation:
        return participation.find(self.me.store, self.me.catalog, self.code)

    def join(self, role: str | None = None) -> Participant:
        return participation.join(
            self.me.store, self.invited, self.token, role=role, now=self.me.now()
        )

    def give(self, given: Given) -> None:
        participation.hand_in(self.me.store, self.invited, self.token, given, now=self.me.now())

    def finish(self) -> None:
        participation.finish(self.me.store, self.invited, self.token, now=self.me.now())

    @property
    def sheet(self) -> Sheet:
        return participation.sheet(self.me.store, self.invited, self.token)


def opened(me: Acting, assessment_id: str, setup: Setup = SETUP) -> Workshop:
    return workshops.move(me, workshops.begin(me, assessment_id, setup), Stage.COLLECTING)


def seated(me: Acting, workshop: Workshop, role: str | None = None) -> Phone:
    phone = Phone(me, workshop.code)
    phone.join(role)
    return phone


def rated(me: Acting, workshop: Workshop, *rows: str) -> list[Phone]:
    """People who each give the levels of a row, `-` none, `?` "I don't know", in ST4."""
    phones = [seated(me, workshop) for _ in rows]
    for phone, row in zip(phones, rows, strict=True):
        signs = zip(ST4, row, strict=True)
        phone.give(
            {
                item_id: Answer.dont_know() if sign == "?" else Answer.at(int(sign))
                for item_id, sign in signs
                if sign != "-"
            }
        )
    return phones


def current(me: Acting, workshop: Workshop) -> Workshop:
    return workshops.open_room(me, workshop.id).workshop


ROAD = (Stage.COLLECTING, Stage.LOCKED, Stage.REVEALED, Stage.CLOSED)


def led_to(me: Acting, workshop: Workshop, to: Stage) -> Workshop:
    """The workshop as it stands, moved on along the road until it is there."""
    found = current(me, workshop)
    while found.stage is not to:
        onwards = ROAD[0] if found.stage is Stage.DRAFT else ROAD[ROAD.index(found.stage) + 1]
        found = moved(me, found, onwards)
    return found


def led_with_somebody_in_it(me: Acting, workshop: Workshop, to: Stage) -> Workshop:
    """The same, with one person who joined while that was possible."""
    if to is Stage.DRAFT:
        return workshop
    collecting = led_to(me, workshop, Stage.COLLECTING)
    seated(me, collecting)
    return led_to(me, collecting, to)


def moved(me: Acting, workshop: Workshop, to: Stage) -> Workshop:
    if to is Stage.CLOSED:
        return workshops.close(me, workshop, words("en"))
    return workshops.move(me, workshop, to)


def of_kind(outcomes: Iterable[object], kind: type[T]) -> list[T]:
    return [one for one in outcomes if isinstance(one, kind)]
