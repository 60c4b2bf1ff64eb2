"""What a facilitator does with a workshop: open it, lead it from stage to stage, agree, close.

The stage stands in the store and names its version, so that two facilitators at two devices see
the same and the slower of two presses is told instead of obeyed.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import Answer, AnswerRefused, check, fitting
from dashboard.domain.assessment import Assessment, AssessmentIsComplete, Brand
from dashboard.domain.message import worded
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.reveal import Reveal, reveal
from dashboard.domain.workshop import (
    CODE_ALPHABET,
    CODE_LENGTH,
    DAYS_TO_JOIN,
    STEPS,
    Agreed,
    NoSuchStep,
    NotAtThisStage,
    Progress,
    Setup,
    Stage,
    StageMoved,
    Workshop,
    readable_code,
)
from dashboard.i18n import Words
from dashboard.services import answers
from dashboard.services.acting import Acting
from dashboard.services.provenance import provenance
from dashboard.store.store import Transaction

SHOWN = (Stage.REVEALED, Stage.CLOSED)
"""The stages at which ratings may be seen."""


@dataclass(frozen=True)
class Room:
    """One workshop with all that is needed to lead it."""

    workshop: Workshop
    assessment: Assessment
    brand: Brand
    questionnaire: Questionnaire

    @property
    def items(self) -> tuple[Item, ...]:
        return self.workshop.items_of(self.questionnaire)


def begin(acting: Acting, assessment_id: str, setup: Setup) -> Workshop:
    """Prepare a workshop on an assessment that takes answers; nobody is let in yet."""
    with acting.store.begin() as tx:
        assessment = acting.reach_assessment(tx, assessment_id, share=True)
        _refuse_complete(assessment)
        _check_dimensions(acting.questionnaire(assessment), setup)
        now = acting.now()
        workshop = Workshop(
            id=acting.new_id(),
            workspace_id=assessment.workspace_id,
            assessment_id=assessment.id,
            code=_free_code(tx),
            stage=Stage.DRAFT,
            setup=setup,
            created_at=now,
            expires_at=_expiry(now),
        )
        tx.workshops.add(workshop, by=acting.user.id)
    return workshop


def of_workspace(acting: Acting, workspace_id: str) -> list[Room]:
    """The workshops whose assessment is not put away, the newest first."""
    acting.reach_workspace(workspace_id)
    with acting.store.read() as tx:
        found = [_room(tx, acting, one) for one in tx.workshops.of_workspace(workspace_id)]
    return [room for room in found if room is not None]


def open_room(acting: Acting, workshop_id: str) -> Room:
    with acting.store.read() as tx:
        return _reach(tx, acting, tx.workshops.get(workshop_id), workshop_id)


def by_code(acting: Acting, code: str) -> Room:
    """The workshop of a code, however it is typed; another's is as unknown as a wrong code."""
    with acting.store.read() as tx:
        return _reach(tx, acting, tx.workshops.by_code(readable_code(code) or ""), code)


def set_up(acting: Acting, workshop: Workshop, setup: Setup) -> Workshop:
    """Change what is decided before anybody is let in; later, the expected number and the note."""
    room = open_room(acting, workshop.id)
    _check_dimensions(room.questionnaire, setup)
    kept = workshop.setup.model_copy(update={"expected": setup.expected, "note": setup.note})
    return _change(acting, workshop, setup=setup if workshop.stage is Stage.DRAFT else kept)


def move(acting: Acting, workshop: Workshop, to: Stage) -> Workshop:
    """Go to another stage from the one that was read. For closing see `close`.

    Whenever a workshop is opened, the days in which it lets people in begin anew.
    """
    if to not in STEPS[workshop.stage] or to is Stage.CLOSED:
        raise NoSuchStep(f"a workshop that is {workshop.stage} cannot become {to}")
    if workshop.stage is Stage.CLOSED and not progress(acting, workshop.id).joined:
        raise NoSuchStep("without any rating there is nothing to reopen")
    if to is not Stage.COLLECTING:
        return _change(acting, workshop, stage=to)
    return _change(acting, workshop, stage=to, expires_at=_expiry(acting.now()))


def progress(acting: Acting, workshop_id: str) -> Progress:
    """How many joined and finished: counts of people, at every stage."""
    return follow(acting, open_room(acting, workshop_id))[1]


def follow(acting: Acting, room: Room) -> tuple[Workshop, Progress]:
    """A room's workshop as it stands by now, and how far its people are, in one statement."""
    dimensions = {
        one.id: tuple(item.id for item in one.items)
        for one in room.workshop.dimensions_of(room.questionnaire)
    }
    with acting.store.read() as tx:
        found = tx.workshops.follow(room.workshop.id, dimensions)
    if found is None or not acting.user.may_change(found[0].workspace_id):
        raise NotAllowed(f"there is no workshop {room.workshop.id} for you")
    return found


def look(acting: Acting, workshop_id: str) -> Reveal:
    """Everything that may be shown; `NotAtThisStage` before the ratings were revealed."""
    with acting.store.read() as tx:
        room = _reach(tx, acting, tx.workshops.get(workshop_id), workshop_id)
        _need(room.workshop, *SHOWN)
        return _revealed(tx, room)


def agree(
    acting: Acting, workshop_id: str, item_id: str, answer: Answer | None, *, reason: str | None
) -> None:
    """Note what the room agreed on for an item, and why if it says so; None takes it back."""
    with acting.store.begin() as tx:
        found = tx.workshops.get(workshop_id, share=True)
        room = _reach(tx, acting, found, workshop_id)
        _need(room.workshop, Stage.REVEALED)
        item = next((one for one in room.items if one.id == item_id), None)
        if item is None:
            raise answers.NoSuchItem(f"this workshop has no item {item_id}")
        if answer is None:
            tx.agreements.take_back(workshop_id, item_id)
            return
        check(answer, item, room.questionnaire)
        noted = Agreed(
            item_id=item_id,
            answer=answer,
            reason=reason if reason and reason.strip() else None,
            agreed_at=acting.now(),
            agreed_by=acting.user.id,
        )
        tx.agreements.put(room.workshop, noted)


