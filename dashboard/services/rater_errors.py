"""How exact an assessment is, where the people who rated it are known: by its closed workshop."""

from collections.abc import Sequence

from dashboard.domain.assessment import Assessment
from dashboard.domain.detectable import RaterError, rater_error
from dashboard.domain.reveal import allowed
from dashboard.domain.workshop import Stage, Workshop
from dashboard.services.acting import Acting
from dashboard.store.store import Transaction


def rater_errors(acting: Acting, assessments: Sequence[str]) -> dict[str, RaterError]:
    """By assessment; one without a closed workshop whose votes are stored is absent.

    Of a room it tells two figures over all raters and dimensions, and never of fewer than three.
    """
    with acting.store.read() as tx:
        reached = [acting.reach_assessment(tx, one) for one in assessments]
        held = {id_: tx.workshops.of_workspace(id_) for id_ in {a.workspace_id for a in reached}}
        found = {a.id: _newest(tx, acting, a, held[a.workspace_id]) for a in reached}
    return {id_: error for id_, error in found.items() if error is not None}


def _newest(
    tx: Transaction, acting: Acting, assessment: Assessment, held: Sequence[Workshop]
) -> RaterError | None:
    """Of the newest workshop that tells anything."""
    for workshop in held:
        if workshop.assessment_id == assessment.id and workshop.stage is Stage.CLOSED:
            questionnaire = acting.questionnaire(assessment)
            items = workshop.items_of(questionnaire)
            ballots = allowed(questionnaire, items, tx.ratings.ballots(workshop.id))
            if error := rater_error(questionnaire, [ballot.answers for ballot in ballots]):
                return error
    return None
