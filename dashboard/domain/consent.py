"""Consent to be compared: who gave it, when, for which assessment, to which words.

It is given for one completion of one assessment, and holds the scores that enter: what is changed
later enters only when it was completed and consented to again.
"""

from datetime import datetime

from dashboard.domain.assessment import Assessment
from dashboard.domain.text import Frozen, Lang


class Consent(Frozen):
    id: str
    workspace_id: str
    assessment_id: str
    completed_at: datetime
    """Of the assessment, when consent was given: a later completion is another one."""
    scores: dict[str, float]
    """By measure, 0 to 100: all that enters, beside industry, region, size and parent."""
    evidence: float
    words: str
    """What was read and agreed to."""
    lang: Lang
    given_at: datetime
    given_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    def is_for(self, assessment: Assessment) -> bool:
        """Whether the assessment is as it was completed then; never once it was reopened."""
        return self.completed_at == assessment.completed_at
