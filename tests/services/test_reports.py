"""What a report says is what the sheet says: no more, and marked as it is."""

import pytest

from dashboard.domain.assessment import Assessment, Brand
from dashboard.domain.robustness import robustness
from dashboard.domain.saved_plan import Aim
from dashboard.domain.step import next_steps
from dashboard.services import assessments, benchmarks, demo, people, plans, reports, targets
from dashboard.services.acting import Acting
from dashboard.services.portfolio import portfolio
from dashboard.store.releases import StoredRelease
from tests.builders import worked_brand
from tests.domain.aims import target
from tests.services.cohorts import taking_part
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, say_all


@pytest.mark.slow
def test_it_says_what_the_sheet_says_on_the_day(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    say_all(ann, draft.id, worked_brand())
    clock.go_on(days=3)

    found = reports.report_of(ann, draft.id, lang="zh")

    sheet = assessments.open_sheet(ann, draft.id)
    assert (found.brand, found.wave, found.lang) == ("Alder Teas", "2026-Q4", "zh")
    assert (found.answers, found.result) == (sheet.answers, sheet.result)
    assert found.steps == next_steps(sheet.questionnaire, sheet.answers)
    assert found.profile == sheet.brand.profile
    assert found.made_on == clock().date()
    assert found.in_progress
    assert not found.demo
    assert found.before is None


def test_a_complete_assessment_is_not_in_progress(ann: Acting, draft: Assessment) -> None:
    assessments.complete(ann, draft.id)

    assert not reports.report_of(ann, draft.id, lang="en").in_progress


@pytest.mark.parametrize(("questionnaire", "compared"), [(QUESTIONNAIRE, True), (FERRY, False)])
def test_only_a_wave_on_the_same_questionnaire_is_compared(
    ann: Acting, brand: Brand, clock: Clock, questionnaire: str, compared: bool
) -> None:
    assessments.begin(ann, brand.id, wave="2026-Q2", questionnaire=questionnaire)
    clock.go_on(days=90)
    now = assessments.begin(ann, brand.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)

    before = reports.report_of(ann, now.id, lang="en").before

    assert (before is not None) == compared
    assert before is None or before.wave == "2026-Q2"


def test_the_demo_is_made_up(ann: Acting) -> None:
    demo.load(ann)
    member = ann.store.read
    with member() as tx:
        user = tx.users.get(ann.user.id)
    assert user
    me = Acting(ann.store, ann.catalog, user, ann.now)
    (workspace,) = [one for one in people.workspaces(me) if one.is_demo]

    for line in portfolio(me, workspace).lines:
        for sheet in line.waves:
            found = reports.gather(me, sheet, lang="en")
            assert found.demo
            assert found.peers is None or found.peers.synthetic


def test_it_says_plan_targets_and_range_where_they_are(ann: Acting, draft: Assessment) -> None:
    say_all(ann, draft.id, worked_brand())
    plan = plans.save(ann, draft.id, [("ST4.1", 1)], Aim(), read_version=0)
    targets.put(ann, draft.brand_id, target("ST1", 60), read=None)

    found = reports.report_of(ann, draft.id, lang="en")

    assert found.plan == plan
    assert [(gap.target.dimension_id, gap.short) for gap in found.gaps] == [("ST1", 10)]
    assert found.firmness == robustness(found.questionnaire, worked_brand())


def test_of_nine_others_nothing_is_said_and_of_twelve_a_third(ann: Acting, clock: Clock) -> None:
    ids = taking_part(ann, 9)
    clock.go_on(days=240)
    assert not isinstance(benchmarks.release(ann, QUESTIONNAIRE), StoredRelease)
    assert reports.report_of(ann, ids[0], lang="en").peers is None

    taking_part(ann, 3, start=9)
    clock.go_on(days=240)
    assert isinstance(benchmarks.release(ann, QUESTIONNAIRE), StoredRelease)

    found = reports.report_of(ann, ids[0], lang="en").peers
    assert found is not None
    assert (found.finding, found.compared[0].n) == (
        "Lower third among participating brands",
        10,
    )
    assert not found.synthetic


def test_an_open_assessment_is_not_compared(ann: Acting, clock: Clock, draft: Assessment) -> None:
    taking_part(ann, 12)
    clock.go_on(days=240)
    benchmarks.release(ann, QUESTIONNAIRE)

    assert reports.report_of(ann, draft.id, lang="en").peers is None
