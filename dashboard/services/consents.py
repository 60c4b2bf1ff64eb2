"""Consent to be compared: asked in plain words, kept with them, and withdrawn at once."""

from dataclasses import dataclass
from datetime import date

from dashboard.domain.access import NotAllowed, Workspace
from dashboard.domain.answer import Answer, State
from dashboard.domain.assessment import Assessment, Brand, Status
from dashboard.domain.cohort import OVERALL
from dashboard.domain.consent import Consent
from dashboard.domain.eligibility import Obstacle, obstacles
from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet, open_sheet
from dashboard.store.errors import AlreadyTaken
from dashboard.store.store import Transaction


class NotComparable(ValueError):
    """The assessment cannot enter a release; `obstacles` say why."""

    def __init__(self, found: tuple[Obstacle, ...]) -> None:
        super().__init__(f"this assessment cannot be compared: {', '.join(found)}")
        self.obstacles = found


@dataclass(frozen=True)
class Entry:
    """One line of the register: a consent, whose it is, and by whom it was given and withdrawn."""

    consent: Consent
    brand: Brand
    assessment: Assessment
    given_by: str
    withdrawn_by: str | None
    released: bool
    """Whether a release that has not ended holds the assessment."""

    @property
    def outdated(self) -> bool:
        """Nobody withdrew it, but the assessment was reopened after it was given."""
        return self.consent.stands and not self.consent.is_for(self.assessment)


@dataclass(frozen=True)
class Participation:
    """Whether an assessment counts: in the release that is shown, and in the next one."""

    consent: Consent | None
    """That nobody has withdrawn; it may be to an earlier completion."""
    renewed: bool
    """The consent is to the assessment as it was completed last."""
    released: date | None
    """The day of the release that is shown and holds it."""
    obstacles: tuple[Obstacle, ...]
    """Why it cannot enter the next one."""

    @property
    def counts_next(self) -> bool:
        return self.renewed and not self.obstacles


def consent_words(lang: Lang) -> str:
    """What is agreed to, as it is read and as it is kept."""
    t = words(lang)
    return t.sentences(
        t(
            "The overall score and the pillar scores of this assessment, how many of its answers "
            "rest on evidence, and the brand's industry, region, size and parent count in the "
            "benchmark of this installation."
        ),
        t(
            "Nobody sees them by themselves: only groups of ten brands or more are shown, rounded, "
            "twice a year."
        ),
        t(
            "What is shown may be passed on as a file. You can withdraw at any time on the page "
            "“Peers”; any benchmark that contains this assessment then disappears at once."
        ),
    )


def obstacles_of(acting: Acting, sheet: Sheet) -> tuple[Obstacle, ...]:
    """Why an assessment cannot be compared; nothing if it can."""
    acting.reach_workspace(sheet.workspace.id, to_change=False)
    with acting.store.read() as tx:
        return obstacles_in(tx, sheet)


def obstacles_in(tx: Transaction, sheet: Sheet) -> tuple[Obstacle, ...]:
    """The same, inside a use case."""
    waves = tx.assessments.of_brand(sheet.brand.id)
    ids = [one.id for one in waves]
    if sheet.assessment.id not in ids:
        raise NotAllowed(f"there is no assessment {sheet.assessment.id} for you")
    later = waves[ids.index(sheet.assessment.id) + 1 :]
    found = obstacles(
        sheet.result,
        sheet.assessment.status,
        demo=sheet.workspace.is_demo,
        latest=not any(_counts(one, sheet) for one in later),
    )
    return tuple(found)


def give(acting: Acting, assessment_id: str, lang: Lang) -> Consent:
    """Consent for a complete assessment; `NotComparable` if it could enter no release."""
    sheet = open_sheet(acting, assessment_id)
    try:
        with acting.store.begin() as tx:
            assessment = acting.reach_assessment(tx, assessment_id, lock=True)
            if standing := _still_standing(tx, assessment):
                return standing
            found = obstacles_in(tx, sheet)
            if assessment.completed_at != sheet.assessment.completed_at:
                found = (Obstacle.NOT_COMPLETE,)
            if found:
                raise NotComparable(found)
            consent = _consent(acting, assessment, sheet, lang)
            _end_earlier(tx, acting, assessment_id)
            tx.consents.add(consent)
    except AlreadyTaken:
        # Somebody else has just consented; theirs stands.
        with acting.store.read() as tx:
            theirs = tx.consents.standing(assessment_id)
        if theirs is None:
            raise
        return theirs
    return consent


