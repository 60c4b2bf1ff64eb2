"""A release: a frozen, dated snapshot of what may be said of the cohorts of an installation.

It holds no exact number and no organisation, so whatever shows, exports or keeps it can give none
away. New ones come on fixed days alone, and only when enough has changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Final

from pydantic import Field

from dashboard.domain.assessment import BrandProfile
from dashboard.domain.cohort import (
    ALL,
    LEAST,
    OVERALL,
    Cohort,
    Kind,
    Organisation,
    capped,
)
from dashboard.domain.differencing import FEWEST_CHANGES, Before, Difference
from dashboard.domain.disclosure import Share, Told, protects
from dashboard.domain.distribution import (
    EVIDENCE_STEP,
    MOST_ORGANISATIONS,
    STEP,
    Distribution,
    distribution,
    rounded,
)
from dashboard.domain.pattern import Pattern, pattern
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Whole
from dashboard.domain.text import Frozen, StatedText

MONTHS: Final = (1, 7)
"""Releases are due on the first of January and of July."""


class ReleasedCohort(Frozen):
    cohort: Cohort
    n: Annotated[Whole, Field(ge=LEAST, le=MOST_ORGANISATIONS, multiple_of=STEP)]
    """Organisations, rounded to five."""
    evidence: Annotated[Whole, Field(ge=0, le=100, multiple_of=EVIDENCE_STEP)]
    """Percent of their answers that rest on some evidence, rounded to ten."""
    scores: dict[str, Distribution]
    """By measure: "overall" and the pillars."""


class Release(Frozen):
    publisher: StatedText
    consent: StatedText
    """What those in it were asked, and agreed to."""
    licence: StatedText
    questionnaire: StatedText
    method: StatedText
    released: date
    """The day on which it was due: who had consented before that day is in it."""
    cohorts: tuple[ReleasedCohort, ...]
    synthetic: bool = False
    """Made up, for the demo; said wherever it is shown."""

    @cached_property
    def by_cohort(self) -> dict[Cohort, ReleasedCohort]:
        return {one.cohort: one for one in self.cohorts}

    @property
    def all(self) -> ReleasedCohort:
        return self.by_cohort[ALL]

    def of(self, kind: Kind, profile: BrandProfile) -> ReleasedCohort | None:
        """The cohort of a kind that a brand belongs to, if it is shown."""
        stated = profile.model_dump(include={"industry", "region", "size"})
        found = (c for c in self.cohorts if c.cohort.kind is kind and c.cohort.holds(**stated))
        return next(found, None)


class NoRelease(StrEnum):
    """Why a day has brought no new release."""

    TOO_FEW = "too_few"
    TOO_LITTLE_CHANGED = "too_little_changed"
    NOT_AGAIN_YET = "not_again_yet"
    """The last one has ended, and one or two changed: the difference would be about them."""


class Snapshot(Frozen):
    """A release and who is in it; the second part is for the store alone."""

    release: Release
    members: tuple[Organisation, ...]


def due_on(day: date) -> date:
    """The last fixed day up to this one."""
    month = max(month for month in MONTHS if month <= day.month)
    return date(day.year, month, 1)


def next_due(day: date) -> date:
    """The first fixed day after this one."""
    later = [month for month in MONTHS if month > day.month]
    return date(day.year, later[0], 1) if later else date(day.year + 1, MONTHS[0], 1)


def snapshot(
    organisations: Sequence[Organisation],
    *,
    heading: Mapping[str, object],
    sizes_in_order: Sequence[str],
    earlier: Sequence[Before] = (),
) -> Snapshot | NoRelease:
    """Make a release of these organisations, or say why there is none.

    Several are tried, the fullest first: without cohorts of size, and with nothing but all. The
    first that withstands the attack is made (`disclosure`). A cohort that was too small in an
    `earlier` release, newest last, is shown only if ten organisations or more have changed since:
    otherwise whoever knows how many came could tell how small it was. One that differs by one or
    two from what it was in any of them is not shown either (`differencing`).
    """
    members = capped(organisations)
    if len(members) < LEAST:
        return NoRelease.TOO_FEW
    since = [Difference(one, members) for one in earlier]
    if since and (kept := _kept_back(since)):
        return kept
    near = [one.before for one in since if one.organisations < LEAST]

    def too_soon(cohort: Cohort) -> bool:
        if any(0 < one.number(cohort) < LEAST for one in near):
            return True
        return any(one.tells_of_few(cohort) for one in since)

    found = pattern(members, sizes_in_order=sizes_in_order, kept_hidden=too_soon)
    cohorts = _safest(found)
    return Snapshot(
        release=Release.model_validate({**heading, "cohorts": cohorts}), members=members
    )


def _kept_back(since: Sequence[Difference]) -> NoRelease | None:
    """An ended release of just these organisations may come again: it differs by nobody."""
    last = since[-1]
    changes, ended = last.organisations, last.before.ended
    enough = changes >= FEWEST_CHANGES or (ended and changes == 0)
    if enough and not any(one.tells_of_few(ALL) for one in since):
        return None
    return NoRelease.NOT_AGAIN_YET if ended else NoRelease.TOO_LITTLE_CHANGED


def _safest(found: Pattern) -> tuple[ReleasedCohort, ...]:
    """The fullest of several choices of cohorts that withstands the attack."""
    for kinds in (frozenset(Kind), frozenset(Kind) - {Kind.SIZE}):
        untold = frozenset(cohort for cohort in found.members if cohort.kind not in kinds)
        untold |= found.untold
        tried = replace(found, untold=untold)
        cohorts = tuple(_of(cohort, found.members[cohort]) for cohort in tried.shown)
        if protects(tried, _told(cohorts)):
            return cohorts
    return (_of(ALL, found.members[ALL]),)


def _of(cohort: Cohort, own: Sequence[Organisation]) -> ReleasedCohort:
    evidence = 100 * sum(one.evidence for one in own) / len(own)
    scores = {
        measure: distribution([one.scores[measure] for one in own])
        for measure in (OVERALL, *sorted(own[0].scores.keys() - {OVERALL}))
    }
    return ReleasedCohort.model_validate(
        {
            "cohort": cohort,
            "n": rounded(len(own)),
            "evidence": EVIDENCE_STEP * whole(evidence / EVIDENCE_STEP),
            "scores": scores,
        }
    )


def _told(cohorts: Sequence[ReleasedCohort]) -> list[Told]:
    measures = cohorts[0].scores
    scores = [{one.cohort: one.scores[measure] for one in cohorts} for measure in measures]
    return [*scores, {one.cohort: Share(percent=one.evidence) for one in cohorts}]
