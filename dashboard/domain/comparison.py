"""Assessments side by side: what moved, by how much, and which answers are behind it.

A comparison holds results of one questionnaire version; what other versions share is in
`continuity`. Missing scores stay missing: a difference to nothing is no difference.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dashboard.domain.answer import Answer
from dashboard.domain.continuity import continuity
from dashboard.domain.detectable import OVERALL
from dashboard.domain.precision import SAME_BELOW, change, reaches
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.text import Frozen

FEWEST = 2
MOST = 6
"""Assessments that stand side by side."""


class Move(StrEnum):
    """What became of a score from one assessment to another."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    """Less than `SAME_BELOW` displayed points apart."""
    NOISE = "noise"
    """More than that, and still less than raters can tell apart."""
    UNKNOWN = "unknown"
    """One of them has no score."""


class Change(Frozen):
    """One score in two assessments."""

    id: str
    before: float | None
    now: float | None
    noise: float | None = None
    """The minimum detectable change in points, where raters are known."""

    @property
    def points(self) -> int | None:
        """Between the integers that are shown."""
        if self.before is None or self.now is None:
            return None
        return change(self.now, self.before)

    @property
    def move(self) -> Move:
        if self.before is None or self.now is None or self.points is None:
            return Move.UNKNOWN
        if abs(self.points) < SAME_BELOW:
            return Move.SAME
        if self.noise is not None and not reaches(abs(self.now - self.before), self.noise):
            return Move.NOISE
        return Move.UP if self.points > 0 else Move.DOWN


class Side(Frozen):
    """One of the assessments."""

    name: str
    result: Result


class Comparison(Frozen):
    """Two to six results of one questionnaire version; of two waves the earlier comes first."""

    sides: tuple[Side, ...]
    noise: Mapping[str, float] = {}
    """By dimension, pillar and `OVERALL`: the minimum detectable change, where raters are known."""

    @property
    def overall(self) -> Change:
        """From the first to the last; while either is provisional there is no score to compare."""
        before, now = (settled_score(side.result) for side in (self.sides[0], self.sides[-1]))
        return Change(id=OVERALL, before=before, now=now, noise=self.noise.get(OVERALL))

    @property
    def pillars(self) -> tuple[Change, ...]:
        """From the first to the last, in the order of the questionnaire."""
        before, now = self.sides[0].result, self.sides[-1].result
        return tuple(self._change(one.id, before.pillar[one.id], one) for one in now.pillars)

    @property
    def changes(self) -> tuple[Change, ...]:
        """From the first to the last, by dimension: the largest gain first, unknown ones last."""
        before, now = self.sides[0].result, self.sides[-1].result
        found = [self._change(one.id, before.dimension[one.id], one) for one in now.dimensions]
        return tuple(sorted(found, key=_by_points))

    def _change(self, id_: str, before: Estimate, now: Estimate) -> Change:
        return Change(
            id=id_,
            before=shown_score(before),
            now=shown_score(now),
            noise=self.noise.get(id_),
        )

    @property
    def spreads(self) -> tuple["Spread", ...]:
        """Every dimension with its scores side by side, the furthest apart first."""
        found = (
            Spread(
                id=id_,
                scores=tuple(shown_score(side.result.dimension[id_]) for side in self.sides),
            )
            for id_ in self.sides[0].result.dimension
        )
        return tuple(sorted(found, key=lambda one: -one.points))


class Spread(Frozen):
    """One score in several assessments, in their order."""

    id: str
    scores: tuple[float | None, ...]

    @property
    def points(self) -> int:
        """Between the lowest and the highest as shown; -1 where fewer than two are known."""
        known = [score for score in self.scores if score is not None]
        return change(max(known), min(known)) if len(known) > 1 else -1


def shown_score(estimate: Estimate) -> float | None:
    """The score as pages show it: none where answers that are not counted yet lie far off it."""
    return None if estimate.outside_bounds else estimate.score


def settled_score(result: Result) -> float | None:
    """The overall score, unless missing answers decide which band it comes to."""
    return None if result.band.provisional else shown_score(result.overall)


def _by_points(one: Change) -> tuple[bool, int]:
    return (one.points is None, -(one.points or 0))


class ItemChange(Frozen):
    """An item whose answers differ, in the order of the assessments; None is no answer."""

    item_id: str
    answers: tuple[Answer | None, ...]
    points: float | None
    """Of two, score of the last less that of the first; of more, between lowest and highest.

    None unless two of them name a level.
    """


def changed_answers(
    questionnaire: Questionnaire, given: Sequence[tuple[Questionnaire, Mapping[str, Answer]]]
) -> tuple[ItemChange, ...]:
    """The items that differ, most improved or furthest apart first, what has no points last.

    `given` holds each assessment with the version it was answered on. Only items that read the same
    in all of them are compared; `questionnaire` is the version whose items are named.
    """
    shared = [set(continuity(version, questionnaire).items) for version, _ in given]
    found = (
        _item_change(questionnaire, item.id, [answers for _, answers in given])
        for item in questionnaire.items
        if all(item.id in items for items in shared)
    )
    changed = [one for one in found if len({_choice(answer) for answer in one.answers}) > 1]
    return tuple(sorted(changed, key=lambda one: (one.points is None, -(one.points or 0))))


def _item_change(
    questionnaire: Questionnaire, item_id: str, given: Sequence[Mapping[str, Answer]]
) -> ItemChange:
    answers = tuple(one.get(item_id) for one in given)
    item = questionnaire.items_by_id[item_id]
    scores = [item.score(one.level) for one in answers if one and one.level is not None]
    return ItemChange(item_id=item_id, answers=answers, points=_distance(scores, len(given)))


def _distance(scores: Sequence[float], of: int) -> float | None:
    if len(scores) < FEWEST:
        return None
    return scores[-1] - scores[0] if of == FEWEST else max(scores) - min(scores)


def _choice(answer: Answer | None) -> tuple[object, ...]:
    """What was chosen, without evidence, note and reason."""
    return (answer.state, answer.level) if answer else ()
