"""Plans as use cases: kept with the assessment, worked on by several, followed in the next wave."""

from datetime import date
from functools import partial

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment
from dashboard.domain.saved_plan import (
    Aim,
    EffortChanged,
    PlanChanged,
    Progress,
    SavedStep,
    StepChanged,
    StepStatus,
    Work,
)
from dashboard.services import assessments, plans, reports
from dashboard.services.acting import Acting
from dashboard.services.answers import NoSuchItem
from tests.builders import worked_brand
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, at_once, say, say_all

STEPS = [("ST4.1", 1), ("ST1.2", 3), ("ST4.1", 2)]
MINE = Work(owner="Ann", due=date(2027, 1, 31), status=StepStatus.DOING, note="Ask Bob.")


@pytest.fixture
def worked(ann: Acting, draft: Assessment) -> str:
    say_all(ann, draft.id, worked_brand())
    return draft.id


@pytest.fixture
def planned(ann: Acting, worked: str) -> str:
    plans.save(ann, worked, STEPS, Aim(budget=10), read_version=0)
    return worked


def test_a_desk_has_the_next_steps_and_no_plan_yet(ann: Acting, worked: str) -> None:
    desk = plans.open_desk(ann, worked)

    assert desk.steps[0].item_id == "ST4.1"
    assert (desk.saved, desk.before, desk.efforts, desk.what_became) == (None, None, {}, ())


def test_a_plan_is_saved_with_the_assessment(ann: Acting, bob: Acting, planned: str) -> None:
    saved = plans.open_desk(bob, planned).saved

    assert saved
    assert [step.key for step in saved.steps] == STEPS
    assert [step.effort for step in saved.steps] == [3, 1, 2]
    assert (saved.aim, saved.version, saved.saved_by) == (Aim(budget=10), 1, ann.user.id)
    assert saved.progress == Progress(done=0, doing=0, steps=3, effort_done=0, effort=6)


def test_a_complete_assessment_takes_a_plan(ann: Acting, worked: str) -> None:
    assessments.complete(ann, worked)

    plans.save(ann, worked, STEPS, Aim(), read_version=0)

    assert plans.open_desk(ann, worked).saved


def test_another_plan_keeps_what_was_said_of_its_steps(ann: Acting, planned: str) -> None:
    plans.work_on(ann, planned, ("ST4.1", 1), MINE, read_version=1)

    plan = plans.save(
        ann, planned, [("VE1.1", 4), ("ST4.1", 1)], Aim(band="defined"), read_version=1
    )

    assert [(step.key, step.work) for step in plan.steps] == [
        (("VE1.1", 4), Work()),
        (("ST4.1", 1), MINE),
    ]
    assert plans.open_desk(ann, planned).saved == plan


def test_a_plan_aims_at_no_band_that_the_questionnaire_does_not_have(
    ann: Acting, worked: str
) -> None:
    with pytest.raises(ValueError, match="has no band nope"):
        plans.save(ann, worked, STEPS, Aim(band="nope"), read_version=0)

    assert plans.open_desk(ann, worked).saved is None


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31)])
def test_no_work_is_due_before_the_year_2000(day: date) -> None:
    with pytest.raises(ValueError, match="2000"):
        Work(due=day)


def test_a_plan_that_somebody_else_saved_is_not_overwritten(
    ann: Acting, bob: Acting, planned: str
) -> None:
    plans.save(bob, planned, STEPS[:1], Aim(), read_version=1)

    with pytest.raises(PlanChanged):
        plans.save(ann, planned, STEPS, Aim(), read_version=1)
    with pytest.raises(PlanChanged):
        plans.remove(ann, planned, read_version=1)
    with pytest.raises(PlanChanged):
        plans.save(ann, planned, STEPS, Aim(), read_version=0)
    assert (saved := plans.open_desk(ann, planned).saved)
    assert len(saved.steps) == 1


def test_a_removed_plan_is_gone(ann: Acting, planned: str) -> None:
    plans.remove(ann, planned, read_version=1)

    assert plans.open_desk(ann, planned).saved is None


def test_a_step_says_who_and_when_and_how_far(
    ann: Acting, bob: Acting, planned: str, clock: Clock
) -> None:
    clock.go_on(hours=1)

    step = plans.work_on(bob, planned, ("ST4.1", 1), MINE, read_version=1)

    assert (step.work, step.version, step.changed_by) == (MINE, 2, "bob")
    saved = plans.open_desk(ann, planned).saved
    assert saved
    assert saved.steps[0] == step
    assert saved.progress.doing == 1


def test_of_two_at_one_step_the_second_sees_both_values(
    ann: Acting, bob: Acting, planned: str
) -> None:
    done = Work(status=StepStatus.DONE)
    plans.work_on(ann, planned, ("ST4.1", 1), MINE, read_version=1)

    with pytest.raises(StepChanged) as changed:
        plans.work_on(bob, planned, ("ST4.1", 1), done, read_version=1)

    assert (changed.value.current.work, changed.value.yours) == (MINE, done)
    again = plans.work_on(bob, planned, ("ST4.1", 1), MINE, read_version=1)
    assert again.changed_by == ann.user.id


