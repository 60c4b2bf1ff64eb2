"""Taking a draft over to a newer version of its questionnaire.

A draft stays on the version it was begun on until somebody moves it. Answers to items that ask the
same in both versions go along; the others are withdrawn and stay in the history. Where a workshop
was begun, a draft does not move: ratings belong to the words that people read.
"""

from dataclasses import dataclass

from dashboard.domain.assessment import Assessment, AssessmentIsComplete
from dashboard.domain.continuity import goes_along
from dashboard.domain.questionnaire import Questionnaire
from dashboard.services import answers
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet


class OtherQuestionnaire(ValueError):
    """A draft moves between versions of one questionnaire, never to another one."""


class HasWorkshop(Exception):
    """A workshop was begun on the draft, so it stays on its version."""


@dataclass(frozen=True)
class Move:
    """What moving to `to` would keep, item by item."""

    to: Questionnaire
    kept: tuple[str, ...]
    lost: tuple[str, ...]


def possible_move(acting: Acting, sheet: Sheet) -> Move | None:
    """The move to the newest version; None where the sheet is on it, or may not move."""
    newest = acting.catalog.latest(sheet.questionnaire.id)
    if newest.reference == sheet.questionnaire.reference or not sheet.assessment.open_for_answers:
        return None
    with acting.store.read() as tx:
        if tx.workshops.any_on(sheet.assessment.id):
            return None
    kept = tuple(
        id_
        for id_, answer in sheet.answers.items()
        if goes_along(answer, id_, sheet.questionnaire, newest)
    )
    return Move(newest, kept, tuple(id_ for id_ in sheet.answers if id_ not in kept))


def move(acting: Acting, sheet: Sheet, reference: str) -> Assessment:
    """Move a draft to another version; what cannot go along is withdrawn first."""
    to = acting.catalog.find(reference)
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, sheet.assessment.id, lock=True)
        if not assessment.open_for_answers:
            raise AssessmentIsComplete(f"assessment {assessment.id} is complete: reopen it first")
        if tx.workshops.any_on(assessment.id):
            raise HasWorkshop(f"assessment {assessment.id} has a workshop: it stays on its version")
        on = acting.questionnaire(assessment)
        if on.id != to.id:
            raise OtherQuestionnaire(f"{reference} is not a version of {on.id}")
        for item_id, stored in tx.answers.of(assessment.id).items():
            if stored.answer and not goes_along(stored.answer, item_id, on, to):
                version = stored.version
                answers.put(
                    tx, acting, assessment, item_id, None, read_version=version, by_hand=False
                )
        moved = assessment.model_copy(update={"questionnaire": reference})
        tx.assessments.update(moved)
    return moved
