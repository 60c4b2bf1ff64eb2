"""A workshop's votes for other programs, once they were revealed."""

from secrets import SystemRandom

from dashboard.domain.votes import Votes, votes
from dashboard.domain.workshop import NotAtThisStage
from dashboard.services import workshops
from dashboard.services.acting import Acting


def of_workshop(acting: Acting, workshop_id: str) -> Votes:
    """No more than the reveal shows; `NotAtThisStage` before it.

    What was revealed never goes back to being collected, so the stage that was read still holds.
    """
    room = workshops.open_room(acting, workshop_id)
    if room.workshop.stage not in workshops.SHOWN:
        raise NotAtThisStage(f"workshop {room.workshop.code} is {room.workshop.stage}")
    with acting.store.read() as tx:
        ballots = tx.ratings.ballots(workshop_id)
    return votes(room.questionnaire, room.items, ballots, SystemRandom())