def test_a_step_that_is_not_in_the_plan_is_refused(ann: Acting, planned: str) -> None:
    with pytest.raises(PlanChanged, match="has no step"):
        plans.work_on(ann, planned, ("VE1.1", 4), MINE, read_version=1)


@pytest.mark.parametrize("key", [("XX9.9", 1), ("ST4.1", 5), ("ST4.1", 0), ("ST4.1", 9)])
def test_what_is_no_step_is_neither_planned_nor_given_an_effort(
    ann: Acting, planned: str, key: tuple[str, int]
) -> None:
    with pytest.raises(NoSuchItem):
        plans.save(ann, planned, [key], Aim(), read_version=1)
    with pytest.raises(NoSuchItem):
        plans.state_effort(ann, planned, key, 2, read=None)


def test_an_effort_of_the_brand_holds_in_all_its_waves(
    ann: Acting, worked: str, draft: Assessment
) -> None:
    plans.state_effort(ann, worked, ("ST1.2", 3), 8, read=None)
    later = assessments.begin(ann, draft.brand_id, wave="2027-Q1", questionnaire=QUESTIONNAIRE)
    other = assessments.begin(ann, draft.brand_id, wave="ferries", questionnaire=FERRY)

    assert plans.open_desk(ann, later.id).efforts == {("ST1.2", 3): 8}
    assert plans.open_desk(ann, other.id).efforts == {}
    here = {step.item_id: step.effort for step in plans.open_desk(ann, worked).steps}
    assert (here["ST1.2"], here["ST3.2"]) == (8, 1)


@pytest.mark.slow
def test_reports_take_the_steps_in_the_order_of_the_brands_own_efforts(
    ann: Acting, worked: str
) -> None:
    plans.state_effort(ann, worked, ("ST1.2", 3), 8, read=None)

    report = reports.report_of(ann, worked, lang="en")

    assert report.steps == plans.open_desk(ann, worked).steps
    assert [step.item_id for step in report.steps[:2]] == ["ST4.1", "ST3.2"]


def test_an_effort_that_somebody_else_stated_is_not_overwritten(
    ann: Acting, bob: Acting, worked: str
) -> None:
    plans.state_effort(bob, worked, ("ST1.2", 3), 8, read=None)

    with pytest.raises(EffortChanged):
        plans.state_effort(ann, worked, ("ST1.2", 3), 2, read=None)
    plans.state_effort(ann, worked, ("ST1.2", 3), None, read=8)

    assert plans.open_desk(ann, worked).efforts == {}


def test_the_next_wave_shows_what_became_of_the_plan(
    ann: Acting, planned: str, draft: Assessment, clock: Clock
) -> None:
    clock.go_on(days=90)
    later = assessments.begin(ann, draft.brand_id, wave="2027-Q1", questionnaire=QUESTIONNAIRE)
    say(ann, later.id, "ST4.1", Answer.at(2))
    say(ann, later.id, "ST1.2", Answer.dont_know())

    desk = plans.open_desk(ann, later.id)

    assert desk.saved is None
    assert [(one.step.key, one.level_now, one.reached) for one in desk.what_became] == [
        (("ST4.1", 1), 2, True),
        (("ST1.2", 3), None, False),
        (("ST4.1", 2), 2, False),
    ]


def test_a_wave_by_another_questionnaire_follows_no_plan(
    ann: Acting, planned: str, draft: Assessment, clock: Clock
) -> None:
    clock.go_on(days=90)
    later = assessments.begin(ann, draft.brand_id, wave="2027-Q1", questionnaire=FERRY)

    assert plans.open_desk(ann, later.id).before is None


def test_of_several_who_save_a_plan_at_once_one_succeeds(ann: Acting, worked: str) -> None:
    def save_one(step: tuple[str, int]) -> object:
        return plans.save(ann, worked, [step], Aim(), read_version=0)

    ended = at_once(*(partial(save_one, step) for step in STEPS))

    assert sorted(type(one).__name__ for one in ended) == ["PlanChanged"] * 2 + ["SavedPlan"]
    saved = plans.open_desk(ann, worked).saved
    assert saved in ended


def test_of_several_at_one_step_at_once_one_succeeds_and_the_others_see_it(
    ann: Acting, planned: str
) -> None:
    works = [Work(owner=name) for name in ("Ann", "Bob", "Eve")]

    ended = at_once(
        *(
            partial(plans.work_on, ann, planned, ("ST4.1", 1), work, read_version=1)
            for work in works
        )
    )

    (stored,) = (one for one in ended if isinstance(one, SavedStep))
    refused = [one for one in ended if isinstance(one, StepChanged)]
    assert [one.current for one in refused] == [stored] * 2