def withdraw(acting: Acting, consent_id: str) -> Consent:
    """Withdraw a consent; whatever was released with it is no longer shown from now on."""
    with acting.store.begin() as tx:
        consent = _reach(tx, acting, consent_id)
        tx.consents.withdraw(consent.id, by=acting.user.id, now=acting.now())
        tx.releases.end_with_assessment(consent.assessment_id, acting.now())
        ended = tx.consents.get(consent_id)
    return ended or consent


def participation(acting: Acting, sheet: Sheet) -> Participation:
    """How it takes part now."""
    with acting.store.read() as tx:
        assessment = acting.reach_assessment(tx, sheet.assessment.id)
        consent = tx.consents.standing(assessment.id)
        return Participation(
            consent=consent,
            renewed=consent is not None and consent.is_for(assessment),
            released=tx.releases.shown_with(assessment.id),
            obstacles=obstacles_in(tx, sheet),
        )


def register(acting: Acting, workspace: Workspace) -> list[Entry]:
    """Every consent of a workspace, withdrawn ones too, the newest first."""
    acting.reach_workspace(workspace.id, to_change=False)
    with acting.store.read() as tx:
        consents = tx.consents.of_workspace(workspace.id)
        brands = {brand.id: brand for brand in tx.brands.of_workspace(workspace.id)}
        of = {one.id: one for one in tx.assessments.of_workspace(workspace.id)}
        people = [*(c.given_by for c in consents), *(c.withdrawn_by or "" for c in consents)]
        names = tx.users.names(people)
        released = tx.releases.members_of(workspace.id)
    return [
        Entry(
            consent=one,
            brand=brands[of[one.assessment_id].brand_id],
            assessment=of[one.assessment_id],
            given_by=names.get(one.given_by, one.given_by),
            withdrawn_by=names.get(one.withdrawn_by or ""),
            released=one.assessment_id in released,
        )
        for one in consents
    ]


def evidence_of(answers: dict[str, Answer]) -> float:
    """The share, 0 to 1, of level answers with an evidence grade above 0."""
    levels = [one for one in answers.values() if one.state is State.LEVEL]
    return sum(bool(one.evidence) for one in levels) / len(levels) if levels else 0.0


def _reach(tx: Transaction, acting: Acting, consent_id: str) -> Consent:
    consent = tx.consents.get(consent_id)
    if consent is None or not acting.user.may_change(consent.workspace_id):
        raise NotAllowed(f"there is no consent {consent_id} for you")
    return consent


def _still_standing(tx: Transaction, assessment: Assessment) -> Consent | None:
    found = tx.consents.standing(assessment.id)
    return found if found and found.is_for(assessment) else None


def _end_earlier(tx: Transaction, acting: Acting, assessment_id: str) -> None:
    """A consent to an earlier completion makes way for the one to this."""
    earlier = tx.consents.standing(assessment_id)
    if earlier:
        tx.consents.withdraw(earlier.id, by=acting.user.id, now=acting.now())


def _counts(one: Assessment, sheet: Sheet) -> bool:
    return (
        one.status is Status.COMPLETE
        and one.deleted_at is None
        and one.questionnaire == sheet.questionnaire.reference
    )


def _consent(acting: Acting, assessment: Assessment, sheet: Sheet, lang: Lang) -> Consent:
    scores = {OVERALL: sheet.result.overall.score} | {
        pillar.id: pillar.score for pillar in sheet.result.pillars
    }
    return Consent.model_validate(
        {
            "id": acting.new_id(),
            "workspace_id": assessment.workspace_id,
            "assessment_id": assessment.id,
            "completed_at": assessment.completed_at,
            "scores": scores,
            "evidence": evidence_of(sheet.answers),
            "words": consent_words(lang),
            "lang": lang,
            "given_at": acting.now(),
            "given_by": acting.user.id,
        }
    )
