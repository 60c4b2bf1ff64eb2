"""What the people of a workshop give, from joining to what the room agreed on.

A participant is a random id and the hash of a token. Nothing says when a rating was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, select, update

from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Agreed, Ballot, Participant, Workshop
from dashboard.store.inserting import insert_if_missing, insert_or_replace
from dashboard.store.rows import reads
from dashboard.store.schema import agreed, participants, ratings

_JOIN = insert_if_missing(participants, participants.c.workshop_id, participants.c.token_hash)
_JOINED = select(func.count()).where(participants.c.workshop_id == bindparam("id"))
_BY_TOKEN = select(participants).where(
    participants.c.workshop_id == bindparam("workshop_id"),
    participants.c.token_hash == bindparam("token_hash"),
)
_BY_TOKEN_TO_CHANGE = _BY_TOKEN.with_for_update(key_share=True)
_FINISH = update(participants).where(participants.c.id == bindparam("id_")).values(finished=True)
_EMPTY = delete(participants).where(participants.c.workshop_id == bindparam("id"))

_GIVE = insert_or_replace(ratings, "state", "level", "reason")
_TAKE_BACK = delete(ratings).where(
    ratings.c.participant_id == bindparam("participant_id_"),
    ratings.c.item_id == bindparam("item_id_"),
)
_OF_PARTICIPANT = select(ratings).where(ratings.c.participant_id == bindparam("id"))
_BALLOTS = (
    select(
        participants.c.id,
        participants.c.role,
        ratings.c.item_id,
        ratings.c.state,
        ratings.c.level,
        ratings.c.reason,
    )
    .outerjoin(ratings, ratings.c.participant_id == participants.c.id)
    .where(participants.c.workshop_id == bindparam("id"))
    .order_by(participants.c.id)
)
_AGREE = insert_or_replace(
    agreed, "state", "level", "reason", "agreement_reason", "agreed_at", "agreed_by"
)
_DISAGREE = delete(agreed).where(
    agreed.c.workshop_id == bindparam("workshop_id_"), agreed.c.item_id == bindparam("item_id_")
)
_AGREED = select(agreed).where(agreed.c.workshop_id == bindparam("id"))


@reads(participants)
def participant_of(row: RowMapping) -> Participant:
    return Participant(id=row["id"], role=row["role"], finished=row["finished"])


def _answer_of(row: RowMapping) -> Answer:
    return Answer(state=row["state"], level=row["level"], reason=row["reason"])


@reads(ratings)
def rating_of(row: RowMapping) -> Answer:
    return _answer_of(row)


@reads(agreed)
def agreed_of(row: RowMapping) -> Agreed:
    return Agreed(
        item_id=row["item_id"],
        answer=_answer_of(row),
        reason=row["agreement_reason"],
        agreed_at=row["agreed_at"],
        agreed_by=row["agreed_by"],
    )


def _columns(answer: Answer) -> dict[str, object]:
    return {"state": answer.state.value, "level": answer.level, "reason": answer.reason}


@dataclass(frozen=True)
class Ratings:
    """What participants give, from joining to the whole room's ballots."""

    connection: Connection

    def join(self, workshop: Workshop, participant: Participant, token_hash: str) -> bool:
        """Add a participant; False if one with this token is there, who then stays as they are."""
        row = {
            "id": participant.id,
            "workspace_id": workshop.workspace_id,
            "workshop_id": workshop.id,
            "token_hash": token_hash,
            "role": participant.role,
            "finished": participant.finished,
        }
        return self.connection.execute(_JOIN[self.connection.dialect.name], row).rowcount == 1

    def joined(self, workshop_id: str) -> int:
        count: int = self.connection.execute(_JOINED, {"id": workshop_id}).scalar_one()
        return count

    def participant(
        self, workshop_id: str, token_hash: str, *, lock: bool = False
    ) -> Participant | None:
        """Who joined with this token; `lock` keeps their other forms waiting."""
        keys = {"workshop_id": workshop_id, "token_hash": token_hash}
        query = _BY_TOKEN_TO_CHANGE if lock else _BY_TOKEN
        row = self.connection.execute(query, keys).mappings().first()
        return participant_of(row) if row else None

    def give(
        self, workshop: Workshop, participant_id: str, given: Mapping[str, Answer | None]
    ) -> None:
        """Put ratings in place of those that stand; None takes one back."""
        keys = {
            "workspace_id": workshop.workspace_id,
            "workshop_id": workshop.id,
            "participant_id": participant_id,
        }
        kept = [
            keys | {"item_id": item_id} | _columns(answer)
            for item_id, answer in given.items()
            if answer is not None
        ]
        gone = [
            {"participant_id_": participant_id, "item_id_": item_id}
            for item_id, answer in given.items()
            if answer is None
        ]
        if kept:
            self.connection.execute(_GIVE[self.connection.dialect.name], kept)
        if gone:
            self.connection.execute(_TAKE_BACK, gone)

    def finish(self, participant_id: str) -> None:
        self.connection.execute(_FINISH, {"id_": participant_id})

    def of_participant(self, participant_id: str) -> dict[str, Answer]:
        rows = self.connection.execute(_OF_PARTICIPANT, {"id": participant_id}).mappings()
        return {row["item_id"]: rating_of(row) for row in rows}

    def ballots(self, workshop_id: str) -> list[Ballot]:
        """Everybody's ratings. The order follows random ids and says nothing."""
        roles: dict[str, str | None] = {}
        given: dict[str, dict[str, Answer]] = {}
        for row in self.connection.execute(_BALLOTS, {"id": workshop_id}).mappings():
            roles[row["id"]] = row["role"]
            answers = given.setdefault(row["id"], {})
            if row["item_id"] is not None:
                answers[row["item_id"]] = rating_of(row)
        return [Ballot(role=roles[key], answers=answers) for key, answers in given.items()]

    def remove_all(self, workshop_id: str) -> int:
        """Remove everybody with what they gave, for good; returns how many there were."""
        return self.connection.execute(_EMPTY, {"id": workshop_id}).rowcount


@dataclass(frozen=True)
class Agreements:
    connection: Connection

    def put(self, workshop: Workshop, one: Agreed) -> None:
        """Put what was agreed in place of what stands for the item."""
        row = _columns(one.answer) | {
            "workspace_id": workshop.workspace_id,
            "workshop_id": workshop.id,
            "item_id": one.item_id,
            "agreement_reason": one.reason,
            "agreed_at": one.agreed_at,
            "agreed_by": one.agreed_by,
        }
        self.connection.execute(_AGREE[self.connection.dialect.name], row)

    def take_back(self, workshop_id: str, item_id: str) -> None:
        self.connection.execute(_DISAGREE, {"workshop_id_": workshop_id, "item_id_": item_id})

    def of(self, workshop_id: str) -> dict[str, Agreed]:
        """By item."""
        rows = self.connection.execute(_AGREED, {"id": workshop_id}).mappings()
        return {row["item_id"]: agreed_of(row) for row in rows}
