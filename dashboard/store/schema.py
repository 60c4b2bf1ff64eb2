"""The tables, in the order in which rows can be added. A change here comes with a migration.

Everything that people enter names its workspace, and keys of two columns see to it that a row
and what it belongs to are in the same one.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.store.columns import Moment, Texts

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


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


def _rating_columns() -> list[Column[object] | CheckConstraint]:
    return [
        Column("state", Text, nullable=False),
        Column("level", Integer),
        Column("reason", Text),
        CheckConstraint("state IN ('level', 'dont_know', 'not_applicable')", name="state"),
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
    Column("dated", Date),
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

TABLES = (
    workspaces,
    users,
    members,
    brands,
    assessments,
    answers,
    history,
    workshops,
    participants,
    ratings,
    agreed,
)
"""Each after the tables that it refers to."""

ADDED: dict[str, tuple[Table, ...]] = {"0002": (workshops, participants, ratings, agreed)}
"""Revision to the tables that came with it; the others were there from the first."""


def tables_at(revision: str) -> tuple[Table, ...]:
    """The tables that a revision has: an archive of it holds no others."""
    later = [table for since, tables in ADDED.items() if since > revision for table in tables]
    return tuple(table for table in TABLES if table not in later)
