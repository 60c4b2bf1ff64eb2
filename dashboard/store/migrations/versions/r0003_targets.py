"""What is good enough for a brand, by dimension, with its reason and its date."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "targets",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("brand_id", sa.Text, nullable=False),
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("dimension_id", sa.Text, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "questionnaire", "dimension_id", name="pk_targets"),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name="fk_targets_set_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "brand_id"],
            ["brands.workspace_id", "brands.id"],
            name="fk_targets_workspace_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_targets_score")),
    )
