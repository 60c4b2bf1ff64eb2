"""Brands, waves and answers for the page tests, put into the store by the use cases themselves."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from dashboard import bootstrap
from dashboard.domain.access import Workspace, WorkspaceKind
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.document import Document
from dashboard.services import answers as saving
from dashboard.services import assessments, brands, files, people
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet, open_sheet
from dashboard.services.portfolio import BrandLine, portfolio
from tests.builders import TESTS, Short, answer

WORKED_FILE = TESTS.parent / "docs" / "examples" / "worked-brand.json"
DATA_TRUST = "data-trust@1.0.0"
FERRY_LINE = "ferry-line@1.0.0"
THEIRS = "theirs"
NORTHWIND = "Northwind Outfitters"
NOW, THEN, FIRST = "2026-Q4", "2026-Q2", "2026-Q1"
DAYS = {NOW: date(2026, 10, 1), THEN: date(2026, 4, 1), FIRST: date(2026, 1, 15)}


def read_settings_again() -> None:
    """Close the database; the environment says which one comes next, and which catalogue.

    What was drawn is forgotten: another questionnaire may go by the same name and version.
    """
    bootstrap.reset()
    st.cache_resource.clear()


def acting() -> Acting:
    return bootstrap.get_acting()


def begin(
    given: Mapping[str, Answer] | None = None,
    *,
    brand: str = NORTHWIND,
    wave: str = NOW,
    questionnaire: str = DATA_TRUST,
    complete: bool = False,
    by: Acting | None = None,
) -> str:
    """Put an assessment with its answers into somebody's own workspace; returns its id."""
    who = by or acting()
    document = Document(
        questionnaire=questionnaire,
        brand=BrandProfile(name=brand),
        brand_keys=("name",),
        wave=wave,
        dated=DAYS.get(wave),
        answers=given or {},
    )
    workspace = THEIRS if by else people.OWN_WORKSPACE_ID
    (begun,) = files.import_documents(who, workspace, [document])
    if complete:
        assessments.complete(who, begun.id)
    return begun.id


def somebody_else() -> Acting:
    """A person with a workspace in which the local user has no part."""
    here = acting()
    with here.store.begin() as tx:
        tx.users.add(THEIRS, "Somebody else", here.now())
        workspace = Workspace(id=THEIRS, name="Theirs", kind=WorkspaceKind.OWN)
        tx.workspaces.add(workspace, here.now())
        tx.users.join(THEIRS, THEIRS, people.OWNER, here.now())
        user = tx.users.get(THEIRS)
    assert user
    return replace(here, user=user)


def sheet(assessment_id: str) -> Sheet:
    return open_sheet(acting(), assessment_id)


def stored(assessment_id: str, *items: str) -> list[int | str | None]:
    """What the store holds for the items: a level, a state, or None."""
    found = sheet(assessment_id).answers
    return [one.level or one.state.value if (one := found.get(item)) else None for item in items]


def save(assessment_id: str, item: str, value: Short | Answer | None) -> None:
    """Save as another person would, over whatever stands there."""
    given = value if isinstance(value, Answer) or value is None else answer(value)
    present = sheet(assessment_id).stored.get(item)
    version = present.version if present else 0
    saving.record(acting(), assessment_id, item, given, read_version=version)


def history(assessment_id: str, item: str) -> list[int | str | None]:
    """The item's values, newest first."""
    entries = saving.history(acting(), assessment_id, item)
    return [e.answer.level or e.answer.state.value if e.answer else None for e in entries]


def brand_lines(*, demo: bool = False) -> dict[str, BrandLine]:
    """The brands of the user's own workspace, or of the demo's, by name."""
    workspaces = people.workspaces(acting())
    return {
        line.brand.name: line
        for workspace in workspaces
        if workspace.is_demo == demo
        for line in portfolio(acting(), workspace).lines
    }


def describe(brand: str, industry: str, region: str) -> None:
    there = brand_lines()[brand].brand
    profile = BrandProfile(name=brand, industry=industry, region=region)
    brands.change(acting(), there.id, profile, read=there.profile)


def later(assessment: str, item: str, level: int) -> None:
    """Save two minutes from now, in an entry of its own."""
    here = acting()
    moment = here.now() + timedelta(minutes=2)
    then = replace(here, now=lambda: moment)
    version = sheet(assessment).stored[item].version
    saving.record(then, assessment, item, Answer.at(level), read_version=version)


def names() -> list[str]:
    """The brands of the user's own workspace."""
    return list(brand_lines())


def waves(brand: str = NORTHWIND) -> list[str]:
    """The waves of a brand, newest first."""
    return [one.assessment.wave for one in brand_lines()[brand].waves]
