"""Workshops, their participants, what these gave, and what the room agreed on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def rating(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.CheckConstraint(
            "state IN ('level', 'dont_know', 'not_applicable')", name=op.f(f"ck_{table}_state")
        ),
        sa.CheckConstraint(
            "(level IS NOT NULL) = (state = 'level')", name=op.f(f"ck_{table}_level")
        ),
    ]


def upgrade() -> None:
    _workshops()
    _participants()
    _ratings()
    _agreed()


def _workshops() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("assessment_id", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("dimensions", sa.Text, nullable=False),
        sa.Column("langs", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("expected", sa.Integer, nullable=False),
        sa.Column("note", sa.Text),
        moment("created_at"),
        sa.Column("created_by", sa.Text, nullable=False),
        moment("expires_at"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.UniqueConstraint("code", name="uq_workshops_code"),
        sa.UniqueConstraint("workspace_id", "id", name="uq_workshops_workspace_id_id"),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name="fk_workshops_created_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["assessments.workspace_id", "assessments.id"],
            name="fk_workshops_workspace_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "stage IN ('draft', 'collecting', 'locked', 'revealed', 'closed')",
            name=op.f("ck_workshops_stage"),
        ),
    )
    op.create_index("ix_workshops_assessment_id", "workshops", ["assessment_id"])


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("workshop_id", sa.Text, nullable=False),
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("finished", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.UniqueConstraint(
            "workspace_id", "workshop_id", "id", name="uq_participants_workspace_id_workshop_id_id"
        ),
        sa.UniqueConstraint(
            "workshop_id", "token_hash", name="uq_participants_workshop_id_token_hash"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "workshop_id"],
            ["workshops.workspace_id", "workshops.id"],
            name="fk_participants_workspace_id",
            ondelete="CASCADE",
        ),
    )


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("workshop_id", sa.Text, nullable=False),
        sa.Column("participant_id", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        *rating("ratings"),
        sa.PrimaryKeyConstraint("participant_id", "item_id", name="pk_ratings"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "workshop_id", "participant_id"],
            ["participants.workspace_id", "participants.workshop_id", "participants.id"],
            name="fk_ratings_workspace_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_ratings_workshop_id", "ratings", ["workshop_id"])


def _agreed() -> None:
    op.create_table(
        "agreed",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("workshop_id", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        *rating("agreed"),
        sa.Column("agreement_reason", sa.Text),
        moment("agreed_at"),
        sa.Column("agreed_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "item_id", name="pk_agreed"),
        sa.ForeignKeyConstraint(["agreed_by"], ["users.id"], name="fk_agreed_agreed_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "workshop_id"],
            ["workshops.workspace_id", "workshops.id"],
            name="fk_agreed_workspace_id",
            ondelete="CASCADE",
        ),
    )
