"""The page Plan: what to do next, what it would bring, and the plan that is saved."""

from pathlib import Path

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.offer import Unproven
from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.services import assessments, plans
from dashboard.views.parts.plan_words import unproven_in_words
from tests.builders import all_at, ferry_line, worked_brand
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, acting, begin, somebody_else
from tests.views.visiting import Tab


def plan_page(assessment: str, lang: Lang = "en") -> Tab:
    return Tab("plan", assessment=assessment, lang=lang)


def saved(assessment: str) -> list[tuple[str, int]]:
    plan = plans.open_desk(acting(), assessment).saved
    return [step.key for step in plan.steps] if plan else []


def tick(tab: Tab, item: str) -> Tab:
    box = tab.app.checkbox(key=f"try-{item}-{tab.lang}")
    return tab.run(box.uncheck() if box.value else box.check())


@pytest.mark.parametrize(
    ("lang", "title", "said"),
    [
        (
            "en",
            "3 points of effort bring you to Defined",
            (
                "it is one step, **A response shaped by customers**, level 1 → 2",
                "not a forecast",
                "1 missing answer is no step",
                "unblocks Defined",
                "overall +1.4 · :violet[■] Stewardship +2.1",
                "10 points of effort, 6 steps: Defined, 48 of 100",
                "What changes: unblocks Defined; Stewardship 35 → 48; overall 41 → 48.",
            ),
        ),
        (
            "zh",
            "只需 3 点工作量即可达到“规范”级",
            (
                "没有更省的办法：只需一步，即**以客户为本的应对**，级别 1 → 2",
                "不是预测",
                "解除对“规范”级的限制",
                "10 点工作量，6 步：“规范”级，48 分",
            ),
        ),
    ],
)
def test_the_worked_brand_is_told_its_way_to_the_next_band(
    lang: Lang, title: str, said: tuple[str, ...]
) -> None:
    tab = plan_page(begin(worked_brand()), lang)

    assert tab.title == title
    for part in said:
        assert part in tab.text


def test_a_ticked_step_moves_band_scores_and_rose_at_once() -> None:
    tab = plan_page(begin(worked_brand()))
    assert "Now: Developing" in tab.text
    assert "Not yet Defined: No plan for a data leak" in tab.text

    tick(tab, "ST4.1")

    assert tab.text.count("With 1 change: Defined") == 2, "beside the rose, and at the step"
    assert "What changes: unblocks Defined; Stewardship 35 → 38; overall 41 → 42." in tab.text
    assert "25, now 17" in tab.sent
    assert "Not yet Managed: 21 points short" in tab.text

    tick(tab, "ST4.1")

    assert "Now: Developing" in tab.text


def test_any_level_can_be_set_downwards_too() -> None:
    tab = plan_page(begin(worked_brand()))
    tab.run(tab.app.selectbox(key="trial-item-en").set_value("ST1.1"))

    tab.select("trial-level-ST1.1-en", 1)

    assert "With 1 change: Developing" in tab.text
    assert "Stewardship 35 → 31" in tab.text
    assert not tab.has("save-trial")
    tab.press("trial-over")
    assert "Now: Developing" in tab.text


def test_what_was_tried_is_saved_as_the_plan_step_by_step() -> None:
    assessment = begin(worked_brand())
    tab = plan_page(assessment)
    tick(tab, "ST4.1")
    tab.run(tab.app.selectbox(key="trial-item-en").set_value("ST4.1"))
    tab.select("trial-level-ST4.1-en", 3)

    tab.press("save-trial")

    assert saved(assessment) == [("ST4.1", 1), ("ST4.1", 2)]
    assert "Your plan: 0 of 2 steps done" in tab.text
    assert "Made for steps chosen by hand" in tab.text


def test_all_steps_are_shown_when_asked_for() -> None:
    tab = plan_page(begin(worked_brand()))
    assert len(tab.keys("effort-")) == 6

    tab.press("all-steps")

    assert len(tab.keys("effort-")) == 34


def test_the_score_alone_leaves_the_band_and_brings_more() -> None:
    tab = plan_page(begin(worked_brand()))

    tab.run(tab.app.checkbox(key="band-first-en").uncheck())

    assert "10 points of effort, 7 steps: Developing, 49 of 100" in tab.text
    assert "Taking the next steps in their order, the same budget brings Defined, 48" in tab.text


def test_the_least_effort_to_a_band_is_planned_and_compared() -> None:
    tab = plan_page(begin(worked_brand(DU4_2=3)))
    tab.select("plan-for-en", "band")

    tab.run(tab.app.selectbox(key="plan-band-en").set_value("managed"))

    assert "43 points of effort, 23 steps: Managed, 63 of 100" in tab.text
    assert "Taking the next steps in their order takes 51 points of effort" in tab.text


