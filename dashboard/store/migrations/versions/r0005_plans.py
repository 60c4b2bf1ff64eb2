"""Efforts that a brand states itself, plans saved with assessments, and their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    _efforts()
    _plans()
    _plan_steps()


def _efforts() -> None:
    op.create_table(
        "efforts",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("brand_id", sa.Text, nullable=False),
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("effort", sa.Double, nullable=False),
        moment("changed_at"),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint(
            "brand_id", "questionnaire", "item_id", "level", name="pk_efforts"
        ),
        sa.ForeignKeyConstraint(["changed_by"], ["users.id"], name="fk_efforts_changed_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "brand_id"],
            ["brands.workspace_id", "brands.id"],
            name="fk_efforts_workspace_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("effort > 0", name=op.f("ck_efforts_effort")),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("assessment_id", sa.Text, nullable=False),
        sa.Column("budget", sa.Double),
        sa.Column("band", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        moment("saved_at"),
        sa.Column("saved_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_plans"),
        sa.UniqueConstraint(
            "workspace_id", "assessment_id", name="uq_plans_workspace_id_assessment_id"
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["users.id"], name="fk_plans_saved_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["assessments.workspace_id", "assessments.id"],
            name="fk_plans_workspace_id",
            ondelete="CASCADE",
        ),
    )


def _plan_steps() -> None:
    op.create_table(
        "plan_steps",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("assessment_id", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("to_level", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("effort", sa.Double, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("due", sa.Date),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        moment("changed_at"),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "item_id", "level", name="pk_plan_steps"),
        sa.ForeignKeyConstraint(["changed_by"], ["users.id"], name="fk_plan_steps_changed_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["plans.workspace_id", "plans.assessment_id"],
            name="fk_plan_steps_workspace_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("effort > 0", name=op.f("ck_plan_steps_effort")),
        sa.CheckConstraint(
            "status IN ('open', 'doing', 'done')", name=op.f("ck_plan_steps_status")
        ),
    )
