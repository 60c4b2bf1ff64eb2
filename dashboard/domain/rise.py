"""How one item gets better: from its level to the next better option, and on to the best.

Better is by score, never by position: an item may run downwards, and options may tie.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.domain.questionnaire import Item
from dashboard.domain.text import Frozen, Text

UNSTATED_EFFORT: Final = 1.0
"""Points of a rise for which neither the questionnaire nor the brand says how much it takes."""

Efforts = Mapping[tuple[str, int], float]
"""Item id and the level from which it rises, to points: where a brand knows better."""


class Rise(Frozen):
    """From one level to a better one: what it takes, and what the item's own score gains."""

    item_id: str
    level: int
    to_level: int
    effort: float
    points: float


def rises(item: Item, level: int, efforts: Efforts) -> tuple[Rise, ...]:
    """Every rise from a level to the best option, in their order; empty at the best."""
    return tuple(_climbing(item, level, efforts))


def next_rise(item: Item, level: int, efforts: Efforts) -> Rise | None:
    return next(_climbing(item, level, efforts), None)


def what_to_do(item: Item, level: int, to_level: int) -> Text | None:
    """The author's words for this rise, if there are any."""
    actions = {(action.from_level, action.to_level): action.text for action in item.next_actions}
    return actions.get((level, to_level))


def _climbing(item: Item, level: int, efforts: Efforts) -> Iterator[Rise]:
    while (above := _above(item, level)) is not None:
        yield Rise(
            item_id=item.id,
            level=level,
            to_level=above,
            effort=efforts.get((item.id, level)) or _effort(item, level, above),
            points=item.score(above) - item.score(level),
        )
        level = above


def _above(item: Item, level: int) -> int | None:
    """Where the item's action leads, if that is better; otherwise the next better option."""
    has = item.score(level)
    led = (action.to_level for action in item.next_actions if action.from_level == level)
    further = range(level + 1, len(item.options) + 1) if item.rising else range(level - 1, 0, -1)
    return next((to for to in (*led, *further) if item.score(to) > has), None)


def _effort(item: Item, level: int, above: int) -> float:
    """That of the action, or of all actions on the way over options of the same score."""
    actions = {action.from_level: action for action in item.next_actions}
    if level in actions and actions[level].to_level == above:
        return actions[level].effort
    way = range(level, above, 1 if above > level else -1)
    return sum(actions[n].effort for n in way if n in actions) or UNSTATED_EFFORT
