"""One answer to one item: a level, "I don't know", or "does not apply" with its reason.

An item without an answer has no `Answer`: unanswered is the absence of a value, never a value.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from dashboard.domain.message import Message, worded
from dashboard.domain.questionnaire import Item, Questionnaire, Whole
from dashboard.domain.text import CleanText, Frozen, StatedText

MAX_PROSE = 5_000
MAX_LINKS = 20
MAX_LINK = 2_000


def web_address(value: str) -> str:
    try:
        address = urlsplit(value)
        usable = address.scheme in {"http", "https"} and bool(address.hostname)
    except ValueError:
        usable = False
    if not usable or any(character.isspace() for character in value):
        raise ValueError(worded("is not an http or https address"))
    return value


Prose = Annotated[CleanText, StringConstraints(max_length=MAX_PROSE)]
Reason = Annotated[StatedText, StringConstraints(max_length=MAX_PROSE)]
Link = Annotated[CleanText, StringConstraints(max_length=MAX_LINK), AfterValidator(web_address)]
Links = Annotated[tuple[Link, ...], Field(max_length=MAX_LINKS)]


class State(StrEnum):
    LEVEL = "level"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"


class Answer(Frozen):
    state: State
    level: Annotated[Whole, Field(ge=1)] | None = None
    evidence: Annotated[Whole, Field(ge=0)] | None = None
    reason: Reason | None = None
    note: Prose | None = None
    links: Links | None = None

    @model_validator(mode="after")
    def _holds_what_its_state_needs(self) -> Self:
        if (self.level is not None) != (self.state is State.LEVEL):
            raise ValueError(worded("a level answer has a level, and no other has one"))
        if self.evidence is not None and self.state is not State.LEVEL:
            raise ValueError(worded("only a level answer has an evidence grade"))
        if (self.reason is not None) != (self.state is State.NOT_APPLICABLE):
            raise ValueError(worded('"does not apply" has a reason, and no other answer has one'))
        return self

    @classmethod
    def at(cls, level: int, *, evidence: int | None = None) -> Self:
        return cls(state=State.LEVEL, level=level, evidence=evidence)

    @classmethod
    def dont_know(cls) -> Self:
        return cls(state=State.DONT_KNOW)

    @classmethod
    def not_applicable(cls, reason: str) -> Self:
        return cls(state=State.NOT_APPLICABLE, reason=reason)


def misfits(
    answer: Answer, item: Item, questionnaire: Questionnaire
) -> Iterator[tuple[str, Message]]:
    """Name the fields of an answer that its item does not allow, each with the reason."""
    if answer.level is not None and answer.level not in item.levels:
        yield (
            "level",
            worded(
                "{item}: level {level} is outside 1..{highest}",
                item=item.id,
                level=answer.level,
                highest=len(item.options),
            ),
        )
    grades = len(questionnaire.evidence_grades)
    if answer.evidence is not None and answer.evidence >= grades:
        yield (
            "evidence",
            worded(
                "{item}: evidence {grade} is outside 0..{highest}",
                item=item.id,
                grade=answer.evidence,
                highest=grades - 1,
            ),
        )
    if answer.state is State.NOT_APPLICABLE and item.not_applicable is None:
        yield (
            "state",
            worded(
                '{item}: "{state}" is not allowed for this item', item=item.id, state=answer.state
            ),
        )


def fitting(
    stored: Mapping[str, "StoredAnswer"], questionnaire: Questionnaire
) -> dict[str, Answer]:
    """The answers that stand, by item, without those that the questionnaire no longer knows.

    A folder of one's own may change after answers were given; what does not fit stays stored.
    """
    items = questionnaire.items_by_id
    given = {item_id: one.answer for item_id, one in stored.items() if one.answer is not None}
    return {
        item_id: answer
        for item_id, answer in given.items()
        if item_id in items and not any(misfits(answer, items[item_id], questionnaire))
    }


class AnswerRefused(ValueError):
    """The item does not allow this answer."""


def check(answer: Answer, item: Item, questionnaire: Questionnaire) -> None:
    reasons = [str(reason) for _, reason in misfits(answer, item, questionnaire)]
    if reasons:
        raise AnswerRefused("; ".join(reasons))


class StoredAnswer(Frozen):
    """What stands in the store for one item; `answer` is None once it was withdrawn."""

    item_id: str
    answer: Answer | None
    version: int
    """Grows by one with every change; a change names the version that it read."""
    changed_at: datetime
    changed_by: str


class HistoryEntry(Frozen):
    """One value that an item had, or that somebody meant to give it (`set_aside`)."""

    item_id: str
    answer: Answer | None
    begun_at: datetime
    changed_at: datetime
    changed_by: str
    changed_by_name: str = ""
    """Filled in where the entry is for people to read."""
    set_aside: bool
    """Somebody else had saved first, and this value did not become the answer."""


class AnswerChanged(Exception):
    """Somebody else saved this item since it was read. Both values are here, and both are kept."""

    def __init__(self, *, current: StoredAnswer, yours: Answer | None) -> None:
        super().__init__(f"{current.item_id} was changed by {current.changed_by} meanwhile")
        self.current = current
        self.yours = yours
