"""The tables, in the order in which rows can be added. A change here comes with a migration.

Everything that people enter names its workspace, and keys of two columns see to it that a row
and what it belongs to are in the same one.
"""

from sqlalchemy import Table

from dashboard.store.schema.aims import targets
from dashboard.store.schema.looks import looks
from dashboard.store.schema.naming import metadata
from dashboard.store.schema.peers import consents, packs, release_members, releases
from dashboard.store.schema.plans import efforts, plan_steps, plans
from dashboard.store.schema.rooms import agreed, participants, ratings, workshops
from dashboard.store.schema.work import (
    answers,
    assessments,
    brands,
    history,
    members,
    users,
    workspaces,
)

__all__ = [
    "TABLES",
    "agreed",
    "answers",
    "assessments",
    "brands",
    "consents",
    "efforts",
    "history",
    "looks",
    "members",
    "metadata",
    "packs",
    "participants",
    "plan_steps",
    "plans",
    "ratings",
    "release_members",
    "releases",
    "tables_at",
    "targets",
    "users",
    "workshops",
    "workspaces",
]

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
    efforts,
    plans,
    plan_steps,
    targets,
    consents,
    releases,
    release_members,
    packs,
    looks,
)
"""Each after the tables that it refers to."""

ADDED: dict[str, tuple[Table, ...]] = {
    "0002": (workshops, participants, ratings, agreed),
    "0003": (targets,),
    "0004": (consents, releases, release_members, packs),
    "0005": (efforts, plans, plan_steps),
    "0006": (looks,),
}
"""Revision to the tables that came with it; the others were there from the first."""


def tables_at(revision: str) -> tuple[Table, ...]:
    """The tables that a revision has: an archive of it holds no others."""
    later = [table for since, tables in ADDED.items() if since > revision for table in tables]
    return tuple(table for table in TABLES if table not in later)
