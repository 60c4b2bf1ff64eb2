"""The name, logo and colours that a workspace's reports have; without a row, the house's own."""

from sqlalchemy import Column, ForeignKey, Table, Text

from dashboard.store.columns import Moment, Texts
from dashboard.store.schema.naming import metadata

looks = Table(
    "looks",
    metadata,
    Column("workspace_id", Text, ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("logo", Text),
    Column("accent", Text, nullable=False),
    Column("pillars", Texts, nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("set_by", Text, ForeignKey("users.id"), nullable=False),
)
"""`logo` is a PNG or JPEG in base64, so that an archive can hold it as a line of text."""
