"""What is asked of a plan: it stays with its assessment, and any effort and budget can be said."""

from pathlib import Path

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.saved_plan import Aim
from dashboard.services import plans
from tests.builders import ferry_line, worked_brand
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, acting, begin
from tests.views.visiting import Tab


def plan_page(assessment: str) -> Tab:
    return Tab("plan", assessment=assessment, lang="en")


def lowest() -> dict[str, Answer]:
    """Answers to the ferry line's questions."""
    return {item.id: Answer.at(min(item.levels, key=item.score)) for item in ferry_line().items}


@pytest.mark.slow
@pytest.mark.usefixtures("ferry_lines")
def test_steps_that_were_forced_stay_with_their_assessment_in_both_languages() -> None:
    assessment, another = (
        begin(lowest(), brand=brand, questionnaire=FERRY_LINE) for brand in ("One", "Another")
    )
    tab = plan_page(assessment)
    tab.run(tab.app.multiselect(key="forced-steps-en").set_value([("CR1.2", 1)]))

    assert tab.speak("zh").app.multiselect(key="forced-steps-zh").value == [("CR1.2", 1)]
    tab.go("plan", assessment=another, lang="en")
    assert tab.app.multiselect(key="forced-steps-en").value == []
    tab.go("plan", assessment=assessment, lang="en")
    assert tab.app.multiselect(key="forced-steps-en").value == [("CR1.2", 1)]


@pytest.mark.slow
@pytest.mark.parametrize(("effort", "shown"), [(0.25, 0.25), (20_000, 10_000)])
def test_whatever_effort_a_questionnaire_says_it_can_be_changed_and_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, effort: float, shown: float
) -> None:
    ferry_line_with(tmp_path, monkeypatch, effort=effort)
    assessment = begin(lowest(), questionnaire=FERRY_LINE)
    plans.save(acting(), assessment, [("CR1.2", 1)], Aim(), read_version=0)
    tab = plan_page(assessment)
    if not tab.has("effort-CR1.2"):
        tab.press("all-steps")

    tab.press("effort-CR1.2")

    (field,) = (one for one in tab.app.number_input if not one.key)
    assert field.value == shown
    field.set_value(0.1)
    tab.press_label("Save")
    assert plans.open_desk(acting(), assessment).efforts == {("CR1.2", 1): 0.1}


def test_a_budget_has_fractions_as_efforts_do() -> None:
    assessment = begin(worked_brand())
    key = ("ST1.2", 3)
    plans.state_effort(acting(), assessment, key, 0.5, read=None)
    tab = plan_page(assessment)

    tab.run(tab.app.number_input(key="plan-budget").set_value(0.5))

    assert "0.5 points of effort, 1 step: Developing" in tab.text


@pytest.mark.usefixtures("ferry_lines")
def test_a_plan_that_was_removed_and_made_anew_is_not_overwritten_unseen() -> None:
    assessment = begin(lowest(), questionnaire=FERRY_LINE)
    plans.save(acting(), assessment, [("CR1.1", 1)], Aim(), read_version=0)
    mine, theirs = plan_page(assessment), plan_page(assessment)
    theirs.press("remove-plan").press("removal-confirmed")
    plans.save(acting(), assessment, [("CR1.2", 1)], Aim(), read_version=0)

    mine.press("save-best")
    assert "somebody has changed this meanwhile" in mine.errors[0]
    saved = plans.open_desk(acting(), assessment).saved
    assert saved
    assert [step.key for step in saved.steps] == [("CR1.2", 1)]


@pytest.mark.usefixtures("ferry_lines")
def test_what_is_tried_says_that_it_takes_the_place_of_a_plan() -> None:
    assessment = begin(lowest(), questionnaire=FERRY_LINE)
    plans.save(acting(), assessment, [("CR1.1", 1)], Aim(), read_version=0)
    tab = plan_page(assessment).press("try-best")

    assert "Save these steps as the plan" not in tab.labels
    assert tab.labels.count("Save in place of the plan") == 2


@pytest.mark.usefixtures("ferry_lines")
def test_a_step_without_words_of_its_own_says_the_answer_to_come_to() -> None:
    assessment = begin(lowest(), brand="A/B: *C*", questionnaire=FERRY_LINE)
    plans.save(acting(), assessment, [("CR1.1", 1), ("CR1.2", 1)], Aim(), read_version=0)

    tab = plan_page(assessment)

    table = str(tab.download("plan-csv"), "utf-8-sig")  # type: ignore[call-overload]
    for words in ("Reach the answer “They are left alone”", "Put a sign at every camera."):
        assert words in tab.text
        assert words in table
    for key, ending in (("plan-csv", "csv"), ("plan-ics", "ics")):
        assert tab.file_name(key) == f"A-B-C 2026-Q4 plan.{ending}"
