"""What is good enough: a score that a brand wants a dimension to reach, why, and by when.

A target belongs to a dimension of a questionnaire, whatever its version. It changes no score.
"""

from collections.abc import Iterable

from dashboard.domain.answer import Reason
from dashboard.domain.day import Day
from dashboard.domain.precision import change
from dashboard.domain.questionnaire import Id, Questionnaire, Score, Slug
from dashboard.domain.result import Result
from dashboard.domain.text import Frozen


class Target(Frozen):
    questionnaire: Slug
    """The id without a version: a new version has the same targets."""
    dimension_id: Id
    score: Score
    reason: Reason
    due: Day

    @property
    def key(self) -> tuple[str, str]:
        """A brand has one target a key."""
        return self.questionnaire, self.dimension_id


class Gap(Frozen):
    """A target against the result. `short` is None where the dimension has no score yet."""

    target: Target
    score: float | None
    short: int | None
    """Points that are missing, between the integers that are shown; 0 where it is reached."""

    @property
    def reached(self) -> bool:
        return self.short == 0


class TargetChanged(Exception):
    """Somebody else has set or removed the target since it was read."""

    def __init__(self, current: Target | None) -> None:
        super().__init__(f"the target was changed meanwhile; it is {current}")
        self.current = current


def gaps(
    targets: Iterable[Target], questionnaire: Questionnaire, result: Result
) -> tuple[Gap, ...]:
    """Every target of this questionnaire against the result, in the order of its dimensions.

    A dimension that does not apply to the brand has no gap, whatever was aimed at.
    """
    by_dimension = {t.dimension_id: t for t in targets if t.questionnaire == questionnaire.id}
    return tuple(
        _gap(by_dimension[dimension.id], dimension.score)
        for dimension in result.dimensions
        if dimension.id in by_dimension and dimension.applicable
    )


def strays(targets: Iterable[Target], questionnaire: Questionnaire) -> tuple[Target, ...]:
    """Targets of this questionnaire whose dimension only other versions of it have."""
    own = (target for target in targets if target.questionnaire == questionnaire.id)
    return tuple(target for target in own if target.dimension_id not in questionnaire.pillar_of)


def furthest_first(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """The widest gap first; then what has no score yet, then what is reached."""
    return tuple(sorted(found, key=lambda gap: (gap.reached, gap.short is None, -(gap.short or 0))))


def scores(found: Iterable[Gap]) -> dict[str, float]:
    """Dimension id to the score that is aimed at, as figures take it."""
    return {gap.target.dimension_id: gap.target.score for gap in found}


def _gap(target: Target, score: float | None) -> Gap:
    short = None if score is None else max(change(target.score, score), 0)
    return Gap(target=target, score=score, short=short)