def test_steps_are_forced_and_left_out_and_what_cannot_be_is_said() -> None:
    tab = plan_page(begin(worked_brand()))
    forced = tab.app.multiselect(key="forced-steps-en")
    tab.run(forced.set_value([("VE1.3", 2)]))
    taken = [str(row[0]) for one in tab.app.table for row in one.value.values.tolist()]
    assert any(name.endswith("level 2 → 3") and "unblocks" not in name for name in taken)
    tab.run(tab.app.multiselect(key="excluded-steps-en").set_value([("VE1.3", 2)]))

    assert "There is no such plan" in tab.text
    assert "These steps must be in it and must not" in tab.text
    assert not tab.has("save-best")

    tab.run(tab.app.multiselect(key="excluded-steps-en").set_value([]))
    tab.run(tab.app.number_input(key="plan-budget").set_value(0))
    assert "The steps that must be in it take" in tab.text

    tab.run(tab.app.multiselect(key="forced-steps-en").set_value([]))
    assert "No step fits this budget" in tab.text


def test_the_best_plan_is_tried_and_saved() -> None:
    assessment = begin(worked_brand(), complete=True)
    tab = plan_page(assessment)

    tab.press("try-best")
    assert "With 6 changes: Defined" in tab.text
    tab.press("save-best")

    assert len(saved(assessment)) == 6
    assert saved(assessment)[0] == ("ST4.1", 1)
    assert "Made for a budget of 10 points of effort" in tab.text


def test_an_effort_of_the_brands_own_changes_the_order() -> None:
    assessment = begin(worked_brand())
    tab = plan_page(assessment)

    tab.press("effort-ST1.2")
    (field,) = (
        one for one in tab.app.number_input if one.label == "Points of effort" and not one.key
    )
    field.set_value(8.0)
    tab.press_label("Save")

    assert plans.open_desk(acting(), assessment).efforts == {("ST1.2", 3): 8}
    assert not tab.has("effort-ST1.2")
    tab.press("all-steps")
    assert "8 points of effort, your own" in tab.labels
    assert tab.go("").keys("step-") == ["step-ST4.1", "step-ST3.2", "step-ST3.3"]


def test_empty_states_say_what_comes_first() -> None:
    torn = {item: one for item, one in all_at(3).items() if item.startswith("VE")}
    states = {
        begin(brand="None"): "There is nothing to plan on yet",
        begin(torn, brand="Torn"): "There is nothing to plan on yet",
        begin(all_at(5), brand="Best"): "Every answer is at its best level",
        begin(all_at(5, VE1_1=None), brand="Nearly"): "Every answer so far is at its best level",
        begin(all_at(5, VE1_1=4), brand="Top"): "You are at Leading",
        begin(worked_brand(ST4_1="DK"), brand="Unknown"): "Defined takes an answer first",
    }
    for assessment, title in states.items():
        assert plan_page(assessment).title == title
    assert Tab("plan").title == "Which assessment?"


def test_what_is_open_is_one_click_away() -> None:
    tab = plan_page(begin(worked_brand()))

    tab.press("plan-to-open")

    assert (tab.path, tab.address["dimension"]) == ("assess", "DU4")


def test_overview_and_results_lead_to_the_plan() -> None:
    assessment = begin(worked_brand())

    for tab, key in (
        (Tab(lang="en"), "card-plan"),
        (Tab("results", assessment=assessment, lang="en"), "to-plan"),
    ):
        tab.press(key)
        assert tab.path == "plan"
        assert tab.title == "3 points of effort bring you to Defined"
    assert not Tab("results", assessment=begin(brand="None"), lang="en").has("to-plan")


def test_at_the_top_no_step_is_said_to_raise_a_score_that_it_leaves_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry_line_with(tmp_path, monkeypatch, weights=(0, 1))
    best = {item.id: max(item.levels, key=item.score) for item in ferry_line().items}
    uncounted = next(item for item in ferry_line().pillars[0].items if not item.critical)
    lower = {uncounted.id: sorted(uncounted.levels, key=uncounted.score)[-2]}
    answers = {name: Answer.at(level) for name, level in (best | lower).items()}

    tab = plan_page(begin(answers, questionnaire=FERRY_LINE))

    assert "no step below raises the overall score" in tab.text
    assert "still raise the score" not in tab.text
    assert "still raise the score" in plan_page(begin(all_at(5, VE1_1=4), brand="Top")).text


def test_another_persons_assessment_is_not_planned() -> None:
    theirs = begin(worked_brand(), by=somebody_else())

    assert "3 points of effort" not in plan_page(theirs).text


def test_a_questionnaire_of_another_shape_is_planned_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry_line_with(tmp_path, monkeypatch, weights=(0, 1))
    lowest = {item.id: Answer.at(min(item.levels, key=item.score)) for item in ferry_line().items}
    assessment = begin(lowest, questionnaire=FERRY_LINE)
    tab = plan_page(assessment)

    tab.press("save-best")

    assert saved(assessment)
    assert assessments.open_sheet(acting(), assessment).result.overall.score is not None


@pytest.mark.parametrize(
    ("lang", "time", "precision"), [("en", "ten seconds", "tell apart"), ("zh", "十秒", "无法分辨")]
)
def test_why_a_plan_may_not_be_the_best_is_said_in_words_of_its_own(
    lang: Lang, time: str, precision: str
) -> None:
    said = {why: unproven_in_words(why, words(lang)) for why in Unproven}

    assert len(set(said.values())) == len(Unproven)
    assert time in said[Unproven.TIME]
    assert precision in said[Unproven.PRECISION]
