"""What a report says is what the sheet says: no more, and marked as it is."""

import pytest

from dashboard.domain.assessment import Assessment, Brand
from dashboard.domain.step import next_steps
from dashboard.services import assessments, demo, people, reports
from dashboard.services.acting import Acting
from dashboard.services.portfolio import portfolio
from tests.builders import worked_brand
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, say_all


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
        assert all(reports.gather(me, sheet, lang="en").demo for sheet in line.waves)
