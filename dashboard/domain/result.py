"""What an assessment comes to: one frozen value that holds everything there is to show."""

from functools import cached_property

from dashboard.domain.bands import Blocker
from dashboard.domain.precision import reaches
from dashboard.domain.text import Frozen


class Estimate(Frozen):
    """A score, 0 to 100, unrounded; None where there is none.

    `low` and `high` put every missing applicable answer at its lowest and highest option. They
    ignore the publish rules and are None only where nothing applies.
    `evidenced` is the score with every level capped by its evidence grade.
    """

    score: float | None
    low: float | None
    high: float | None
    evidenced: float | None

    @property
    def published(self) -> bool:
        return self.score is not None

    @property
    def settled(self) -> bool:
        """No missing answer can move it."""
        return self.low == self.high

    @property
    def outside_bounds(self) -> bool:
        """Answers that are not counted yet lie so far off that the bounds miss the score."""
        if self.score is None or self.low is None or self.high is None:
            return False
        return not (reaches(self.score, self.low) and reaches(self.high, self.score))


class DimensionResult(Estimate):
    id: str
    applicable: bool


class PillarResult(Estimate):
    id: str
    counts: bool
    """Whether it has a weight in the overall score."""


class OverallResult(Estimate):
    average: float | None
    """The weighted mean of the pillars, before the weakest one pulls."""


class BandResult(Frozen):
    """The band of the overall score; every key None where there is no overall score.

    raw: of the score alone. secured, possible: with thresholds and gates, every missing answer
    at its lowest and its highest option. awarded: secured where both are the same.
    blocked_by: the gates that failed for the answers as given, from the raw band downwards.
    """

    raw: str | None = None
    secured: str | None = None
    possible: str | None = None
    awarded: str | None = None
    provisional: bool | None = None
    blocked_by: tuple[Blocker, ...] = ()


class Coverage(Frozen):
    """How many items are in which state; `applicable` leaves out the not applicable ones."""

    items: int
    applicable: int
    answered: int
    dont_know: int
    not_applicable: int
    unanswered: int


class Result(Frozen):
    questionnaire: str
    overall: OverallResult
    band: BandResult
    pillars: tuple[PillarResult, ...]
    dimensions: tuple[DimensionResult, ...]
    coverage: Coverage
    knowledge_gaps: tuple[str, ...]
    """Items answered "I don't know"."""
    to_dos: tuple[str, ...]
    """Items without an answer."""
    graded: bool
    """Whether any level answer carries an evidence grade."""

    @cached_property
    def dimension(self) -> dict[str, DimensionResult]:
        return {dimension.id: dimension for dimension in self.dimensions}

    @cached_property
    def pillar(self) -> dict[str, PillarResult]:
        return {pillar.id: pillar for pillar in self.pillars}