def close(acting: Acting, workshop: Workshop, t: Words) -> Workshop:
    """Make the outcome the assessment's answers, each with a note of where it comes from.

    Both or neither. An item with fewer than three ratings that was not agreed on stays as it is.
    """
    if workshop.stage is not Stage.REVEALED:
        raise NoSuchStep(f"a workshop that is {workshop.stage} cannot become {Stage.CLOSED}")
    with acting.store.begin() as tx:
        _reach(tx, acting, tx.workshops.get(workshop.id), workshop.id)
        assessment = acting.reach_assessment(tx, workshop.assessment_id, lock=True)
        closed = _changed(tx, acting, workshop, stage=Stage.CLOSED)
        room = _reach(tx, acting, closed, workshop.id)
        _refuse_complete(assessment)
        _write_down(tx, acting, room, t)
    return closed


def _write_down(tx: Transaction, acting: Acting, room: Room, t: Words) -> None:
    """Needs the assessment locked: what others save now would stand in the place of the outcome."""
    stored = tx.answers.of(room.assessment.id)
    before = fitting(stored, room.questionnaire)
    for one in _revealed(tx, room).items:
        if one.closes_with is None:
            continue
        outcome = _outcome(one.closes_with, before.get(one.item_id), provenance(one, t))
        version = stored[one.item_id].version if one.item_id in stored else 0
        answers.put(
            tx,
            acting,
            room.assessment,
            one.item_id,
            outcome,
            read_version=version,
            by_hand=False,
        )


def _outcome(closes_with: Answer, before: Answer | None, note: str) -> Answer:
    """What the room says, with its note. Evidence for the same level goes on supporting it."""
    kept: dict[str, object] = {}
    if before and before.level is not None and before.level == closes_with.level:
        kept = {"evidence": before.evidence, "links": before.links}
    return closes_with.model_copy(update={**kept, "note": note})


def delete_votes(acting: Acting, workshop_id: str) -> int:
    """Remove all participants with what they gave, for good; returns how many there were."""
    with acting.store.begin() as tx:
        _reach(tx, acting, tx.workshops.get(workshop_id, lock=True), workshop_id)
        return tx.ratings.remove_all(workshop_id)


def remove(acting: Acting, workshop_id: str) -> None:
    """Remove a workshop and all that was given in it; the assessment keeps its answers."""
    with acting.store.begin() as tx:
        _reach(tx, acting, tx.workshops.get(workshop_id), workshop_id)
        tx.workshops.remove(workshop_id)


def _expiry(now: datetime) -> datetime:
    return now + timedelta(days=DAYS_TO_JOIN)


def _room(tx: Transaction, acting: Acting, workshop: Workshop) -> Room | None:
    assessment = tx.assessments.get(workshop.assessment_id)
    brand = tx.brands.get(assessment.brand_id) if assessment else None
    if assessment is None or brand is None or brand.deleted_at or not acting.shows(assessment):
        return None
    return Room(workshop, assessment, brand, acting.questionnaire(assessment))


def _reach(tx: Transaction, acting: Acting, workshop: Workshop | None, name: str) -> Room:
    if workshop is None or not acting.user.may_change(workshop.workspace_id):
        raise NotAllowed(f"there is no workshop {name} for you")
    assessment, brand = acting.reach_both(tx, workshop.assessment_id)
    return Room(workshop, assessment, brand, acting.questionnaire(assessment))


def _revealed(tx: Transaction, room: Room) -> Reveal:
    before = fitting(tx.answers.of(room.assessment.id), room.questionnaire)
    ballots = tx.ratings.ballots(room.workshop.id)
    agreed = tx.agreements.of(room.workshop.id)
    return reveal(room.questionnaire, room.items, ballots, agreed, before)


def _change(acting: Acting, workshop: Workshop, **changes: object) -> Workshop:
    with acting.store.begin() as tx:
        return _changed(tx, acting, workshop, **changes)


def _changed(tx: Transaction, acting: Acting, workshop: Workshop, **changes: object) -> Workshop:
    """The workshop with these changes; `StageMoved` if it is not as it was read."""
    _reach(tx, acting, tx.workshops.get(workshop.id), workshop.id)
    wanted = workshop.model_copy(update=changes)
    if not tx.workshops.change(wanted):
        raise StageMoved(_reach(tx, acting, tx.workshops.get(workshop.id), workshop.id).workshop)
    return wanted.model_copy(update={"version": workshop.version + 1})


def _need(workshop: Workshop, *stages: Stage) -> None:
    if workshop.stage not in stages:
        raise NotAtThisStage(f"workshop {workshop.code} is {workshop.stage}")


def _refuse_complete(assessment: Assessment) -> None:
    if not assessment.open_for_answers:
        raise AssessmentIsComplete(
            f"assessment {assessment.id} is complete: reopen it to change it"
        )


def _check_dimensions(questionnaire: Questionnaire, setup: Setup) -> None:
    unknown = set(setup.dimensions) - {one.id for one in questionnaire.dimensions}
    if unknown:
        named = ", ".join(sorted(unknown))
        raise AnswerRefused(
            worded(
                "{questionnaire} has no dimension {ids}",
                questionnaire=questionnaire.reference,
                ids=named,
            )
        )


def _free_code(tx: Transaction) -> str:
    while True:
        code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
        if tx.workshops.by_code(code) is None:
            return code
