"""Assessments side by side: what moved, by how much, and which answers are behind it.

A comparison holds results of one questionnaire version; what other versions share is in
`continuity`. Missing scores stay missing: a difference to nothing is no difference.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from dashboard.domain.answer import Answer
from dashboard.domain.continuity import continuity
from dashboard.domain.detectable import OVERALL, noise_of
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
        if self.within_noise:
            return Move.NOISE
        return Move.UP if self.points > 0 else Move.DOWN

    @property
    def within_noise(self) -> bool:
        """Whether raters are known and cannot tell the two apart, about the same or not."""
        if self.before is None or self.now is None or self.noise is None:
            return False
        return not reaches(abs(self.now - self.before), self.noise)


class Side(Frozen):
    """One of the assessments."""

    name: str
    result: Result
    sem: Mapping[str, float] = {}
    """By dimension, pillar and `OVERALL`: the standard error in points, where raters are known."""


class Spread(Frozen):
    """One score in several assessments, in their order."""

    id: str
    scores: tuple[float | None, ...]
    sem: tuple[float | None, ...]
    """The standard error of each, where its raters are known."""
    over_time: bool = False
    """Whether they are waves of one brand."""

    @property
    def points(self) -> int:
        """Between the lowest and the highest as shown; -1 where fewer than two are known."""
        known = [score for score in self.scores if score is not None]
        return change(max(known), min(known)) if len(known) > 1 else -1

    @property
    def told_apart(self) -> bool:
        """Whether any two differ, and by more than the noise of their raters."""
        return any(one.move in {Move.UP, Move.DOWN} for one in self.pairs)

    @property
    def in_noise(self) -> bool:
        """Whether some differ, and none of them by more than the noise of their raters."""
        return self.points >= SAME_BELOW and not self.told_apart

    @property
    def pairs(self) -> tuple[Change, ...]:
        """Every one with every later one."""
        places = combinations(range(len(self.scores)), 2)
        return tuple(self.between(one, other) for one, other in places)

    def between(self, one: int, other: int) -> Change:
        """From one to another, by their places.

        Any two are two of all that have a score, for nobody said beforehand which to look at. In
        time that is said by the order: from wave to wave, and from the first to the last.
        """
        known = sum(score is not None for score in self.scores)
        stated = self.over_time and other - one in {1, len(self.scores) - 1}
        return Change(
            id=self.id,
            before=self.scores[one],
            now=self.scores[other],
            noise=noise_of(
                self.sem[one], self.sem[other], among=FEWEST if stated else max(known, FEWEST)
            ),
        )

    @property
    def ends(self) -> Change:
        """From the first to the last."""
        return self.between(0, len(self.scores) - 1)


class Comparison(Frozen):
    """Two to six results of one questionnaire version; of two waves the earlier comes first."""

    sides: tuple[Side, ...]
    over_time: bool = False
    """Whether they are waves of one brand."""

    @property
    def overall(self) -> Change:
        """From the first to the last; while either is provisional there is no score to compare."""
        return self.overall_spread.ends

    @property
    def pillars(self) -> tuple[Change, ...]:
        """From the first to the last, in the order of the questionnaire."""
        return tuple(one.ends for one in self.pillar_spreads)

    @property
    def changes(self) -> tuple[Change, ...]:
        """From the first to the last, by dimension: the largest gain first, unknown ones last."""
        found = (self._dimension(id_).ends for id_ in self.sides[-1].result.dimension)
        return tuple(sorted(found, key=_by_points))

    @property
    def overall_spread(self) -> Spread:
        """Without those that are provisional."""
        return self._spread(OVERALL, [settled_score(side.result) for side in self.sides])

    @property
    def pillar_spreads(self) -> tuple[Spread, ...]:
        """In the order of the questionnaire."""
        return tuple(
            self._spread(id_, [shown_score(side.result.pillar[id_]) for side in self.sides])
            for id_ in self.sides[-1].result.pillar
        )

    @property
    def spreads(self) -> tuple[Spread, ...]:
        """Every dimension with its scores side by side, the furthest apart first."""
        found = map(self._dimension, self.sides[0].result.dimension)
        return tuple(sorted(found, key=lambda one: -one.points))

    def _dimension(self, id_: str) -> Spread:
        return self._spread(id_, [shown_score(side.result.dimension[id_]) for side in self.sides])

    def _spread(self, id_: str, scores: Sequence[float | None]) -> Spread:
        sem = tuple(side.sem.get(id_) for side in self.sides)
        return Spread(id=id_, scores=tuple(scores), sem=sem, over_time=self.over_time)


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
