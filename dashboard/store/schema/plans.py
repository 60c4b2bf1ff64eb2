"""What a brand says of the effort of steps, and the plans that were saved with assessments."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from dashboard.store.columns import Day, Moment
from dashboard.store.schema.naming import metadata

efforts = Table(
    "efforts",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("brand_id", Text, primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("item_id", Text, primary_key=True),
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("effort", Double, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, ForeignKey("users.id"), nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "brand_id"], ["brands.workspace_id", "brands.id"], ondelete="CASCADE"
    ),
    CheckConstraint("effort > 0", name="effort"),
)

plans = Table(
    "plans",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("assessment_id", Text, primary_key=True),
    Column("budget", Double),
    Column("band", Text),
    Column("version", Integer, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("saved_by", Text, ForeignKey("users.id"), nullable=False),
    UniqueConstraint("workspace_id", "assessment_id"),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["assessments.workspace_id", "assessments.id"],
        ondelete="CASCADE",
    ),
)

plan_steps = Table(
    "plan_steps",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("assessment_id", Text, primary_key=True),
    Column("item_id", Text, primary_key=True),
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("to_level", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("effort", Double, nullable=False),
    Column("owner", Text),
    Column("due", Day),
    Column("status", Text, nullable=False),
    Column("note", Text),
    Column("version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Text, ForeignKey("users.id"), nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "assessment_id"],
        ["plans.workspace_id", "plans.assessment_id"],
        ondelete="CASCADE",
    ),
    CheckConstraint("effort > 0", name="effort"),
    CheckConstraint("status IN ('open', 'doing', 'done')", name="status"),
)
