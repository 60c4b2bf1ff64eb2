"""Workshops, who joined, what they gave, and what the room agreed on."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.store.columns import Moment, Texts
from dashboard.store.schema.naming import metadata


def _rating_columns() -> list[Column[object] | CheckConstraint]:
    return [
        Column("state", Text, nullable=False),
        Column("level", Integer),
        Column("reason", Text),
        CheckConstraint("state IN ('level', 'dont_know', 'not_applicable')", name="state"),
        CheckConstraint("(level IS NOT NULL) = (state = 'level')", name="level"),
    ]


workshops = Table(
    "workshops",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("assessment_id", Text, nullable=False, index=True),
    Column("code", Text, nullable=False, unique=True),
    Column("stage", Text, nullable=False),
    Column("dimensions", Texts, nullable=False),
    Column("langs", Texts, nullable=False),
    Column("roles", Texts, nullable=False),
    Column("expected", Integer, nullable=False),
    Column("note", Text),
    Column("created_at", Moment, nullable=False),
    Column("created_by", Text, ForeignKey("users.id"), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
    CheckConstraint(
        "stage IN ('draft', 'collecting', 'locked', 'revealed', 'closed')", name="stage"
    ),
)

participants = Table(
    "participants",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("workshop_id", Text, nullable=False),
    Column("token_hash", Text, nullable=False),
    Column("role", Text),
    Column("finished", Boolean, nullable=False),
    UniqueConstraint("workspace_id", "workshop_id", "id"),
    UniqueConstraint("workshop_id", "token_hash"),
    ForeignKeyConstraint(
        ["workspace_id", "workshop_id"],
        ["workshops.workspace_id", "workshops.id"],
        ondelete="CASCADE",
    ),
)

ratings = Table(
    "ratings",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("workshop_id", Text, nullable=False, index=True),
    Column("participant_id", Text, primary_key=True),
    Column("item_id", Text, primary_key=True),
    *_rating_columns(),
    ForeignKeyConstraint(
        ["workspace_id", "workshop_id", "participant_id"],
        ["participants.workspace_id", "participants.workshop_id", "participants.id"],
        ondelete="CASCADE",
    ),
)

agreed = Table(
    "agreed",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("workshop_id", Text, primary_key=True),
    Column("item_id", Text, primary_key=True),
    *_rating_columns(),
    Column("agreement_reason", Text),
    Column("agreed_at", Moment, nullable=False),
    Column("agreed_by", Text, ForeignKey("users.id"), nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "workshop_id"],
        ["workshops.workspace_id", "workshops.id"],
        ondelete="CASCADE",
    ),
)
