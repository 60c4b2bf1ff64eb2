"""The first tables: workspaces, people, brands, assessments, answers and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def moment(name: str, *, needed: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not needed)


def upgrade() -> None:
    _workspaces_and_people()
    _brands()
    _assessments()
    _answers()
    _history()


def _workspaces_and_people() -> None:
    op.create_table(
        "workspaces",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        moment("created_at", needed=True),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
        sa.CheckConstraint("kind IN ('own', 'demo')", name=op.f("ck_workspaces_kind")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        moment("created_at", needed=True),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    op.create_table(
        "members",
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        moment("joined_at", needed=True),
        sa.PrimaryKeyConstraint("workspace_id", "user_id", name="pk_members"),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_members_workspace_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_members_user_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_members_user_id", "members", ["user_id"])


def _brands() -> None:
    op.create_table(
        "brands",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("industry", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("size", sa.Text),
        sa.Column("parent", sa.Text),
        moment("created_at", needed=True),
        sa.Column("created_by", sa.Text, nullable=False),
        moment("archived_at"),
        moment("deleted_at"),
        sa.PrimaryKeyConstraint("id", name="pk_brands"),
        sa.UniqueConstraint("workspace_id", "id", name="uq_brands_workspace_id_id"),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_brands_workspace_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name="fk_brands_created_by"),
    )
    _live_index("ix_brands_live_name", "brands", ["workspace_id", "name"])
    _deleted_index("brands")


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("brand_id", sa.Text, nullable=False),
        sa.Column("wave", sa.Text, nullable=False),
        sa.Column("questionnaire", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("dated", sa.Date),
        sa.Column("brand_keys", sa.Text),
        moment("created_at", needed=True),
        sa.Column("created_by", sa.Text, nullable=False),
        moment("completed_at"),
        moment("archived_at"),
        moment("deleted_at"),
        sa.Column("overall", sa.Double),
        sa.Column("band", sa.Text),
        sa.Column("method_version", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("workspace_id", "id", name="uq_assessments_workspace_id_id"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "brand_id"],
            ["brands.workspace_id", "brands.id"],
            name="fk_assessments_workspace_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name="fk_assessments_created_by"
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'complete', 'reopened')", name=op.f("ck_assessments_status")
        ),
    )
    op.create_index("ix_assessments_brand_id", "assessments", ["brand_id"])
    _live_index("ix_assessments_live_wave", "assessments", ["brand_id", "wave"])
    _deleted_index("assessments")


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("assessment_id", sa.Text, nullable=False),
        sa.Column("workspace_id", sa.Text, nullable=False),
        *_answer_columns(),
        sa.Column("version", sa.Integer, nullable=False),
        moment("changed_at", needed=True),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "item_id", name="pk_answers"),
        *_answer_constraints("answers"),
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("workspace_id", sa.Text, nullable=False),
        sa.Column("assessment_id", sa.Text, nullable=False),
        *_answer_columns(),
        moment("begun_at", needed=True),
        moment("changed_at", needed=True),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("set_aside", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        *_answer_constraints("history"),
    )
    op.create_index(
        "ix_history_assessment_id_item_id_id", "history", ["assessment_id", "item_id", "id"]
    )


def _answer_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("item_id", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("evidence", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("links", sa.Text),
    ]


def _answer_constraints(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["workspace_id", "assessment_id"],
            ["assessments.workspace_id", "assessments.id"],
            name=f"fk_{table}_workspace_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["changed_by"], ["users.id"], name=f"fk_{table}_changed_by"),
        sa.CheckConstraint(
            "state IN ('level', 'dont_know', 'not_applicable', 'unanswered')",
            name=op.f(f"ck_{table}_state"),
        ),
        sa.CheckConstraint(
            "(level IS NOT NULL) = (state = 'level')", name=op.f(f"ck_{table}_level")
        ),
    ]


def _live_index(name: str, table: str, columns: list[str]) -> None:
    live = sa.text("deleted_at IS NULL")
    op.create_index(
        name, table, columns, unique=True, sqlite_where=live, postgresql_where=live
    )


def _deleted_index(table: str) -> None:
    gone = sa.text("deleted_at IS NOT NULL")
    op.create_index(
        f"ix_{table}_deleted_at",
        table,
        ["deleted_at"],
        sqlite_where=gone,
        postgresql_where=gone,
    )
