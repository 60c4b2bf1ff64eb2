"""Cohorts: who is compared with whom, and which organisations of an installation count.

An organisation is a brand record with its latest complete assessment. Cohorts are fixed: all, an
industry, a region, a size, an industry of a size. There is no filter of one's own.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final
from unicodedata import normalize

from dashboard.domain.text import Frozen

LEAST: Final = 10
"""Organisations from which a cohort is shown, the viewer's included."""
LARGEST_GROUP: Final = 0.25
"""What brands of one parent may be of a cohort."""
MOST_NOT_APPLICABLE: Final = 0.2
"""Of a questionnaire's items; beyond it two assessments are not about the same."""
NOT_STATED: Final = "not_stated"
"""A brand that does not say its industry, region or size: counted, and never a cohort."""
BETWEEN: Final = "|"
"""Between the parts of a fingerprint; the last three are industry, region and size."""
OVERALL: Final = "overall"
"""The first measure; the others are the pillars, by id."""


class Kind(StrEnum):
    ALL = "all"
    INDUSTRY = "industry"
    REGION = "region"
    SIZE = "size"
    INDUSTRY_SIZE = "industry_size"


class Cohort(Frozen):
    """Which keys of the vocabulary it takes together; an empty tuple takes all of them."""

    industry: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    size: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        if self.industry and self.size:
            return Kind.INDUSTRY_SIZE
        if self.industry:
            return Kind.INDUSTRY
        if self.region:
            return Kind.REGION
        return Kind.SIZE if self.size else Kind.ALL

    def holds(self, *, industry: str | None, region: str | None, size: str | None) -> bool:
        """Whether a brand of these particulars belongs to it."""
        pairs = ((self.industry, industry), (self.region, region), (self.size, size))
        return all(not keys or stated in keys for keys, stated in pairs)


ALL: Final = Cohort()


class Organisation(Frozen):
    """What counts of one brand: its particulars and its scores, 0 to 100, by measure."""

    brand_id: str
    assessment_id: str
    workspace_id: str
    group: str
    """The parent's name, or its own: two brands with one group are not independent."""
    industry: str
    region: str
    size: str
    scores: dict[str, float]
    evidence: float
    """The share, 0 to 1, of its answers that rest on some evidence."""
    since: datetime
    """When consent was given."""

    @property
    def fingerprint(self) -> str:
        """Two releases differ by an organisation if this does, whenever it consented."""
        counted = json.dumps([self.scores, self.evidence], sort_keys=True)
        digest = hashlib.sha256(counted.encode()).hexdigest()
        parts = (self.assessment_id, digest, self.group)
        return BETWEEN.join((*parts, self.industry, self.region, self.size))

    def belongs_to(self, cohort: Cohort) -> bool:
        return cohort.holds(industry=self.industry, region=self.region, size=self.size)


def particulars_of(fingerprint: str) -> dict[str, str]:
    """What an organisation said of itself when it was counted."""
    industry, region, size = fingerprint.rsplit(BETWEEN, 3)[1:]
    return {"industry": industry, "region": region, "size": size}


def group_of(name: str, parent: str | None) -> str:
    """Whose brand it is, however it is written; a parent that takes part itself is of its group.

    Full-width letters, as Chinese keyboards give them, are the same letters.
    """
    return " ".join(normalize("NFKC", parent or name).casefold().split())


def capped(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """Without those by which a group would be more than a quarter of what remains.

    Who consented first stays, so nobody is pushed out by a sibling that comes later. One brand of
    a group always stays. The cap is applied once, to all: cohorts then add up to their sums, and
    one in which a group still has more than its share is not shown (`dominated`).
    """
    in_order = sorted(organisations, key=lambda one: (one.since, one.brand_id))
    most = _most_of_a_group(Counter(one.group for one in in_order))
    taken: Counter[str] = Counter()
    kept = []
    for one in in_order:
        if taken[one.group] < most:
            taken[one.group] += 1
            kept.append(one)
    return tuple(kept)


def _most_of_a_group(groups: Counter[str]) -> int:
    """The greatest number of brands a group, so that none is above its share of all that stay."""
    for most in range(max(groups.values(), default=1), 1, -1):
        if most <= LARGEST_GROUP * sum(min(count, most) for count in groups.values()):
            return most
    return 1


def dominated(members: Sequence[Organisation]) -> bool:
    """Whether one group has more than its share of a cohort."""
    largest = max(Counter(one.group for one in members).values(), default=0)
    return largest > 1 and largest > LARGEST_GROUP * len(members)
