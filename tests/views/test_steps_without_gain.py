"""A step that lifts neither a score nor a gate is not suggested; who takes it is told so."""

from pathlib import Path

import pytest

from dashboard.domain.advice import advice
from dashboard.domain.answer import Answer
from dashboard.domain.step import next_steps
from dashboard.domain.text import Lang
from tests.builders import ferry_line
from tests.reports.material import report
from tests.views.instruments import ferry_line_with
from tests.views.material import FERRY_LINE, begin
from tests.views.visiting import Tab

WEIGHTLESS = "CR2.3"
"""An item of weight 0."""


def best(*others: str) -> dict[str, Answer]:
    """Every item at its best level, but the named ones at their worst."""
    return {
        item.id: Answer.at((min if item.id in others else max)(item.levels, key=item.score))
        for item in ferry_line().items
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "told"), [("en", "changes no score shown here"), ("zh", "不会改变此处的分数")]
)
def test_a_step_that_brings_nothing_is_shown_only_among_all_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, told: str
) -> None:
    ferry_line_with(tmp_path, monkeypatch)
    given = best(WEIGHTLESS, "CR2.1")
    tab = Tab("plan", assessment=begin(given, questionnaire=FERRY_LINE), lang=lang)
    assert tab.keys("effort-CR2.1")
    assert not tab.keys(f"effort-{WEIGHTLESS}")
    assert told not in tab.text

    tab.press("all-steps")

    assert tab.keys(f"effort-{WEIGHTLESS}")
    assert tab.text.count(told) == 1


def test_neither_the_card_nor_a_report_names_a_step_that_brings_nothing() -> None:
    given = best(WEIGHTLESS)

    assert [step.item_id for step in next_steps(ferry_line(), given)] == [WEIGHTLESS]
    assert advice(ferry_line(), given) == ()
    assert report(given, ferry_line()).suggested == ()
