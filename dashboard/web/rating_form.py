"""One page of ratings as a form: what stands in it for each item, and the answer that it makes.

What cannot be taken stays as it was typed, with the reason why, so that nothing is typed twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dashboard.domain.answer import Answer, State
from dashboard.domain.questionnaire import Dimension, Item
from dashboard.domain.text import clean, stated
from dashboard.web.form import Fields, FormRefused

BLANK: Final = ""
MAX_REASON: Final = 500
"""Characters of a reason typed on a phone. A page of them has to fit into `form.MOST_BYTES`."""


class Problem(StrEnum):
    NO_REASON = "no_reason"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Entry:
    """What stands in the form for one item."""

    choice: str = BLANK
    """A level, a state without one, or blank."""
    reason: str = ""
    problem: Problem | None = None


Entries = Mapping[str, Entry]


def reason_field(item: Item) -> str:
    return f"{item.id}:reason"


def entry_of(answer: Answer | None) -> Entry:
    """How a stored answer stands in the form."""
    if answer is None:
        return Entry()
    return Entry(str(answer.level or answer.state), answer.reason or "")


def choices(item: Item) -> tuple[str, ...]:
    """What may be chosen for an item, in the order in which it is offered."""
    levels = tuple(str(level) for level in item.levels)
    special = (State.DONT_KNOW, State.NOT_APPLICABLE)
    return levels + special[: 2 if item.not_applicable else 1]


def read(dimension: Dimension, fields: Fields) -> Entries:
    """What was typed, by item; `FormRefused` for a field or a choice that the page did not offer.

    A reason counts with "does not apply" alone.
    """
    _refuse_unknown(dimension, fields)
    return {item.id: _entry(item, fields) for item in dimension.items}


def _refuse_unknown(dimension: Dimension, fields: Fields) -> None:
    known = {item.id for item in dimension.items}
    known |= {reason_field(item) for item in dimension.items if item.not_applicable}
    unknown = sorted(set(fields) - known)
    if unknown:
        raise FormRefused(f"unknown field {unknown[0]!r}")


def _entry(item: Item, fields: Fields) -> Entry:
    choice = fields.get(item.id, BLANK)
    if choice not in (BLANK, *choices(item)):
        raise FormRefused(f"{item.id}: {choice!r} is not offered")
    if choice != State.NOT_APPLICABLE:
        return Entry(choice)
    typed = fields.get(reason_field(item), "").replace("\r\n", "\n").strip()
    return replace(Entry(choice, typed), problem=_problem(typed))


def _problem(reason: str) -> Problem | None:
    try:
        clean(reason)
    except ValueError:
        return Problem.UNREADABLE
    try:
        stated(reason)
    except ValueError:
        return Problem.NO_REASON
    return Problem.TOO_LONG if len(reason) > MAX_REASON else None


def answers(entries: Entries) -> dict[str, Answer | None]:
    """The answers of entries without a problem; None takes one back."""
    return {item_id: _answer(entry) for item_id, entry in entries.items()}


def _answer(entry: Entry) -> Answer | None:
    match entry.choice:
        case "":
            return None
        case State.DONT_KNOW:
            return Answer.dont_know()
        case State.NOT_APPLICABLE:
            return Answer.not_applicable(entry.reason)
        case level:
            return Answer.at(int(level))
