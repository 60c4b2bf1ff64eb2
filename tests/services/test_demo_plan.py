"""The plans of the demo: one for each brand's earlier wave, done as far as the later one says."""

from dashboard.domain.saved_plan import StepStatus
from dashboard.services import demo, people, plans
from dashboard.services.acting import Acting
from dashboard.services.plan_file import plan_as_calendar
from dashboard.services.portfolio import portfolio
from tests.services.calendar_reader import read_calendar


def test_every_earlier_wave_has_a_plan_that_the_later_one_judges(ann: Acting) -> None:
    acting = demo.load(ann)
    (workspace,) = (one for one in people.workspaces(acting) if one.is_demo)
    lines = [line for line in portfolio(acting, workspace).lines if len(line.waves) > 1]
    assert len(lines) == 6

    for line in lines:
        desk = plans.open_desk(acting, line.waves[0].assessment.id)
        plan = desk.before
        assert desk.saved is None
        assert plan
        assert plan.progress.effort <= (plan.aim.budget or 0)
        assert plan.progress.done
        assert all(step.work.owner and step.work.due for step in plan.steps)
        done = [step.work.status is StepStatus.DONE for step in plan.steps]
        assert [one.reached for one in desk.what_became] == done

    desk = plans.open_desk(acting, lines[0].waves[1].assessment.id)
    events = read_calendar(plan_as_calendar(desk, "en", acting.now()))
    assert events
    assert all("Demo data" in event.text("DESCRIPTION").splitlines() for event in events)
