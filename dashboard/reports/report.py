"""Everything that a report may say, in one value; what is not in it is in no file."""

from collections.abc import Mapping
from datetime import date

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.look import HOUSE, Look
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.robustness import Robustness
from dashboard.domain.saved_plan import SavedPlan
from dashboard.domain.step import Step
from dashboard.domain.target import Gap
from dashboard.domain.text import Frozen, Lang
from dashboard.reports.peers import Peers


class Earlier(Frozen):
    """The brand's wave before, scored by the same questionnaire."""

    wave: str
    result: Result


class Report(Frozen):
    brand: str
    wave: str
    questionnaire: Questionnaire
    answers: Mapping[str, Answer]
    """Item id to answer; an item that is absent is unanswered."""
    result: Result
    before: Earlier | None
    """None without a wave before, and where two questionnaires cannot be compared."""
    steps: tuple[Step, ...]
    """Every next step, in the order of the method."""
    lang: Lang
    made_on: date
    demo: bool
    """Made-up data: said on every page, slide and sheet."""
    in_progress: bool
    """Answers may still change."""
    plan: SavedPlan | None = None
    """What was saved with the assessment."""
    gaps: tuple[Gap, ...] = ()
    """The brand's targets against the result, in the order of the dimensions."""
    peers: Peers | None = None
    """None where nothing may be said of the place among others."""
    firmness: Robustness | None = None
    """None without an overall score."""
    look: Look = HOUSE
    profile: BrandProfile | None = None
    """What is said of the brand beside its name; the data alone hold it."""

    @property
    def suggested(self) -> tuple[Step, ...]:
        """What would bring most: the steps that bring anything."""
        return tuple(step for step in self.steps if step.worthwhile)
