"""What one can do with an assessment: begin it, see it, complete and reopen it, put it away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.domain import scoring
from dashboard.domain.access import NotAllowed, Workspace
from dashboard.domain.answer import Answer, StoredAnswer, fitting
from dashboard.domain.assessment import (
    AlreadyExists,
    Assessment,
    Brand,
    BrandProfile,
    Status,
    WaveLabel,
)
from dashboard.domain.continuity import goes_along
from dashboard.domain.message import worded
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.result import Result
from dashboard.services import brands
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction


@dataclass(frozen=True)
class Sheet:
    """One assessment with its answers and all that is needed to read them."""

    assessment: Assessment
    brand: Brand
    workspace: Workspace
    questionnaire: Questionnaire
    stored: Mapping[str, StoredAnswer]
    before: "Sheet | None" = None
    """The brand's wave before this one, if there is one."""

    @cached_property
    def answers(self) -> dict[str, Answer]:
        return fitting(self.stored, self.questionnaire)

    @property
    def misfits(self) -> tuple[str, ...]:
        """Items with a stored answer that the questionnaire, changed since, does not know."""
        given = (item_id for item_id, one in self.stored.items() if one.answer is not None)
        return tuple(sorted(set(given) - self.answers.keys()))

    @cached_property
    def result(self) -> Result:
        return scoring.score(self.questionnaire, self.answers)

    @cached_property
    def still_open(self) -> tuple[str, ...]:
        """Items that need a level and have none, critical ones first: one alone can hold the band.

        Otherwise those without an answer before those that nobody knows.
        """
        items = self.questionnaire.items_by_id
        missing = (*self.result.to_dos, *self.result.knowledge_gaps)
        return tuple(sorted(missing, key=lambda item_id: not items[item_id].critical))

    @cached_property
    def comparable(self) -> "Sheet | None":
        """The last wave that has an overall score, if it was scored by the same questionnaire.

        Where none has one it is the wave before: parts of it may. Another version ends the search,
        for nothing is compared across it.
        """
        earlier = list(self._on_the_same_scale())
        scored = (sheet for sheet in earlier if sheet.result.overall.published)
        return next(scored, None) or next(iter(earlier), None)

    def _on_the_same_scale(self) -> "Iterator[Sheet]":
        """The waves before, the newest first, down to the first of another version."""
        sheet = self.before
        while sheet and sheet.questionnaire.reference == self.questionnaire.reference:
            yield sheet
            sheet = sheet.before

    def last_answer(self, item: Item) -> Answer | None:
        """What was answered to the same item, unchanged in its words, the wave before."""
        if self.before is None:
            return None
        answer = self.before.answers.get(item.id)
        before = self.before.questionnaire
        return (
            answer if answer and goes_along(answer, item.id, before, self.questionnaire) else None
        )


def begin_brand(
    acting: Acting, workspace_id: str, profile: BrandProfile, *, wave: WaveLabel, questionnaire: str
) -> Assessment:
    """Add a brand and begin its first assessment: both, or neither."""
    acting.reach_workspace(workspace_id)
    brands.check_profile(acting, profile)
    acting.catalog.find(questionnaire)
    with acting.store.begin() as tx:
        brand = brands.add(tx, acting, workspace_id, profile)
        today = acting.now().date()
        return add(tx, acting, brand, wave=wave, questionnaire=questionnaire, dated=today)


def begin(
    acting: Acting,
    brand_id: str,
    *,
    wave: WaveLabel,
    questionnaire: str,
    dated: date | None = None,
) -> Assessment:
    """Begin an empty assessment of a brand; the day that orders it is today unless stated."""
    acting.catalog.find(questionnaire)
    with acting.store.begin() as tx:
        brand = acting.reach_brand(tx, brand_id, lock=True)
        day = dated or acting.now().date()
        return add(tx, acting, brand, wave=wave, questionnaire=questionnaire, dated=day)


def add(
    tx: Transaction,
    acting: Acting,
    brand: Brand,
    *,
    wave: WaveLabel,
    questionnaire: str,
    dated: date | None,
    brand_keys: tuple[str, ...] | None = None,
) -> Assessment:
    """Add an assessment inside a use case; `AlreadyExists` if the brand has this wave."""
    refuse_second_wave(tx, brand, wave)
    assessment = Assessment(
        id=acting.new_id(),
        workspace_id=brand.workspace_id,
        brand_id=brand.id,
        wave=wave,
        questionnaire=questionnaire,
        status=Status.DRAFT,
        dated=dated,
        created_at=acting.now(),
        brand_keys=brand_keys,
    )
    tx.assessments.add(assessment, by=acting.user.id)
    return assessment


