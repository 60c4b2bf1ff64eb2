"""Everybody's ratings as rows, holding no more of anybody than what is revealed.

An item with fewer than three ratings is left out, and so is who rated no other. Nothing names a
participant: rows stand in an order drawn anew each time, and what was written is not among them.
"""

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.reveal import allowed, broken_out
from dashboard.domain.text import Frozen
from dashboard.domain.workshop import Ballot

OTHER = "other"
"""All whose role is too rare to be shown by itself."""

Cell = int | str
"""A level, or `dont_know` or `not_applicable`."""


class WideVote(Frozen):
    """One participant."""

    role: str | None
    given: Mapping[str, Cell]
    """By item; one without a rating is absent."""


class LongVote(Frozen):
    """One rating, by nobody in particular."""

    role: str | None
    item_id: str
    given: Cell


class Votes(Frozen):
    items: tuple[str, ...]
    """Those that are shown, in the order of the questionnaire."""
    by_role: bool
    wide: tuple[WideVote, ...]
    long: tuple[LongVote, ...]

    @property
    def wide_table(self) -> list[list[Cell | None]]:
        """A row a participant and a column an item, the head first."""
        head = [*self._role("role"), *self.items]
        cells = ([*self._role(one.role), *map(one.given.get, self.items)] for one in self.wide)
        return [head, *cells]

    @property
    def long_table(self) -> list[list[Cell | None]]:
        """A row a rating, the head first."""
        head = [*self._role("role"), "item", "given"]
        return [head, *([*self._role(one.role), one.item_id, one.given] for one in self.long)]

    def _role(self, role: str | None) -> list[Cell | None]:
        return [role] if self.by_role else []


def votes(
    questionnaire: Questionnaire,
    items: Sequence[Item],
    ballots: Iterable[Ballot],
    order: Random,
) -> Votes:
    """What may leave the house of the ballots on these items, in an order that `order` draws."""
    given = allowed(questionnaire, items, ballots)
    shown = tuple(item.id for item in items if len(_raters(given, item.id)) >= MINIMUM_RATERS)
    raters = [one for one in given if any(item_id in one.answers for item_id in shown)]
    names = _names(raters, shown)
    wide = [WideVote(role=names.get(one.role), given=_cells(one.answers, shown)) for one in raters]
    long = [
        LongVote(role=one.role, item_id=item_id, given=cell)
        for one in wide
        for item_id, cell in one.given.items()
    ]
    order.shuffle(wide)
    order.shuffle(long)
    return Votes(items=shown, by_role=bool(names), wide=tuple(wide), long=tuple(long))


def _raters(ballots: Iterable[Ballot], item_id: str) -> list[Ballot]:
    return [ballot for ballot in ballots if item_id in ballot.answers]


def _cells(answers: Mapping[str, Answer], items: Sequence[str]) -> dict[str, Cell]:
    return {item_id: _cell(answers[item_id]) for item_id in items if item_id in answers}


def _cell(answer: Answer) -> Cell:
    return answer.state.value if answer.level is None else answer.level


def _names(ballots: Sequence[Ballot], items: Sequence[str]) -> dict[str | None, str]:
    """What each role is called here; nothing at all if an item is revealed without roles.

    A role keeps its name if it is broken out among all participants and on every item that it
    rated: never finer than what is revealed of an item, so no two of them can be subtracted.
    """
    everybody = _by_role(ballots)
    parts = [everybody, *(_by_role(_raters(ballots, item_id)) for item_id in items)]
    shown = [broken_out(part) for part in parts]
    if not all(shown):
        return {}
    merged = {
        role for part, kept in zip(parts, shown, strict=True) for role in part.keys() - kept.keys()
    }
    names = {role: OTHER if role is None or role in merged else role for role in everybody}
    return names if len(set(names.values())) > 1 else {}


def _by_role(ballots: Iterable[Ballot]) -> dict[str | None, list[Ballot]]:
    found: dict[str | None, list[Ballot]] = {}
    for ballot in ballots:
        found.setdefault(ballot.role, []).append(ballot)
    return found
