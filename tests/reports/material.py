"""Reports to make files of: the worked brand's, unless something else is said."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.scoring import score
from dashboard.domain.step import next_steps
from dashboard.reports.report import Earlier, Report
from tests.builders import all_at, data_trust, worked_brand

BRAND = "Northwind Outfitters"
WAVE = "2026-Q4"
WAVE_BEFORE = "2026-Q2"
DAY = date(2026, 11, 28)


def report(
    given: Mapping[str, Answer] | None = None,
    questionnaire: Questionnaire | None = None,
    *,
    before: Mapping[str, Answer] | None = None,
    **fields: Any,
) -> Report:
    asked = questionnaire or data_trust()
    answers = worked_brand() if given is None else given
    facts: dict[str, Any] = {
        "brand": BRAND,
        "wave": WAVE,
        "questionnaire": asked,
        "answers": answers,
        "result": score(asked, answers),
        "before": Earlier(wave=WAVE_BEFORE, result=score(asked, before)) if before else None,
        "steps": next_steps(asked, answers),
        "lang": "en",
        "made_on": DAY,
        "demo": False,
        "in_progress": False,
    }
    return Report(**(facts | fields))


def provisional() -> dict[str, Answer]:
    """Everything at level 4 but a critical question that nobody knows."""
    return all_at(4, ST4_1="DK")


def without_weight(pillar_id: str) -> Questionnaire:
    """The shipped questionnaire, with a pillar that the overall score leaves out."""
    asked = data_trust()
    pillars = tuple(
        one.model_copy(update={"weight": 0.0}) if one.id == pillar_id else one
        for one in asked.pillars
    )
    return asked.model_copy(update={"pillars": pillars})