def open_sheet(acting: Acting, assessment_id: str) -> Sheet:
    """Everything about one assessment, in one consistent read."""
    with acting.store.read() as tx:
        assessment, brand = acting.reach_both(tx, assessment_id)
        workspace = tx.workspaces.get(assessment.workspace_id)
        if workspace is None:
            raise NotAllowed(f"there is no workspace {assessment.workspace_id} for you")
        shown = [*_before(tx, acting, assessment), assessment]
        stored = tx.answers.of_many([a.id for a in shown])
    sheets: list[Sheet] = []
    for one in shown:
        questionnaire = acting.questionnaire(one)
        before = sheets[-1] if sheets else None
        sheets.append(Sheet(one, brand, workspace, questionnaire, stored[one.id], before))
    return sheets[-1]


def _before(tx: Transaction, acting: Acting, assessment: Assessment) -> list[Assessment]:
    """The waves before in the lists that can be read, the oldest first."""
    all_ = tx.assessments.of_brand(assessment.brand_id)
    earlier = all_[: [one.id for one in all_].index(assessment.id)]
    return [one for one in earlier if acting.shows(one)]


def complete(acting: Acting, assessment_id: str) -> Assessment:
    """Close an assessment for changes and note what it came to."""
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True)
        if assessment.status is Status.COMPLETE:
            return assessment
        return settle(tx, acting, assessment)


def settle(tx: Transaction, acting: Acting, assessment: Assessment) -> Assessment:
    """Complete an assessment inside a use case."""
    questionnaire = acting.questionnaire(assessment)
    given = fitting(tx.answers.of(assessment.id), questionnaire)
    result = scoring.score(questionnaire, given)
    done = assessment.model_copy(update={"status": Status.COMPLETE, "completed_at": acting.now()})
    tx.assessments.update(done)
    tx.assessments.set_outcome(
        assessment.id, result.overall.score, result.band.awarded, scoring.METHOD_VERSION
    )
    return done


def reopen(acting: Acting, assessment_id: str) -> Assessment:
    """Take a complete assessment up again; what it came to no longer counts."""
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True)
        if assessment.status is not Status.COMPLETE:
            return assessment
        reopened = assessment.model_copy(update={"status": Status.REOPENED, "completed_at": None})
        tx.assessments.update(reopened)
        tx.assessments.clear_outcome(assessment_id)
    return reopened


def rename(acting: Acting, assessment_id: str, *, wave: WaveLabel) -> Assessment:
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True)
        if assessment.wave == wave:
            return assessment
        refuse_second_wave(tx, acting.reach_brand(tx, assessment.brand_id), wave)
        renamed = Assessment.model_validate(assessment.model_dump() | {"wave": wave})
        tx.assessments.update(renamed)
    return renamed


def archive(acting: Acting, assessment_id: str) -> Assessment:
    """Take an assessment out of the lists; nothing of it is lost."""
    return _mark(acting, assessment_id, {"archived_at": acting.now()})


def unarchive(acting: Acting, assessment_id: str) -> Assessment:
    return _mark(acting, assessment_id, {"archived_at": None})


def delete(acting: Acting, assessment_id: str) -> Assessment:
    """Delete an assessment; `DAYS_TO_UNDO` long it can be brought back.

    A benchmark that it is in is no longer shown from this moment, as when consent is withdrawn.
    """
    return _mark(acting, assessment_id, {"deleted_at": acting.now()})


def undelete(acting: Acting, assessment_id: str) -> Assessment:
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True, deleted=True)
        refuse_second_wave(tx, acting.reach_brand(tx, assessment.brand_id), assessment.wave)
        restored = assessment.model_copy(update={"deleted_at": None})
        tx.assessments.update(restored)
    return restored


def _mark(acting: Acting, assessment_id: str, update: Mapping[str, object]) -> Assessment:
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, lock=True)
        marked = assessment.model_copy(update=dict(update))
        tx.assessments.update(marked)
        if marked.deleted_at:
            tx.releases.end_with_assessment(assessment_id, marked.deleted_at)
    return marked


def refuse_second_wave(tx: Transaction, brand: Brand, wave: str) -> None:
    """Raise `AlreadyExists` if the brand has this wave."""
    for other in tx.assessments.of_brand(brand.id):
        if other.wave == wave and other.deleted_at is None:
            message = worded(
                "{brand} has an assessment {wave} already ({id})",
                brand=brand.name,
                wave=wave,
                id=other.id,
            )
            raise AlreadyExists(message, id=other.id, archived=other.archived_at is not None)
