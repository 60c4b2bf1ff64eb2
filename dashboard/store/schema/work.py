"""Workspaces and who is in them, brands, their assessments, and the answers."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.store.columns import Day, Moment, Texts
from dashboard.store.schema.naming import metadata


def _answer_columns() -> list[Column[object] | CheckConstraint]:
    return [
        Column("state", Text, nullable=False),
        Column("level", Integer),
        Column("evidence", Integer),
        Column("reason", Text),
        Column("note", Text),
        Column("links", Texts),
        CheckConstraint(
            "state IN ('level', 'dont_know', 'not_applicable', 'unanswered')", name="state"
        ),
        CheckConstraint("(level IS NOT NULL) = (state = 'level')", name="level"),
    ]


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("kind IN ('own', 'demo')", name="kind"),
)

users = Table(
    "users",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("workspace_id", Text, ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, nullable=False),
    Column("joined_at", Moment, nullable=False),
    Index(None, "user_id"),
)

brands = Table(
    "brands",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("industry", Text),
    Column("region", Text),
    Column("size", Text),
    Column("parent", Text),
    Column("created_at", Moment, nullable=False),
    Column("created_by", Text, ForeignKey("users.id"), nullable=False),
    Column("archived_at", Moment),
    Column("deleted_at", Moment),
    UniqueConstraint("workspace_id", "id"),
)
Index(
    "ix_brands_live_name",
    brands.c.workspace_id,
    brands.c.name,
    unique=True,
    sqlite_where=brands.c.deleted_at.is_(None),
    postgresql_where=brands.c.deleted_at.is_(None),
)
Index(
    "ix_brands_deleted_at",
    brands.c.deleted_at,
    sqlite_where=brands.c.deleted_at.is_not(None),
    postgresql_where=brands.c.deleted_at.is_not(None),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("brand_id", Text, nullable=False),
    Column("wave", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("dated", Day),
    Column("brand_keys", Texts),
    Column("created_at", Moment, nullable=False),
    Column("created_by", Text, ForeignKey("users.id"), nullable=False),
    Column("completed_at", Moment),
    Column("archived_at", Moment),
    Column("deleted_at", Moment),
    Column("overall", Double),
    Column("band", Text),
    Column("method_version", Text),
    UniqueConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "brand_id"], ["brands.workspace_id", "brands.id"], ondelete="CASCADE"
    ),
    CheckConstraint("status IN ('draft', 'complete', 'reopened')", name="status"),
    Index(None, "brand_id"),
)
Index(
    "ix_assessments_live_wave",
    assessments.c.brand_id,
    assessments.c.wave,
    unique=True,
    sqlite_where=assessments.c.deleted_at.is_(None),
    postgresql_where=assessments.c.deleted_at.is_(None),
)
Index(
    "ix_assessments_deleted_at",
    assessments.c.deleted_at,
    sqlite_where=assessments.c.deleted_at.is_not(None),
    postgresql_where=assessments.c.deleted_at.is_not(None),
)

answers = Table(
    "answers",
    metadata,
    Column("assessment_id", Text, primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("item_id", Text, primary_key=True),
    *_answer_columns(),
    Column("version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, ForeignKey("users.id"), nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
)

history = Table(
    "history",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("workspace_id", Text, nullable=False),
    Column("assessment_id", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    *_answer_columns(),
    Column("begun_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, ForeignKey("users.id"), nullable=False),
    Column("set_aside", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
    Index(None, "assessment_id", "item_id", "id"),
)
