"""Brands that take part: as many as a test needs, each with a complete assessment and consent."""

from collections.abc import Sequence

from dashboard.domain.assessment import BrandProfile
from dashboard.domain.consent import Consent
from dashboard.domain.document import Document
from dashboard.domain.release import NoRelease, next_due
from dashboard.domain.standing import Standing
from dashboard.services import assessments, benchmarks, consents, files
from dashboard.services.acting import Acting
from dashboard.services.assessments import open_sheet
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.releases import StoredRelease
from tests.builders import all_at
from tests.services.office import QUESTIONNAIRE, Clock


def completed(
    acting: Acting, name: str, level: int = 3, *, wave: str = "2026-Q4", **particulars: str
) -> str:
    """A brand with every question answered at one level; returns the assessment's id."""
    (one,) = all_completed(acting, [answered(name, level, wave=wave, **particulars)])
    return one


def all_completed(acting: Acting, documents: Sequence[Document]) -> Sequence[str]:
    """The ids of these assessments, complete."""
    begun = files.import_documents(acting, OWN_WORKSPACE_ID, documents)
    for one in begun:
        assessments.complete(acting, one.id)
    return [one.id for one in begun]


def answered(name: str, level: int, *, wave: str = "2026-Q4", **particulars: str) -> Document:
    """A brand's assessment with every question answered at one level."""
    return Document(
        questionnaire=QUESTIONNAIRE,
        brand=BrandProfile(name=name, **particulars),
        brand_keys=("name", *particulars),
        wave=wave,
        dated=None,
        answers=all_at(level),
    )


def taking_part(acting: Acting, count: int, *, start: int = 0, **particulars: str) -> Sequence[str]:
    """So many brands, at the levels 1, 2, 3, 4, 5, 1, …, which consent to be compared."""
    numbers = range(start, start + count)
    ids = all_completed(acting, [answered(f"Brand {n}", 1 + n % 5, **particulars) for n in numbers])
    for one in ids:
        consents.give(acting, one, "en")
    return ids


def consented(acting: Acting, assessment_id: str) -> Consent | None:
    """The consent that stands for an assessment as it was completed last."""
    taking = consents.participation(acting, open_sheet(acting, assessment_id))
    return taking.consent if taking.renewed else None


def half_a_year_on(clock: Clock) -> None:
    """To the morning of the next day on which a release is due."""
    days = (next_due(clock().date()) - clock().date()).days
    clock.go_on(days=days)


def released(acting: Acting, clock: Clock) -> StoredRelease | NoRelease:
    half_a_year_on(clock)
    return benchmarks.release(acting, QUESTIONNAIRE)


def withdraw(acting: Acting, assessment_id: str) -> None:
    standing = consented(acting, assessment_id)
    assert standing
    consents.withdraw(acting, standing.id)


def place(acting: Acting, assessment_id: str) -> Standing:
    return benchmarks.place_of(acting, open_sheet(acting, assessment_id))
