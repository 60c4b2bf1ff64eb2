"""Whether an assessment can be compared with others at all, and if not, why."""

from collections.abc import Iterator
from enum import StrEnum

from dashboard.domain.assessment import Status
from dashboard.domain.cohort import MOST_NOT_APPLICABLE
from dashboard.domain.result import Result


class Obstacle(StrEnum):
    DEMO = "demo"
    """Made-up data never enters a benchmark."""
    NOT_COMPLETE = "not_complete"
    STILL_OPEN = "still_open"
    """An applicable item has no level: left open, or answered "I don't know"."""
    TOO_MUCH_NOT_APPLICABLE = "too_much_not_applicable"
    NO_SCORE = "no_score"
    NOT_LATEST = "not_latest"
    """A later wave of the brand is complete: an organisation counts once."""


def obstacles(result: Result, status: Status, *, demo: bool, latest: bool) -> Iterator[Obstacle]:
    """Everything that stands in the way; nothing for an assessment that can be compared.

    Weights are the questionnaire's own, and a release holds one version of one questionnaire: one
    with weights of one's own has another name or version, and is compared with its like alone.
    """
    coverage = result.coverage
    if demo:
        yield Obstacle.DEMO
    if status is not Status.COMPLETE:
        yield Obstacle.NOT_COMPLETE
    if coverage.answered < coverage.applicable:
        yield Obstacle.STILL_OPEN
    if coverage.not_applicable > MOST_NOT_APPLICABLE * coverage.items:
        yield Obstacle.TOO_MUCH_NOT_APPLICABLE
    elif any(one.score is None for one in (result.overall, *result.pillars)):
        yield Obstacle.NO_SCORE
    if not latest:
        yield Obstacle.NOT_LATEST
