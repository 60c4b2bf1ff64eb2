"""What two releases tell when one is taken from the other.

Twelve with a mean of 57.5 and the same without one, with 56.0, say that the one has 74. So what
differs by one or two organisations is not published: nothing at all if it is all that differs so,
and no single cohort. It is counted by what the numbers are made of: a brand that was renamed, or
moved to another region, makes no number of all brands any different.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.domain.cohort import ALL, BETWEEN, Cohort, Organisation, particulars_of
from dashboard.domain.text import Frozen

FEWEST_CHANGES: Final = 3
"""Organisations that entered, left or changed, for a new release to be made."""
TOLD_BY_NONE: Final = 100
"""Organisations of a cohort, then and now together, from which one of them stays anywhere: each
mean is told to half a point either way, so two of n and m tell a score to n + m points."""


class Before(Frozen):
    """An earlier release: the fingerprints of those who were in it, by brand."""

    fingerprints: dict[str, str]
    ended: bool = False
    """Somebody in it has withdrawn or was deleted, for good or not."""

    def number(self, cohort: Cohort) -> int:
        """How many of a cohort were in it."""
        return sum(
            count
            for one, count in self._by_particulars.items()
            if cohort.holds(**particulars_of(one))
        )

    @cached_property
    def _by_particulars(self) -> Counter[str]:
        return Counter(_particulars(one) for one in self.fingerprints.values())


@dataclass(frozen=True)
class Difference:
    """Who entered, left or changed between an earlier release and these."""

    before: Before
    members: Collection[Organisation]

    @cached_property
    def _moves(self) -> Counter[tuple[str | None, str | None, bool]]:
        """Particulars then and now, None of who was or is not there, and whether it scored alike;
        nothing of those of whom all is the same."""
        then, now = self.before.fingerprints, {one.brand_id: one for one in self.members}
        found: Counter[tuple[str | None, str | None, bool]] = Counter()
        for brand in then.keys() | now.keys():
            was = then.get(brand)
            is_now = now[brand].fingerprint if brand in now else None
            there = was and _particulars(was)
            here = is_now and _particulars(is_now)
            alike = bool(was and is_now) and _counted(was or "") == _counted(is_now or "")
            if not (alike and there == here):
                found[there, here, alike] += 1
        return found

    @property
    def organisations(self) -> int:
        """In any way that a release shows."""
        return self._moves.total()

    def within(self, cohort: Cohort) -> int:
        """Of those by which the numbers of a cohort are made others."""
        total = 0
        for (there, here, alike), count in self._moves.items():
            was, is_now = _belongs(there, cohort), _belongs(here, cohort)
            if (was or is_now) and not (was and is_now and alike):
                total += count
        return total

    def tells_of_few(self, cohort: Cohort) -> bool:
        """Whether a cohort differs by so few that its means tell of them."""
        if not 0 < self.within(cohort) < FEWEST_CHANGES:
            return False
        now = sum(one.belongs_to(cohort) for one in self.members)
        return cohort == ALL or self.before.number(cohort) + now < TOLD_BY_NONE


def _counted(fingerprint: str) -> str:
    """The digest of the scores; what stands around it is whose they are."""
    return fingerprint.split(BETWEEN, 2)[1]


def _particulars(fingerprint: str) -> str:
    return BETWEEN.join(("", *fingerprint.rsplit(BETWEEN, 3)[1:]))


def _belongs(particulars: str | None, cohort: Cohort) -> bool:
    return particulars is not None and cohort.holds(**particulars_of(particulars))
