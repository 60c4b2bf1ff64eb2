"""Releases of an installation's cohorts, and where an assessment stands in them.

A release belongs to the installation, not to a workspace: it holds nobody's data, only what
`domain.release` lets out of ten organisations or more. The demo has a made-up one of its own.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Final

from dashboard.catalog import DATA
from dashboard.domain.cohort import LEAST, OVERALL
from dashboard.domain.differencing import Before
from dashboard.domain.eligibility import Obstacle
from dashboard.domain.pack import read_pack
from dashboard.domain.release import (
    NoRelease,
    Release,
    due_on,
    next_due,
    snapshot,
)
from dashboard.domain.scoring import METHOD_VERSION
from dashboard.domain.standing import Silence, Standing, places
from dashboard.services import consents
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.store.errors import AlreadyTaken
from dashboard.store.releases import StoredRelease

DEMO_PACK: Final = DATA / "demo" / "peers" / "cohort.json"
PUBLISHER: Final = "Candour installation"
LICENCE: Final = "Not stated"
COMPARED_ALL_THE_SAME: Final = (Obstacle.DEMO, Obstacle.NOT_LATEST)


class NothingToExport(LookupError):
    """No release of this questionnaire is shown now."""


def release(acting: Acting, questionnaire: str) -> StoredRelease | NoRelease:
    """Make the release that is due, of whoever had consented before its day; or say why not.

    Whenever it is called within half a year, the same organisations are asked for: the day alone
    decides. Where the day has its release already, that one is returned.
    """
    acting.catalog.find(questionnaire)
    due = due_on(acting.now().date())
    try:
        with acting.store.begin() as tx:
            # Before the releases are looked at: from here on nobody withdraws, which ends one.
            before = datetime.combine(due, time(), UTC)
            organisations = tx.consents.organisations(questionnaire, before=before)
            last_few = tx.releases.last_few(questionnaire)
            if last_few and last_few[0].due >= due:
                return last_few[0]
            made = snapshot(
                organisations,
                heading=_heading(questionnaire, due),
                sizes_in_order=list(acting.catalog.vocabulary.size),
                earlier=[
                    Before(
                        fingerprints=tx.releases.fingerprints(one.id),
                        ended=one.ended_at is not None,
                    )
                    for one in reversed(last_few)
                ],
            )
            if isinstance(made, NoRelease):
                return made
            stored = StoredRelease(
                id=acting.new_id(),
                due=due,
                release=made.release,
                made_at=acting.now(),
                ended_at=None,
            )
            tx.releases.add(stored, made.members, by=acting.user.id)
    except AlreadyTaken:
        return release(acting, questionnaire)
    return stored


def _heading(questionnaire: str, due: date) -> Mapping[str, object]:
    return {
        "publisher": PUBLISHER,
        "consent": consents.consent_words("en"),
        "licence": LICENCE,
        "questionnaire": questionnaire,
        "method": METHOD_VERSION,
        "released": due,
    }


def place_of(acting: Acting, sheet: Sheet) -> Standing:
    """Where an assessment stands among those of its installation, or why that is not said."""
    acting.reach_workspace(sheet.workspace.id, to_change=False)
    today = acting.now().date()
    if sheet.workspace.is_demo:
        made_up = demo_release(acting)
        shown_here = made_up if fits(made_up, sheet) else None
        found = consents.obstacles_of(acting, sheet)
        return standing_in(shown_here, sheet, obstacles=found, today=today)
    reference = sheet.questionnaire.reference
    with acting.store.read() as tx:
        found = consents.obstacles_in(tx, sheet)
        latest = tx.releases.latest(reference)
        if latest and not fits(latest.release, sheet):
            latest = None
        shown = latest if latest and latest.ended_at is None else None
        counted = tx.releases.particulars(shown.id, sheet.assessment.id) if shown else None
        taking_part = 0 if shown else tx.consents.few(reference)
    silence = None if shown else _silence(latest, taking_part)
    return standing_in(
        shown.release if shown else None,
        sheet,
        obstacles=found,
        today=today,
        counted=counted,
        silence=silence,
        taking_part=taking_part,
    )


def fits(release: Release, sheet: Sheet) -> bool:
    """Whether its scores are of the same questions, computed in the same way."""
    same = release.questionnaire == sheet.questionnaire.reference
    return same and release.method == METHOD_VERSION


def _silence(latest: StoredRelease | None, taking_part: int) -> Silence:
    if latest:
        return Silence.ENDED
    return Silence.TOO_FEW if taking_part < LEAST else Silence.NOT_DUE


def standing_in(
    shown: Release | None,
    sheet: Sheet,
    *,
    obstacles: tuple[Obstacle, ...],
    today: date,
    counted: dict[str, str] | None = None,
    silence: Silence | None = None,
    taking_part: int = 0,
) -> Standing:
    """The place of a sheet that the caller was let open, in a release or a pack.

    An earlier wave cannot count itself, but can be compared; so can a demo brand with its like.
    """
    scores = {OVERALL: sheet.result.overall.score} | {
        pillar.id: pillar.score for pillar in sheet.result.pillars
    }
    known = {measure: score for measure, score in scores.items() if score is not None}
    in_the_way = tuple(one for one in obstacles if one not in COMPARED_ALL_THE_SAME)
    compared = shown if not in_the_way else None
    coverage = sheet.result.coverage
    found, absent = places(compared, sheet.brand.profile, known, counted=counted)
    return Standing(
        release=shown,
        member=counted is not None,
        places=found,
        absent=absent,
        silence=silence or (None if shown else Silence.TOO_FEW),
        obstacles=in_the_way,
        without_level=coverage.applicable - coverage.answered,
        taking_part=taking_part,
        next_due=next_due(today),
    )


def demo_release(acting: Acting) -> Release:
    """The made-up release that is shown in the demo workspace, and nowhere else."""
    catalog = acting.catalog
    return read_pack(
        DEMO_PACK.read_bytes(), DEMO_PACK, find=catalog.find, vocabulary=catalog.vocabulary
    )


def published(acting: Acting, questionnaire: str) -> Release:
    """The release that is shown now, to be passed on; `NothingToExport` if there is none."""
    acting.catalog.find(questionnaire)
    with acting.store.read() as tx:
        latest = tx.releases.latest(questionnaire)
    if latest is None or latest.ended_at is not None:
        raise NothingToExport(f"there is no release of {questionnaire} to export")
    return latest.release
