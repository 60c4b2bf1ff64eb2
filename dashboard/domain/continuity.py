"""What may be followed from one questionnaire to another, and what breaks between them.

Scores are joined only where both were made by the same version. Across versions an item is followed
by itself, and only if it asks the same in the same words.
"""

from dashboard.domain.answer import Answer, misfits
from dashboard.domain.questionnaire import Dimension, Item, Pillar, Questionnaire
from dashboard.domain.text import Frozen


class Continuity(Frozen):
    """From an older questionnaire to a newer one; items by id, in the order of the newer one."""

    scores: bool
    """Whether scores of both stand on one scale."""
    same_subject: bool
    """Whether both are versions of one questionnaire."""
    items: tuple[str, ...]
    """Unchanged in their words: an answer to one is an answer to the other."""
    reworded: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    weights_changed: bool = False
    method_changed: bool = False
    """Whether bands, gates, publish rules or the pull of the weakest pillar are others."""


def continuity(old: Questionnaire, new: Questionnaire) -> Continuity:
    if old.id != new.id:
        return Continuity(scores=False, same_subject=False, items=())
    then, now = old.items_by_id, new.items_by_id
    shared = [item_id for item_id in now if item_id in then]
    kept = tuple(item_id for item_id in shared if same_words(now[item_id], then[item_id]))
    return Continuity(
        scores=old.reference == new.reference,
        same_subject=True,
        items=kept,
        reworded=tuple(item_id for item_id in shared if item_id not in kept),
        added=tuple(item_id for item_id in now if item_id not in then),
        removed=tuple(item_id for item_id in then if item_id not in now),
        weights_changed=_weights_differ(old, new),
        method_changed=old.scoring != new.scoring,
    )


def _weights_differ(old: Questionnaire, new: Questionnaire) -> bool:
    """Of what both have; a part that came or went is told as such."""
    then, now = _weights(old), _weights(new)
    return any(then[part] != now[part] for part in then.keys() & now.keys())


def _weights(questionnaire: Questionnaire) -> dict[str, float]:
    parts: list[Pillar | Dimension | Item] = [
        *questionnaire.pillars,
        *questionnaire.dimensions,
        *questionnaire.items,
    ]
    return {part.id: part.weight for part in parts}


def same_words(item: Item, other: Item) -> bool:
    """Whether two versions ask the same: an answer to one is an answer to the other."""
    return (item.question, item.options, item.not_applicable) == (
        other.question,
        other.options,
        other.not_applicable,
    )


def goes_along(answer: Answer, item_id: str, old: Questionnaire, new: Questionnaire) -> bool:
    """Whether an answer to an item of one version is an answer to it in another."""
    then, now = old.items_by_id.get(item_id), new.items_by_id.get(item_id)
    if then is None or now is None or not same_words(now, then):
        return False
    return not any(misfits(answer, now, new))
