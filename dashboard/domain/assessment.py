"""A brand, and its assessments: one brand, one wave, one questionnaire version."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from dashboard.domain.message import Message
from dashboard.domain.text import Frozen, StatedText

MAX_NAME = 200
MAX_WAVE = 40

Name = Annotated[StatedText, StringConstraints(max_length=MAX_NAME)]
WaveLabel = Annotated[StatedText, StringConstraints(max_length=MAX_WAVE)]

DAYS_TO_UNDO = 30
"""How long something deleted can be brought back."""


class BrandProfile(Frozen):
    """What is said of a brand. Industry, region and size are keys of the vocabulary."""

    name: Name
    industry: str | None = None
    region: str | None = None
    size: str | None = None
    parent: Name | None = None


class Brand(Frozen):
    id: str
    workspace_id: str
    profile: BrandProfile
    archived_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def name(self) -> str:
        return self.profile.name


class Status(StrEnum):
    DRAFT = "draft"
    COMPLETE = "complete"
    REOPENED = "reopened"


class Assessment(Frozen):
    id: str
    workspace_id: str
    brand_id: str
    wave: WaveLabel
    questionnaire: str
    """`id@version`; an assessment stays with the version it was begun on."""
    status: Status
    dated: date | None
    """The date that orders waves, where one was given; otherwise the day of `created_at` counts."""
    created_at: datetime
    completed_at: datetime | None = None
    archived_at: datetime | None = None
    deleted_at: datetime | None = None
    brand_keys: tuple[str, ...] | None = None
    """Which keys an imported file stated of the brand, so that export states the same ones."""

    @property
    def day(self) -> date:
        return self.dated or self.created_at.date()

    @property
    def open_for_answers(self) -> bool:
        return self.status is not Status.COMPLETE


class AssessmentIsComplete(Exception):
    """A complete assessment takes no answers until it is reopened."""


class AlreadyExists(Exception):
    """A brand of this name, or a wave of this brand, is there already; `id` names it."""

    def __init__(
        self,
        message: Message,
        *,
        id: str,  # noqa: A002  (an id is what it is)
        archived: bool,
    ) -> None:
        super().__init__(message)
        self.id = id
        self.archived = archived
