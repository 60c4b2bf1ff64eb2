"""Consents to be compared, releases of cohorts and who is in them, packs of other publishers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def text(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=nullable)


def upgrade() -> None:
    _consents()
    _releases()
    _release_members()
    _packs()


def _consents() -> None:
    op.create_table(
        "consents",
        text("id"),
        text("workspace_id"),
        text("assessment_id"),
        moment("completed_at"),
        text("scores"),
        sa.Column("evidence", sa.Double, nullable=False),
        text("words"),
        text("lang"),
        moment("given_at"),
        text("given_by"),
        moment("withdrawn_at", nullable=True),
        text("withdrawn_by", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.ForeignKeyConstraint(["given_by"], ["users.id"], name="fk_consents_given_by"),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["users.id"], name="fk_consents_withdrawn_by"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["assessments.workspace_id", "assessments.id"],
            name="fk_consents_workspace_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name=op.f("ck_consents_withdrawn")
        ),
    )
    op.create_index(
        "ix_consents_standing",
        "consents",
        ["assessment_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_index("ix_consents_workspace_id", "consents", ["workspace_id"])


def _releases() -> None:
    op.create_table(
        "releases",
        text("id"),
        text("questionnaire"),
        sa.Column("due", sa.Date, nullable=False),
        text("content"),
        moment("made_at"),
        text("made_by"),
        moment("ended_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
        sa.ForeignKeyConstraint(["made_by"], ["users.id"], name="fk_releases_made_by"),
    )
    op.create_index(
        "ix_releases_questionnaire_due", "releases", ["questionnaire", "due"], unique=True
    )


def _release_members() -> None:
    op.create_table(
        "release_members",
        text("release_id"),
        text("assessment_id"),
        text("workspace_id"),
        text("brand_id"),
        text("fingerprint"),
        sa.PrimaryKeyConstraint("release_id", "assessment_id", name="pk_release_members"),
        sa.ForeignKeyConstraint(
            ["release_id"],
            ["releases.id"],
            name="fk_release_members_release_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["assessments.workspace_id", "assessments.id"],
            name="fk_release_members_workspace_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_release_members_assessment_id", "release_members", ["assessment_id"])


def _packs() -> None:
    op.create_table(
        "packs",
        text("id"),
        text("workspace_id"),
        text("content"),
        moment("imported_at"),
        text("imported_by"),
        sa.PrimaryKeyConstraint("id", name="pk_packs"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name="fk_packs_workspace_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["imported_by"], ["users.id"], name="fk_packs_imported_by"),
    )
    op.create_index("ix_packs_workspace_id", "packs", ["workspace_id"])
