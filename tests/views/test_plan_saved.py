"""The plan that is saved: worked on by several, exported, followed in the wave after."""

from datetime import date

from dashboard.domain.day import FIRST_DAY
from dashboard.domain.saved_plan import Aim, StepStatus, Work
from dashboard.services import plans
from tests.builders import worked_brand
from tests.views.material import NOW, THEN, acting, begin, save
from tests.views.visiting import Tab


def plan_page(assessment: str) -> Tab:
    return Tab("plan", assessment=assessment, lang="en")


def saved(assessment: str) -> list[tuple[str, int]]:
    plan = plans.open_desk(acting(), assessment).saved
    return [step.key for step in plan.steps] if plan else []


def test_a_step_of_the_plan_is_worked_on() -> None:
    assessment = begin(worked_brand())
    plans.save(acting(), assessment, [("ST4.1", 1), ("ST1.2", 3)], Aim(), read_version=0)
    tab = plan_page(assessment)

    tab.press("work-ST4.1-1")
    tab.fill(Owner="*Ann*")
    tab.app.radio(key="status-ST4.1-1-en").set_value(StepStatus.DOING)
    tab.press_label("Save")

    assert "*Ann*" in tab.text
    assert "0 of 4 points of effort, 1 step in progress" in tab.sent
    tab.press("done-ST1.2-3")
    assert "Your plan: 1 of 2 steps done" in tab.text
    assert not tab.has("done-ST1.2-3")


def test_no_day_can_be_chosen_that_would_be_refused() -> None:
    assessment = begin(worked_brand())
    plans.save(acting(), assessment, [("ST4.1", 1)], Aim(), read_version=0)
    for due in (None, date(2003, 1, 1), date(2120, 1, 1)):
        said = plans.open_desk(acting(), assessment).saved
        assert said
        version = said.steps[0].version
        plans.work_on(acting(), assessment, ("ST4.1", 1), Work(due=due), read_version=version)
        tab = plan_page(assessment)
        tab.press("work-ST4.1-1")

        (field,) = tab.app.date_input
        last = max(due or FIRST_DAY, date(acting().now().year + 20, 12, 31))
        assert (field.value, field.min, field.max) == (due, FIRST_DAY, last)


def test_what_somebody_else_said_of_a_step_is_not_overwritten() -> None:
    assessment = begin(worked_brand())
    plans.save(acting(), assessment, [("ST4.1", 1)], Aim(), read_version=0)
    tab = plan_page(assessment)
    tab.press("work-ST4.1-1").fill(Owner="Ann")
    theirs = Work(owner="Bob", note="=1+1")
    plans.work_on(acting(), assessment, ("ST4.1", 1), theirs, read_version=1)

    tab.press_label("Save")

    assert tab.errors == ["Not saved: somebody has changed this meanwhile. Reload the page."]
    assert "Bob" in tab.again().text


def test_the_plan_is_exported_and_removed() -> None:
    assessment = begin(worked_brand())
    plans.save(acting(), assessment, [("ST4.1", 1)], Aim(), read_version=0)
    tab = plan_page(assessment)

    assert "ST4.1" in str(tab.download("plan-csv"))
    assert "BEGIN:VCALENDAR" in str(tab.download("plan-ics"))
    assert "No step has a date yet" in tab.text
    tab.press("remove-plan")
    assert saved(assessment)
    tab.press("removal-confirmed")

    assert saved(assessment) == []
    assert not tab.has("plan-csv")


def test_the_next_wave_shows_what_became_of_the_plan() -> None:
    before = begin(worked_brand(), wave=THEN)
    plans.save(acting(), before, [("ST4.1", 1), ("ST1.2", 3)], Aim(), read_version=0)
    done = Work(status=StepStatus.DONE)
    plans.work_on(acting(), before, ("ST1.2", 3), done, read_version=1)

    tab = plan_page(begin(worked_brand(ST4_1=2), wave=NOW))

    assert f"Of the plan of {THEN}, 1 of 2 steps reached their level" in tab.text
    assert "Since then: unblocks Defined; Stewardship 35 → 38; overall 41 → 42." in tab.text
    (table,) = (one.value for one in tab.app.table if "Planned" in one.value.columns)
    assert table.values.tolist() == [
        ["A response shaped by customers", "1\u00a0→\u00a02", ":material/check: 2", "Open"],
        ["Plain explanations", "3\u00a0→\u00a04", "3", "Done"],
    ]


def test_a_step_that_the_answers_have_passed_says_so() -> None:
    assessment = begin(worked_brand())
    plans.save(acting(), assessment, [("ST4.1", 1)], Aim(), read_version=0)

    save(assessment, "ST4.1", 2)

    assert "answered so by now" in plan_page(assessment).text
