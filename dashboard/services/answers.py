"""Giving, changing, withdrawing and putting back answers.

A change names the version of the answer that it read. If somebody else has saved since, nothing
is overwritten: the value goes into the history as set aside, and the caller gets both to choose.
"""

from collections.abc import Iterable, Mapping

from dashboard.domain.answer import Answer, AnswerChanged, HistoryEntry, StoredAnswer, check
from dashboard.domain.assessment import Assessment, AssessmentIsComplete
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction


class NoSuchItem(LookupError):
    """The questionnaire has no item of this id."""


def record(
    acting: Acting,
    assessment_id: str,
    item_id: str,
    answer: Answer | None,
    *,
    read_version: int,
    new_entry: bool = False,
) -> StoredAnswer:
    """Store an answer, or its withdrawal (None), over the version that was read (0: none).

    A `new_entry` of the history leaves also what was there for less than a minute to be put back.

    Raises `AnswerRefused`, `AssessmentIsComplete`, `NotAllowed`, or `AnswerChanged` with both
    values if somebody else has saved another one since.
    """
    with acting.store.begin() as tx:
        assessment = _open(tx, acting, assessment_id)
        stored = put(
            tx,
            acting,
            assessment,
            item_id,
            answer,
            read_version=read_version,
            new_entry=new_entry,
        )
    if stored.answer != answer:
        raise AnswerChanged(current=stored, yours=answer)
    return stored


def put(
    tx: Transaction,
    acting: Acting,
    assessment: Assessment,
    item_id: str,
    answer: Answer | None,
    *,
    read_version: int,
    by_hand: bool = True,
    new_entry: bool = False,
) -> StoredAnswer:
    """Store an answer inside a use case; returns what stands there, which may be another's.

    `by_hand` is a person at the item, whose changes within a minute are one entry of the history
    unless one is to be a `new_entry`; what a file, another version or a workshop brings always is.
    """
    if by_hand or answer is not None:  # what a questionnaire has lost since can be withdrawn
        _check(acting, assessment, item_id, answer)
    by, now = acting.user.id, acting.now()
    stored = tx.answers.replace(
        assessment, item_id, answer, read_version=read_version, by=by, now=now
    )
    if stored is None:
        current = tx.answers.get(assessment.id, item_id) or StoredAnswer(
            item_id=item_id, answer=None, version=0, changed_at=now, changed_by=by
        )
        if current.answer != answer:
            tx.history.note(assessment, item_id, answer, by=by, now=now, set_aside=True)
        return current
    tx.history.note(assessment, item_id, answer, by=by, now=now, new_entry=new_entry or not by_hand)
    return stored


def put_first(
    tx: Transaction, acting: Acting, assessment: Assessment, given: Mapping[str, Answer]
) -> None:
    """Store all answers of an assessment that has just been begun, inside a use case."""
    for item_id, answer in given.items():
        _check(acting, assessment, item_id, answer)
    by, now = acting.user.id, acting.now()
    tx.answers.add(assessment, given, by=by, now=now)
    tx.history.begin(assessment, given, by=by, now=now)


def adopt(acting: Acting, assessment_id: str, answers: Iterable[tuple[str, Answer]]) -> int:
    """Give the items that have no answer yet the ones of last time; returns how many stand."""
    taken = 0
    with acting.store.begin() as tx:
        assessment = _open(tx, acting, assessment_id)
        stored = tx.answers.of(assessment_id)
        for item_id, answer in answers:
            present = stored.get(item_id)
            if present and present.answer is not None:
                continue
            version = present.version if present else 0
            given = put(tx, acting, assessment, item_id, answer, read_version=version)
            taken += given.answer == answer
    return taken


def history(acting: Acting, assessment_id: str, item_id: str) -> list[HistoryEntry]:
    """Every value that the item had, newest first, with the names of those who gave them."""
    with acting.store.read() as tx:
        acting.reach_assessment(tx, assessment_id)
        entries = tx.history.of(assessment_id, item_id)
        names = tx.users.names(entry.changed_by for entry in entries)
    return [
        entry.model_copy(update={"changed_by_name": names.get(entry.changed_by, entry.changed_by)})
        for entry in entries
    ]


def _open(tx: Transaction, acting: Acting, assessment_id: str) -> Assessment:
    assessment = acting.reach_assessment(tx, assessment_id, share=True)
    if not assessment.open_for_answers:
        raise AssessmentIsComplete(
            f"assessment {assessment_id} is complete: reopen it to change it"
        )
    return assessment


def _check(acting: Acting, assessment: Assessment, item_id: str, answer: Answer | None) -> None:
    questionnaire = acting.questionnaire(assessment)
    item = questionnaire.items_by_id.get(item_id)
    if item is None:
        raise NoSuchItem(f"{questionnaire.reference} has no item {item_id}")
    if answer is not None:
        check(answer, item, questionnaire)
