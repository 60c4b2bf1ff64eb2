"""The name, logo and colours that the reports of a workspace have."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "looks",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("logo", sa.Text),
        sa.Column("accent", sa.Text, nullable=False),
        sa.Column("pillars", sa.Text, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_looks"),
        sa.ForeignKeyConstraint(["set_by"], ["users.id"], name="fk_looks_set_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_looks_workspace_id",
            ondelete="CASCADE",
        ),
    )
