"""Organisations for tests of cohorts, written as briefly as they are read."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

from dashboard.domain.cohort import Organisation
from dashboard.domain.differencing import Before
from dashboard.domain.release import NoRelease, Snapshot, snapshot

SIZES = ("1-9", "10-49", "50-249", "250-999")
BEGIN = datetime(2026, 1, 1, 9, tzinfo=UTC)
HEADING = {
    "publisher": "Test",
    "consent": "We agree.",
    "licence": "CC BY 4.0",
    "questionnaire": "data-trust@1.0.0",
    "method": "1.0",
    "released": date(2026, 7, 1),
}
_numbers = count()


def one(score: float = 50, **fields: object) -> Organisation:
    """An organisation of its own group, with the same score everywhere."""
    n = next(_numbers)
    scores = dict.fromkeys(("overall", "VE", "DU", "ST"), score)
    return Organisation.model_validate(
        {
            "brand_id": f"brand-{n}",
            "assessment_id": f"assessment-{n}",
            "workspace_id": "own",
            "group": f"group-{n}",
            "industry": "retail",
            "region": "europe",
            "size": "250-999",
            "scores": scores,
            "evidence": 0.5,
            "since": BEGIN + timedelta(minutes=n),
        }
        | fields
    )


def several(n: int, score: float = 50, **fields: object) -> list[Organisation]:
    return [one(score, **fields) for _ in range(n)]


def tried(organisations: Sequence[Organisation], *earlier: Before) -> Snapshot | NoRelease:
    return snapshot(organisations, heading=HEADING, sizes_in_order=SIZES, earlier=earlier)


def made(organisations: Sequence[Organisation], *earlier: Before) -> Snapshot:
    found = tried(organisations, *earlier)
    assert isinstance(found, Snapshot), found
    return found


def after(found: Snapshot) -> Before:
    """What the next release knows of this one."""
    return Before(fingerprints={one.brand_id: one.fingerprint for one in found.members})
