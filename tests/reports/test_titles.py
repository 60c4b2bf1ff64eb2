"""Titles of slides say what was found, and no more than is known."""

from collections.abc import Mapping

import pytest

from dashboard.domain.answer import Answer
from dashboard.reports.facts import Facts
from dashboard.reports.slides.titles import (
    bands_title,
    change_title,
    critical_title,
    steps_title,
)
from tests.builders import all_at, worked_brand
from tests.reports.material import provisional, report

ASKED = "What each band asks"
CRITICAL = "The critical questions, which can hold the band by themselves"
MOST = "What would bring most for its effort"


@pytest.mark.parametrize(
    ("given", "bands", "critical"),
    [
        (all_at(5), "The score reaches Leading, the highest band", "No critical question holds"),
        (
            all_at(3),
            "The score reaches Defined, 13 points short of Managed",
            "No critical question",
        ),
        (all_at(1), "The score reaches Initial, 13 points short of Developing", "No critical"),
        (all_at(5, ST4_1=1, ST1_1=1), "The score reaches", "2 critical questions hold the band"),
        (provisional(), ASKED, CRITICAL),
        ({}, ASKED, CRITICAL),
    ],
    ids=["top", "middle", "bottom", "held twice", "provisional", "unanswered"],
)
def test_how_far_the_score_reaches_and_what_holds_the_band(
    given: Mapping[str, Answer], bands: str, critical: str
) -> None:
    facts = Facts(report(given))

    assert bands_title(facts).startswith(bands)
    assert critical_title(facts).startswith(critical)


def test_the_step_to_begin_with_is_named_if_one_alone_is_first() -> None:
    steps = report(all_at(3)).suggested
    best, other = steps[0], steps[0].model_copy(update={"gain": steps[0].gain / 2})
    facts = Facts(report(all_at(3)))
    name = facts.item_title(best.item_id)

    assert not best.unblocks
    assert steps_title(facts, [best]) == f"“{name}” would bring most for its effort"
    assert steps_title(facts, [best, other]) == f"“{name}” would bring most for its effort"
    assert steps_title(facts, [best, best]) == MOST


def test_a_score_that_the_wave_before_lacked_has_not_moved() -> None:
    partly = {key: one for key, one in all_at(2).items() if not key.startswith("VE1.")}
    facts = Facts(report(all_at(4), before=partly))

    assert change_title(facts) == ("Since 2026-Q2: eleven dimensions rose, one cannot be compared")
    assert change_title(Facts(report(before=worked_brand(), lang="zh"))).startswith("较 2026-Q2：")
