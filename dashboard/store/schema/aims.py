"""What brands aim at: the score that is good enough for a dimension."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Table,
    Text,
)

from dashboard.store.columns import Day, Moment
from dashboard.store.schema.naming import metadata

targets = Table(
    "targets",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("brand_id", Text, primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("dimension_id", Text, primary_key=True),
    Column("score", Double, nullable=False),
    Column("reason", Text, nullable=False),
    Column("due", Day, nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("set_by", Text, ForeignKey("users.id"), nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "brand_id"], ["brands.workspace_id", "brands.id"], ondelete="CASCADE"
    ),
    CheckConstraint("score BETWEEN 0 AND 100", name="score"),
)
