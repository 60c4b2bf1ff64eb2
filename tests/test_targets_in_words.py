"""Targets and their gaps in words, in both languages."""

from datetime import date

from dashboard.domain.scoring import score
from dashboard.domain.target import Target, gaps
from dashboard.domain.text import Lang
from dashboard.scores_in_words import gap_in_words, targets_finding
from tests.builders import data_trust, worked_brand
from tests.domain.aims import target

BEFORE, AFTER = date(2026, 11, 24), date(2027, 4, 1)


def said(one: Target, *, lang: Lang = "en", today: date = BEFORE, answered: bool = True) -> str:
    result = score(data_trust(), worked_brand() if answered else {})
    (gap,) = gaps([one], data_trust(), result)
    return gap_in_words(data_trust(), gap, lang, today=today)


def finding(*aims: Target, answered: bool = True) -> str:
    result = score(data_trust(), worked_brand() if answered else {})
    return targets_finding(data_trust(), gaps(aims, data_trust(), result), "en")


def test_a_gap_is_said_with_its_target_its_day_and_its_reason() -> None:
    assert said(target()) == (
        "Permission first: 10 under the target of 60, due 31 March 2027. "
        "Why this target: Our regulator asks for it."
    )
    assert "2027 年 3 月 31 日" in said(target(), lang="zh")


def test_a_day_that_has_passed_is_said_as_passed() -> None:
    assert "was due 31 March 2027" in said(target(), today=AFTER)


def test_a_target_that_is_reached_or_waits_for_answers_says_so() -> None:
    assert said(target(at=37.5)) == "Permission first: target 38 reached with 50"
    assert said(target(), answered=False).startswith(
        "Permission first: no score yet, target 60, due"
    )


def test_the_title_is_the_widest_gap_or_that_there_is_none() -> None:
    assert finding(target(), target("ST4", 37.5)) == (
        "Leak response and accountability is 21 under its target"
    )
    assert finding(target(at=50)) == "Every target is reached"
    assert finding(target(), answered=False) == "The targets wait for answers"
