"""Where an assessment stands among its peers, or why that is not said."""

from datetime import date
from enum import StrEnum

from dashboard.domain.assessment import BrandProfile
from dashboard.domain.cohort import Kind
from dashboard.domain.distribution import Shown
from dashboard.domain.eligibility import Obstacle
from dashboard.domain.release import Release, ReleasedCohort
from dashboard.domain.text import Frozen


class Silence(StrEnum):
    """Why there is nothing to be compared with."""

    TOO_FEW = "too_few"
    """Fewer than ten take part, or did on the last day on which a release was due."""
    NOT_DUE = "not_due"
    """Ten or more take part; the first release is still to come."""
    ENDED = "ended"
    """Somebody in the last release has withdrawn; the next one is still to come."""


class Absence(StrEnum):
    """Why a cohort is not shown to a brand."""

    NOT_STATED = "not_stated"
    HIDDEN = "hidden"


class CohortPlace(Frozen):
    """A place in one cohort, by measure."""

    released: ReleasedCohort
    member: bool
    """Whether the assessment was counted in it: what was counted is left out."""
    places: dict[str, Shown]


class Standing(Frozen):
    """What there is to say of one assessment among others."""

    release: Release | None
    member: bool
    """Whether it is in the release, and so left out of what it is compared with."""
    places: dict[Kind, CohortPlace]
    absent: dict[Kind, Absence]
    silence: Silence | None
    obstacles: tuple[Obstacle, ...]
    """Why this assessment cannot be compared, whatever others there are."""
    without_level: int
    """Questions that apply and are open or answered "I don't know"."""
    taking_part: int
    """Organisations that take part now; ten stands for ten or more."""
    next_due: date


def places(
    release: Release | None,
    profile: BrandProfile,
    scores: dict[str, float],
    *,
    counted: dict[str, str] | None,
) -> tuple[dict[Kind, CohortPlace], dict[Kind, Absence]]:
    """The place in each cohort that the brand belongs to, and why the others are not there.

    `counted` is what a member said of itself when the release was made: a cohort that it has joined
    since holds no record of its own to leave out.
    """
    found: dict[Kind, CohortPlace] = {}
    absent: dict[Kind, Absence] = {}
    for kind in Kind if release else ():
        released = release.of(kind, profile) if release else None
        if released:
            member = counted is not None and released.cohort.holds(**counted)
            found[kind] = CohortPlace(
                released=released,
                member=member,
                places={
                    measure: told.place(scores[measure], member=member)
                    for measure, told in released.scores.items()
                    if measure in scores
                },
            )
        else:
            absent[kind] = Absence.HIDDEN if _stated(kind, profile) else Absence.NOT_STATED
    return found, absent


def _stated(kind: Kind, profile: BrandProfile) -> bool:
    needed = {
        Kind.INDUSTRY: (profile.industry,),
        Kind.REGION: (profile.region,),
        Kind.SIZE: (profile.size,),
        Kind.INDUSTRY_SIZE: (profile.industry, profile.size),
    }.get(kind, ())
    return all(needed)
