"""Consents to be compared, releases and who is in them, and packs of other publishers."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Table,
    Text,
)

from dashboard.store.columns import Day, Moment
from dashboard.store.schema.naming import metadata

consents = Table(
    "consents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("assessment_id", Text, nullable=False),
    Column("completed_at", Moment, nullable=False),
    Column("scores", Text, nullable=False),
    Column("evidence", Double, nullable=False),
    Column("words", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("given_by", Text, ForeignKey("users.id"), nullable=False),
    Column("withdrawn_at", Moment),
    Column("withdrawn_by", Text, ForeignKey("users.id")),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
    CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn"),
)
Index(
    "ix_consents_standing",
    consents.c.assessment_id,
    unique=True,
    sqlite_where=consents.c.withdrawn_at.is_(None),
    postgresql_where=consents.c.withdrawn_at.is_(None),
)
Index("ix_consents_workspace_id", consents.c.workspace_id)

releases = Table(
    "releases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("questionnaire", Text, nullable=False),
    Column("due", Day, nullable=False),
    Column("content", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", Text, ForeignKey("users.id"), nullable=False),
    Column("ended_at", Moment),
    Index(None, "questionnaire", "due", unique=True),
)

release_members = Table(
    "release_members",
    metadata,
    Column("release_id", Text, ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True),
    Column("assessment_id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("brand_id", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
    Index(None, "assessment_id"),
)

packs = Table(
    "packs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("content", Text, nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("imported_by", Text, ForeignKey("users.id"), nullable=False),
    Index(None, "workspace_id"),
)
