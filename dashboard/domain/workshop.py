"""A workshop: everyone rates alone, the room sees where it differs, and agrees on a level.

Participants are a token and at most a role, never a name. While ratings are collected nobody sees
any of them; once they are revealed, none is given any more.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, StringConstraints

from dashboard.domain.answer import Answer, Prose, Reason
from dashboard.domain.questionnaire import Dimension, Item, Questionnaire
from dashboard.domain.text import Frozen, Lang, StatedText

CODE_ALPHABET = "34789ACDEFGHJKMNPQRTWXY"
"""Without look-alikes: no 0 O, 1 I L, 2 Z, 5 S and U V, no 6 beside G and no B beside 8."""
CODE_LENGTH = 8

MAX_ROLES = 20
MAX_ROLE = 60
MAX_EXPECTED = 5_000
FEWEST_PLACES = 50
DAYS_TO_JOIN = 30
"""How long after it was opened a workshop lets people in and takes ratings."""

Role = Annotated[StatedText, StringConstraints(max_length=MAX_ROLE)]


class Stage(StrEnum):
    DRAFT = "draft"
    COLLECTING = "collecting"
    LOCKED = "locked"
    REVEALED = "revealed"
    CLOSED = "closed"


STEPS: Mapping[Stage, tuple[Stage, ...]] = MappingProxyType(
    {
        Stage.DRAFT: (Stage.COLLECTING,),
        Stage.COLLECTING: (Stage.LOCKED,),
        Stage.LOCKED: (Stage.REVEALED, Stage.COLLECTING),
        Stage.REVEALED: (Stage.CLOSED,),
        Stage.CLOSED: (Stage.REVEALED,),
    }
)
"""Where each stage leads: first onwards, then back. What was shown cannot be taken back."""


class Setup(Frozen):
    """What the facilitator decides before anybody is let in."""

    dimensions: Annotated[tuple[str, ...], Field(min_length=1)]
    langs: Annotated[tuple[Lang, ...], Field(min_length=1)]
    roles: Annotated[tuple[Role, ...], Field(max_length=MAX_ROLES)] = ()
    """What participants may be; without any they are anonymous altogether."""
    expected: Annotated[int, Field(ge=1, le=MAX_EXPECTED)] = 10
    note: Prose | None = None
    """What the invitation says besides."""


class Workshop(Frozen):
    id: str
    workspace_id: str
    assessment_id: str
    code: str
    stage: Stage
    setup: Setup
    created_at: datetime
    expires_at: datetime
    version: int = 1
    """Grows by one with every change; a change names the version that it read."""

    @property
    def places(self) -> int:
        """How many may join: twice as many as are expected, in case more come than were told."""
        return max(FEWEST_PLACES, 2 * self.setup.expected)

    def takes_ratings(self, now: datetime) -> bool:
        return self.stage is Stage.COLLECTING and now < self.expires_at

    def dimensions_of(self, questionnaire: Questionnaire) -> tuple[Dimension, ...]:
        """The dimensions that are rated, in the order of the questionnaire."""
        chosen = set(self.setup.dimensions)
        return tuple(one for one in questionnaire.dimensions if one.id in chosen)

    def items_of(self, questionnaire: Questionnaire) -> tuple[Item, ...]:
        return tuple(
            item for dimension in self.dimensions_of(questionnaire) for item in dimension.items
        )


class Participant(Frozen):
    """Somebody in the room. Nothing else is known of them."""

    id: str
    role: str | None
    finished: bool = False


class Ballot(Frozen):
    """What one participant gave, by item."""

    role: str | None
    answers: Mapping[str, Answer]


class Agreed(Frozen):
    """What the room agreed on for one item, and why."""

    item_id: str
    answer: Answer
    """A level, "I don't know" or "does not apply"; evidence and notes are not its concern."""
    reason: Reason | None = None
    agreed_at: datetime
    agreed_by: str


class Progress(Frozen):
    """How far the room is: counts of people, and nothing of what they gave."""

    joined: int
    finished: int
    by_dimension: Mapping[str, int]
    """Dimension id to how many have given something on each of its items."""


class StageMoved(Exception):
    """Somebody else changed the workshop since it was read; `current` is how it stands."""

    def __init__(self, current: Workshop) -> None:
        super().__init__(f"workshop {current.code} is {current.stage} meanwhile")
        self.current = current


class NoSuchStep(ValueError):
    """This stage does not lead to that one."""


class NotAtThisStage(Exception):
    """The workshop is at a stage at which this cannot be done."""


def readable_code(value: str) -> str | None:
    """A code as it is stored, however it was typed; None for what can be no code.

    >>> readable_code(" acde-fghj ")
    'ACDEFGHJ'
    >>> readable_code("ACDE-FGH0") is None
    True
    """
    plain = value.upper().replace("-", "").replace(" ", "")
    fits = len(plain) == CODE_LENGTH and all(sign in CODE_ALPHABET for sign in plain)
    return plain if fits else None


def spoken_code(code: str) -> str:
    """A code in groups of four, to read aloud and to type.

    >>> spoken_code("ACDEFGHJ")
    'ACDE-FGHJ'
    """
    return f"{code[:4]}-{code[4:]}"
